"""What each command prints, where, and with which exit status."""

import json
import re
import shutil
from pathlib import Path

import pytest
from tests.copies import break_module, copy_project, emas, run
from tests.h5p_libraries import install
from tests.ready import FILES
from tests.small import MINIMAL

from emas import pipeline
from emas.diagnostics import Code
from emas.document import Medium
from emas.model import RunningOrder, Variant, in_words
from emas.project import Project
from emas.writers.slides.overrides import CHOICES

pytestmark = pytest.mark.xdist_group("project")


def test_a_sound_project_is_told_so_on_stdout(built_project: Project) -> None:
    done = run(built_project, "check")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "Tout va bien.\n", "")


def test_commands_work_from_a_folder_inside_the_project(built_project: Project) -> None:
    done = run(Project(built_project.root / "modules" / "autisme"), "check", "autisme")
    assert (done.exit_code, done.stdout) == (0, "Tout va bien.\n")


def test_diagnostics_go_to_stderr_and_the_status_is_1(project: Project) -> None:
    break_module(project, "autisme")
    done = run(project, "check")
    assert (done.exit_code, done.stdout) == (1, "")
    first, *_, last = done.stderr.strip().split("\n")
    assert first.startswith("modules/autisme/01-comprendre.md:")
    assert last == "1 erreur, 0 avertissement"


def test_json_goes_to_stdout_and_nothing_else_does(project: Project) -> None:
    break_module(project, "autisme")
    checked = run(project, "check", "--format", "json")
    built = run(project, "build", "--cible", "diapos", "--format", "json")
    found = json.loads(checked.stdout)
    assert (checked.exit_code, checked.stderr) == (1, "")
    assert [item["gravite"] for item in found] == ["erreur"]
    assert [item["fichier"] for item in found] == ["modules/autisme/01-comprendre.md"]
    assert (built.exit_code, json.loads(built.stdout), built.stderr) == (1, found, "")


def test_json_of_a_sound_project_is_an_empty_list(built_project: Project) -> None:
    done = run(built_project, "check", "--format", "json")
    assert (done.exit_code, json.loads(done.stdout), done.stderr) == (0, [], "")


def test_publication_refuses_facts_to_confirm(built_project: Project) -> None:
    done = run(built_project, "check", "--publication", "--date", "2026-11-21", "--format", "json")
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert {item["code"] for item in told["diagnostics"]} == {"SRC003"}
    (module,) = (one for one in told["modules"] if one["module"] == "autisme")
    points = {point["nom"]: point["etat"] for point in module["points"]}
    assert (points["faits-a-confirmer"], points["positionnement"]) == ("à faire", "fait")


def test_publication_refuses_facts_that_have_expired_on_that_day(built_project: Project) -> None:
    done = run(built_project, "check", "--publication", "--date", "2099-01-01", "--format", "json")
    told = json.loads(done.stdout)["diagnostics"]
    assert {item["code"] for item in told} == {"CHA011", "SRC002", "SRC003"}


def test_publication_is_a_list_to_read(built_project: Project) -> None:
    done = run(built_project, "check", "--publication", "--date", "2026-11-21")
    assert "    ✓ Un positionnement vient avant\n" in done.stdout
    assert "    → à faire : Aucun fait n’est à confirmer\n" in done.stdout
    assert "    ☐ à vérifier par une personne : Ce que montre chaque schéma" in done.stdout
    assert "erreur SRC003" in done.stderr


def test_publication_ends_well_when_only_people_are_left(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    shutil.copytree(MINIMAL / "content", tmp_path / "content")
    (tmp_path / "mkdocs.yml").touch()
    done = run(Project(tmp_path), "check", "--publication", "--date", "2026-11-21")
    assert (done.exit_code, "à faire" in done.stdout) == (0, False)
    (tmp_path / "modules/essai/01-etape.md").write_text("rien", encoding="utf-8")
    broken = run(Project(tmp_path), "check", "--publication")
    assert (broken.exit_code, "essai (essai) : des erreurs à corriger" in broken.stdout) == (
        1,
        True,
    )


def test_coverage_is_a_table_and_its_status_tells_if_a_block_is_missing(
    built_project: Project,
) -> None:
    done = run(built_project, "check", "--couverture")
    lines = done.stdout.split("\n")
    assert (done.exit_code, done.stderr) == (0, "")
    assert lines[-2] == "autisme : aucun bloc manquant"


def test_coverage_of_what_is_not_built_says_what_to_do(project: Project) -> None:
    done = run(project, "check", "--couverture")
    assert (done.exit_code, done.stdout) == (
        1,
        "autisme : rien n’est encore produit, lancez « emas build ».\n",
    )


def test_build_lists_what_it_made(project: Project) -> None:
    done = run(project, "build", "autisme", "--cible", "diapos")
    made = sorted((project.build / "diapos").iterdir())
    assert [path.name for path in made] == ["autisme.html", "autisme.pptx"]
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == "".join(
        f"build/diapos/{path.name}  {round(path.stat().st_size / 1000)} Ko\n" for path in made
    )


def session(project: Project, minutes: int) -> RunningOrder:
    """Return the running order of the real module, in `minutes`."""
    catalogue = pipeline.load(project).catalogue
    variant = Variant(minutes=minutes)
    return pipeline.prepare(catalogue, "autisme", Medium.SLIDES, variant).running_order


@pytest.mark.parametrize("written", ["90", "90 min", "1 h 30"])
def test_build_says_what_a_duration_leaves_out(written: str, project: Project) -> None:
    done = run(project, "build", "autisme", "--cible", "diapos", "--duree", written)
    assert (done.exit_code, done.stderr) == (0, "")
    made, told = done.stdout.split("\n\n")
    left = session(project, 90).left_out
    assert "build/diapos/autisme--duree-90.pptx  " in made
    assert len(left) > 0
    assert told.splitlines() == [
        "autisme : séance de 1 h 30",
        "Laissé de côté :",
        *(f"- {item.words}" for item in left),
    ]


def test_build_says_when_a_module_cannot_fill_the_session(project: Project) -> None:
    done = run(project, "build", "autisme", "--cible", "diapos", "--duree", "5 h")
    order = session(project, 300)
    assert done.stdout.splitlines()[-2:] == [
        f"autisme : séance de {in_words(order.total_min)}",
        f"Le module n’a pas de quoi remplir les {in_words(order.spare_min)} restantes.",
    ]


def test_a_session_too_short_for_the_essential_is_refused_with_the_minimum(
    project: Project,
) -> None:
    done = run(project, "build", "autisme", "--duree", "10")
    refusal = pipeline.obstacle(pipeline.load(project).catalogue, "autisme", Variant(minutes=10))
    assert refusal is not None
    assert (done.exit_code, done.stdout) == (1, "")
    assert refusal.message in done.stderr


def test_list_names_modules_steps_and_questions(project: Project) -> None:
    done = run(project, "list")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.split("\n") == [
        "autisme · Autisme : comprendre et accueillir un élève · version 0.2, non relu",
        "  comprendre · Comprendre l’autisme (5 min)",
        "  ce-que-l-on-voit · Ce que l’on voit en classe (5 min)",
        "  choisir-un-amenagement · Choisir un aménagement (5 min)",
        "  preparer-un-changement · Préparer un changement (5 min)",
        "  agir-ensemble · Agir ensemble (5 min)",
        "  22 questions",
        "",
    ]
    break_module(project, "autisme")
    assert run(project, "list").stdout == "autisme · des erreurs : « emas check autisme »\n"


def test_list_names_the_layouts_of_slides_with_what_they_are_for(project: Project) -> None:
    done = run(project, "list", "mises-en-page")
    assert (done.exit_code, done.stderr) == (0, "")
    listed = dict(line.strip().split(maxsplit=1) for line in done.stdout.splitlines()[3:])
    assert listed == {choice.word: choice.purpose for choice in CHOICES}


@pytest.mark.parametrize("code", Code)
def test_every_code_is_explained_without_its_values(code: Code, root: Path) -> None:
    done = run(Project(root), "explain", code.lower())
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{code} · ")
    assert re.findall(r"\{\w+\}|\{\{|\}\}", done.stdout) == []
    assert done.stdout.count("«") == done.stdout.count("»")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "autism"], "le module « autism » n’existe pas. Vouliez-vous dire « autisme » ?"),
        (["build", "autismes"], "le module « autismes » n’existe pas. Vouliez-vous dire"),
        (
            ["build", "--public", "aseh"],
            "le public « aseh » n’existe pas. Vouliez-vous dire « aesh",
        ),
        (["build", "--niveau", "colege"], "le niveau « colege » n’existe pas. Vouliez-vous dire"),
        (["explain", "QUIZ03"], "le code « QUIZ03 » n’existe pas. Vouliez-vous dire « QUIZ"),
        (["build", "--public", "aesh", "--cible", "site"], "sont les mêmes pour tous"),
        (["build", "--courte", "--cible", "lms"], "sont les mêmes pour tous"),
        (["build", "--duree", "2 h", "--cible", "site"], "sont les mêmes pour tous"),
        (["build", "--courte", "--duree", "2 h"], "--courte et --duree ne vont pas ensemble"),
        (["build", "--duree", "demain"], "« demain » n’est pas une durée. Écrivez 120"),
        (["build", "--duree", "0"], "« 0 » n’est pas une durée."),
        (["check", "--couverture", "--format", "json"], "--couverture est un tableau à lire"),
        (["verifier"], "La commande « verifier » n’existe pas."),
        (["list", "modules", "autisme"], "Argument en trop : autisme"),
        (["list", "mise-en-page"], "« mise-en-page » ne figure pas parmi 'modules'"),
        (["check", "--date", "demain"], "« demain » n’est pas une date."),
        (["check", "--date"], "L’option « --date » attend une valeur."),
        (["build", "--cible", "papier"], "« papier » ne figure pas parmi 'diapos'"),
        (["build", "--cibles", "site"], "L’option « --cibles » n’existe pas. Vouliez-vous dire"),
        (["check", "--publication=oui"], "L’option « --publication » ne prend pas de valeur."),
        (["explain"], "Il manque l’argument 'CODE'."),
    ],
)
def test_a_wrong_use_is_told_in_french_with_status_2(
    arguments: list[str], said: str, built_project: Project
) -> None:
    done = run(built_project, *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert [line for line in done.stderr.split("\n") if said in line] != []


def test_there_must_be_a_project(tmp_path: Path) -> None:
    done = run(Project(tmp_path), "check")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.split("\n")[-2].startswith("Erreur : aucun projet ici ni au-dessus")


def test_a_theme_with_mistakes_is_told_in_french(project: Project) -> None:
    tokens = project.root / "themes" / "emas" / "tokens.yml"
    tokens.write_text("inconnu: 3\n" + tokens.read_text("utf-8"), encoding="utf-8")
    done = run(project, "build", "--cible", "diapos")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("Erreur : ")
    assert "tokens.yml:1:" in done.stderr


def test_a_mistake_of_ours_is_one_sentence_and_a_file_to_send(project: Project) -> None:
    project.work.mkdir()
    (project.work / "journal.json").write_text("{}")  # no version of ours writes that
    done = emas(project, "build", "--cible", "livrets")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        "Erreur : erreur interne (KeyError). Vos fichiers n’ont pas changé."
        " Envoyez le fichier « .emas/erreur-interne.txt » à l’équipe technique.\n"
    )
    story = (project.work / "erreur-interne.txt").read_text("utf-8")
    assert story.split("\n")[1] == "emas build --cible livrets"
    assert story.rstrip().split("\n")[-1].startswith("KeyError: ")


def test_the_version_is_told(root: Path) -> None:
    done = run(Project(root), "--version")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "Atelier EMAS 0.1.0\n", "")


def test_copies_of_a_project_are_projects_too(root: Path, tmp_path: Path) -> None:
    assert run(copy_project(root, tmp_path / "école 1"), "check").exit_code == 0


def test_packages_are_compared_with_the_content_types_of_a_site(
    project: Project, tmp_path: Path
) -> None:
    site = install(tmp_path / "site")
    sound = run(project, "build", "--cible", "lms", "--h5p-bibliotheques", str(site))
    shutil.rmtree(site / "H5P.Blanks-1.14")
    lacking = run(project, "build", "--cible", "lms", "--h5p-bibliotheques", str(site))
    assert (sound.exit_code, lacking.exit_code) == (0, 1)
    assert "n’ont pas H5P.Blanks 1.14, que demande autisme.h5p" in lacking.stderr


@pytest.mark.parametrize(
    ("target", "told"),
    [("lms", "« rien » ne se lit pas, ou est abîmé"), ("site", "demande « --cible lms »")],
)
def test_libraries_that_help_nothing_are_refused(
    target: str, told: str, built_project: Project, tmp_path: Path
) -> None:
    given = tmp_path / "rien" if target == "lms" else install(tmp_path / "site")
    done = run(built_project, "build", "--cible", target, "--h5p-bibliotheques", str(given))
    assert done.exit_code == 2
    assert told in done.stderr

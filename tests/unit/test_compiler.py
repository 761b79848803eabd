"""What a build makes, what it leaves, and what it tells."""

import json
import resource
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from tests.copies import EMAS, add_module, break_module, files_under, run
from tests.small import small_project

from emas import pipeline
from emas.compiler import Built, Request, Target, build, steps
from emas.coverage import deck_text, html_text
from emas.diagnostics import Code, Severity
from emas.model import Variant
from emas.project import Project

pytestmark = pytest.mark.xdist_group("two-modules")

SLIDES = Request(targets=(Target.SLIDES,))
HANDOUTS = Request(targets=(Target.HANDOUTS,))
PAPER = Request(targets=(Target.SUPPORTS,))
SUPPORTS = (
    *("carte-pause", "d-abord-ensuite"),
    *("echelle-des-emotions", "echelle-du-volume", "emploi-du-temps"),
)
SITE = Request(targets=(Target.SITE,))
DECKS = ("essai.html", "essai.pptx", "voisin.html", "voisin.pptx")
SHEETS = (
    "fiche-programme.pdf",
    "fiche-programme.txt",
    "guide-animateur.pdf",
    "livret-a5-imposition.pdf",
    "livret-a5.pdf",
    "livret-gros-caracteres.pdf",
    "livret-noir-et-blanc.pdf",
    "livret.pdf",
)
"""What a module without plain words nor assessments has on paper; the real one has both."""

ASKING = sorted(
    (*SHEETS, "corrige-acquis.pdf", "quiz-acquis.pdf", "quiz-acquis-gros-caracteres.pdf")
)
"""What a module that only asks what was learnt has."""

ASSESSMENTS = ("a-froid", "acquis", "positionnement")
REAL_SHEETS = sorted(
    (
        *SHEETS,
        "livret-simple.pdf",
        "cartes.pdf",
        *(f"corrige-{name}.pdf" for name in ASSESSMENTS),
        *(f"quiz-{name}.pdf" for name in ASSESSMENTS),
        *(f"quiz-{name}-gros-caracteres.pdf" for name in ASSESSMENTS),
    )
)

EXCHANGED = ("moodle.xml", "questions.gift", "scorm12.zip")
"""What platforms import of a module that asks something, beside its note and its H5P."""


def built(project: Project, request: Request) -> Built:
    return build(project, pipeline.load(project), request)


def told(made: Built) -> list[tuple[Code, str]]:
    """Return what there is to mend; what formats cannot hold is another matter."""
    return [
        (item.code, item.message) for item in made.diagnostics if item.severity is not Severity.NOTE
    ]


@pytest.fixture(scope="module")
def two_built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Two small modules, built whole; to copy only."""
    place = small_project(root, tmp_path_factory.mktemp("deux") / "projet")
    assert told(built(place, Request())) == []
    return place


@pytest.fixture
def two(two_built: Project, tmp_path: Path) -> Project:
    shutil.copytree(two_built.root, tmp_path / "projet")
    return Project(tmp_path / "projet")


@pytest.fixture
def whole(built_project: Project, tmp_path: Path) -> Project:
    """The real module, for what a small one is too short for."""
    shutil.copytree(built_project.root, tmp_path / "projet")
    return Project(tmp_path / "projet")


def page(project: Project, name: str) -> str:
    return html_text((project.build / "site" / "modules" / name).read_text("utf-8"))


def test_everything_is_made_in_its_place(two_built: Project) -> None:
    files = list(files_under(two_built.build))
    assert [name for name in files if not name.startswith("site/")] == [
        *(f"diapos/{name}" for name in DECKS),
        *(f"livrets/essai/{name}" for name in ASKING),
        *(f"livrets/voisin/{name}" for name in SHEETS),
        "lms/essai/LISEZMOI.txt",
        "lms/essai/essai.h5p",
        *(f"lms/essai/{name}" for name in EXCHANGED),
        "lms/voisin/LISEZMOI.txt",
        "lms/voisin/scorm12.zip",
        "suivi/catalogue.json",
        *(f"supports/{name}.pdf" for name in SUPPORTS),
    ]
    assert [name for name in files if name.startswith("site/modules/voisin/")] == [
        "site/modules/voisin/index.html",
        "site/modules/voisin/lire.html",
        *(f"site/modules/voisin/telechargements/{name}" for name in SHEETS),
        "site/modules/voisin/telechargements/voisin.html",
        "site/modules/voisin/telechargements/voisin.pptx",
    ]


def test_the_real_module_has_all_that_a_module_can_have(built_project: Project) -> None:
    files = files_under(built_project.build)
    assert [name for name in files if name.startswith("livrets/autisme/")] == [
        f"livrets/autisme/{name}" for name in REAL_SHEETS
    ]
    assert [name for name in files if name.startswith("lms/autisme/")] == [
        "lms/autisme/LISEZMOI.txt",
        "lms/autisme/autisme.h5p",
        *(f"lms/autisme/{name}" for name in EXCHANGED),
    ]


def test_sizes_are_those_of_the_files(two: Project) -> None:
    shutil.rmtree(two.build / "diapos")
    made = built(two, SLIDES)
    assert made.sizes == {
        PurePosixPath("build/diapos") / name: (two.build / "diapos" / name).stat().st_size
        for name in DECKS
    }


def test_a_broken_module_stops_its_own_outputs_only(two: Project) -> None:
    before = files_under(two.build)
    break_module(two, "essai")
    step = two.root / "modules" / "voisin" / "01-lire.md"
    step.write_text(step.read_text("utf-8").replace("Un chat", "Une chatte"), encoding="utf-8")
    made = built(two, Request())
    after = files_under(two.build)
    assert sorted(made.sizes)[:3] == [
        PurePosixPath("build/diapos/voisin.html"),
        PurePosixPath("build/diapos/voisin.pptx"),
        PurePosixPath("build/livrets/voisin/fiche-programme.pdf"),
    ]
    assert told(made) == []
    of_broken = [name for name in before if "essai" in name]
    assert {name: after.get(name) for name in of_broken} == {
        name: before[name] for name in of_broken
    }
    assert "Une chatte dort" in deck_text(two.build / "diapos" / "voisin.pptx")
    assert "Une chatte dort" in page(two, "voisin/lire.html")


def test_the_status_of_a_build_with_a_broken_module_is_1(two: Project) -> None:
    break_module(two, "essai")
    shutil.rmtree(two.build / "livrets" / "voisin")
    done = run(two, "build", "--cible", "livrets")
    assert done.exit_code == 1
    made = [line.split("  ")[0] for line in done.stdout.splitlines()]
    assert made == [f"build/livrets/voisin/{name}" for name in SHEETS]


def test_the_site_keeps_the_last_good_state_not_the_present_one(two: Project) -> None:
    step = two.root / "modules" / "voisin" / "01-lire.md"
    step.write_text(step.read_text("utf-8").replace("Un chat", "Un loup"), encoding="utf-8")
    break_module(two, "voisin")
    built(two, SITE)
    assert [word for word in ("chat", "loup") if word in page(two, "voisin/lire.html")] == ["chat"]
    text = step.read_text("utf-8").replace("\n::: retenir\nJamais fermé.\n", "")
    step.write_text(text, encoding="utf-8")
    built(two, SITE)
    assert [word for word in ("chat", "loup") if word in page(two, "voisin/lire.html")] == ["loup"]


def test_what_a_module_no_longer_has_is_not_remembered(two: Project) -> None:
    step = two.root / "modules" / "voisin" / "02-relire.md"
    step.write_text((step.parent / "01-lire.md").read_text("utf-8"), encoding="utf-8")
    built(two, SITE)
    kept = two.work / "bons" / "modules" / "voisin"
    assert sorted(path.name for path in kept.iterdir()) == [
        "01-lire.md",
        "02-relire.md",
        "module.yml",
    ]
    step.unlink()
    built(two, SITE)
    assert sorted(path.name for path in kept.iterdir()) == ["01-lire.md", "module.yml"]


def test_the_site_is_one_line_of_what_was_made(two: Project) -> None:
    (two.build / "site" / "index.html").unlink()
    done = run(two, "build", "--cible", "site")
    pages = sum(
        path.parent.name != "telechargements" for path in (two.build / "site").rglob("*.html")
    )
    size = sum(path.stat().st_size for path in (two.build / "site").rglob("*") if path.is_file())
    shown = f"{size / 1_000_000:.1f}".replace(".", ",")
    assert done.exit_code == 0
    assert done.stdout == f"build/site/index.html  {pages} pages, {shown} Mo\n"


def test_an_error_of_the_whole_project_stops_everything(two: Project) -> None:
    before = files_under(two.build)
    (two.root / "content" / "glossaire.yml").write_text("pas: [du\n", encoding="utf-8")
    made = built(two, Request())
    assert (made.sizes, files_under(two.build)) == ({}, before)


def test_a_module_that_is_gone_takes_its_outputs_along(two: Project) -> None:
    shutil.rmtree(two.root / "modules" / "voisin")
    rules = two.root / "modules" / "essai" / "module.yml"
    rules.write_text(rules.read_text("utf-8").replace("[voisin]", "[]"), encoding="utf-8")
    shutil.rmtree(two.root / "content" / "plan")
    built(two, Request())
    assert [name for name in files_under(two.build) if "voisin" in name] == []
    assert not (two.build / "livrets" / "voisin").exists()


def test_plain_words_that_are_gone_take_their_booklet_along(two: Project) -> None:
    step = two.root / "modules" / "voisin" / "01-lire.md"
    whole = step.read_text("utf-8")
    plain = two.build / "livrets" / "voisin" / "livret-simple.pdf"
    step.write_text(f"{whole}\n::: simple\nUn chat dort.\n:::\n", encoding="utf-8")
    built(two, replace(HANDOUTS, modules=("voisin",)))
    assert plain.is_file()
    step.write_text(whole, encoding="utf-8")
    built(two, replace(HANDOUTS, modules=("voisin",)))
    assert not plain.exists()
    assert (two.build / "livrets" / "essai" / "livret.pdf").is_file()


def test_a_build_of_one_module_leaves_the_others(two: Project) -> None:
    before = dict(files_under(two.build))
    for name in DECKS:
        (two.build / "diapos" / name).unlink()
    made = built(two, Request((Target.SLIDES,), ("voisin",)))
    assert sorted(made.sizes) == [
        PurePosixPath("build/diapos/voisin.html"),
        PurePosixPath("build/diapos/voisin.pptx"),
    ]
    del before["diapos/essai.html"], before["diapos/essai.pptx"]
    assert files_under(two.build) == before


def test_a_variant_stands_beside_the_whole_deck(two: Project) -> None:
    request = Request((Target.SLIDES, Target.HANDOUTS), ("voisin",), Variant(audience="aesh"))
    before = files_under(two.build)
    made = built(two, request)
    assert sorted(made.sizes) == [
        PurePosixPath("build/diapos/voisin--aesh.html"),
        PurePosixPath("build/diapos/voisin--aesh.pptx"),
        *(PurePosixPath("build/livrets/voisin--aesh", name) for name in SHEETS),
    ]
    assert before.items() <= files_under(two.build).items()
    whole = deck_text(two.build / "diapos" / "voisin.pptx")
    chosen = deck_text(two.build / "diapos" / "voisin--aesh.pptx")
    said = ("Une phrase pour les accompagnants", "Une phrase pour toutes les autres")
    assert [text in whole for text in said] == [True, True]
    assert [text in chosen for text in said] == [True, False]


def test_the_command_builds_a_variant_without_the_site(two: Project) -> None:
    shutil.rmtree(two.build)
    done = run(two, "build", "voisin", "--public", "aesh", "--niveau", "college")
    assert done.exit_code == 0
    assert list(files_under(two.build)) == [
        "diapos/voisin--aesh--college.html",
        "diapos/voisin--aesh--college.pptx",
        *(f"livrets/voisin--aesh--college/{name}" for name in SHEETS),
    ]


def test_variants_stay_when_the_whole_is_built_again(two: Project) -> None:
    built(two, Request((Target.SLIDES,), ("voisin",), Variant(level="college")))
    built(two, Request((Target.SLIDES,), ("voisin",)))
    assert (two.build / "diapos" / "voisin--college.pptx").is_file()


def test_sessions_of_any_length_stand_beside_the_whole_deck(whole: Project) -> None:
    before = files_under(whole.build)
    for targets, variant in (
        ((Target.SLIDES,), Variant(short=True)),
        ((Target.SLIDES, Target.HANDOUTS), Variant("aesh", minutes=90)),
    ):
        built(whole, Request(targets, ("autisme",), variant))
    after = files_under(whole.build)
    assert after.keys() - before.keys() >= {
        "diapos/autisme--aesh--duree-90.pptx",
        "diapos/autisme--courte.pptx",
        "livrets/autisme--aesh--duree-90/livret.pdf",
    }
    assert before.items() <= after.items()


def test_the_deck_says_what_its_duration_leaves_out(whole: Project) -> None:
    made = built(whole, Request((Target.SLIDES,), ("autisme",), Variant(minutes=90)))
    left = made.orders["autisme"].left_out
    said = deck_text(whole.build / "diapos" / "autisme--duree-90.pptx")
    told = ("séance de 1 h 30", *(item.words for item in left))
    assert [words for words in told if words not in said] == []
    assert len(left) > 0


def test_a_length_that_a_module_cannot_have_is_told_once_and_the_others_are_built(
    whole: Project,
) -> None:
    add_module(whole)
    request = Request((Target.SLIDES, Target.HANDOUTS), (), Variant(minutes=10))
    made = built(whole, request)
    assert [code for code, _ in told(made)] == [Code.SOR003]
    assert {path.parts[2].partition(".")[0] for path in made.sizes} == {"voisin--duree-10"}
    made = built(whole, Request((Target.SLIDES,), ("voisin",), Variant(short=True)))
    assert (made.sizes, [code for code, _ in told(made)]) == ({}, [Code.SOR004])


def test_a_module_whose_name_holds_two_dashes_keeps_its_outputs(two: Project) -> None:
    add_module(two, "mon--module")
    for variant in (Variant(), Variant(minutes=10)):
        built(two, Request((Target.SLIDES,), (), variant))
    decks = two.build / "diapos"
    names = ["mon--module--duree-10.pptx", "mon--module.pptx"]
    assert sorted(path.name for path in decks.glob("mon*.pptx")) == names
    shutil.rmtree(two.root / "modules" / "mon--module")
    built(two, SLIDES)
    assert list(decks.glob("mon*")) == []


def test_the_paper_of_the_project_is_made_again_for_what_it_prints_only(two: Project) -> None:
    places = {PurePosixPath("build/supports") / f"{name}.pdf" for name in SUPPORTS}
    step = two.root / "modules" / "voisin" / "01-lire.md"
    step.write_text(step.read_text("utf-8") + "\nUne phrase de plus.\n", encoding="utf-8")
    assert (built(two, PAPER).kept, built(two, PAPER).sizes) == (places, {})
    team = two.root / "content" / "equipe.yml"
    team.write_text(team.read_text("utf-8") + "\n", encoding="utf-8")
    assert built(two, PAPER).sizes.keys() == places


def test_an_edited_deck_is_kept_and_told(two: Project) -> None:
    (two.build / "diapos" / "voisin.pptx").write_bytes(b"ma version")
    made = built(two, Request((Target.SLIDES,), ("voisin",)))
    assert told(made) == [
        (
            Code.SOR002,
            "« build/diapos/voisin.pptx » avait été modifié à la main : votre version est gardée"
            " sous « voisin (modifié).pptx ».",
        )
    ]
    assert (two.build / "diapos" / "voisin (modifié).pptx").read_bytes() == b"ma version"


def test_a_site_that_mkdocs_refuses_is_told_and_keeps_its_pages(two: Project) -> None:
    before = files_under(two.build / "site")
    configuration = two.root / "mkdocs.yml"
    text = configuration.read_text("utf-8").replace("theme: material", "theme: readthedocs")
    configuration.write_text(text, encoding="utf-8")
    made = built(two, SITE)
    assert [code for code, _ in told(made)] == [Code.SOR001]
    assert told(made)[0][1].startswith(
        "« build/site » n’a pas pu être produit : MkDocs a refusé et dit « le thème « readthedocs »"
    )
    assert files_under(two.build / "site") == before


def test_a_full_disk_is_told_and_leaves_the_former_outputs(two: Project) -> None:
    before = files_under(two.build)
    step = two.root / "modules" / "essai" / "01-etape.md"
    step.write_text(step.read_text("utf-8").replace("Un fait", "Le fait"), encoding="utf-8")
    done = subprocess.run(
        [EMAS, "build", "--cible", "diapos"],
        cwd=two.root,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "build/diapos" in done.stdout) == (1, False)
    assert done.stderr.split("\n")[:2] == [
        "build/diapos:1:1: erreur SOR001",
        "« build/diapos » n’a pas pu être produit : le disque n’accepte pas un fichier de cette"
        " taille.",
    ]
    assert files_under(two.build) == before
    assert sorted(path.name for path in two.work.iterdir()) == [
        "bons",
        "cache",
        "empreintes.json",
        "verrou",
    ]


def test_a_file_in_the_way_is_told_and_the_rest_is_built(two: Project) -> None:
    shutil.rmtree(two.build / "diapos")
    (two.build / "diapos").write_text("un fichier", encoding="utf-8")
    made = built(two, Request((Target.SLIDES, Target.HANDOUTS), ("voisin",)))
    assert told(made) == [
        (
            Code.SOR001,
            "« build/diapos » n’a pas pu être produit : un fichier occupe la place d’un dossier.",
        )
    ]
    assert PurePosixPath("build/livrets/voisin/livret.pdf") in made.kept


def test_nothing_is_built_before_a_former_run_is_finished(two: Project) -> None:
    staged = two.work / "chantier" / "00000"
    staged.parent.mkdir()
    staged.write_bytes(b"deux")
    (two.build / "diapos" / "obstacle").write_text("un fichier", encoding="utf-8")
    move = {"staged": ".emas/chantier/00000", "final": "build/diapos/obstacle/un.pptx"}
    journal = {"moves": [move], "removals": [], "hashes": {}, "keep_edited": True}
    (two.work / "journal.json").write_text(json.dumps(journal), encoding="utf-8")
    refused = built(two, SLIDES)
    assert (refused.sizes, [code for code, _ in told(refused)]) == ({}, [Code.SOR001])
    (two.build / "diapos" / "obstacle").unlink()
    assert sorted(built(two, Request((Target.SLIDES,), ("voisin",))).sizes) == [
        PurePosixPath("build/diapos/voisin.html"),
        PurePosixPath("build/diapos/voisin.pptx"),
    ]
    assert (two.build / "diapos" / "obstacle" / "un.pptx").read_bytes() == b"deux"


def test_progress_tells_of_each_piece_of_work(two: Project) -> None:
    loaded = pipeline.load(two)
    request = Request((Target.SITE, Target.SLIDES), ("voisin",))
    heard: list[str] = []
    build(two, loaded, request, heard.append)
    assert heard == ["diapos : voisin", "site"]
    assert steps(loaded, request) == len(heard)
    assert steps(loaded, Request()) == 9


def test_the_theme_of_the_program_serves_a_project_without_one(
    two: Project, two_built: Project
) -> None:
    shutil.rmtree(two.root / "themes")
    shutil.rmtree(two.work / "cache")
    shutil.rmtree(two.build)
    deck = two.build / "diapos" / "essai.pptx"
    assert told(built(two, SLIDES)) == []
    assert deck.read_bytes() == (two_built.build / "diapos" / "essai.pptx").read_bytes()


def test_the_date_of_outputs_is_that_of_the_sources_or_of_the_environment(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = pipeline.load(project).catalogue
    consulted = [source.consulted_on for source in catalogue.sources.values()]
    assert pipeline.as_of(catalogue) == max(day for day in consulted if day)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert pipeline.as_of(catalogue).isoformat() == "1970-01-02"

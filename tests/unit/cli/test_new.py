"""`emas new`, as it is typed: each question that it asks, and each option."""

import shutil
from pathlib import Path

import pytest
from tests.copies import run
from tests.small import MINIMAL

from emas.editing.snapshots import snapshots
from emas.pipeline import load
from emas.project import Project


@pytest.fixture
def place(root: Path, tmp_path: Path) -> Project:
    """The smallest project there is: one module, one step."""
    folder = tmp_path / "projet"
    shutil.copytree(MINIMAL, folder)
    shutil.copy(root / "mkdocs.yml", folder)
    return Project(folder)


def said(place: Project, *words: str, typed: str = "") -> str:
    done = run(place, "new", *words, text=typed)
    assert done.exit_code == 0, done.output
    assert load(place).diagnostics == ()
    return done.stdout


def refused(place: Project, *words: str, typed: str = "") -> tuple[int, str]:
    done = run(place, "new", *words, text=typed)
    assert snapshots(place) == []
    return done.exit_code, done.stderr


def test_a_module_is_made_of_four_answers(place: Project) -> None:
    answers = "Un élève arrive\n2\nAESH\naccueillir un élève\n"
    lines = said(place, "module", typed=answers).splitlines()
    assert lines[-2:] == [
        "Ouvrez modules/eleve-arrive/module.yml, ligne 6.",
        "Ensuite, « emas check eleve-arrive » vérifie, « emas build eleve-arrive » produit.",
    ]
    module = load(place).catalogue.module("eleve-arrive")
    assert (module.family, module.audiences) == ("cadre", ("aesh",))
    assert module.objectives[0].statement == "accueillir un élève"


def test_each_answer_is_an_option_too(place: Project) -> None:
    said(
        place,
        *("module", "Lire", "--id", "lire-ici", "--famille", "Autisme", "--publics", "tous"),
        *("--niveaux", "Collège", "--objectif", "lire une page"),
    )
    module = load(place).catalogue.module("lire-ici")
    assert (module.audiences, module.levels) == (("aesh", "direction"), ("college",))


def test_what_is_not_in_the_list_is_asked_again(place: Project) -> None:
    typed = "Lire\nautime\nautisme\n\n\n"
    assert "« autime » n’est pas dans la liste" in said(place, "module", typed=typed)


def test_what_an_option_does_not_know_is_told_and_nothing_is_written(place: Project) -> None:
    status, told = refused(place, "module", "Lire", "--famille", "autime")
    assert (status, "la famille « autime » n’existe pas" in told) == (2, True)
    status, told = refused(place, "question", "--module", "lire")
    assert (status, "le module « lire » n’existe pas" in told) == (2, True)
    status, told = refused(place, "etape", "Lire", "--seance", "dix minutes")
    assert (status, "« dix minutes » n’est pas une durée" in told) == (1, True)


def test_no_answer_stops_and_writes_nothing(place: Project) -> None:
    status, told = refused(place, "module")
    assert (status, told) == (1, "Interrompu.\n")


def test_a_step_asks_for_its_title_and_its_minutes(place: Project) -> None:
    told = said(place, "etape", typed="Deux idées\n20 min\n")
    assert "modules/essai/02-deux-idees.md : créé\nmodules/essai/module.yml : complété\n" in told


def test_a_question_asks_for_its_kind_and_its_words(place: Project) -> None:
    told = said(place, "question", typed="11\nQue retenez-vous ?\n")
    assert "Aucune évaluation ne demande encore « ess-q02 »" in told
    assert "Ouvrez modules/essai/questions.md, ligne" in told


def test_a_situation_goes_into_the_step_that_is_chosen(place: Project) -> None:
    said(place, "etape", "Deux idées", "--seance", "20 min")
    said(place, "situation", typed="deux-idees\nSami attend\n")
    assert "::: situation Sami attend" in (
        place.root / "modules" / "essai" / "02-deux-idees.md"
    ).read_text("utf-8")


def test_a_session_asks_where_and_when(place: Project) -> None:
    said(place, "session", typed="13/01/2027\n9 h\n\nÉcole A\nLille (fictif)\n")
    said(place, "session", "--date", "2027-01-20", "--debut", "14:00", typed="\n\n")
    text = (place.root / "content" / "plan" / "2026-2027-lille-fictif.yml").read_text("utf-8")
    assert '{date: 2027-01-13, debut: "09:00", fin: "12:00", lieu: École A}' in text
    assert '{date: 2027-01-20, debut: "14:00", fin: "17:00", lieu: à compléter}' in text


def test_a_session_with_two_plans_asks_which(place: Project) -> None:
    for academy in ("Lille (fictif)", "Amiens (fictif)"):
        words = ("--date", "2027-01-13", "--lieu", "École A", "--academie", academy)
        said(place, "session", *words, typed="\n\n")
    said(place, "session", "--date", "2027-01-20", "--lieu", "École B", typed="\n\n2\n")
    assert [len(list(plan.sessions())) for plan in load(place).catalogue.plans] == [1, 2]


def test_a_path_asks_for_whom_and_through_which_modules(place: Project) -> None:
    said(place, "module", "Lire", "--famille", "cadre", "--publics", "aesh", typed="\n")
    told = said(place, "parcours", typed="Pour demain\naesh\nessai, Lire\n")
    assert "content/parcours/pour-demain.yml : créé" in told
    (path,) = load(place).catalogue.paths
    assert (path.title, path.audiences) == ("Pour demain", ("aesh",))
    assert [stage.module for stage in path.stages] == ["essai", "lire"]


def test_a_path_takes_all_its_answers_as_options(place: Project) -> None:
    said(place, "parcours", "Lire", "--id", "lire-ici", "--publics", "tous", "--modules", "essai")
    (path,) = load(place).catalogue.paths
    assert (path.id, path.audiences) == ("lire-ici", ("aesh", "direction"))
    status, told = refused_again(place, "parcours", "Lire", "--id", "lire-ici", *OTHERS)
    assert (status, "« lire-ici » existe déjà" in told) == (1, True)


OTHERS = ("--publics", "tous", "--modules", "tous")


def refused_again(place: Project, *words: str) -> tuple[int, str]:
    done = run(place, "new", *words)
    return done.exit_code, done.stderr


def test_a_path_needs_a_module(place: Project) -> None:
    shutil.rmtree(place.root / "modules")
    status, told = refused(place, "parcours", "Lire")
    assert (status, "« emas new module »" in told) == (2, True)


@pytest.mark.parametrize(
    ("option", "value"), [("--date", "mercredi"), ("--debut", "matin"), ("--fin", "25:00")]
)
def test_a_day_or_an_hour_that_is_none_is_told(place: Project, option: str, value: str) -> None:
    given = {"--date": "2027-01-13", "--debut": "9 h", "--fin": "12 h", option: value}
    status, told = refused(place, "session", *(word for pair in given.items() for word in pair))
    assert (status, f"« {value} » n’est pas une" in told) == (1, True)


def test_a_project_without_module_says_what_to_do_first(place: Project) -> None:
    shutil.rmtree(place.root / "modules")
    status, told = refused(place, "question")
    assert (status, "« emas new module »" in told) == (2, True)


def test_an_adaptation_is_made_of_three_answers_and_is_listed(place: Project) -> None:
    assert run(place, "list", "amenagements").stdout.startswith("Aucun pour l’instant")
    lines = said(place, "amenagement", typed="Des pauses\nsouffler\nTemps\n").splitlines()
    assert lines[-2] == "Ouvrez content/amenagements/pauses.md, ligne 15."
    assert run(place, "list", "amenagements").stdout == "Temps (1)\n  pauses  Des pauses\n"


def test_a_situation_needs_a_step(place: Project) -> None:
    (place.root / "modules" / "essai" / "01-etape.md").unlink()
    status, told = refused(place, "situation", "Sami attend")
    assert (status, "« essai » n’a pas encore d’étape" in told) == (1, True)


def test_a_project_that_cannot_be_read_is_mended_first(place: Project) -> None:
    (place.root / "content" / "vocabulaire.yml").write_text("familles: [", encoding="utf-8")
    status, told = refused(place, "module", "Lire")
    assert (status, "content/vocabulaire.yml ne se lit pas" in told) == (1, True)


def test_what_was_there_is_kept_first(place: Project) -> None:
    said(place, "question", "Quand ?", "--genre", "unique")
    assert [item.before for item in snapshots(place)] == ["emas new question"]

"""The programme sheet: one page for the adviser who registers a module, and a text to paste."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests import plans
from tests.pdf_check import problems
from tests.unit.writers.handouts.samples import HERE, THEME, edition_of, module, step, words_of

from emas import pipeline
from emas.document import Medium
from emas.model import Assessment, Edition, Objective, Quiz, Variant, planned
from emas.project import Project
from emas.writers.handouts import Session, write_programme


def quiz(name: str, threshold: float | None = None, delay: int | None = None) -> Quiz:
    (question,) = SMALL.module.all_questions()
    asked = Assessment(name, (question.id,), None, 0, threshold, threshold is not None, delay, HERE)
    return Quiz(SMALL, asked, (question,) if name == "positionnement" else (question,) * 6)


SMALL: Edition = edition_of(module(step()))
QUIZZES = (quiz("positionnement"), quiz("acquis", threshold=0.7), quiz("a-froid", delay=2))
SESSION = Session(quizzes=QUIZZES, prerequisites=("Le cadre",))


def printed_of(some: Edition, session: Session = SESSION) -> tuple[bytes, str]:
    """Return the PDF and the text of the sheet, which have no diagnostic."""
    made = write_programme(some, session, THEME)
    assert made.diagnostics == ()
    files = {path.suffix: data for path, data in made.files.items()}
    return files[".pdf"], files[".txt"].decode("utf-8-sig")


def test_the_sessions_of_the_plan_have_their_codes() -> None:
    (item, *_) = (one for one in planned(plans.catalogue().plans) if one.programme.code)
    session = replace(SESSION, planned=(item,))
    line = (
        "Session au plan : 13 janvier 2027 · dispositif FICTIF-26A0090001"
        " · session aut-aesh-2027-01"
    )
    assert line in printed_of(SMALL, session)[1].splitlines()
    assert "Sessionauplan" in words_of(printed_of(SMALL, session)[0])


def pages(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


def test_the_text_has_a_label_on_each_line() -> None:
    assert printed_of(SMALL)[1] == (
        "Titre : Accueillir un élève\n"
        "Résumé : Décrire ce que l’on voit.\n"
        "Identifiant : essai\n"
        "Version : 1.0, 21 novembre 2026\n"
        "Relecture : Non relu\n"
        "Licence : CC BY-SA 4.0\n"
        "Public : AESH\n"
        "Niveau : Élémentaire\n"
        "Prérequis : Le cadre\n"
        "Durée : 20 min en ligne\n"
        "Durée : 3 h en séance\n"
        "Objectif : Savoir décrire un fait\n"
        "Étape : Voir et décrire (5 min en ligne, 35 min en séance)\n"
        "Évaluation : Me situer avant de commencer, au début : 1 question\n"
        "Évaluation : Faire le point, à la fin : 6 questions, repère de 70 % des points\n"
        "Évaluation : Faire le point, plus tard, 2 mois après : 6 questions\n"
        "Notation : aucune ; un repère dit seulement ce qui mérite d’être relu\n"
        "Équipe : EMAS des Rives\n"
        "Gestionnaire : Association\n"
        "Territoire : Nord\n"
        "Interlocuteur : Coordination\n"
        "Interlocuteur : Secrétariat\n"
    )


def test_the_page_says_all_that_the_text_says() -> None:
    pdf, text = printed_of(SMALL)
    said = [line.partition(" : ")[2].replace(" ", "") for line in text.splitlines()]
    printed = words_of(pdf)
    assert [item for item in said if item not in printed] == []
    assert problems(pdf) == []


def test_nobody_is_named_and_no_number_is_given() -> None:
    assert [
        word for word in ("Camille", "03 00", "a@exemple.fr") if word in printed_of(SMALL)[1]
    ] == []


def test_a_sheet_for_an_audience_and_the_short_version_says_no_other() -> None:
    variant = Variant(audience="direction", level="college", short=True)
    lines = printed_of(replace(SMALL, variant=variant), Session())[1].splitlines()
    assert [
        line for line in lines if line.startswith(("Ident", "Pub", "Niv", "Pré", "Dur", "Not"))
    ] == [
        "Identifiant : essai--direction--college--courte",
        "Public : Direction",
        "Niveau : Collège",
        "Prérequis : aucun",
    ]


@pytest.mark.parametrize("site", ["", "https://formation.emas.example/"])
@pytest.mark.parametrize("variant", [Variant(), Variant(audience="aesh", short=True)])
def test_the_real_module_is_on_one_page(root: Path, site: str, variant: Variant) -> None:
    catalogue = pipeline.load(Project(root)).catalogue
    catalogue = replace(catalogue, team=replace(catalogue.team, site=site))
    session = Session(quizzes=pipeline.quizzes(catalogue, "autisme", variant))
    edition = pipeline.prepare(catalogue, "autisme", Medium.PAPER, variant)
    pdf, _ = printed_of(edition, session)
    assert (pages(pdf), problems(pdf)) == (1, [])


def test_words_that_one_page_cannot_hold_go_on_a_second_one() -> None:
    goals = tuple(Objective(f"but-{rank}", f"{'mot ' * 40}fin{rank}q", HERE) for rank in range(20))
    pdf, text = printed_of(edition_of(replace(SMALL.module, objectives=goals)))
    printed = words_of(pdf)
    assert (pages(pdf), problems(pdf)) == (2, [])
    assert [rank for rank in range(20) if f"fin{rank}q" not in printed] == []
    assert text.count("\nObjectif : Savoir mot") == 20


def test_a_prerequisite_has_its_title_or_its_id_if_it_has_errors(root: Path) -> None:
    catalogue = pipeline.load(Project(root)).catalogue
    real = next(module for module in catalogue.modules if module.id == "autisme")
    asking = replace(real, id="suite", prerequisites=("autisme", "casse"))
    found = pipeline.prerequisites(replace(catalogue, modules=(real, asking)), "suite")
    assert found == ("Autisme\u00a0: comprendre et accueillir un élève", "casse")

"""What each kind of question becomes on a slide or on paper, and how it is solved."""

from pathlib import Path

import pytest
from tests.unit.readers.samples import read

from emas.document import plain_text
from emas.model import Question
from emas.transforms.exercises import Exercise, exercise

KINDS = Path(__file__).parents[2] / "fixtures" / "genres.md"
QUESTIONS: dict[str, Question] = {
    question.kind.value: question
    for question in read(KINDS.read_text(encoding="utf-8").split("---\n", 2)[2]).questions
}


def of(kind: str) -> Exercise:
    return exercise(QUESTIONS[kind])


def words(asked: Exercise) -> list[str]:
    return [plain_text(option) for option in asked.options]


def test_the_fixture_asks_a_question_of_each_kind() -> None:
    assert len(QUESTIONS) == 11


def test_what_is_put_in_order_is_given_in_another_one() -> None:
    asked = of("ordre")
    right = [
        "On attend le retour au calme.",
        "On écrit ce que l'on a vu.",
        "On en parle en équipe.",
        "On choisit un essai.",
    ]
    assert sorted(words(asked)) == sorted(right)
    assert words(asked) != right
    found = plain_text(asked.solution)
    assert [found.index(text) for text in right] == sorted(found.index(text) for text in right)


def test_what_is_paired_or_sorted_takes_a_number_each() -> None:
    pairs, sorting = of("association"), of("categories")
    assert plain_text(pairs.statement).endswith(
        "Numéros\u00a0: Fonction · Lettres\u00a0: Ce que l'on voit "
        "éviter une tâche obtenir de l'attention fuir le bruit"
    )
    assert len(pairs.options) == 3
    assert plain_text(sorting.statement).endswith(
        "Numéros\u00a0: Sorte · Lettres\u00a0: Phrase 1.\u00a0Fait · 2.\u00a0Interprétation"
    )
    assert "fuir le bruit\u00a0: les mains" in plain_text(pairs.solution)
    assert plain_text(sorting.solution).startswith("Fait\u00a0: « Il a crié deux fois. »")


def test_a_text_to_complete_is_solved_with_the_first_answers() -> None:
    assert plain_text(of("trous").solution).startswith("TSA veut dire trouble du spectre")


def test_a_number_says_what_else_is_accepted() -> None:
    asked = of("numerique")
    assert plain_text(asked.solution) == "25\u00a0% (accepté de 23 à 27)"
    assert plain_text(asked.room) == "Réponse\u00a0: …………\u00a0%"


def test_an_open_question_never_asks_for_a_name() -> None:
    asked = of("ouverte")
    assert asked.told.endswith("Ne nommez aucun élève.")
    assert plain_text(asked.solution).startswith("J'affiche")


@pytest.mark.parametrize(
    ("kind", "points"),
    [
        ("echelle", ["pas du tout", "2 sur 5", "3 sur 5", "4 sur 5", "tout à fait"]),
        ("position", None),
    ],
)
def test_a_scale_has_points_and_no_solution(kind: str, points: list[str] | None) -> None:
    asked = of(kind)
    assert len(asked.options) == 5
    assert asked.solution == ()
    assert points is None or words(asked) == points


@pytest.mark.parametrize("kind", ["unique", "multiple", "vrai-faux"])
def test_what_is_ticked_has_its_remarks_and_no_other_solution(kind: str) -> None:
    asked = of(kind)
    assert asked.solution == ()
    assert len(asked.options) == {"unique": 2, "multiple": 3, "vrai-faux": 2}[kind]

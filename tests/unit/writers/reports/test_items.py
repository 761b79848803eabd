"""Remarks on questions, as they are read."""

from dataclasses import replace

from emas.model.items import Item
from emas.model.moment import AskedQuestion
from emas.writers.reports.items import remarks

QUESTION = AskedQuestion(
    "q1@1", {"kind": "unique", "count": 3, "right": [0]}, "", "Énoncé", ("a", "b", "c"), (0, 1, 2),
    frozenset([0]), True,
)  # fmt: skip
GOOD = Item(QUESTION, "acquis", 64, 0.6, 0.4, 64, ())


def said(item: Item) -> list[str]:
    words = remarks([item]).get((item.moment, "q1@1"), ())
    return [one.replace("\N{NO-BREAK SPACE}", " ") for one in words]


def test_a_question_that_works_has_no_remark() -> None:
    assert remarks([GOOD]) == {}


def test_each_remark_says_what_it_is_worth() -> None:
    assert said(replace(GOOD, success=0.97)) == [
        "Tout le monde y répond juste, ou presque (97 % de réussite, 64 réponses)."
    ]
    assert said(replace(GOOD, success=0.97, moment="positionnement")) == [
        "Tout le monde y répond juste, avant même la formation (97 % de réussite, 64 réponses)."
    ]
    assert said(replace(GOOD, success=0.2)) == [
        "Peu de bonnes réponses (20 % de réussite, 64 réponses) : relire l’énoncé, la clé, ou le"
        " module."
    ]
    assert said(replace(GOOD, discrimination=-0.2)) == [
        "Ceux qui savent le reste n’y répondent guère mieux que les autres (60 % de réussite, 64"
        " réponses) : l’énoncé est peut-être ambigu, ou la clé fausse."
    ]
    assert said(replace(GOOD, unchosen=(1, 2))) == [
        "Réponses que personne n’a choisies (64 réponses) : « b », « c »"
    ]

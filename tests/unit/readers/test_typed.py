"""Answers typed from a sheet of paper: in the signs that are printed on it."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.readers.samples import VOCABULARY

from emas.document import plain_text
from emas.model import Question, Response, key, score, shown_answers, shown_items
from emas.readers.markdown import read_markdown
from emas.readers.source import SourceFile
from emas.readers.typed import how_to_type, read_typed


def question(text: str) -> Question:
    source = SourceFile(PurePosixPath("questions.md"), text)
    read = read_markdown(source, VOCABULARY, prefix="q")
    assert read.diagnostics == ()
    return read.questions[0]


COLOURS = question("""::: question multiple {#couleurs}
objectif : o

Lesquelles ?

- [x] rouge
- [ ] bleu
- [x] vert
:::
""")
ORDER = question("""::: question ordre {#etapes}
objectif : o

Dans quel ordre ?

1. observer
2. essayer
3. mesurer
:::
""")
PAIRS = question("""::: question association {#paires}
objectif : o

Reliez.

| Sigle | Sens |
|---|---|
| un | I |
| deux | II |
| trois | III |
:::
""")
SORTED = question("""::: question categories {#classer}
objectif : o

Classez.

| Ce que l'on voit | Genre |
|---|---|
| il crie | fait |
| il est triste | avis |
| il sort | fait |
:::
""")
GAPS = question("""::: question trous {#trous}
objectif : o

On note le [[fait]] et la [[date]].
:::
""")
SCALE = question("""::: question echelle {#echelle}
objectif : o
echelle : pas du tout … tout à fait

C'était clair.
:::
""")
TRUE = question("""::: question vrai-faux {#vrai}
objectif : o

Le ciel est bleu.

- [x] Vrai
- [ ] Faux
:::
""")


def letter(name: str) -> str:
    """Return the letter printed before the answer `name` of the colours."""
    task = COLOURS.task
    shown = [plain_text(one.label) for _, one in shown_answers(task, COLOURS.id)]  # type: ignore[arg-type]
    return "ABC"[shown.index(name)]


def test_letters_are_those_printed_before_the_answers() -> None:
    typed = f"{letter('vert')} , {letter('rouge').lower()}"
    response = read_typed(COLOURS, typed)
    assert response == [0, 2]
    assert score(key(COLOURS), response) == 1.0


def test_the_printed_order_is_followed_for_each_kind() -> None:
    # The boxes of a sheet hold ranks: the item printed first may be the third to do.
    items = [plain_text(one.label) for _, one in shown_items(ORDER.task, ORDER.id)]  # type: ignore[arg-type]
    ranks = [["observer", "essayer", "mesurer"].index(one) + 1 for one in items]
    assert read_typed(ORDER, " ".join(map(str, ranks))) == [0, 1, 2]
    orders = [read_typed(ORDER, f"{a}{b}{c}") for a in "123" for b in "123" for c in "123"]
    assert orders.count([0, 1, 2]) == 1
    pairs = [read_typed(PAIRS, a + b + c) for a in "ABC" for b in "ABC" for c in "ABC"]
    assert pairs.count([0, 1, 2]) == 1
    sortings = [read_typed(SORTED, f"{a} {b} {c}") for a in "12" for b in "12" for c in "12"]
    assert [score(key(SORTED), one) for one in sortings if one].count(1.0) == 1


@pytest.mark.parametrize(
    ("asked", "text", "expected"),
    [
        (TRUE, "v", [0]),
        (TRUE, "Faux", [1]),
        (PAIRS, "---", [None, None, None]),
        (SORTED, "- - -", [None, None, None]),
        (GAPS, "fait / date", ["fait", "date"]),
        (GAPS, "fait / -", ["fait", ""]),
        (SCALE, " 5 ", 4),
    ],
)
def test_what_is_typed_becomes_an_answer(asked: Question, text: str, expected: Response) -> None:
    assert read_typed(asked, text) == expected


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (COLOURS, "D"),
        (COLOURS, "AA"),
        (TRUE, "AB"),
        (ORDER, "1 1 2"),
        (ORDER, "12"),
        (PAIRS, "AB"),
        (SORTED, "1 2 3"),
        (SORTED, "0 1 1"),
        (GAPS, "fait"),
        (SCALE, "6"),
        (SCALE, "0"),
        (SCALE, "²"),
        (SCALE, ""),
    ],
)
def test_what_is_no_answer_is_none(asked: Question, text: str) -> None:
    assert read_typed(asked, text) is None


@given(
    st.sampled_from([COLOURS, ORDER, PAIRS, SORTED, GAPS, SCALE, TRUE]),
    st.text(max_size=12) | st.text("ABC123 -/,", max_size=8),
)
def test_whatever_is_typed_can_be_scored_or_is_none(asked: Question, text: str) -> None:
    response = read_typed(asked, text)
    if response is not None:
        score(key(asked), response)


def test_how_to_type_says_what_a_room_of_questions_needs() -> None:
    told = [how_to_type(one) for one in (COLOURS, ORDER, PAIRS, SORTED, GAPS, SCALE, TRUE)]
    assert told == [
        "les lettres cochées : AC",
        "les 3 nombres des cases, de haut en bas : 2 3 1",
        "les 3 lettres des cases, de haut en bas ; - pour une case vide",
        "le numéro de la catégorie de chaque ligne, de haut en bas"
        " (3 lignes ; - pour une ligne vide)",
        "les mots écrits, séparés par / (2 trous ; - pour un trou vide)",
        "le rang de la case cochée, de 1 à 5",
        "V ou F",
    ]

"""Changes in a YAML text: the rest stays as it was, letter for letter."""

from pathlib import PurePosixPath

import pytest

from emas.editing.yaml_text import (
    NOTE,
    Add,
    Change,
    Extend,
    Guess,
    NotEditableError,
    Put,
    applied,
    edited,
    scalar,
)
from emas.readers.source import SourceFile
from emas.readers.yaml_tree import Plain, plain, read_yaml

TEXT = """\
# Un plan
titre:   'Le plan'   # entre quotes
liste:
- nom: un
  jours: [{date: 2027-01-13}]
  # une remarque
- {nom: deux, places: {min: 8}}
vide: []
fin: "é" # fin
"""


def tree(text: str) -> Plain:
    node, found = read_yaml(SourceFile(PurePosixPath("a.yml"), text))
    assert (found, node is None) == ([], False)
    assert node is not None
    return plain(node)


def changed(*changes: Change, text: str = TEXT) -> str:
    """Return `text` with changes, having checked that its tree is the one expected."""
    result = edited(text, changes)
    assert tree(result) == applied(tree(text), changes)
    return result


def test_without_a_change_nothing_changes() -> None:
    assert changed() == TEXT


def test_a_text_takes_the_place_of_another() -> None:
    after = changed(Put(("titre",), "L’autre : le vrai"), Put(("liste", 1, "nom"), "trois"))
    expected = TEXT.replace("'Le plan'", '"L’autre : le vrai"').replace("deux", "trois")
    assert after == expected


def test_a_key_comes_after_those_of_its_mapping() -> None:
    after = changed(
        Add(("liste", 0), "places", {"max": "12"}), Add(("liste", 1, "places"), "max", "9")
    )
    assert after == TEXT.replace(
        "{date: 2027-01-13}]\n", "{date: 2027-01-13}]\n  places: {max: 12}\n"
    ).replace("{min: 8}", "{min: 8, max: 9}")


def test_items_come_after_those_of_their_list() -> None:
    item: Plain = {"nom": "quatre", "jours": [{"date": "2027-02-01"}, {"date": "2027-02-02"}]}
    after = changed(
        Extend(("liste",), (item,)), Extend(("liste", 0, "jours"), ({"date": "2027-01-14"},))
    )
    assert after == TEXT.replace(
        "places: {min: 8}}\n",
        "places: {min: 8}}\n- nom: quatre\n  jours:\n    - {date: 2027-02-01}\n"
        "    - {date: 2027-02-02}\n",
    ).replace("[{date: 2027-01-13}]", "[{date: 2027-01-13}, {date: 2027-01-14}]")


def test_lists_that_end_together_each_get_their_own() -> None:
    text = "a:\n  - b:\n      - c: [1]\n"
    changes = (
        Extend(("a",), ({"b": []},)),
        Add(("a", 0), "d", "3"),
        Extend(("a", 0, "b"), ({"c": "2"},)),
    )
    assert changed(*changes, text=text) == text + "      - {c: 2}\n    d: 3\n  - b: []\n"


def test_an_empty_list_becomes_lines() -> None:
    assert changed(Extend(("vide",), ("a", "b"))) == TEXT.replace("vide: []", "vide:\n  - a\n  - b")


def test_a_last_line_without_an_end_gets_one() -> None:
    assert changed(Add((), "b", "2"), text="a: 1") == "a: 1\nb: 2\n"


def test_a_key_comes_after_a_text_of_several_lines() -> None:
    text = "a:\n  b: |\n    un\n    deux\nc: 3\n"
    assert changed(Add(("a",), "d", "4"), text=text) == text.replace("deux\n", "deux\n  d: 4\n")


def test_a_guess_says_so_until_the_text_is_known() -> None:
    guessed = changed(Add((), "cadre", Guess("paf")), text="a: 1\n")
    assert guessed == f"a: 1\ncadre: paf{NOTE}\n"
    assert changed(Put(("cadre",), "fil"), text=guessed) == f"a: 1\ncadre: fil{NOTE}\n"
    assert changed(Put(("cadre",), "fil", known=True), text=guessed) == "a: 1\ncadre: fil\n"


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("a: [{b: [c]}]", Extend(("a",), ({"b": ["d"]},))),
        ("a: {b: []}", Extend(("a", "b"), ({"c": ["d"]},))),
        ("a: {}", Add(("a",), "b", "c")),
        ("a: |\n  b", Put(("a",), "c")),
        ("a: b", Extend(("a",), ("c",))),
        ("a: b", Add(("a",), "b", "c")),
    ],
)
def test_what_would_need_to_be_laid_out_anew_is_refused(text: str, change: Change) -> None:
    with pytest.raises(NotEditableError):
        edited(text, [change])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("École A (salle 2)", "École A (salle 2)"),
        ("2027-01-13", "2027-01-13"),
        ("25", "25"),
        ("75003", '"75003"'),
        ("007", '"007"'),
        ("09:00", '"09:00"'),
        ("a: b", '"a: b"'),
        ('dit "oui"', '"dit \\"oui\\""'),
        ("a, b", '"a, b"'),
        ("- a", '"- a"'),
        ("a #b", '"a #b"'),
        ("fin ", '"fin "'),
        ("", '""'),
    ],
)
def test_texts_are_quoted_when_they_need_it(text: str, written: str) -> None:
    assert scalar(text) == written
    assert tree(f"a: {{b: {written}}}") == {"a": {"b": text}}

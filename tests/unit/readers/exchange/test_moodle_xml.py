"""Moodle XML: each type of question, and what is told of those we have not."""

import pytest
from tests.conftest import Golden
from tests.exchanges import MOODLE, imported, one, question_of, quiz, sources_of, told

from emas.model import Gaps, Kind, Ticking


def test_a_bank_becomes_our_markdown(golden: Golden) -> None:
    golden("echange/moodle.md", "\n\n".join(sources_of(MOODLE.read_bytes())) + "\n")


def test_what_was_not_understood_is_told(golden: Golden) -> None:
    found = imported(MOODLE.read_bytes()).diagnostics
    lines = sorted(
        f"{item.span.line}:{item.span.column} {item.code} {item.message}" for item in found
    )
    golden("echange/moodle.txt", "\n".join(lines) + "\n")


def test_an_encoding_is_what_the_file_declares() -> None:
    text = one("truefalse", ANSWERS, "Été ?").replace("?>", " encoding='iso-8859-1'?>", 1)
    assert sources_of(text.encode("latin-1"))[0].split("\n")[1] == "Été ?"


ANSWERS = (
    "<answer fraction='0'><text>false</text></answer>"
    "<answer fraction='100'><text>true</text></answer>"
)


def test_true_and_false_are_known_by_their_names() -> None:
    task = question_of(one("truefalse", ANSWERS)).task
    assert isinstance(task, Ticking)
    assert [answer.right for answer in task.answers] == [True, False]


def test_old_files_give_true_first_in_any_language() -> None:
    old = ANSWERS.replace("false", "Vrai").replace("true", "Faux")
    task = question_of(one("truefalse", old)).task
    assert isinstance(task, Ticking)
    assert [answer.right for answer in task.answers] == [False, True]


def test_escapes_and_entities_of_a_gap_are_read() -> None:
    text = "{1:SHORTANSWER_C:=a&#125;b~=c\\~d\\}~=\\*} {:MWC:%100%e#dit#encore}"
    question = question_of(one("cloze", "", text))
    assert isinstance(question.task, Gaps)
    assert question.task.strict
    (source,) = sources_of(one("cloze", "", text))
    assert "[[a}b / c~d} / *]] [[e]]" in source
    assert "> « e » : dit#encore" in source


def test_spellings_that_we_forgive_are_written_once() -> None:
    (source,) = sources_of(one("cloze", "", "{1:SA:=aménage~=amenages~=adapte}"))
    assert "[[aménage / adapte]]" in source


def test_a_right_share_of_the_points_is_not_worth_a_word() -> None:
    answers = "".join(
        f"<answer fraction='{worth}' format='html'><text>{name}</text></answer>"
        for name, worth in (
            ("a", "33.33333"),
            ("b", "33.33333"),
            ("c", "33.33333"),
            ("d", "-33.33333"),
        )
    )
    assert told(one("multichoice", f"<single>false</single>{answers}")) == []


def test_ranks_to_choose_are_an_order_when_our_export_says_so() -> None:
    rows = "".join(
        f"<subquestion format='html'><text>{name}</text><answer><text>{rank}</text></answer>"
        "</subquestion>"
        for name, rank in (("b", 2), ("c", 3), ("a", 1))
    )
    tagged = one("matching", rows + "<tags><tag><text>genre:ordre</text></tag></tags>")
    assert question_of(tagged).kind is Kind.ORDER
    assert sources_of(tagged)[0].endswith("1. a\n2. b\n3. c\n:::")
    assert question_of(one("matching", rows)).kind is Kind.MATCHING


REFUSED = {
    "une autre racine": ("<?xml version='1.0'?>\n<html/>", 2, 1),
    "une balise qui manque": ("<quiz>\n<question></quiz>", 2, 13),
    "un texte coupé": ("<quiz><question type='essay'><text><![CDATA[a", 1, 46),
    "un type de document": (
        '<?xml version="1.0"?>\n<!DOCTYPE quiz [<!ENTITY a "b">]><quiz/>',
        2,
        16,
    ),
    "un fichier d’ailleurs": (
        '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>',
        1,
        16,
    ),
    "un encodage inconnu": ("<?xml version='1.0' encoding='klingon'?><quiz/>", 1, 31),
    "une entité inconnue": ("<quiz>&nbsp;</quiz>", 1, 7),
    "des éléments sans fin": ("<quiz>" + "<a>" * 100, 1, 94),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_read_is_refused_at_its_place(name: str) -> None:
    text, line, column = REFUSED[name]
    assert told(text) == [("IMP001", line, column)]


def test_a_text_in_unprotected_tags_is_not_guessed() -> None:
    text = (
        "<question type='essay'><questiontext><text><p>Quoi ?</p></text></questiontext></question>"
    )
    assert told(quiz(text)) == [("IMP002", 2, 7)]


def test_a_number_that_is_none_is_told() -> None:
    answer = "<answer fraction='100'><text>beaucoup</text></answer>"
    assert told(one("numerical", answer)) == [("IMP002", 2, 7)]

"""A typo that is mended keeps the answers; a changed key asks that question again."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emas.diagnostics import Span
from emas.document import Axis, Blocks, Choice, Conditional, Decision, Paragraph, Text, Verdict
from emas.model import (
    Answer,
    Kind,
    Question,
    Ticking,
    decision_version,
    question_version,
)

SPAN = Span(PurePosixPath("modules/essai/01-essai.md"), 1, 1, 1, 2)
STATEMENT = "Que note-t-on après 24 mois ?"
FACT, OPINION = "Un fait observé, daté.", "Un jugement sur l'élève."


def said(words: str) -> Blocks:
    return (Paragraph((Text(words, SPAN),), SPAN),)


def asked(
    statement: str = STATEMENT,
    *answers: tuple[bool, str],
    kind: Kind = Kind.SINGLE,
) -> Question:
    written = answers or ((True, FACT), (False, OPINION))
    return Question(
        id="essai-q01",
        objective="",
        source="",
        statement=said(statement),
        task=Ticking(kind, tuple(Answer(right, said(words), (), SPAN) for right, words in written)),
        hint=(),
        feedback=(),
        written_id=True,
        objective_span=SPAN,
        span=SPAN,
    )


BEFORE = question_version(asked())


def test_a_version_is_eight_hexadecimal_digits_and_stays_from_one_run_to_the_next() -> None:
    assert BEFORE == "44b65c5a"


@pytest.mark.parametrize(
    "mended",
    [
        asked("Que note-t-on aprés 24 mois ?"),
        asked("que note t’on, après 24\u00a0mois\u202f?"),
        asked("Que note-t-on après après 24 mois ?"),
        asked("Que notte-t-on après 24 moi ?"),
        asked(STATEMENT, (True, "Un faits observée, datés."), (False, OPINION)),
        asked(STATEMENT, (True, FACT), (False, "Un jugemment sur l’éleve")),
        replace(asked(), feedback=said("Un fait se date."), hint=said("Relisez."), source="has"),
    ],
    ids=["accent", "punctuation", "twice", "letters", "agreement", "answer", "feedback"],
)
def test_a_typo_that_is_mended_keeps_the_answers(mended: Question) -> None:
    assert question_version(mended) == BEFORE


@pytest.mark.parametrize(
    "changed",
    [
        asked(STATEMENT, (False, FACT), (True, OPINION)),
        asked(STATEMENT, (True, FACT), (True, OPINION)),
        asked(STATEMENT, (False, OPINION), (True, FACT)),
        asked(STATEMENT, (True, FACT), (False, OPINION), (False, "Rien.")),
        asked(STATEMENT, (True, FACT), (False, "Une impression générale.")),
        asked("Que ne note-t-on pas après 24 mois ?"),
        asked("Que note-t-on après 18 mois ?"),
        asked(kind=Kind.MULTIPLE),
    ],
    ids=["key", "more right", "order", "more", "other answer", "negation", "number", "kind"],
)
def test_what_changes_the_meaning_asks_again(changed: Question) -> None:
    assert question_version(changed) != BEFORE


def test_ligatures_are_two_letters() -> None:
    assert question_version(asked("Un œuf ?")) == question_version(asked("Un oeuf ?"))


def test_a_box_of_the_statement_depends_on_the_audience_and_does_not_count() -> None:
    box = Conditional(Axis.AUDIENCE, ("aesh",), said("Pour vous."), "pour", SPAN)
    question = asked()
    assert question_version(replace(question, statement=(box, *question.statement))) == BEFORE


WORDS = st.text("abcdefghijklmnopqrstuvwxyzéèàêç", min_size=3, max_size=12)


@given(st.lists(WORDS, min_size=1, max_size=12), st.data())
def test_a_letter_typed_wrong_inside_a_word_keeps_the_answers(
    words: list[str], data: st.DataObject
) -> None:
    rank = data.draw(st.integers(0, len(words) - 1))
    place = data.draw(st.integers(1, len(words[rank]) - 1))
    letter = data.draw(st.sampled_from(["", "e", "ss", "é"]))
    wrong = words[rank][:place] + letter + words[rank][place + 1 :]
    typed = [*words[:rank], wrong, *words[rank + 1 :]]
    # Two words in a row may become the same, and then count once.
    spaced, misspelt = (" puis ".join(text) for text in (words, typed))
    assert question_version(asked(misspelt)) == question_version(asked(spaced))


def decision(*choices: tuple[Verdict, str], goto: str | None = None) -> Decision:
    written = tuple(Choice(verdict, said(words), (), goto, SPAN) for verdict, words in choices)
    return Decision((Text("Que faire ?", SPAN),), (), written, "d1", SPAN)


def test_a_decision_changes_with_its_choices_and_not_with_where_they_lead() -> None:
    before = decision((Verdict.ADVISED, "Attendre."), (Verdict.AVOID, "Punir."))
    led = decision((Verdict.ADVISED, "Atendre"), (Verdict.AVOID, "Punir."), goto="d2")
    judged = decision((Verdict.POSSIBLE, "Attendre."), (Verdict.AVOID, "Punir."))
    assert decision_version(led) == decision_version(before) != decision_version(judged)

"""GIFT as Moodle reads it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchanges import draft_of, drafts_of, told

from emas.readers.exchange.draft import (
    HOLE,
    Choices,
    Description,
    Essay,
    Format,
    Matches,
    Numeric,
    TrueFalse,
    Typed,
)


def test_an_equal_sign_makes_one_right_answer() -> None:
    body = draft_of("Qui ?{~Lui =Elle#Oui. ~%50%Eux}").body
    assert isinstance(body, Choices)
    assert body.single
    assert [(option.text.text, int(option.worth)) for option in body.options] == [
        ("Lui", 0),
        ("Elle", 100),
        ("Eux", 50),
    ]
    assert body.options[1].feedback.text == "Oui."


def test_without_an_equal_sign_several_answers_are_right() -> None:
    body = draft_of("Qui ?{~%33.33333%a ~%-100%b}").body
    assert isinstance(body, Choices)
    assert not body.single
    assert [option.worth for option in body.options] == [Decimal("33.33333"), -100]


@pytest.mark.parametrize(
    ("answer", "right", "when_true", "when_false"),
    [
        ("T", True, "", ""),
        ("FALSE#Non.#Oui.", False, "Non.", "Oui."),
        ("TRUE#Non.#Oui.", True, "Oui.", "Non."),
    ],
)
def test_the_first_remark_of_a_true_false_is_for_the_wrong_answer(
    answer: str, right: bool, when_true: str, when_false: str
) -> None:
    body = draft_of(f"Le ciel est bleu.{{{answer}}}").body
    assert isinstance(body, TrueFalse)
    assert (body.right, body.when_true.text, body.when_false.text) == (right, when_true, when_false)


def test_words_to_type_stand_in_the_sentence() -> None:
    draft = draft_of("L'école {=aménage =adapte} la classe.")
    assert isinstance(draft.body, Typed)
    assert draft.statement.text == f"L'école {HOLE} la classe."
    assert [option.text.text for option in draft.body.options] == ["aménage", "adapte"]


@pytest.mark.parametrize(
    ("answer", "value", "tolerance"),
    [
        ("#1822", "1822", "0"),
        ("#-3.142:0.001", "-3.142", "0.001"),
        ("#1..5", "3", "2"),
        ("#2,5:0,5", "2.5", "0.5"),
    ],
)
def test_a_number_has_a_margin_or_two_ends(answer: str, value: str, tolerance: str) -> None:
    body = draft_of(f"Combien ?{{{answer}}}").body
    assert isinstance(body, Numeric)
    (figure,) = body.figures
    assert (figure.value, figure.tolerance) == (Decimal(value), Decimal(tolerance))


def test_arrows_make_pairs() -> None:
    body = draft_of("Reliez.{=un -> 1 =deux -> 2}").body
    assert isinstance(body, Matches)
    assert [(couple.left.text, couple.right) for couple in body.couples] == [
        ("un", "1"),
        ("deux", "2"),
    ]


def test_empty_braces_ask_for_a_text_and_no_brace_for_nothing() -> None:
    assert isinstance(draft_of("Racontez.{}").body, Essay)
    assert isinstance(draft_of("Lisez ceci.").body, Description)


def test_a_comment_gives_an_id_and_tags() -> None:
    draft = draft_of("// [id:q\\]1] [tag:objectif:lire] [tag:deux mots]\n::Titre::Quoi ?{T}")
    assert (draft.id, draft.tags, draft.title) == (
        "q]1",
        ("objectif:lire", "deux mots"),
        "Titre",
    )


def test_a_category_holds_for_what_follows() -> None:
    drafts, _ = drafts_of("$CATEGORY: tom/dick\n\nUn ?{T}\n\n$CATEGORY: harry\nDeux ?{F}")
    assert [draft.category for draft in drafts] == ["tom/dick", "harry"]


def test_a_format_is_named_once_for_the_question() -> None:
    draft = draft_of("[html]<b>Quoi</b> ?{=[plain]a ~b ####fin}")
    assert isinstance(draft.body, Choices)
    formats = [option.text.format for option in draft.body.options]
    assert draft.statement.format is Format.HTML
    assert formats == [Format.PLAIN, Format.HTML]
    assert (draft.feedback.text, draft.feedback.format) == ("fin", Format.HTML)


def test_places_are_those_of_the_file() -> None:
    assert told("// un mot\n\n  Quoi ?{=a\n// encore\n  ~%50%b}") == [("IMP003", 5, 4)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Quoi ?{=a", (1, 7)),
        ("Quoi ? =a}", (1, 10)),
        ("Quoi ?{=a} et {=b}", (1, 15)),
        ("Combien ?{#abc}", (1, 1)),
        ("Combien ?{#}", (1, 12)),
    ],
)
def test_what_is_not_understood_is_told_at_its_place(text: str, place: tuple[int, int]) -> None:
    assert told(text) == [("IMP002", *place)]


def escaped(text: str) -> str:
    """Escape a text as Moodle does (`repchar` of its format)."""
    return "".join(f"\\{letter}" if letter in "\\~=#{}:" else letter for letter in text).replace(
        "\n", "\\n"
    )


WORDS = st.text(
    st.one_of(
        st.sampled_from("\\~=#{}:[]<>&%$/*_`-\n éà«»"),
        st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters=HOLE),
    ),
    min_size=1,
    max_size=40,
).map(lambda text: f"a{text}z")


@given(st.lists(WORDS, min_size=3, max_size=6))
def test_what_is_escaped_is_read_as_it_was(texts: list[str]) -> None:
    title, statement, *answers = texts
    options = "".join(f"~{escaped(text)}#{escaped(text)}\n" for text in answers)
    draft = draft_of(
        f"::{escaped(title)}::[plain]{escaped(statement)}{{=juste\n{options}####{escaped(title)}}}"
    )
    assert isinstance(draft.body, Choices)
    assert draft.title == " ".join(title.split())
    assert draft.statement.text == statement
    assert draft.feedback.text == title
    assert [(o.text.text, o.feedback.text) for o in draft.body.options[1:]] == [
        (text, text) for text in answers
    ]

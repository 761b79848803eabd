"""Glossary terms at their first use on a page."""

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.transforms.written import SPAN, blocks, term

from emas.document import Paragraph, TermUse, Text, plain_text, walk
from emas.model import Term
from emas.transforms.glossary import Glossary, terms_used
from emas.transforms.typography import space_blocks

GLOSSARY = Glossary(
    {
        item.id: item
        for item in (
            term("aesh", "AESH"),
            term("emas", "EMAS", "Emas"),
            term("pas", "PAS"),
            term("amenagement", "aménagement", "aménagements"),
            term("sens", "particularité sensorielle", "particularités sensorielles"),
            term("particularite", "particularité"),
        )
    }
)


def marked(markdown: str) -> list[tuple[str, str]]:
    """Return the terms marked in a text: id, and the words that are marked."""
    found = walk(GLOSSARY.mark(space_blocks(blocks(markdown))))
    return [(node.term, plain_text(node.children)) for node in found if isinstance(node, TermUse)]


def test_only_the_first_use_of_a_page_is_marked() -> None:
    assert marked("Une AESH aide.\n\n- Une AESH écoute.\n\nL'EMAS aussi, et l'AESH.") == [
        ("aesh", "AESH"),
        ("emas", "EMAS"),
    ]


def test_a_term_is_found_after_an_apostrophe_and_before_a_sign() -> None:
    assert marked("Avec l'AESH, l’EMAS: un aménagement ?") == [
        ("aesh", "AESH"),
        ("emas", "EMAS"),
        ("amenagement", "aménagement"),
    ]


def test_a_variant_stands_for_its_term() -> None:
    assert marked("Les aménagements et un aménagement. Les Emas.") == [
        ("amenagement", "aménagements"),
        ("emas", "Emas"),
    ]


def test_capitals_are_free_for_a_word_and_not_for_an_acronym() -> None:
    assert marked("Aménagement : ce n'est pas une aesh.") == [("amenagement", "Aménagement")]


def test_a_term_is_a_whole_word() -> None:
    assert marked("Des AESHs, un réaménagement, PASSER.") == []


def test_the_longest_term_wins() -> None:
    assert marked("Une particularité sensorielle, une particularité.") == [
        ("sens", "particularité sensorielle"),
        ("particularite", "particularité"),
    ]


def test_a_term_may_run_over_two_lines() -> None:
    assert marked("Une particularité\nsensorielle forte.") == [
        ("sens", "particularité sensorielle")
    ]


def test_headings_links_emphasis_and_code_are_left_alone() -> None:
    assert (
        marked("## AESH\n\n[AESH](https://exemple.fr) **AESH** *AESH* `AESH`\n\n```text\nAESH\n```")
        == []
    )


def test_a_cell_may_explain_a_term() -> None:
    assert marked("| AESH | b |\n|---|---|\n| EMAS | AESH |\n") == [
        ("aesh", "AESH"),
        ("emas", "EMAS"),
    ]


def test_terms_used_are_those_marked() -> None:
    assert terms_used(GLOSSARY.mark(blocks("Une AESH et l'EMAS, une AESH."))) == {"aesh", "emas"}


def test_a_project_without_glossary_has_no_term() -> None:
    written = blocks("Une AESH.")
    assert Glossary({}).mark(written) == written


def test_a_letter_that_looks_like_another_is_another() -> None:
    written = blocks("Un ısolé sans point.")
    assert Glossary({"i": term("i", "isolé")}).mark(written) == written


ODD = st.text(alphabet="AESHaeshpasPıİſK ’'\u00a0")


@given(ODD, st.lists(st.sampled_from(["AESH", "pas", "is", "sk"]), unique=True))
def test_marking_changes_no_word(text: str, words: list[str]) -> None:
    terms: dict[str, Term] = {word: term(word, word) for word in words}
    (paragraph,) = Glossary(terms).mark((Paragraph((Text(text, SPAN),), SPAN),))
    assert "".join(node.text for node in walk((paragraph,)) if isinstance(node, Text)) == text

"""Lines of text."""

from tests.unit.writers.site.samples import SPAN, citation, html, scope, text

from emas.document import (
    Emphasis,
    FactState,
    Image,
    Inline,
    InlineCode,
    InlineComment,
    LineBreak,
    Link,
    Strike,
    Strong,
    TermUse,
)
from emas.writers.site.inlines import inlines, still

TERM = TermUse("tnd", text("TND"), SPAN)
NUMBERLESS = '<a data-source="has-2026-tsa" class="emas-appel">'


def written(*nodes: Inline) -> str:
    return html(inlines(nodes, scope()))


def test_marks_become_their_elements() -> None:
    marks = (
        Emphasis(text("a"), SPAN),
        Strong(text("b"), SPAN),
        Strike(text("c"), SPAN),
        InlineCode("d", SPAN),
        LineBreak(SPAN),
    )
    expected = "<em>a</em><strong>b</strong><del>c</del><code>d</code><br>"
    assert written(*marks) == expected


def test_a_comment_is_published_nowhere() -> None:
    assert written(InlineComment("secret", SPAN)) == ""


def test_markup_in_a_text_is_shown_as_text() -> None:
    link = Link("02-voir.md", text("<b>"), SPAN)
    assert written(link) == '<a href="voir.md">&lt;b&gt;</a>'


def test_a_picture_that_only_decorates_has_no_replacement_text() -> None:
    image = Image("media/carte.svg", "oubli", "", True, SPAN)
    assert written(image) == '<img src="media/carte.svg" alt="" loading="lazy">'


def test_a_citation_says_where_to_look() -> None:
    assert written(citation(locator="p. 12")) == (
        f'<span class="emas-citation">[{NUMBERLESS}<span class="emas-cache">source </span></a>'
        ", p. 12]</span>"
    )


def test_a_fact_to_confirm_says_so_where_it_stands() -> None:
    assert written(citation(state=FactState.UNCONFIRMED)) == (
        f'<span class="emas-citation">[{NUMBERLESS}<span class="emas-cache">source </span></a>, '
        '<span class="emas-etat emas-etat--unconfirmed">à confirmer</span>]</span>'
    )


def test_a_term_links_to_the_glossary_and_carries_its_definition() -> None:
    entry = 'href="../../glossaire.md#tnd"'
    assert written(TERM) == (
        f'<a class="emas-terme" {entry}>TND</a>'
        '<span class="emas-bulle" popover="auto" data-search-exclude="">'
        "<strong>TND (trouble du neurodéveloppement)\u00a0: </strong>"
        f"Trouble du développement. <a {entry}>Voir le glossaire</a></span>"
    )


def test_nothing_can_be_clicked_where_a_click_already_means_something() -> None:
    nodes = (Link("02-voir.md", text("suite"), SPAN), TERM, citation())
    assert html(still(nodes, scope())) == (
        'suiteTND<span class="emas-citation">['
        '<span data-source="has-2026-tsa" class="emas-appel">'
        '<span class="emas-cache">source </span></span>]</span>'
    )

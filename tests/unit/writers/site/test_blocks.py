"""Blocks of CommonMark."""

from tests.unit.writers.site.samples import SPAN, citation, html, paragraph, scope, text

from emas.document import (
    Align,
    Block,
    BulletList,
    Cell,
    CodeBlock,
    Comment,
    Figure,
    Heading,
    Image,
    ListItem,
    OrderedList,
    Quote,
    Row,
    Table,
    ThematicBreak,
)
from emas.writers.site.blocks import blocks


def written(*nodes: Block) -> str:
    return html(blocks(nodes, scope()))


def row(*cells: str) -> Row:
    return Row(tuple(Cell(text(cell), SPAN) for cell in cells), SPAN)


def test_a_heading_keeps_its_anchor_and_gives_its_bare_words_to_the_contents() -> None:
    heading = Heading(3, (*text("Titre"), citation()), "ancre", SPAN)
    assert written(heading).startswith('<h3 id="ancre" data-toc-label="Titre">Titre<span')


def test_an_item_of_one_paragraph_has_no_paragraph() -> None:
    item = ListItem((paragraph("un"),), None, SPAN)
    assert written(BulletList((item,), SPAN)) == "<ul><li>un</li></ul>"


def test_an_item_may_hold_more() -> None:
    inner = BulletList((ListItem((paragraph("b"),), None, SPAN),), SPAN)
    item = ListItem((paragraph("a"), inner), None, SPAN)
    quote = ListItem((Quote((paragraph("c"),), SPAN),), None, SPAN)
    assert written(OrderedList((item, quote), 3, SPAN)) == (
        '<ol start="3"><li>a<ul><li>b</li></ul></li><li><blockquote><p>c</p></blockquote></li></ol>'
    )


def test_a_task_is_told_by_a_sign_and_a_word_without_a_box_to_tick() -> None:
    done = ListItem((paragraph("lire"),), True, SPAN)
    left = ListItem((paragraph("noter"),), False, SPAN)
    assert written(BulletList((done, left), SPAN)) == (
        '<ul><li class="emas-tache"><span aria-hidden="true">☑ </span>'
        '<span class="emas-cache">Fait\u00a0: </span>lire</li>'
        '<li class="emas-tache"><span aria-hidden="true">☐ </span>'
        '<span class="emas-cache">À faire\u00a0: </span>noter</li></ul>'
    )


def test_a_table_scrolls_by_keyboard_in_a_named_frame() -> None:
    table = Table(row("Niveau", "Durée"), (row("CP", "5"),), (Align.LEFT, Align.RIGHT), SPAN)
    assert written(table) == (
        '<div class="emas-tableau" role="group" tabindex="0"'
        ' aria-label="Tableau\u00a0: Niveau, Durée">'
        '<table class="emas-table"><thead><tr><th scope="col">Niveau</th>'
        '<th scope="col" class="emas-right">Durée</th></tr></thead>'
        '<tbody><tr><th scope="row">CP</th><td class="emas-right">5</td></tr></tbody>'
        "</table></div>"
    )


def test_a_row_without_a_first_cell_has_no_name() -> None:
    table = Table(row("Niveau", "Durée"), (row("", "5"),), (Align.LEFT, Align.LEFT), SPAN)
    assert "<tbody><tr><td></td><td>5</td></tr></tbody>" in written(table)


def test_a_figure_has_its_caption_if_it_was_given_one() -> None:
    picture = '<img src="media/carte.svg" alt="Une carte" loading="lazy">'
    bare = Figure(Image("media/carte.svg", "Une carte", "", False, SPAN), SPAN)
    told = Figure(Image("media/carte.svg", "Une carte", "La carte", False, SPAN), SPAN)
    assert written(bare, told) == (
        f'<figure class="emas-figure">{picture}</figure>'
        f'<figure class="emas-figure" role="figure" aria-label="La carte">{picture}'
        "<figcaption>La carte</figcaption></figure>"
    )


def test_code_is_reachable_by_keyboard_since_it_may_scroll() -> None:
    expected = '<pre tabindex="0"><code>a &lt; b</code></pre><hr>'
    assert written(CodeBlock("a < b", "", SPAN), ThematicBreak(SPAN)) == expected


def test_a_comment_is_published_nowhere() -> None:
    assert written(Comment("secret", SPAN)) == ""

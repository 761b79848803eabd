"""Texts of other programs, whatever their format: what our Markdown has, the words of the rest."""

import re
import time
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.adversarial import filled, markdown_bombs

from emas.diagnostics import file_start
from emas.document import plain_text
from emas.readers.exchange.draft import Format, Rich
from emas.readers.exchange.pictures import Pictures, clean_name
from emas.readers.exchange.rich import Reader
from emas.writers.source.blocks import block_lines

SPAN = file_start(PurePosixPath("essai.xml"))


def read(text: str, form: Format = Format.HTML) -> tuple[str, list[str]]:
    """Return `text` in our Markdown, and what was noted."""
    reader = Reader(Pictures())
    blocks = reader.blocks(Rich(text, form, SPAN))
    return "\n".join(block_lines(blocks)), list(reader.notes)


HTML = {
    "deux paragraphes": ("<p>Un</p><p>Deux</p>", "Un\n\nDeux"),
    "un texte sans balise": ("Un &lt; deux", "Un < deux"),
    "des marques": ("<b>a</b> <i>b</i> <s>c</s> <code>d</code>", "**a** _b_ ~~c~~ `d`"),
    "des blancs dans une marque": ("<b>Attention : </b>lisez", "**Attention :** lisez"),
    "une marque dans un mot": ("<b>(a)</b>b", "**(a)**&#98;"),
    "deux marques qui se suivent": ("<b>a</b><b>b</b>", "**ab**"),
    "la même marque deux fois": ("<b><strong>a</strong></b>", "**a**"),
    "des marques l’une dans l’autre": ("<b><i>a</i> b</b>", "**_a_ b**"),
    "une marque autour d’un paragraphe": ("<span><p>a</p></span>", "a"),
    "un retour à la ligne": ("a<br>b", "a\\\nb"),
    "deux retours à la ligne": ("a<br><br>b", "a\n\nb"),
    "un retour à la fin": ("<p>a<br></p>", "a"),
    "une liste": ("<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>", "- a\n- b\n\n  1. c"),
    "une liste mal rangée": ("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n\n  - b"),
    "un lien": ('<a href="https://a.fr/?b=1">c</a>', "[c](https://a.fr/?b=1)"),
    "une citation": ("<blockquote>a</blockquote>", "> a"),
    "du code": ("<pre>a\n  b</pre>", "```\na\n  b\n```"),
    "un tableau": (
        "<table><tr><th>a</th><th>b|c</th></tr><tr><td>d</td></tr></table>",
        "| a | b\\|c |\n|---|---|\n| d |  |",
    ),
    "un exposant": ("20 m<sup>2</sup>, le 1<sup>er</sup>", "20 m², le 1er"),
    "notre propre écriture": ("::: a [[b]] [@c] {#d}", "\\::: a \\[\\[b]] \\[@c] {#d}"),
    "ce que Markdown lirait": ("1. a_b *c* `d`", "1\\. a_b \\*c\\* \\`d\\`"),
    "une citation dans la ligne": ("a <q>b</q>", "a « b »"),
    "un trait": ("a<hr>b", "a\n\n___\n\nb"),
    "une légende": (
        "<table><caption>t</caption><tr><td><p>a</p></td></tr><tr><td>b<br>c</td></tr></table>",
        "**t**\n\n| a |\n|---|\n| b c |",
    ),
    "une liste sans élément": ("<ul>a<b>b</b><li>c</li>d</ul>", "- a\n\n  **b**\n- c\n\n  d"),
    "des lignes vides": ("<p> </p><ul><li></li></ul><blockquote></blockquote>a", "a"),
    "un programme": ("<script>alert(1)</script>a<!-- b --><?php c ?>", "a"),
}


@pytest.mark.parametrize("name", HTML)
def test_html_becomes_markdown(name: str) -> None:
    html, markdown = HTML[name]
    assert read(html)[0] == markdown


LOST = {
    "un titre": ("<h3>a</h3>b", "**a**\n\nb", "un titre, devenu un texte en gras"),
    "un soulignement": ("<u>a</u>", "a", "un texte souligné"),
    "un lien de la plateforme": (
        '<a href="@@PLUGINFILE@@/a.pdf">b</a>',
        "b",
        "un lien vers une page ou un fichier de la plateforme",
    ),
    "un lien dangereux": (
        '<a href="javascript:a()">b</a>',
        "b",
        "un lien vers une page ou un fichier de la plateforme",
    ),
    "un tableau fusionné": (
        "<table><tr><td colspan=2>a</td></tr><tr><td>b</td><td>c</td></tr></table>",
        "a\n\nb\n\nc",
        "un tableau, devenu une suite de paragraphes",
    ),
    "un exposant en lettres": (
        "x<sup>n</sup>",
        "xn",
        "un indice ou un exposant",
    ),
    "une vidéo": ("<video>a</video>b", "ab", "un son ou une vidéo"),
    "une formule": ("\\(a\\)", "\\\\(a\\\\)", "une formule, gardée comme elle est écrite"),
}


@pytest.mark.parametrize("name", LOST)
def test_what_has_no_equivalent_keeps_its_words_and_is_noted(name: str) -> None:
    html, markdown, note = LOST[name]
    assert read(html) == (markdown, [note])


def test_a_line_end_of_moodle_is_a_break() -> None:
    assert read("a\nb <b>c</b>", Format.MOODLE)[0] == "a\\\nb **c**"


def test_a_plain_text_is_only_words() -> None:
    assert read("a <b>\n\nc", Format.PLAIN)[0] == "a \\<b>\n\nc"


def test_markdown_of_others_has_nothing_of_ours() -> None:
    text = "## Titre\n\n- *a*\n- b [[c]]\n\n::: d"
    assert read(text, Format.MARKDOWN) == (
        "**Titre**\n\n- _a_\n- b \\[\\[c]]\n\n\\::: d",
        ["un titre, devenu un texte en gras"],
    )


NAMES = (
    *("p", "div", "span", "b", "i", "u", "ul", "ol", "li", "blockquote", "pre", "code", "h2", "q"),
    *("table", "tr", "td", "th", "caption", "sup", "a href='https://a.fr'", "a", "dl", "dt", "dd"),
    *("font", "section", "center", "del", "video", "select", "option", "form", "tbody", "figure"),
)
SOUP = st.recursive(
    st.integers(1, 99).map(lambda number: f" mot{number} "),
    lambda inner: st.tuples(st.sampled_from(NAMES), st.lists(inner, min_size=1, max_size=4)).map(
        lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0].split()[0]}>"
    ),
    max_leaves=12,
)


@given(st.lists(SOUP, max_size=4).map("".join))
def test_no_word_of_any_html_is_lost(html: str) -> None:
    words = re.findall(r"mot\d+", read(html)[0])
    assert sorted(words) == sorted(re.findall(r"mot\d+", html))


BOMBS = {
    "gras dans du gras": filled("<b>", 30_000),
    "gras et italique": filled("<b><i>", 30_000) + "mot",
    "divisions": filled("<div>", 30_000) + "mot",
    "listes": filled("<ul><li>a", 30_000),
    "tableaux": filled("<table><tr><td>", 30_000),
    "citations": filled("<blockquote>a", 30_000),
    "paragraphes": filled("<p>a", 30_000),
    "marques côte à côte": filled("<b>a</b>", 30_000),
    "textes côte à côte": filled("<span>a</span>", 30_000),
    "chevrons": filled("<", 30_000),
    "esperluettes": filled("&", 30_000),
    "commentaires": filled("<!--", 30_000),
    "retours": filled("<br>", 30_000),
    "attributs": "<a " + filled("a=1 ", 30_000) + ">b</a>",
}


@pytest.mark.parametrize("name", BOMBS)
def test_html_made_to_hurt_is_read_in_time(name: str) -> None:
    started = time.process_time()
    read(BOMBS[name])
    assert time.process_time() - started < 4


@pytest.mark.parametrize("name", markdown_bombs(10_000))
def test_markdown_made_to_hurt_is_read_in_time(name: str) -> None:
    started = time.process_time()
    read(markdown_bombs(10_000)[name], Format.MARKDOWN)
    assert time.process_time() - started < 4


def test_words_too_deep_are_kept() -> None:
    deep = "<div>" * 300 + "mot" + "</div>" * 300
    blocks = Reader(Pictures()).blocks(Rich(deep, Format.HTML, SPAN))
    assert plain_text(blocks) == "mot"


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd.png", "passwd-ba7816.png"),
        ("C:\\Carte d'été.PNG", "carte-d-ete-ba7816.png"),
        ("a.exe", "a-ba7816"),
        ("", "image-ba7816"),
        ("carte-ba7816.png", "carte-ba7816.png"),
    ],
)
def test_the_name_of_a_picture_leads_nowhere_else(name: str, clean: str) -> None:
    assert clean_name(name, b"abc") == clean

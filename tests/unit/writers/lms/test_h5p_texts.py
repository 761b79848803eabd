"""Texts for H5P: whatever an author types, four tags and nothing that opens a gap."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.writers.handouts.every_kind import BLOCKS
from tests.unit.writers.handouts.samples import HERE, bullets, edition, line, par, row, table

from emas.document import CodeBlock, Gap, LineBreak, Link, OrderedList, Paragraph, Strong, Text
from emas.writers.lms.h5p.labels import labelled
from emas.writers.lms.h5p.texts import STAR, Texts, in_gap

SOURCES = {source.id: source for source in edition(*BLOCKS).citations}
PLAIN = Texts(SOURCES)
GAPS = Texts(SOURCES, {1: "un/deux:indice"})
ANYTHING = st.text(alphabet="aé *:/\\&<>\"'#;→b0-", max_size=12)


def test_lists_and_tables_become_lines() -> None:
    ordered = OrderedList(bullets("a", "b").items, 3, HERE)
    found = PLAIN.paragraphs((bullets("x"), ordered, table(row("h", "i"), row("1", "2"))))
    assert found == "<p>• x</p><p>3. a</p><p>4. b</p><p>h · i</p><p>1 · 2</p>"


def test_lines_of_code_and_breaks_stay_lines() -> None:
    broken = Paragraph((*line("a"), LineBreak(HERE), *line("b")), HERE)
    assert PLAIN.paragraphs((CodeBlock("un\n<deux>", "", HERE), broken)) == (
        "<p>un</p><p>&lt;deux&gt;</p><p>a<br />b</p>"
    )


def test_a_link_is_its_words_then_its_address() -> None:
    link = Link("https://exemple.fr/?a&b", line("le site"), HERE)
    assert PLAIN.paragraphs((Paragraph((link,), HERE),)) == (
        "<p>le site (https://exemple.fr/?a&amp;b)</p>"
    )


def test_inside_a_line_and_without_tags() -> None:
    strong = Paragraph((Strong((Text("a", HERE),), HERE), *line(" & b")), HERE)
    assert PLAIN.inside((strong, par("c"))) == "<div><strong>a</strong> &amp; b<br />c</div>"
    assert PLAIN.words((strong, par("c"))) == "a &amp; b c"
    assert PLAIN.inside(()) == ""


def test_only_four_tags_are_left_of_any_block() -> None:
    found = PLAIN.paragraphs(BLOCKS)
    assert {*re.findall(r"<[^>]*>", found)} <= {
        "<p>", "</p>", "<br />", "<strong>", "</strong>", "<em>", "</em>",
    }  # fmt: skip


def test_every_word_of_every_block_is_there() -> None:
    hidden = {"mot-brouillon", "mot-diapo", "mot-animation"}
    words = set(re.findall(r"mot-[\w-]+", repr(BLOCKS))) - hidden
    whole = Texts(SOURCES, dict.fromkeys(range(9), "mot-accepté"))
    found = whole.paragraphs(BLOCKS)
    assert {word for word in words if word not in found} == set()


@given(ANYTHING, ANYTHING)
def test_only_our_gaps_open_and_close(before: str, after: str) -> None:
    blocks = (Paragraph((*line(before), Gap(1, ("un",), HERE), *line(after)), HERE),)
    found = GAPS.paragraphs(blocks)
    assert re.findall(r"\*([^*]*)\*", found) == ["un/deux:indice"]
    assert found.count("*") == 2
    shown = unescape(re.sub(r"<[^>]*>", "", found))
    expected = f"{before}*un/deux:indice*{after}".replace("*", STAR)
    assert shown.replace("*", STAR).split() == expected.split()


@given(ANYTHING)
def test_an_answer_is_whole_once_its_entities_are_read(answer: str) -> None:
    # A site parts answers at « / » and the hint at « : », then reads the entities.
    hidden = in_gap(answer)
    assert [sign for sign in "*/:<>" if sign in hidden] == []
    assert unescape(hidden) == answer


@given(st.lists(ANYTHING, min_size=1, max_size=5))
def test_a_label_is_never_empty_nor_cut_nor_taken_for_a_hint(things: list[str]) -> None:
    found = labelled(things, range(len(things)))
    assert len(found.labels) == len(things)
    for label in found.labels:
        assert 0 < len(label) <= 20
        assert [sign for sign in "*:\\" if sign in label] == []
    assert found.labels == tuple(things) or [said for _, said in found.legend] == things

"""Our own Markdown: what is written is read again as it was."""

from dataclasses import fields, is_dataclass
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.readers.samples import VOCABULARY
from tests.unit.writers.lms.samples import of_kind

from emas import pipeline
from emas.diagnostics import file_start
from emas.document import (
    Blocks,
    BulletList,
    CodeBlock,
    Emphasis,
    Gap,
    Image,
    Inline,
    InlineCode,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Quote,
    Strike,
    Strong,
    Text,
    ThematicBreak,
    plain_text,
)
from emas.model import Kind, Question
from emas.project import Project
from emas.readers.exchange.tidy import tidied
from emas.readers.markdown import read_markdown
from emas.readers.source import SourceFile
from emas.writers.source import question_source
from emas.writers.source.blocks import block_lines
from emas.writers.source.inlines import line_source

PATH = PurePosixPath("modules/essai/questions.md")
SPAN = file_start(PATH)


def read(text: str) -> Blocks:
    return read_markdown(SourceFile(PATH, text), VOCABULARY, prefix="essai").blocks


def shape(value: object) -> object:
    """Return a tree without its places."""
    if isinstance(value, tuple):
        return [shape(item) for item in value]
    if is_dataclass(value):
        names = [field.name for field in fields(value) if field.name != "span"]
        return (type(value).__name__, [shape(getattr(value, name)) for name in names])
    return value


LINES = {
    "un mot": ((Text("a", SPAN),), "a"),
    "des étoiles": ((Text("2 * 3 *a* a_b _c_ ____ d", SPAN),), "2 * 3 \\*a\\* a_b \\_c\\_ ____ d"),
    "un croisillon": ((Text("# a", SPAN),), "\\# a"),
    "une liste": ((Text("- a", SPAN),), "\\- a"),
    "un rang": ((Text("12. a", SPAN),), "12\\. a"),
    "une règle": ((Text("---", SPAN),), "\\---"),
    "un bloc": ((Text(":::", SPAN),), "\\:::"),
    "une contre-oblique": ((Text("\\a \\( \\", SPAN),), "\\a \\\\( \\\\"),
    "une entité": ((Text("a & b &amp; &#1;", SPAN),), "a & b \\&amp; \\&#1;"),
    "un chevron": ((Text("a < b <c>", SPAN),), "a < b \\<c>"),
    "une marque collée": (
        (Text("a", SPAN), Strong((Text("(b)", SPAN),), SPAN), Text("c", SPAN)),
        "&#97;**(b)**&#99;",
    ),
    "un point d’exclamation": (
        (Text("a !", SPAN), Link("https://a.fr", (Text("b]", SPAN),), SPAN)),
        "a \\![b\\]](https://a.fr)",
    ),
    "du code": ((InlineCode("a`b", SPAN),), "``a`b``"),
    "une adresse": (
        (Link("https://a.fr/(b) c", (Text("d", SPAN),), SPAN, 'e "f"'),),
        '[d](<https://a.fr/(b)%20c> "e \\"f\\"")',
    ),
    "une image": ((Image("media/a.png", "b", "c", False, SPAN),), '![b](media/a.png "c")'),
    "un trou": ((Gap(1, ("a", "b"), SPAN), Text("(c)", SPAN)), "[[a / b]]&#40;c)"),
}


@pytest.mark.parametrize("name", LINES)
def test_a_line_is_written_as_one_would_type_it(name: str) -> None:
    nodes, written = LINES[name]
    assert line_source(nodes) == written


def test_what_only_authors_write_is_written_too() -> None:
    text = (
        "## Titre\n\nUn fait [@has-2026, p. 2, à confirmer], une note[^1] et <!-- rien -->."
        "\n\n<!-- rien\nnon plus -->\n\n[^1]: La note.\n\n- <!-- -->\\[a] b"
    )
    assert "\n".join(block_lines(read(text))) == text


def test_our_boxes_are_not_written() -> None:
    with pytest.raises(TypeError):
        block_lines(read("::: retenir\nCeci.\n:::"))


WORDS = st.text(
    st.one_of(
        st.sampled_from("ab é«»’ *_`[]()<>&!#:|~\\-+=.1{}$\u00a0"),
        st.characters(categories=("L", "N", "P", "S")),
    ),
    min_size=1,
    max_size=12,
).filter(lambda text: "{.d" not in text)
TEXTS = WORDS.map(lambda text: Text(text, SPAN))
CODE = st.text("ab`| ", min_size=1, max_size=6).filter(str.strip)
LEAVES = st.one_of(
    TEXTS,
    CODE.map(lambda text: InlineCode(text.strip(), SPAN)),
    st.just(LineBreak(SPAN)),
    st.just(Image("media/a.png", "b", "", False, SPAN)),
)
INLINES: st.SearchStrategy[Inline] = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, min_size=1, max_size=3).flatmap(
        lambda nodes: st.sampled_from(
            [
                Strong(tuple(nodes), SPAN),
                Emphasis(tuple(nodes), SPAN),
                Strike(tuple(nodes), SPAN),
            ]
        )
    ),
    max_leaves=5,
)


@given(st.lists(INLINES, min_size=1, max_size=5).map(tidied).filter(bool))
def test_any_line_is_read_as_it_was(nodes: tuple[Inline, ...]) -> None:
    paragraph = Paragraph((Text("Début ", SPAN), *nodes), SPAN)
    text = "\n".join(block_lines((paragraph,)))
    (found,) = read(text)
    assert isinstance(found, Paragraph)
    assert shape(tidied(found.children)) == shape(tidied(paragraph.children)), text


PARAGRAPHS = (
    st.lists(TEXTS, min_size=1, max_size=2)
    .map(tidied)
    .filter(bool)
    .map(lambda nodes: Paragraph(nodes, SPAN))
)
BLOCKS = st.recursive(
    st.one_of(
        PARAGRAPHS,
        st.text("ab`\n ", min_size=1, max_size=9)
        .filter(str.strip)
        .map(lambda text: CodeBlock(f"{text.strip()}\n", "", SPAN)),
        st.just(ThematicBreak(SPAN)),
    ),
    lambda inner: st.lists(
        st.lists(inner, min_size=1, max_size=2).map(lambda b: ListItem(tuple(b), None, SPAN)),
        min_size=1,
        max_size=2,
    ).flatmap(
        lambda items: st.sampled_from(
            [
                BulletList(tuple(items), SPAN),
                OrderedList(tuple(items), 1, SPAN),
                Quote(items[0].blocks, SPAN),
            ]
        )
    ),
    max_leaves=4,
)


@given(st.lists(BLOCKS, min_size=1, max_size=4).map(tuple))
def test_any_blocks_keep_their_words_and_their_shape(blocks: Blocks) -> None:
    text = "\n".join(block_lines(blocks))
    found = read(text)
    assert plain_text(found) == plain_text(blocks), text
    assert [type(block) for block in found] == [type(block) for block in blocks], text


def read_again(question: Question) -> Question:
    source = SourceFile(PATH, question_source(question))
    (found,) = read_markdown(source, VOCABULARY, prefix="essai").questions
    return found


@pytest.mark.parametrize("kind", list(Kind))
def test_a_question_of_each_kind_is_read_as_it_was(kind: Kind) -> None:
    question = of_kind(kind)
    assert shape(read_again(question).task) == shape(question.task)
    assert question_source(read_again(question)) == question_source(question)


def test_the_questions_of_the_real_modules_are_written_as_their_authors_did(root: Path) -> None:
    loaded = pipeline.load(Project(root))
    for module in loaded.catalogue.modules:
        written = (root / "modules" / module.id / "questions.md").read_text("utf-8")
        bank = "\n\n".join(question_source(question) for question in module.bank)
        without = written.replace("tolerance : 0\n", "")
        assert bank + "\n" == without

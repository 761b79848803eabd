"""The one recursion over the document: walk, rewrite, plain text."""

from tests.unit.readers.samples import read

from emas.document import (
    BulletList,
    Callout,
    Comment,
    Decision,
    Draft,
    Emphasis,
    Heading,
    Link,
    Node,
    Paragraph,
    Table,
    Text,
    Vignette,
    plain_text,
    rewrite,
    walk,
)

CASE = """\
::: situation Noé **crie**
Il part.

::: decision Que faire ?
- [conseillé] Observer.
  > Oui.
- [à éviter] Juger.
:::
:::
"""


def kinds(text: str) -> list[str]:
    return [type(node).__name__ for node in walk(read(text).blocks)]


def test_walk_goes_through_titles_choices_and_their_feedback_in_reading_order() -> None:
    assert kinds(CASE) == [
        "Vignette", "Text", "Strong", "Text", "Paragraph", "Text", "Decision", "Text",
        "Choice", "Paragraph", "Text", "Paragraph", "Text", "Choice", "Paragraph", "Text",
    ]  # fmt: skip


def test_walk_goes_through_tables_and_figures() -> None:
    assert kinds("| a | *b* |\n|---|---|\n| c | d |\n\n![e](media/f.svg)") == [
        "Table", "Row", "Cell", "Text", "Cell", "Emphasis", "Text",
        "Row", "Cell", "Text", "Cell", "Text", "Figure", "Image",
    ]  # fmt: skip


def test_rewrite_reaches_the_innermost_text() -> None:
    def shout(node: Node) -> tuple[Node, ...]:
        return (Text(node.text.upper(), node.span),) if isinstance(node, Text) else (node,)

    assert plain_text(rewrite(read(CASE).blocks, shout)) == (
        "NOÉ CRIE IL PART. QUE FAIRE ? OBSERVER. OUI. JUGER."
    )


def test_rewrite_may_take_away_and_add() -> None:
    def unwrap(node: Node) -> tuple[Node, ...]:
        match node:
            case Emphasis():
                return node.children
            case Comment():
                return ()
            case _:
                return (node,)

    blocks = rewrite(read("*a* b\n\n<!-- c -->").blocks, unwrap)
    assert kinds("*a*") == ["Paragraph", "Emphasis", "Text"]
    assert [type(node) for node in walk(blocks)] == [Paragraph, Text, Text]


def test_rewrite_that_changes_nothing_gives_the_same_values() -> None:
    blocks = read(CASE).blocks
    same = rewrite(blocks, lambda node: (node,))
    assert all(new is old for new, old in zip(same, blocks, strict=True))


def test_plain_text_is_on_one_line_and_leaves_out_what_is_not_published() -> None:
    text = "a `b`\\\nc [d](e)\n\n<!-- f -->\n\n- g\n- h\n\n::: brouillon\ni\n:::\n\n![j](k.svg)"
    assert plain_text(read(text).blocks) == "a b c d g h j"


def test_nodes_keep_their_types() -> None:
    (vignette,) = read(CASE).blocks
    assert isinstance(vignette, Vignette)
    assert [type(block) for block in vignette.blocks] == [Paragraph, Decision]
    assert [type(block) for block in read("## a\n\n- b\n\n|c|\n|-|\n").blocks] == [
        Heading,
        BulletList,
        Table,
    ]
    assert [type(node) for node in walk(read("[a](b)").blocks)] == [Paragraph, Link, Text]
    assert [type(block) for block in read("::: retenir\na\n:::\n\n::: brouillon\n:::").blocks] == [
        Callout,
        Draft,
    ]

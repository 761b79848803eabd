"""`:::` blocks: nesting, closing, aliases, and what is not a block."""

from tests.unit.readers.samples import codes, read

from emas.document import (
    BulletList,
    Callout,
    CodeBlock,
    Comment,
    Node,
    Paragraph,
    PlainTwin,
    Quote,
    plain_text,
    walk,
)


def outline(text: str) -> list[str]:
    """Return the boxes of `text`, each by its id."""
    return [identifier for node in walk(read(text).blocks) if (identifier := box_id(node))]


def box_id(node: Node) -> str:
    return node.id if isinstance(node, (Callout, PlainTwin)) else ""


def test_blocks_nest_without_counting_colons() -> None:
    text = "::: retenir\na\n\n::: simple\nb\n:::\n\nc\n:::\n\nd"
    callout, after = read(text).blocks
    assert isinstance(callout, Callout)
    assert [type(block) for block in callout.blocks] == [Paragraph, PlainTwin, Paragraph]
    assert plain_text([after]) == "d"
    assert codes(text) == []


def test_any_number_of_colons_opens_and_closes() -> None:
    assert codes(":::: retenir\n::: simple\na\n:::::\n:::") == []
    assert outline(":::: retenir\n::: simple\na\n:::::\n:::") == [
        "etape/retenir-1",
        "etape/simple-1",
    ]


def test_a_bare_closing_closes_the_last_block_opened() -> None:
    assert codes("::: retenir\n::: simple\na\n:::") == [("BLO002", 1)]


def test_an_unclosed_block_names_the_heading_that_follows() -> None:
    (item,) = read("::: retenir\na\n\n## B").diagnostics
    assert item.message == (
        "Le bloc « retenir » ouvert ici n’est pas fermé avant le titre de la ligne 4."
    )


def test_aliases_are_accepted() -> None:
    for opening in (":::retenir A", ":::{retenir} A", "::: {.retenir} A", "::: {retenir} A"):
        (callout,) = read(f"{opening}\nb\n:::").blocks
        assert isinstance(callout, Callout), opening
        assert plain_text(callout.title) == "A"


def test_an_id_is_accepted_in_braces_or_at_the_end() -> None:
    assert outline("::: {.retenir #ici} A\nb\n:::") == ["ici"]
    assert outline(":::{retenir} A {#ici}\nb\n:::") == ["ici"]
    assert outline("::: retenir {#ici}\nb\n:::") == ["ici"]


def test_a_block_may_stand_in_a_list_and_in_a_quotation() -> None:
    assert codes("- a\n\n  ::: retenir\n  b\n  :::\n\n- c") == []
    assert codes("> ::: retenir\n> b\n> :::\n\nc") == []
    assert codes("- ::: retenir\n  b\n  :::\n- c") == []
    assert codes("::: retenir\n- ::: exemple\n  b\n  :::\n:::") == []


def test_a_block_that_its_list_item_ends_is_unclosed() -> None:
    assert codes("::: retenir\n- ::: exemple\n  b\n:::") == [("BLO002", 2)]


def test_code_holds_no_block() -> None:
    assert codes("```\n::: retenir\n```") == []
    assert codes("::: retenir\n```\n:::\n```\n:::") == []
    assert codes("- a\n\n  ```\n  :::\n  ```") == []
    assert codes("::: retenir\n- ```\n  :::\n  ```\n:::") == []
    (code,) = read("    ::: retenir").blocks
    assert isinstance(code, CodeBlock)


def test_a_comment_holds_no_block() -> None:
    text = "::: retenir\n<!--\n:::\n\n::: simple\n-->\n:::"
    assert codes(text) == []
    (callout,) = read(text).blocks
    assert isinstance(callout, Callout)
    assert [type(block) for block in callout.blocks] == [Comment]


def test_a_block_interrupts_a_paragraph_a_list_and_a_quotation() -> None:
    kinds = [type(block) for block in read("a\n::: retenir\nb\n:::\nc").blocks]
    assert kinds == [Paragraph, Callout, Paragraph]
    assert [type(block) for block in read("- a\n::: retenir\nb\n:::").blocks] == [
        BulletList,
        Callout,
    ]
    assert [type(block) for block in read("> a\n::: retenir\nb\n:::").blocks] == [Quote, Callout]


def test_options_end_at_the_first_blank_line() -> None:
    (callout,) = read("::: exemple\n\nniveau : college\n:::").blocks
    assert plain_text([callout]) == "niveau : college"


def test_the_fault_of_an_option_is_told_on_its_value() -> None:
    (item,) = read("::: activite A\nduree : duree\n:::").diagnostics
    assert (item.code, item.span.line, item.span.column, item.span.end_column) == (
        "BLO008", 2, 9, 14,
    )  # fmt: skip


def test_the_fault_of_a_repeated_name_is_told_where_it_stands() -> None:
    (item,) = read("::: public direction, directio\na\n:::").diagnostics
    assert (item.span.column, item.span.end_column) == (23, 31)


def test_the_content_of_an_unknown_block_is_kept() -> None:
    assert plain_text(read("::: bidule\nniveau : a\n\nb\n:::").blocks) == "niveau : a b"
    assert codes("::: bidule\nniveau : a\n\nb\n:::") == [("BLO001", 1)]


def test_nesting_past_the_limit_is_told_and_kept() -> None:
    text = "::: retenir\n" * 60 + "fin\n" + ":::\n" * 60
    assert ("BLO007", 41) in codes(text)
    assert "fin" in plain_text(read(text).blocks)

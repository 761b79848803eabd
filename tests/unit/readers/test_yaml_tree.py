"""YAML as texts that remember their places."""

from pathlib import PurePosixPath

from emas.diagnostics import Span
from emas.readers.source import SourceFile
from emas.readers.yaml_tree import MappingNode, Scalar, SequenceNode, plain, read_yaml, span_at

PATH = PurePosixPath("content/essai.yml")


def tree(text: str) -> MappingNode:
    node, found = read_yaml(SourceFile(PATH, text))
    assert found == []
    assert isinstance(node, MappingNode)
    return node


def told(text: str) -> list[tuple[str, int, int]]:
    _, found = read_yaml(SourceFile(PATH, text))
    return [(str(item.code), item.span.line, item.span.column) for item in found]


def test_nothing_is_guessed() -> None:
    text = "a: oui\nb: 12:30\nc: 01\nd: 70 %\ne: 2026-11-21\nf: ~\ng:\nh: true\ni: 1e3\nj: null"
    assert plain(tree(text)) == {
        "a": "oui", "b": "12:30", "c": "01", "d": "70 %", "e": "2026-11-21", "f": "~", "g": "",
        "h": "true", "i": "1e3", "j": "null",
    }  # fmt: skip


def test_lists_and_mappings_keep_their_order() -> None:
    assert plain(tree("b: [1, {c: d}]\na:\n  - e\n  - f")) == {
        "b": ["1", {"c": "d"}],
        "a": ["e", "f"],
    }


def test_a_value_has_its_span() -> None:
    ((key, value),) = tree("titre: Bonjour").entries
    assert key == Scalar("titre", Span(PATH, 1, 1, 1, 6))
    assert value == Scalar("Bonjour", Span(PATH, 1, 8, 1, 15))


def test_front_matter_counts_the_lines_above_it() -> None:
    node, _ = read_yaml(SourceFile(PATH, "a: b"), first_line=2)
    assert node is not None
    assert node.span.line == 2


def test_a_place_is_found_by_its_path() -> None:
    node = tree("a:\n  - b: c\n  - b: d")
    assert span_at(node, ("a", 1, "b")) == Span(PATH, 3, 8, 3, 9)
    assert span_at(node, ("a", 1, "b"), of_key=True) == Span(PATH, 3, 5, 3, 6)


def test_a_path_that_is_not_in_the_file_stops_at_its_deepest_part() -> None:
    node = tree("a:\n  - b: c")
    assert span_at(node, ("a", 7)).line == 2
    assert span_at(node, ("absent",)) == node.span


def test_a_duplicate_key_is_told_and_the_first_one_kept() -> None:
    node, found = read_yaml(SourceFile(PATH, "a: b\nc: d\na: e"))
    assert node is not None
    assert plain(node) == {"a": "b", "c": "d"}
    assert [(item.code, item.span.line) for item in found] == [("YML004", 3)]


def test_a_document_of_remarks_only_is_nothing() -> None:
    assert read_yaml(SourceFile(PATH, "# a\n")) == (None, [])


def test_the_slip_is_told_where_it_is_and_not_where_yaml_notices_it() -> None:
    assert told('a: "b\nc: "d"\ne: f') == [("YML001", 1, 4)]
    assert told("a: 'b\nc: d") == [("YML001", 1, 4)]
    assert told("a: [b\nc: d") == [("YML001", 1, 4)]
    assert told("a: b\nc\nd: e") == [("YML001", 2, 1)]
    assert told("a\nb: c") == [("YML001", 1, 1)]
    assert told('a: b"') == [("YML001", 1, 4)]


def test_a_comma_and_a_colon_between_braces_are_told_apart() -> None:
    assert told("a: {b: c d: e}") == [("YML001", 1, 11)]
    assert told("a: {b: c : d, e: f}") == [("YML002", 1, 8)]


def test_the_repair_of_a_colon_shows_the_value_between_quotes() -> None:
    _, (item,) = read_yaml(SourceFile(PATH, "titre: Autisme : comprendre"))
    assert item.repair == 'mettez la valeur entre guillemets droits : "Autisme : comprendre".'


def test_a_sequence_at_the_top_is_read() -> None:
    node, _ = read_yaml(SourceFile(PATH, "- a\n- b"))
    assert isinstance(node, SequenceNode)
    assert plain(node) == ["a", "b"]

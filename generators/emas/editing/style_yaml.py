"""How a YAML file, or a front matter, should be written: ids for labels, apostrophes, spaces."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from emas.editing.corrections import Correction, Group, Kind, SourceText
from emas.editing.prose import LABELS, PROSE, apostrophes, known_names, places, resolved, scalars
from emas.editing.style_spaces import spaces
from emas.editing.yaml_text import scalar
from emas.model import Vocabulary
from emas.readers.source import SourceFile
from emas.readers.yaml_tree import Scalar, YamlNode, read_yaml


def yaml_style(
    path: PurePosixPath, source: SourceText, vocabulary: Vocabulary, last: int = 0
) -> Iterator[Group]:
    """Yield what to correct in the YAML at `path`.

    With `last`, it is a front matter whose closing line is `last`, counted from 0.
    """
    lines = source.text.split("\n")
    text = "\n".join(lines[1:last]) + "\n" if last else source.text
    node, wrong = read_yaml(SourceFile(path, text), first_line=2 if last else 1)
    if node is None or wrong:
        return
    yield from _labels(path, node, source, vocabulary)
    for place in places(PROSE, path):
        for item in scalars(node, place):
            yield from _prose(item, source)
    if not last:
        yield from spaces(source, 0, frozenset())


def _labels(
    path: PurePosixPath, node: YamlNode, source: SourceText, vocabulary: Vocabulary
) -> Iterator[Group]:
    for place in places(LABELS, path):
        known = known_names(LABELS, path, place, vocabulary)
        for item in scalars(node, place):
            identifier = resolved(item.text, known)
            if identifier and identifier != item.text and item.span.line == item.span.end_line:
                yield (source.correction(item.span, identifier, Kind.LABEL),)


def _prose(item: Scalar, source: SourceText) -> Iterator[Group]:
    """Yield the apostrophes of a value that is on one line."""
    if item.span.line != item.span.end_line:
        return
    start = source.offset(item.span.line, item.span.column)
    end = source.offset(item.span.end_line, item.span.end_column)
    written = source.text[start:end]
    if not written.startswith("'"):
        for place in apostrophes(written):
            yield (Correction(start + place, start + place + 1, "’", Kind.APOSTROPHE),)
        return
    signs = list(item.text)
    for place in apostrophes(item.text):
        signs[place] = "’"
    if (new := "".join(signs)) != item.text:
        yield (Correction(start, end, scalar(new), Kind.APOSTROPHE),)

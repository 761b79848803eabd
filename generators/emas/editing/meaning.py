"""What a source says once it is read, without what a repair may change: places, typography."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, fields, is_dataclass
from pathlib import PurePosixPath

from emas.diagnostics import Code, Diagnostic, Span
from emas.editing.prose import LABELS, known_names, resolved
from emas.model import Vocabulary
from emas.readers.markdown import read_markdown
from emas.readers.module import BANK, MODULES, step_id
from emas.readers.source import SourceFile, decode
from emas.readers.sources import divide
from emas.readers.yaml_tree import MappingNode, Scalar, SequenceNode, YamlNode, read_yaml
from emas.transforms.typography import space, space_blocks

NO_IDS = frozenset({"id", "written_id"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a file says, to be compared; `codes` count what is wrong in it."""

    said: object
    codes: Counter[Code]

    def is_kept_by(self, other: "Meaning | None") -> bool:
        """Return whether `other` says the same, and has nothing wrong that this has not."""
        return other is not None and self.said == other.said and not other.codes - self.codes


def meaning_of(
    path: PurePosixPath, data: bytes, vocabulary: Vocabulary, *, ids: bool = True
) -> Meaning | None:
    """Return what the file at `path` says, or None if it cannot be read.

    Without `ids`, what its questions are called does not count.
    """
    source, found = decode(data, path)
    if source is None:
        return None
    if path.suffix != ".md":
        node, wrong = read_yaml(source)
        said = _tree(node, path, (), vocabulary) if node else None
        return None if wrong else Meaning(said, _codes(found))
    header: object = None
    body, offset = source, 0
    if not is_bank(path):
        divided, wrong = divide(source)
        if divided is None or wrong:
            return None
        header = _tree(divided.header, path, (), vocabulary)
        body, offset = divided.body, divided.offset
    return _page(path, body, offset, header, found, vocabulary, ids=ids)


def _page(
    path: PurePosixPath,
    body: SourceFile,
    offset: int,
    header: object,
    found: list[Diagnostic],
    vocabulary: Vocabulary,
    *,
    ids: bool,
) -> Meaning:
    read = read_markdown(body, vocabulary, prefix=prefix_of(path), offset=offset)
    questions = tuple(question.with_texts(space_blocks) for question in read.questions)
    without = frozenset() if ids else NO_IDS
    said = (header, _bare(space_blocks(read.blocks), without), _bare(questions, without))
    return Meaning(said, _codes([*found, *read.diagnostics]))


def is_bank(path: PurePosixPath) -> bool:
    """Return whether the Markdown at `path` has no front matter."""
    return path.name == BANK and path.parent.parent == MODULES


def prefix_of(path: PurePosixPath) -> str:
    """Return what starts the ids made of places in the file at `path`."""
    return step_id(path) if path.parent.parent == MODULES and not is_bank(path) else path.stem


def _codes(found: list[Diagnostic]) -> Counter[Code]:
    return Counter(item.code for item in found)


def _bare(value: object, without: Collection[str]) -> object:
    """Return `value` as tuples, without spans and the fields `without`."""
    if isinstance(value, tuple):
        return tuple(_bare(item, without) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        kept = ((name, item) for name, item in pairs if name not in without)
        return (
            type(value).__name__,
            *(_bare(item, without) for _, item in kept if not isinstance(item, Span)),
        )
    return value


def _tree(
    node: YamlNode, path: PurePosixPath, place: tuple[str, ...], vocabulary: Vocabulary
) -> object:
    """Return `node` with its texts spaced, and the id of each name of the vocabulary."""
    match node:
        case Scalar():
            known = known_names(LABELS, path, place, vocabulary)
            return space(resolved(node.text, known) or node.text)
        case SequenceNode():
            return [_tree(item, path, (*place, "*"), vocabulary) for item in node.items]
        case MappingNode():
            return {
                key.text: _tree(value, path, (*place, key.text), vocabulary)
                for key, value in node.entries
            }

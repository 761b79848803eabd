"""Plain words that did not follow: the text beside them has changed since a snapshot, not they.

Files have no history but that of snapshots; what nobody kept, nobody can compare.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from emas.diagnostics import Code, Diagnostic, Span
from emas.diagnostics.suggest import fold
from emas.document import Blocks, Heading, Node, PlainTwin, children, plain_text, walk
from emas.editing import snapshots
from emas.editing.meaning import is_bank, prefix_of
from emas.model import Vocabulary, day_in_words
from emas.pipeline import Loaded
from emas.project import Project
from emas.readers.adaptations import FOLDER as ADAPTATIONS
from emas.readers.markdown import read_markdown
from emas.readers.source import decode
from emas.readers.sources import divide
from emas.transforms.outline import sections

Twins = dict[str, tuple[str, Span]]
"""By the plain words, the text that they stand for, and where they are."""


def late_twins(project: Project, loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each twin that stayed the same while its text changed.

    Each is compared with the oldest snapshot in which it reads as it does now.
    """
    words = loaded.catalogue.vocabulary
    now = {path: _twins(path, data, words) for path, data in _texts(loaded)}
    hashes = snapshots.now_there(project)
    known: dict[tuple[PurePosixPath, str], Twins] = {}
    for snapshot in snapshots.snapshots(project):
        for path, present in now.items():
            name = snapshot.files.get(path)
            if not present or name is None or name == hashes.get(path):
                continue
            if (path, name) not in known:
                data = snapshots.content(project, name)
                known[path, name] = _twins(path, data, words) if data else {}
            for plain in known[path, name].keys() & present.keys():
                text, span = present.pop(plain)
                if known[path, name][plain][0] != text:
                    day = day_in_words(snapshot.taken.date())
                    yield Diagnostic(Code.CHA012, span, {"date": day})


def _texts(loaded: Loaded) -> Iterator[tuple[PurePosixPath, bytes]]:
    for path, data in loaded.sources.files.items():
        if path.suffix == ".md" and not is_bank(path):
            yield path, data


def _twins(path: PurePosixPath, data: bytes, words: Vocabulary) -> Twins:
    """Return the twins of a text, none if it cannot be read; the first of two that say the same."""
    source, _ = decode(data, path)
    divided = divide(source)[0] if source else None
    if divided is None:
        return {}
    read = read_markdown(divided.body, words, prefix=prefix_of(path), offset=divided.offset)
    pairs = _of_parts if path.parent == ADAPTATIONS else _of_blocks
    found: Twins = {}
    for plain, text, span in pairs(read.blocks):
        found.setdefault(fold(plain), (fold(text), span))
    return found


def _of_blocks(blocks: Blocks) -> Iterator[tuple[str, str, Span]]:
    for section in sections(blocks):
        yield from _among([*section.blocks])
    for node in walk(blocks):
        if not isinstance(node, PlainTwin):
            yield from _among(children(node))


def _among(nodes: list[Node]) -> Iterator[tuple[str, str, Span]]:
    """Yield the twin that is one of `nodes`, with the others' text."""
    rest = plain_text(node for node in nodes if not isinstance(node, PlainTwin))
    for node in nodes:
        if isinstance(node, PlainTwin):
            yield plain_text([node]), rest, node.span


def _of_parts(blocks: Blocks) -> Iterator[tuple[str, str, Span]]:
    """Yield the last part of a shared adaptation, with the text of the others."""
    parts = sections(blocks)
    last = parts[-1] if parts else None
    if last and isinstance(last.heading, Heading) and fold(plain_text([last.heading])) == PLAIN:
        rest = plain_text(block for part in parts[:-1] for block in part.blocks)
        yield plain_text(last.blocks), rest, last.heading.span


PLAIN = fold("En plus simple")

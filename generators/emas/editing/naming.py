"""Ids for the questions that have none: the next number of their module, never one given before."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from emas.diagnostics import Code, Diagnostic
from emas.editing.corrections import Correction, Kind, SourceText
from emas.readers.module import MODULES
from emas.readers.sources import Sources
from emas.readers.surveys import FOLDER as SURVEYS

WRITTEN_ID = re.compile(r"\{#([^{}\n]+)\}")
NUMBERED = re.compile(r"([a-z][a-z0-9-]*-q)(\d+)")
"""How questions are called: « aut-q01 »."""

LONGEST_STEM = 25
"""Letters of an id that are those of its module: « comportement-q01 »."""


def written_ids(sources: Sources) -> Iterator[tuple[str, PurePosixPath, int]]:
    """Yield each id written where questions are, its file, its line; in broken files too."""
    for path in sources.paths():
        if path.suffix == ".md" and home(path) and path in sources.files:
            text = sources.files[path].decode("utf-8", errors="replace")
            for line, words in enumerate(text.split("\n"), start=1):
                for found in WRITTEN_ID.finditer(words):
                    yield found[1].strip(), path, line


def home(path: PurePosixPath) -> str:
    """Return the module, or the survey, whose questions the file at `path` holds; or nothing."""
    if path.is_relative_to(MODULES) and len(path.parts) > 2:
        return path.parts[1]
    return path.stem if path.parent == SURVEYS else ""


def next_question_id(sources: Sources, owner: str) -> str:
    """Return the id of one more question of a module: see `_names`."""
    written = [(name, home(path)) for name, path, _ in written_ids(sources)]
    own = [name for name, place in written if place == owner]
    taken = {name for name, _ in written}
    return next(name for name in _names(own, owner) if name not in taken)


def named_questions(
    sources: Sources, found: Iterable[Diagnostic]
) -> dict[PurePosixPath, list[Correction]]:
    """Return, by file, what gives an id to each question that `found` says to have none."""
    written = [(name, home(path)) for name, path, _ in written_ids(sources)]
    taken = {name for name, _ in written}
    free: dict[str, Iterator[str]] = {}
    texts: dict[PurePosixPath, SourceText] = {}
    result: dict[PurePosixPath, list[Correction]] = {}
    for item in found:
        path = item.span.path
        if item.code is not Code.QUIZ008 or not (owner := home(path)):
            continue
        if owner not in free:
            own = [name for name, place in written if place == owner]
            free[owner] = (name for name in _names(own, owner) if name not in taken)
        identifier = next(free[owner])
        taken.add(identifier)
        if path not in texts:
            texts[path] = SourceText(sources.files[path])
        place = texts[path].offset(item.span.end_line, item.span.end_column)
        edit = Correction(place, place, f" {{#{identifier}}}", Kind.IDENTIFIER)
        result.setdefault(path, []).append(edit)
    return result


def _names(own: list[str], owner: str) -> Iterator[str]:
    """Yield names for a question of `owner`, after the highest number of those it has."""
    numbers = [(match[1], int(match[2])) for name in own if (match := NUMBERED.fullmatch(name))]
    stems = Counter(stem for stem, _ in numbers).most_common(1)
    stem = stems[0][0] if stems else f"{owner[:LONGEST_STEM].rstrip('-')}-q"
    number = max((number for other, number in numbers if other == stem), default=0)
    while True:
        number += 1
        yield f"{stem}{number:02}"

"""What our modules need from `content/`, brought entry by entry; the team is never touched."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Self

import yaml

from emas.diagnostics.suggest import fold
from emas.editing.entries import Entry, Key, entries, with_entries
from emas.editing.taken_fates import Fate, fate
from emas.editing.taken_memory import Memory, fingerprint
from emas.editing.yaml_text import NotEditableError, as_encoded, at, tree
from emas.readers.adaptations import FOLDER as ADAPTATIONS
from emas.readers.source import SourceFile
from emas.readers.sources import Sources
from emas.readers.yaml_tree import Plain

CONTENT = PurePosixPath("content")
SHARED: Mapping[PurePosixPath, int] = {
    CONTENT / "sources.yml": 1,
    CONTENT / "glossaire.yml": 1,
    CONTENT / "vocabulaire.yml": 2,
}
"""The files of which modules need entries, and how deep these are."""


class SharedError(Exception):
    """A file of `content/` cannot be completed: a French sentence says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Needed:
    """The words of modules, to know which entries they may need: one too many does no harm."""

    words: str

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        """Return what is needed by modules of these texts."""
        return cls(fold("\n".join(texts)))

    def has(self, key: Key, value: Plain) -> bool:
        """Return whether an entry is named: by its id, its label, its term or another form."""
        names: list[Plain] = [key[-1]]
        if isinstance(value, str):
            names.append(value)
        if isinstance(value, dict):
            forms = value.get("variantes")
            names += [value.get("terme", ""), *(forms if isinstance(forms, list) else [])]
        return any(isinstance(name, str) and self._says(name) for name in names)

    def named(self, sources: Sources) -> list[PurePosixPath]:
        """Return the files of the shared adaptations that blocks name."""
        return [
            path
            for path in sources.inside(ADAPTATIONS)
            if re.search(rf":\s*amenagement\s+{re.escape(path.stem)}(?![\w-])", self.words)
        ]

    def _says(self, name: str) -> bool:
        pattern = rf"(?<![\w-]){re.escape(fold(name))}(?![\w-])"
        return bool(name) and re.search(pattern, self.words) is not None


@dataclass(frozen=True, slots=True)
class Done:
    """What becomes of the entries of a file; `data` is the new file, None if it stays."""

    path: PurePosixPath
    data: bytes | None
    fates: Mapping[str, Fate]


def entries_given(ours: Sources) -> Memory:
    """Return what a project remembers that begins with a copy of our shared files."""
    memory = Memory()
    for path, depth in SHARED.items():
        source, _ = ours.text(path)
        assert source is not None
        found = entries(source.text, depth)
        memory.entries[str(path)] = {"/".join(key): _hash(item) for key, item in found.items()}
    for path in ours.inside(ADAPTATIONS):
        known = memory.entries.setdefault(str(ADAPTATIONS), {})
        known[path.stem] = fingerprint(ours.files[path])
    return memory


def _hash(entry: Entry) -> str:
    return fingerprint(entry.text.encode())


def take_entries(needed: Needed, sources: Sources, ours: Sources, memory: Memory) -> Iterator[Done]:
    """Yield what becomes of each shared file; `memory` is brought up to date.

    Raises:
        SharedError: if a file of the team cannot be completed.
    """
    for path, depth in SHARED.items():
        source = ours.text(path)[0]
        if source is None:
            continue
        try:
            yield _taken(path, depth, needed, source, sources, memory)
        except (NotEditableError, yaml.YAMLError) as error:
            raise SharedError(
                f"« {path} » est écrit d’une façon qui ne laisse pas ajouter d’entrées."
                " Vérifiez-le par « emas check » ; chaque entrée commence sur sa ligne."
            ) from error


def take_adaptations(
    needed: Needed, sources: Sources, ours: Sources, memory: Memory
) -> Iterator[Done]:
    """Yield what becomes of each shared adaptation, a file each; `memory` is brought up to date."""
    for path in needed.named(ours):
        known = memory.entries.setdefault(str(ADAPTATIONS), {})
        new = ours.files[path]
        now = fingerprint(sources.files[path]) if path in sources.files else None
        done = fate(known.get(path.stem) if now else None, now, fingerprint(new))
        known[path.stem] = fingerprint(new)
        yield Done(path, new if done.is_written else None, {path.stem: done})


def _taken(
    path: PurePosixPath,
    depth: int,
    needed: Needed,
    ours: SourceFile,
    sources: Sources,
    memory: Memory,
) -> Done:
    new, says = entries(ours.text, depth), tree(ours)
    team = _team(path, sources)
    there = entries(team.text, depth)
    known = memory.entries.setdefault(str(path), {})
    fates: dict[str, Fate] = {}
    wanted: dict[Key, str] = {}
    for key, entry in new.items():
        name = "/".join(key)
        if not needed.has(key, at(says, key)):
            continue
        now = _hash(there[key]) if key in there else None
        fates[name] = fate(known.get(name) if now else None, now, _hash(entry))
        known[name] = _hash(entry)
        if fates[name].is_written:
            wanted[key] = entry.text
    if not wanted:
        return Done(path, None, fates)
    text = with_entries(team.text, wanted, list(new), depth)
    _verify(team, SourceFile(path, text), {key: at(says, key) for key in wanted})
    return Done(path, as_encoded(sources.files.get(path, b""), text), fates)


def _team(path: PurePosixPath, sources: Sources) -> SourceFile:
    """Return the file of the team; one that is not there, or says nothing yet, is empty."""
    source, _ = sources.text(path)
    if source is None and not sources.files.get(path, b"").strip() and path not in sources.links:
        return SourceFile(path, "")
    if source is None or sources.yaml_mapping(path)[0] is None:
        raise NotEditableError
    return source


def _verify(before: SourceFile, after: SourceFile, wanted: Mapping[Key, Plain]) -> None:
    """Refuse a text that does not say what was there, with the entries of `wanted`."""
    expected = tree(before)
    assert isinstance(expected, dict)
    for key, value in wanted.items():
        target = expected
        for name in key[:-1]:
            inner = target.get(name)
            if not isinstance(inner, dict):
                inner = target[name] = {}
            target = inner
        target[key[-1]] = value
    if tree(after) != expected:
        raise NotEditableError

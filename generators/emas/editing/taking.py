"""Our modules in a team's project: taken, then updated, without a word of the team being lost.

Each file and each entry is compared three ways: as we wrote it when it was taken (its hash is
remembered), as it is in the project, as we write it now.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import PurePosixPath

from emas.diagnostics import Severity
from emas.editing import taken_memory
from emas.editing.taken_entries import Done, Needed, SharedError, take_adaptations, take_entries
from emas.editing.taken_fates import Fate, fate
from emas.editing.taken_memory import Memory, Taken, fingerprint
from emas.editing.yaml_text import tree
from emas.pipeline import load_sources
from emas.project import Project
from emas.readers.module import MODULES, module_folders
from emas.readers.sources import Sources
from emas.readers.yaml_tree import Plain

ASIDE = PurePosixPath(".emas/nouveautes")
"""Where our version of what the team changed is put: never beside, where it would be read."""


class State(Enum):
    """What a module of ours is in a project."""

    NEW = "pas pris"
    OURS = "pris"
    THEIRS = "écrit par l’équipe"


class RefusedError(Exception):
    """Nothing can be taken: a French sentence says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A module that comes with the program."""

    id: str
    title: str
    version: str
    needs: tuple[str, ...]
    files: Mapping[PurePosixPath, bytes]


@dataclass
class Report:
    """What taking does. `changes` are in the order of writing, the memory last.

    `along` are the modules that the others need; `first` those that were not there.
    `files` and `entries` say what becomes of each file and of each entry, by file then key.
    """

    changes: dict[PurePosixPath, bytes | None] = field(default_factory=dict)
    modules: dict[str, tuple[str, str]] = field(default_factory=dict)
    along: list[str] = field(default_factory=list)
    files: dict[PurePosixPath, Fate] = field(default_factory=dict)
    entries: dict[tuple[PurePosixPath, str], Fate] = field(default_factory=dict)


def offered(ours: Sources) -> dict[str, Offered]:
    """Return the modules that come with the program, by id."""
    found = {}
    for folder in module_folders(ours):
        header = tree(ours.text(folder / "module.yml")[0])
        if isinstance(header, dict) and header:
            needs = header.get("prerequis")
            found[folder.name] = Offered(
                folder.name,
                _text(header.get("titre")),
                _text(header.get("version")),
                tuple(item for item in needs if isinstance(item, str))
                if isinstance(needs, list)
                else (),
                _inside(ours, folder.name),
            )
    return found


def _text(value: Plain | None) -> str:
    return value if isinstance(value, str) else ""


def _inside(sources: Sources, module: str) -> dict[PurePosixPath, bytes]:
    folder = MODULES / module
    return {path: data for path, data in sources.files.items() if path.is_relative_to(folder)}


def remembered(project: Project) -> Memory:
    """Return what the project took; nothing if it never did.

    Raises:
        RefusedError: if that cannot be read any more.
        OSError: what the disk refused.
    """
    try:
        data = (project.root / taken_memory.PATH).read_bytes()
    except FileNotFoundError:
        return Memory()
    memory = taken_memory.read_memory(data)
    if memory is None:
        raise RefusedError(
            f"« {taken_memory.PATH} » ne se lit pas. Remettez-le comme il était, par"
            " « emas revenir » ou depuis une copie : sans lui, on ne sait plus ce que vous avez"
            " changé."
        )
    return memory


def still_ours(project: Project, paths: Sequence[PurePosixPath]) -> list[PurePosixPath]:
    """Return those of `paths` that the project took and nobody touched: they can be taken again."""
    try:
        modules = remembered(project).modules
        hashes = {MODULES / m / n: h for m, each in modules.items() for n, h in each.files.items()}
        return [
            path
            for path in paths
            if path in hashes and hashes[path] == fingerprint((project.root / path).read_bytes())
        ]
    except (RefusedError, OSError):
        return []


def state(item: Offered, sources: Sources, memory: Memory) -> State:
    """Return what `item` is in the project: a folder of that name may be the team's own."""
    folder = MODULES / item.id
    if folder in sources.links:
        return State.THEIRS
    there = [path for path in sources.paths() if path.is_relative_to(folder)]
    if not there:
        return State.NEW
    same = (
        path in sources.files
        and path in item.files
        and fingerprint(sources.files[path]) == fingerprint(item.files[path])
        for path in there
    )
    return State.OURS if item.id in memory.modules or all(same) else State.THEIRS


def taken(sources: Sources, ours: Sources, memory: Memory, wanted: Sequence[str]) -> Report:
    """Return what taking the modules `wanted`, and those they need, would do; nothing is written.

    Raises:
        RefusedError: if a folder is the team's own, or if what would be there has an error.
    """
    shelf = offered(ours)
    report = Report(along=_along(shelf, sources, wanted))
    chosen = [shelf[name] for name in dict.fromkeys([*wanted, *report.along])]
    first = [item.id for item in chosen if _begins(item, sources, memory)]
    after = Memory(dict(memory.modules), {k: dict(v) for k, v in memory.entries.items()})
    aside: dict[PurePosixPath, bytes] = {}
    for item in chosen:
        _take_files(item, sources, memory, report, aside)
        before = memory.modules.get(item.id)
        report.modules[item.id] = (before.version if before else "", item.version)
        after.modules[item.id] = _as_taken(item)
    texts = list(_texts_of(chosen))
    named = Needed.of(texts)
    _note(take_adaptations(named, sources, ours, after), ours, report, aside)
    texts += (ours.files[path].decode("utf-8", "replace") for path in named.named(ours))
    _take_entries(Needed.of(texts), sources, ours, after, report, aside)
    _refuse_unread(sources, report.changes)
    _refuse_errors(sources, report.changes, first)
    if after != memory:
        report.changes[taken_memory.PATH] = taken_memory.write_memory(after)
    asides = {ASIDE / path: data for path, data in aside.items()}
    report.changes = {**asides, **report.changes}
    return report


def _along(shelf: Mapping[str, Offered], sources: Sources, wanted: Sequence[str]) -> list[str]:
    """Return the modules of ours that those of `wanted` need and that the project lacks."""
    found: list[str] = []
    queue = list(wanted)
    while queue:
        for name in shelf[queue.pop(0)].needs:
            lacking = not any(path.is_relative_to(MODULES / name) for path in sources.paths())
            if name in shelf and lacking and name not in (*wanted, *found):
                found.append(name)
                queue.append(name)
    return found


def _begins(item: Offered, sources: Sources, memory: Memory) -> bool:
    """Return whether the module is not there yet.

    Raises:
        RefusedError: if a folder of that name is the team's own.
    """
    found = state(item, sources, memory)
    if found is State.THEIRS:
        raise RefusedError(
            f"« {MODULES / item.id} » est à vous : ce dossier ne vient pas de nous, il n’est pas"
            " touché. Pour prendre aussi le nôtre, donnez d’abord un autre nom au vôtre."
        )
    return found is State.NEW


def _texts_of(chosen: Sequence[Offered]) -> Iterator[str]:
    """Yield the texts of modules: they name what they need from `content/`."""
    for item in chosen:
        for path, data in item.files.items():
            if path.suffix in (".md", ".yml"):
                yield data.decode("utf-8", "replace")


def _as_taken(item: Offered) -> Taken:
    folder = MODULES / item.id
    hashes = {str(p.relative_to(folder)): fingerprint(data) for p, data in item.files.items()}
    return Taken(item.version, hashes)


def _take_files(
    item: Offered,
    sources: Sources,
    memory: Memory,
    report: Report,
    aside: dict[PurePosixPath, bytes],
) -> None:
    """Note what becomes of each file of a module. One of which nothing is left is taken anew."""
    folder = MODULES / item.id
    there = _inside(sources, item.id)
    known = memory.modules.get(item.id) if there else None
    base = {folder / name: value for name, value in known.files.items()} if known else {}
    for path in sorted({*item.files, *base}):
        now, new = there.get(path), item.files.get(path)
        result = fate(base.get(path), _hash(now), _hash(new))
        report.files[path] = result
        if result.is_written:
            report.changes[path] = new
        elif new is not None and now is not None and _hash(now) != _hash(new):
            aside[path] = new


def _hash(data: bytes | None) -> str | None:
    return None if data is None else fingerprint(data)


def _take_entries(
    needed: Needed,
    sources: Sources,
    ours: Sources,
    memory: Memory,
    report: Report,
    aside: dict[PurePosixPath, bytes],
) -> None:
    try:
        _note(take_entries(needed, sources, ours, memory), ours, report, aside)
    except SharedError as error:
        raise RefusedError(str(error)) from error


def _note(
    every: Iterable[Done], ours: Sources, report: Report, aside: dict[PurePosixPath, bytes]
) -> None:
    for done in every:
        if done.data is not None:
            report.changes[done.path] = done.data
        if any(each.is_kept for each in done.fates.values()):
            aside[done.path] = ours.files[done.path]
        report.entries |= {(done.path, key): each for key, each in done.fates.items()}


def _refuse_unread(sources: Sources, changes: Mapping[PurePosixPath, bytes | None]) -> None:
    for path in changes:
        if path in sources.unreadable:
            raise RefusedError(f"« {path} » ne se lit pas : {sources.unreadable[path]}.")
        for place in (path, *path.parents):
            if place in sources.links:
                raise RefusedError(f"« {place} » est un lien symbolique : mettez le vrai fichier.")


def _refuse_errors(
    sources: Sources, changes: Mapping[PurePosixPath, bytes | None], first: Sequence[str]
) -> None:
    """Refuse a module taken for the first time that would have an error in this project."""
    if not first:
        return
    every = {**sources.files, **changes}
    files = {path: data for path, data in every.items() if data is not None}
    loaded = load_sources(Sources(files, sources.links, sources.unreadable))
    for item in loaded.diagnostics:
        inside = any(item.span.path.is_relative_to(MODULES / name) for name in first)
        if inside and item.severity is Severity.ERROR:
            where = f"{item.span.path}, ligne {item.span.line}"
            raise RefusedError(f"{where} : {item.message} Remède : {item.repair}")

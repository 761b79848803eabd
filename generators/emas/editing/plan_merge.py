"""An export of Sofia-FMO against the plan: which sessions are added, changed, left, elsewhere.

Trees of files in, changes of these trees out: no text, no disk.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from emas.editing.plan_memory import Remembered
from emas.editing.plan_session import (
    Difference,
    hashed_id,
    hours,
    in_words,
    merge,
    plain_id,
    remembered,
    session_tree,
    title,
)
from emas.editing.yaml_text import Add, Change, Extend, Guess, Place, at
from emas.model import Module
from emas.model import in_words as duration
from emas.readers.sofia import Key, Listed
from emas.readers.yaml_tree import Plain

USUAL_MIN = 180
"""How long a training lasts when nothing says it: it is to be checked anyway."""

Memory = dict[Key, Remembered]
Spot = tuple[PurePosixPath, Place]
"""A file, and a place in its tree."""

Codes = tuple[str, str]
"""Of a « dispositif » and of a module, without capitals: what tells a training of an academy."""


@dataclass
class Outcome:
    """What an export means for the plan. `added` are sessions with when and where they are.

    `recognised` were typed by hand, and are in the export; `gone` are no longer in it; `removed`
    were taken out of the plan by somebody; of `lacking`, the export does not say enough;
    `elsewhere` are of modules that the plan does not have. `changes` are by file, `memory` is what
    to remember once they are written.
    """

    changes: dict[PurePosixPath, list[Change]] = field(default_factory=dict)
    memory: Memory = field(default_factory=dict)
    added: list[tuple[str, str]] = field(default_factory=list)
    changed: list[Difference] = field(default_factory=list)
    kept: list[Difference] = field(default_factory=list)
    recognised: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    lacking: list[tuple[str, Listed]] = field(default_factory=list)
    modules: list[str] = field(default_factory=list)
    elsewhere: list[Listed] = field(default_factory=list)


def merged(
    trees: Mapping[PurePosixPath, Plain],
    listed: Sequence[Listed],
    memory: Memory,
    wanted: Mapping[str, Module],
    receiver: PurePosixPath | None,
) -> Outcome:
    """Return what `listed` means for the plan that `trees` are, by file.

    `wanted` gives one of our modules to codes of Sofia-FMO that the plan does not have yet; their
    entries go into `receiver`, or beside their « dispositif » if the plan has it.
    """
    merging = _Merging(trees, listed, memory)
    for codes, sessions in _by_module(listed).items():
        left = [item for item in sessions if not merging.followed(item)]
        if spot := merging.trainings.get(codes):
            merging.update(spot, left)
        elif left and (own := wanted.get(left[0].key.module)):
            merging.take(left, own, receiver)
        else:
            merging.outcome.elsewhere += left
    merging.tell_gone(listed)
    return merging.finished()


def _by_module(listed: Sequence[Listed]) -> dict[Codes, list[Listed]]:
    groups: dict[Codes, list[Listed]] = {}
    for item in listed:
        groups.setdefault(_codes(item.key.programme, item.key.module), []).append(item)
    return groups


def _codes(programme: str, module: str) -> Codes:
    return programme.strip().casefold(), module.strip().casefold()


class _Merging:
    def __init__(
        self, trees: Mapping[PurePosixPath, Plain], listed: Sequence[Listed], memory: Memory
    ) -> None:
        self.trees = trees
        self.outcome = Outcome(memory=dict(memory))
        self.programmes: dict[str, Spot] = {}
        self.trainings: dict[Codes, Spot] = {}
        self.sessions: dict[str, Spot] = {}
        self.new_trainings: dict[tuple[PurePosixPath, str], list[dict[str, Plain]]] = {}
        self.titles: dict[str, str] = {}
        for path, tree in trees.items():
            self._index(path, tree)
        taken = Counter(plain_id(item.key).casefold() for item in listed)
        self.ambiguous = {identifier for identifier, times in taken.items() if times > 1}

    def _index(self, path: PurePosixPath, tree: Plain) -> None:
        for outer, programme in _list(tree, "dispositifs"):
            code = _text(programme, "code")
            self.programmes.setdefault(code.casefold(), (path, outer))
            for inner, training in _list(programme, "modules", outer):
                names = _codes(code, _text(training, "code"))
                if all(names):
                    self.trainings.setdefault(names, (path, inner))
                for place, session in _list(training, "sessions", inner):
                    self.sessions.setdefault(_text(session, "id").casefold(), (path, place))

    def followed(self, item: Listed) -> bool:
        """Bring up a session that an import wrote, wherever it is now; return whether it did."""
        entry = self.outcome.memory.get(item.key)
        known = self.sessions.get(entry.id.casefold()) if entry else None
        if known:
            self._merge(known, item)
        return known is not None

    def update(self, spot: Spot, listed: Sequence[Listed]) -> None:
        """Add to a training of the plan the sessions it lacks; bring up those it has."""
        path, place = spot
        times = Counter(hours(session_tree(item, "")) for item in listed)
        new: list[Plain] = []
        for item in listed:
            if entry := self.outcome.memory.get(item.key):
                self.outcome.removed.append(entry.id)
            elif known := self._written(item, spot):
                self._merge(known, item)
            elif times[hours(session_tree(item, ""))] == 1 and (twin := self._twin(item, spot)):
                self.outcome.recognised.append(_text(self._tree(twin), "id"))
                self._merge(twin, item)
            else:
                new += self._new(item)
        if new:
            change: Change = Add(place, "sessions", new)
            if "sessions" in _mapping(self._tree(spot)):
                change = Extend((*place, "sessions"), tuple(new))
            self._change(path, change)

    def _written(self, item: Listed, spot: Spot) -> Spot | None:
        """Return where a training has a session under an id of ours, what wrote it forgotten."""
        for identifier in (hashed_id(item.key), plain_id(item.key)):
            known = self.sessions.get(identifier.casefold())
            if known and _inside(known, spot) and identifier.casefold() not in self.ambiguous:
                return known
        return None

    def _twin(self, item: Listed, spot: Spot) -> Spot | None:
        """Return where somebody typed `item` under another id: one session of its very hours.

        None if there are several: groups of one module may meet at the same time.
        """
        own = {entry.id.casefold() for entry in self.outcome.memory.values()}
        when = hours(session_tree(item, ""))
        alike = [
            place
            for identifier, place in self.sessions.items()
            if _inside(place, spot) and identifier not in own and hours(self._tree(place)) == when
        ]
        return alike[0] if when and len(alike) == 1 else None

    def _merge(self, known: Spot, item: Listed) -> None:
        path, place = known
        tree = _mapping(self._tree(known))
        old = self.outcome.memory.get(item.key) or Remembered(_text(tree, "id"))
        entry = Remembered(old.id, dict(old.fields), set(old.guessed))
        result = merge(place, tree, item, entry)
        self.outcome.memory[item.key] = entry
        self._change(path, *result.changes)
        self.outcome.changed += result.changed
        self.outcome.kept += result.kept

    def _new(self, item: Listed) -> list[Plain]:
        """Return the session to write, none if the export does not say enough of it."""
        identifier = plain_id(item.key)
        if identifier.casefold() in self.ambiguous or identifier.casefold() in self.sessions:
            identifier = hashed_id(item.key)
        if item.problem:
            self.outcome.lacking.append((identifier, item))
            return []
        tree = session_tree(item, identifier)
        self.outcome.memory[item.key] = remembered(tree)
        self.outcome.added.append((identifier, in_words(tree)))
        return [tree]

    def take(
        self, listed: Sequence[Listed], module: Module, receiver: PurePosixPath | None
    ) -> None:
        """Add a module of Sofia-FMO that is given with one of ours."""
        first = listed[0]
        path = self.programmes.get(first.key.programme.casefold(), (receiver, ()))[0]
        assert path is not None  # asked for by the command line
        new = [tree for item in listed for tree in self._new(item)]
        training: dict[str, Plain] = {
            "code": first.key.module,
            "titre": title(first.module_title) or Guess(module.title),
            "contenu": [module.id],
            "duree": _duration(listed, module),
            "publics": [Guess(name) for name in module.audiences],
            "inscription": Guess("individuelle"),
        }
        if new:
            training["sessions"] = new
        self.new_trainings.setdefault((path, first.key.programme), []).append(training)
        self.titles.setdefault(first.key.programme, title(first.programme_title))
        self.outcome.modules.append(first.key.module)

    def tell_gone(self, listed: Sequence[Listed]) -> None:
        """Note the sessions of the plan that came from an export, and are not in this one."""
        there = {item.key for item in listed}
        self.outcome.gone += [
            entry.id
            for key, entry in self.outcome.memory.items()
            if key not in there and entry.id.casefold() in self.sessions
        ]

    def finished(self) -> Outcome:
        """Return the outcome, with the new modules under their « dispositifs »."""
        programmes: dict[PurePosixPath, list[Plain]] = {}
        for (path, code), trainings in self.new_trainings.items():
            if known := self.programmes.get(code.casefold()):
                self._change(path, Extend((*known[1], "modules"), tuple(trainings)))
                continue
            programme: dict[str, Plain] = {
                "code": code,
                "titre": self.titles[code] or Guess(code),
                "cadre": Guess("paf"),
                "modules": list(trainings),
            }
            programmes.setdefault(path, []).append(programme)
        for path, new in programmes.items():
            has = "dispositifs" in _mapping(self.trees[path])
            change = Extend(("dispositifs",), tuple(new)) if has else Add((), "dispositifs", new)
            self._change(path, change)
        return self.outcome

    def _change(self, path: PurePosixPath, *changes: Change) -> None:
        if changes:
            self.outcome.changes.setdefault(path, []).extend(changes)

    def _tree(self, spot: Spot) -> Plain:
        return at(self.trees[spot[0]], spot[1])


def _inside(inner: Spot, outer: Spot) -> bool:
    return inner[0] == outer[0] and inner[1][: len(outer[1])] == outer[1]


def _duration(listed: Sequence[Listed], module: Module) -> str:
    """Return how long a training is: as the export says, else as its first session is."""
    known = next((item.duration_min for item in listed if item.duration_min), None)
    if known:
        return duration(known)
    met = sum(meeting.minutes for item in listed[:1] for meeting in item.meetings)
    return Guess(duration(met or module.durations.session_min or USUAL_MIN))


def _list(tree: Plain, key: str, place: Place = ()) -> Iterator[tuple[Place, Plain]]:
    """Yield the items of a list of a mapping, each with its place."""
    items = _mapping(tree).get(key)
    for rank, item in enumerate(items if isinstance(items, list) else ()):
        yield (*place, key, rank), item


def _mapping(tree: Plain) -> dict[str, Plain]:
    return tree if isinstance(tree, dict) else {}


def _text(tree: Plain, key: str) -> str:
    value = _mapping(tree).get(key)
    return value.strip() if isinstance(value, str) else ""

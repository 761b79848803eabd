"""One session of Sofia-FMO in the plan: what a new one is written as, and what changes in one.

A field is changed only if its value is still what the last import wrote. What Sofia-FMO does not
say is never a change.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from emas.editing.plan_memory import Remembered
from emas.editing.yaml_text import Add, Change, Extend, Guess, Place, Put
from emas.model import Modality
from emas.readers.sofia import Key, Listed, Meeting
from emas.readers.values import CLOCK
from emas.readers.yaml_tree import Plain

LONGEST_ID = 30
LONGEST_TITLE = 200
HALF_DAYS = "demi-journees"
WORDS = {
    "modalite": "modalité",
    "places/max": "places au plus",
    "ouverte/du": "premier jour",
    "ouverte/au": "dernier jour",
    "date": "date",
    "debut": "début",
    "fin": "fin",
    "lieu": "lieu",
}

BOUND = {"debut": ("fin",), "fin": ("debut",), "du": ("au",), "au": ("du",)}
"""What makes no sense once the other has changed."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs in a session, in words; `ours` or `theirs` is empty where nothing is said."""

    session: str
    what: str
    ours: str
    theirs: str


@dataclass
class Merged:
    """What becomes of a session that the plan has. `kept` is what was changed by hand."""

    changes: list[Change] = field(default_factory=list)
    changed: list[Difference] = field(default_factory=list)
    kept: list[Difference] = field(default_factory=list)


def session_tree(listed: Listed, identifier: str) -> dict[str, Plain]:
    """Return a new session as our file has it."""
    modality = listed.modality
    known = modality.value if modality else Guess(Modality.IN_PERSON.value)
    tree: dict[str, Plain] = {"id": identifier, "modalite": known}
    if listed.opening:
        first, last = listed.opening
        tree["ouverte"] = {"du": first.isoformat(), "au": last.isoformat()}
    else:
        tree[HALF_DAYS] = [_half_day(meeting, modality) for meeting in listed.meetings]
    if listed.seats:
        tree["places"] = {"max": str(listed.seats)}
    return tree


def _half_day(meeting: Meeting, modality: Modality | None) -> dict[str, Plain]:
    place = "à distance" if modality is Modality.REMOTE else "à préciser"
    return {**_said(meeting), "lieu": title(meeting.place) or Guess(place)}


def _said(meeting: Meeting) -> dict[str, Plain]:
    hours = {"debut": f"{meeting.start:%H:%M}", "fin": f"{meeting.end:%H:%M}"}
    place = {"lieu": title(meeting.place)} if meeting.place else {}
    return {"date": meeting.day.isoformat(), **hours, **place}


def title(text: str) -> str:
    """Return `text` as a title of ours: at most 200 letters, no angle bracket."""
    bare = text.replace("<", "‹").replace(">", "›")
    return bare if len(bare) <= LONGEST_TITLE else f"{bare[: LONGEST_TITLE - 1].rstrip()}…"


def remembered(tree: Mapping[str, Plain]) -> Remembered:
    """Return what to remember of a session that was written as `tree`."""
    fields = dict(_fields(dict(tree)))
    identifier = fields.pop("id")
    guessed = {name for name, text in fields.items() if isinstance(text, Guess)}
    return Remembered(identifier, {name: str(text) for name, text in fields.items()}, guessed)


def _fields(tree: Plain, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text of a session, and its path in it: « demi-journees/0/lieu »."""
    if isinstance(tree, str):
        yield before, tree
        return
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for step, value in steps:
        yield from _fields(value, f"{before}/{step}" if before else str(step))


def merge(place: Place, tree: Mapping[str, Plain], listed: Listed, memory: Remembered) -> Merged:
    """Return what `listed` changes in the session `tree`, at `place`; `memory` is brought up."""
    merging = _Merging(place, tree, memory)
    if listed.seats:
        merging.settle_all({"places/max": str(listed.seats)})
    of_another_kind = listed.opening if HALF_DAYS in tree else listed.meetings
    if of_another_kind:
        merging.keep("dates", in_words(tree), in_words(session_tree(listed, "")))
        return merging.result
    if listed.modality:
        merging.settle_all({"modalite": listed.modality.value})
    if listed.opening:
        first, last = (day.isoformat() for day in listed.opening)
        merging.settle_all({"ouverte/du": first, "ouverte/au": last})
    if listed.meetings:
        merging.half_days(listed)
    return merging.result


class _Merging:
    def __init__(self, place: Place, tree: Mapping[str, Plain], memory: Remembered) -> None:
        self.place = place
        self.tree = tree
        self.memory = memory
        self.fields = dict(_fields(dict(tree)))
        self.result = Merged()

    def settle_all(self, said: Mapping[str, str]) -> None:
        """Settle each field; a beginning and an end are left together if one was by hand."""
        by_hand = {name for name, text in said.items() if self._is_by_hand(name, text)}
        for name, text in said.items():
            start, slash, key = name.rpartition("/")
            if by_hand & {f"{start}{slash}{other}" for other in BOUND.get(key, ())}:
                if not _same(self.fields.get(name, ""), text):
                    self.keep(_label(name), self.fields.get(name, ""), text)
            else:
                self._settle(name, text)

    def _is_by_hand(self, name: str, said: str) -> bool:
        ours, known = self.fields.get(name), self.memory.fields.get(name)
        return ours is not None and not any(_same(ours, text) for text in (said, known) if text)

    def _settle(self, name: str, said: str) -> None:
        """Write what Sofia-FMO says of a field, if that overwrites nothing written by hand."""
        ours, known = self.fields.get(name), self.memory.fields.get(name)
        if ours is not None and _same(ours, said):
            self._remember(name, said)
        elif not self._fits(name, said) or (ours is None and known is not None):
            self.keep(_label(name), ours or "", said)
        elif ours is None:
            self._change(self._added(name, said), _label(name), "", said)
            self._remember(name, said)
        elif not self._is_by_hand(name, said):
            put = Put(self._place(name), said, known=name in self.memory.guessed)
            self._change(put, _label(name), ours, said)
            self._remember(name, said)
        else:
            self.keep(_label(name), ours, said)

    def _fits(self, name: str, said: str) -> bool:
        """Return whether a field may have that value: not fewer seats than the least."""
        least = self.fields.get("places/min", "")
        return name != "places/max" or not least.isdecimal() or int(least) <= int(said)

    def _added(self, name: str, said: str) -> Add:
        *above, key = name.split("/")
        if not above or above[0] in self.tree:
            return Add((*self.place, *above), key, said)
        return Add(self.place, above[0], {key: said})

    def _place(self, name: str) -> Place:
        return (*self.place, *(int(step) if step.isdecimal() else step for step in name.split("/")))

    def half_days(self, listed: Listed) -> None:
        """Pair the half-days of Sofia-FMO with ours; those that it no longer has stay."""
        ours = self.tree.get(HALF_DAYS)
        written = list(_written(self.memory.fields))
        halves = [half for half in ours if isinstance(half, dict)] if isinstance(ours, list) else []
        if len(halves) != len(written or listed.meetings):
            self._keep_half_days(halves, listed.meetings)
            return
        pairs, more, gone = _paired(written or halves, listed.meetings)
        for rank, meeting in pairs:
            said = {f"{HALF_DAYS}/{rank}/{key}": str(text) for key, text in _said(meeting).items()}
            self.settle_all(said)
        for rank in gone:
            self.keep("demi-journée", _in_words(halves[rank]), "")
        new = [_half_day(meeting, listed.modality) for meeting in more]
        if new:
            self.result.changes.append(Extend((*self.place, HALF_DAYS), tuple(new)))
        for rank, half in enumerate(new, start=len(halves)):
            self.result.changed.append(
                Difference(self.memory.id, "demi-journée", "", _in_words(half))
            )
            for name, text in half.items():
                self._remember(f"{HALF_DAYS}/{rank}/{name}", text if isinstance(text, str) else "")

    def _keep_half_days(
        self, halves: Sequence[dict[str, Plain]], meetings: Sequence[Meeting]
    ) -> None:
        ours = " ; ".join(_in_words(half) for half in halves)
        theirs = " ; ".join(_in_words(_said(meeting)) for meeting in meetings)
        if ours != theirs:
            self.keep("demi-journées", ours, theirs)

    def _change(self, change: Change, what: str, ours: str, theirs: str) -> None:
        self.result.changes.append(change)
        self.result.changed.append(Difference(self.memory.id, what, ours, theirs))

    def keep(self, what: str, ours: str, theirs: str) -> None:
        """Note what is left as it is."""
        self.result.kept.append(Difference(self.memory.id, what, ours, theirs))

    def _remember(self, name: str, text: str) -> None:
        self.memory.fields[name] = str(text)
        self.memory.guessed.discard(name)
        if isinstance(text, Guess):
            self.memory.guessed.add(name)


def _written(fields: Mapping[str, str]) -> Iterator[dict[str, Plain]]:
    """Yield the half-days that `fields` remember, in order."""
    for rank in count():
        start = f"{HALF_DAYS}/{rank}/"
        half: dict[str, Plain] = {
            name.removeprefix(start): text
            for name, text in fields.items()
            if name.startswith(start)
        }
        if not half:
            return
        yield half


def _paired(
    ours: Sequence[Mapping[str, Plain]], theirs: Sequence[Meeting]
) -> tuple[list[tuple[int, Meeting]], list[Meeting], list[int]]:
    """Return which of `theirs` is which of `ours`, by rank; those that are new; those that went.

    The same day and beginning make the same half-day; the rest go together in order, as moved.
    """
    left = list(range(len(ours)))
    pairs: list[tuple[int, Meeting]] = []
    new: list[Meeting] = []
    for meeting in theirs:
        said = _said(meeting)
        same = [
            rank
            for rank in left
            if all(
                _same(str(ours[rank].get(name, "")), str(said[name])) for name in ("date", "debut")
            )
        ]
        if same:
            left.remove(same[0])
            pairs.append((same[0], meeting))
        else:
            new.append(meeting)
    moved = list(zip(left, new, strict=False))
    return [*pairs, *moved], new[len(moved) :], left[len(moved) :]


def hours(tree: Plain) -> tuple[tuple[str, ...], ...]:
    """Return the days and hours of a session, sorted: what tells it from the others at sight."""
    halves = tree.get(HALF_DAYS) if isinstance(tree, dict) else None
    listed = halves if isinstance(halves, list) else []
    return tuple(
        sorted(
            tuple(_canonical(str(half.get(name, ""))) for name in ("date", "debut", "fin"))
            for half in listed
            if isinstance(half, dict)
        )
    )


def _in_words(half: Mapping[str, Plain]) -> str:
    """Return « 2026-11-18, 09:00 à 12:00, École A »."""
    day, start, end = (str(half.get(name, "?")) for name in ("date", "debut", "fin"))
    where = half.get("lieu")
    return f"{day}, {start} à {end}" + (f", {where}" if where else "")


def in_words(tree: Mapping[str, Plain]) -> str:
    """Return when and where a session takes place."""
    halves = tree.get(HALF_DAYS)
    if isinstance(halves, list):
        return " ; ".join(_in_words(half) for half in halves if isinstance(half, dict))
    opening = tree.get("ouverte")
    days = opening if isinstance(opening, dict) else {}
    return f"ouverte du {days.get('du', '?')} au {days.get('au', '?')}"


def _label(name: str) -> str:
    """Return how a field is called: « places au plus », « lieu de la demi-journée 2 »."""
    *above, key = name.split("/")
    if above[:1] == [HALF_DAYS]:
        return f"{WORDS[key]} de la demi-journée {int(above[1]) + 1}"
    return WORDS[name]


def _same(one: str, other: str) -> bool:
    return _canonical(one) == _canonical(other)


def _canonical(text: str) -> str:
    """Return `text` with single blanks; a time as « 09:00 », however it is written."""
    clock = CLOCK.fullmatch(text.strip())
    return f"{int(clock[1]):02}:{clock[2] or '00'}" if clock else " ".join(text.split())


def plain_id(key: Key) -> str:
    """Return « M75003-01-S1 », made of the codes of the module, of the group, of the session."""
    name = _name(key)
    return name if len(name) <= LONGEST_ID else hashed_id(key)


def hashed_id(key: Key) -> str:
    """Return an id that no other session has: for codes too long, or alike once simplified."""
    whole = hashlib.sha256("\x1f".join(key).encode()).hexdigest()[:8]
    return f"{_name(key)[: LONGEST_ID - 9].rstrip('-')}-{whole}"


def _name(key: Key) -> str:
    name = "-".join(part for code in key[1:] if (part := _ascii(code)))
    return name if name[:1].isalpha() else f"M{name}"


def _ascii(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", bare).strip("-")

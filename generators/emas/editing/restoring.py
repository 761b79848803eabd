"""Sources as they were: which snapshot, what would change, and back to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path, PurePosixPath

from emas.diagnostics.suggest import fold
from emas.editing.changing import change_sources
from emas.editing.snapshots import Snapshot, content, now_there
from emas.editing.taking import still_ours
from emas.model.days import MONTHS
from emas.project import Project

DAYS_AGO = {"aujourd'hui": 0, "hier": 1, "avant-hier": 2}
CLOCK = re.compile(r"(?:^|\s|\ba )\s*(?P<hour>[01]?\d|2[0-3])\s?(?:h|:)\s?(?P<minute>[0-5]\d)?$")
ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)")
SLASHES = re.compile(r"(?P<day>\d\d?)/(?P<month>\d\d?)(?:/(?P<year>\d{4}))?")
WORDS = re.compile(r"(?:le )?(?P<day>\d\d?)(?:er)? (?P<month>[a-z]+)(?: (?P<year>\d{4}))?")


class NotUnderstoodError(Exception):
    """What was asked is neither a number, a day nor a time."""


def chosen(known: Sequence[Snapshot], asked: str, now: datetime) -> Snapshot | None:
    """Return the snapshot that `asked` means, the latest that fits, or None if none does.

    `known` are the oldest first; `asked` is a number (1 for the latest), « hier », a date, a time,
    or a day and a time, in the time zone of `now`.

    Raises:
        NotUnderstoodError: if it is none of these.
    """
    text = fold(asked).replace("’", "'")
    if re.fullmatch(r"\d{1,3}", text):
        rank = int(text)
        return known[-rank] if 0 < rank <= len(known) else None
    clock = CLOCK.search(text)
    words = text[: clock.start()].strip() if clock else text
    day = _day(words, now.date()) if words else None
    if not words and not clock:
        raise NotUnderstoodError
    for item in reversed(known):
        taken = item.taken.astimezone(now.tzinfo)
        if (day is None or taken.date() == day) and (clock is None or _is_at(taken, clock)):
            return item
    return None


def _is_at(taken: datetime, clock: re.Match[str]) -> bool:
    minute = clock["minute"]
    return taken.hour == int(clock["hour"]) and minute in (None, f"{taken.minute:02}")


def _day(words: str, today: date) -> date:
    if words in DAYS_AGO:
        return today - timedelta(days=DAYS_AGO[words])
    for pattern in (ISO, SLASHES, WORDS):
        if match := pattern.fullmatch(words):
            return _date(match, today)
    raise NotUnderstoodError


def _date(match: re.Match[str], today: date) -> date:
    names = [fold(name) for name in MONTHS]
    month = match["month"]
    try:
        number = int(month) if month.isdecimal() else names.index(month) + 1
        return date(int(match["year"] or today.year), number, int(match["day"]))
    except ValueError as error:
        raise NotUnderstoodError from error


@dataclass
class Return:
    """What going back to a snapshot does: `files` are written, `newer` did not exist then.

    A file whose content is None goes: it was taken since from our modules, and nobody touched it.
    `lost` are those that cannot be put back: too large to be copied, or damaged since.
    """

    files: dict[PurePosixPath, bytes | None] = field(default_factory=dict)
    newer: list[PurePosixPath] = field(default_factory=list)
    lost: list[PurePosixPath] = field(default_factory=list)


def prepared(project: Project, snapshot: Snapshot) -> Return:
    """Return what going back to `snapshot` would do."""
    now = now_there(project)
    result = Return()
    for path, name in snapshot.files.items():
        if now.get(path) == name:
            continue
        data = content(project, name)
        if data is None or _leads_elsewhere(project.root, path):
            result.lost.append(path)
        else:
            result.files[path] = data
    known = {*snapshot.files, *snapshot.left}
    newer = [path for path in now if path not in known]
    ours = still_ours(project, newer)
    result.files |= dict.fromkeys(ours)
    result.newer = [path for path in newer if path not in ours]
    return result


def _leads_elsewhere(root: Path, path: PurePosixPath) -> bool:
    """Return whether the place of `path` is now a link, or in a folder that is one."""
    return any((root / place).is_symlink() for place in (path, *path.parents[:-1]))


def go_back(project: Project, result: Return) -> None:
    """Write the files of `result`, after a snapshot of what is there now.

    Raises:
        OSError: what the disk refused; nothing has changed.
    """
    change_sources(project, result.files, "emas revenir")

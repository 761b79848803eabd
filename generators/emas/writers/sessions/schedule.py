"""The running order on one page: what begins at what time, and what to think of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from emas.model import HalfDay, Quiz
from emas.model.timetable import clock
from emas.writers.handouts.context import Data
from emas.writers.handouts.inlines import breakable
from emas.writers.sessions.moments import Moment, moment
from emas.writers.sessions.pack import Pack, Part, meets
from emas.writers.sessions.words import half_day, heading, lasting, planned_minutes

KIND = "Déroulé"
MOST_ROWS, HALF_DAY_ROWS = 30, 4
"""Rows that one page holds, and those that one more half-day takes: else only steps are told."""

SLACK_MIN = 5
"""Minutes that are worth neither beginning a sequence nor coming back to it another day."""

ENOUGH_PAUSE, LONG = 10, 120
"""A half-day longer than the second, with less than the first to spare, has no pause (minutes)."""


@dataclass(frozen=True, slots=True)
class Item:
    """What takes time; a `step` is told in bold above what it is made of, and lasts as long."""

    title: str
    step: str
    minutes: int


def schedule(pack: Pack) -> Data:
    """Return what `deroule.typ` prints."""
    halves = pack.item.session.half_days
    items = [item for part in pack.parts for item in _items(part)]
    rows = len(items) + len({item.step for item in items}) + HALF_DAY_ROWS * (len(halves) - 1)
    if rows > MOST_ROWS:
        items = _steps(items)
    left = planned_minutes(halves) - sum(item.minutes for item in items)
    return {
        **heading(pack, KIND, numbered=True),
        "half_days": spread(halves, items),
        "timed": bool(items),
        "steps": [breakable(step.title) for part in pack.parts for step in part.guide.module.steps],
        "spare": lasting(left) if items and left > 0 else "",
        "over": lasting(-left) if left < 0 else "",
        "no_pause": bool(items)
        and left < ENOUGH_PAUSE
        and any(half.minutes > LONG for half in halves),
        "material": breakable(pack.item.session.material),
        "decks": [{"file": part.deck, "command": part.command} for part in pack.parts],
        "room": meets(pack.item),
        "sheets": {
            "start": _named(pack.quizzes, Moment.START),
            "end": _named(pack.quizzes, Moment.END),
            "later": [*_named(pack.quizzes, Moment.LATER), *_named(pack.quizzes, Moment.TRIAL)],
            "opinion": _named(pack.quizzes, Moment.OPINION),
        },
    }


def _items(part: Part) -> Iterator[Item]:
    """Yield what takes time in a module, in order."""
    steps = {step.id: step.title for step in part.guide.module.steps}
    for sequence in part.guide.running_order.sequences:
        if sequence.minutes:
            title = sequence.title or steps[sequence.step]
            yield Item(title, steps.get(sequence.step, ""), sequence.minutes)


def _steps(items: Iterable[Item]) -> list[Item]:
    """Return a whole step where there were its parts."""
    found: list[Item] = []
    for item in items:
        if found and item.step and found[-1].title == item.step:
            found[-1] = Item(item.step, "", found[-1].minutes + item.minutes)
        else:
            found.append(Item(item.step or item.title, "", item.minutes))
    return found


def spread(halves: Sequence[HalfDay], items: Iterable[Item]) -> list[Data]:
    """Return each half-day with what it has time for; the next one goes on where it stopped.

    What no half-day has time for is told on the last one.
    """
    waiting = list(items)
    found: list[Data] = []
    for rank, half in enumerate(halves, 1):
        last = rank == len(halves)
        rows: list[Data] = []
        now, left, step = _minutes(half.start), half.minutes, ""
        while waiting and (last or left > 0):
            item = waiting.pop(0)
            rest = 0 if last else max(0, item.minutes - left)
            if rest and left <= SLACK_MIN:
                waiting.insert(0, item)
                break
            if item.step and item.step != step:
                rows.append({"clock": "", "length": "", "title": item.step, "strong": True})
            rows.append(_row(item, now, item.minutes - rest))
            if rest > SLACK_MIN:
                title = item.title.removesuffix(GOES_ON) + GOES_ON
                waiting.insert(0, Item(title, item.step, rest))
            now, left, step = now + item.minutes - rest, left - item.minutes + rest, item.step
        found.append({**half_day(half), "rows": rows})
    return found


GOES_ON = " (suite)"


def _row(item: Item, now: int, lasts: int) -> Data:
    hour, minute = divmod(now, 60)
    return {
        "clock": clock(time(hour % 24, minute)),
        "length": lasting(lasts),
        "title": breakable(item.title),
        "strong": not item.step,
    }


def _minutes(moment_of_day: time) -> int:
    return moment_of_day.hour * 60 + moment_of_day.minute


def _named(quizzes: Iterable[Quiz], when: Moment) -> list[str]:
    """Return the titles of the sheets filled in at a moment, each once."""
    titles = (breakable(quiz.title) for quiz in quizzes if moment(quiz) is when)
    return list(dict.fromkeys(titles))

"""What one participant answered at one moment of a session, on paper or on a screen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from emas.model.question import Question
from emas.model.scoring import Response
from emas.model.versions import question_version

Answers = Mapping[str, Response]
"""What was answered, by `question@version`."""

LONGEST = 500
"""Signs that a text may have in an answer, on a screen, on paper and in the service."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The answers of one participant at one moment: « acquis », or the id of a survey.

    `code` stands for the participant; that of a survey is another one, linked to nothing. Of two
    sheets of the same code and moment, the one with the greatest `number` counts.

    `copied`: it says what the tracking service holds, hence nothing new to that service. At the
    same number, a sheet that somebody wrote counts before a copy.
    """

    moment: str
    code: str
    number: int
    answers: Answers
    copied: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """Sheets put together.

    `clashing` differ from a kept one of the same number, `erased` are those of participants who
    were erased: both are left out.
    """

    sheets: tuple[Sheet, ...]
    added: tuple[Sheet, ...]
    replaced: tuple[Sheet, ...]
    clashing: tuple[Sheet, ...]
    erased: tuple[Sheet, ...] = ()


def is_short(response: Response) -> bool:
    """Return whether no text of an answer has more than `LONGEST` signs."""
    parts = response if isinstance(response, Sequence) and not isinstance(response, str) else ()
    return all(len(one) <= LONGEST for one in (response, *parts) if isinstance(one, str))


def versioned(question: Question) -> str:
    """Return « aut-q04@1a2b3c4d »: what an answer answers."""
    return f"{question.id}@{question_version(question)}"


def replacing(kept: Iterable[Sheet], others: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """Return `others` numbered so that each replaces the kept one, if its answers are others.

    A number never goes back: one that is greater already stays.
    """
    known = {(sheet.moment, sheet.code): sheet for sheet in kept}
    return tuple(_numbered(sheet, known.get((sheet.moment, sheet.code))) for sheet in others)


def _numbered(sheet: Sheet, former: Sheet | None) -> Sheet:
    if former is None:
        return sheet
    number = former.number + (sheet.answers != former.answers)
    return replace(sheet, number=max(number, sheet.number))


def merge(kept: Iterable[Sheet], others: Iterable[Sheet]) -> Merged:
    """Return `kept` with `others`; doing it twice changes nothing more.

    Sheets are sorted by their codes, which are random: nothing tells in which order they came.
    """
    known = {(sheet.moment, sheet.code): sheet for sheet in kept}
    added: dict[tuple[str, str], Sheet] = {}
    replaced: dict[tuple[str, str], Sheet] = {}
    clashing: list[Sheet] = []
    for sheet in others:
        key = sheet.moment, sheet.code
        former = known.get(key)
        if former is None:
            added[key] = known[key] = sheet
        elif _counts_before(sheet, former):
            known[key] = sheet
            (added if key in added else replaced)[key] = sheet
        elif _counts_before(former, sheet) or sheet.answers == former.answers:
            continue
        else:
            clashing.append(sheet)
    ordered = tuple(known[key] for key in sorted(known))
    return Merged(ordered, tuple(added.values()), tuple(replaced.values()), tuple(clashing))


def _counts_before(one: Sheet, other: Sheet) -> bool:
    if one.number == other.number and one.answers != other.answers:
        return other.copied and not one.copied
    return one.number > other.number

"""What the answers of many sessions tell of a question itself: too easy, too hard, unclear.

Answers are cumulated for the same `question@version` at the same moment, and nothing is said
before there are `FEWEST` of them: below, one person changes a share by more than three points.

Discrimination is the correlation of the points of a question with those of the other questions of
the same sheet and module (« corrected item-total correlation »). Below 0.20 an item is poor, to be
improved or dropped: Ebel and Frisbie, Essentials of Educational Measurement, 5th ed., 1991, ch. 13.
An item is said to be poor if chance alone would not make it look so more than once in twenty
(Fisher's z, one-sided): with thirty answers, only a correlation below -0.11 is. Nothing is said
where nearly everybody is right or wrong, since nothing is left to tell apart, nor before a
training, where people guess.

A wrong answer that fewer than 5 % choose does not work: Haladyna and Downing, « How many options is
enough for a multiple-choice test item? », Educational and Psychological Measurement 53, 1993. Here
only those that nobody ever chose. The bounds of difficulty are ours: with four answers, chance
alone is right once in four.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import atanh, fsum, sqrt, tanh

from emas.model.assessments import BEFORE
from emas.model.moment import AskedPart, AskedQuestion
from emas.model.results import listed_answers
from emas.model.scoring import score
from emas.model.sheet import Answers, Sheet

FEWEST = 30
EASY = 0.95
HARD = 0.25
POOR = 0.20
ONCE_IN_TWENTY = 1.645
"""Of a normal distribution, one-sided."""
FEWEST_OTHERS = 3
"""Other questions that a sheet must answer to tell who knows the subject."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question over all sessions, once `FEWEST` have answered it.

    `success` is the mean of its points, from 0 to 1. `discrimination`, from -1 to 1, is that of
    `compared` sheets, or None where it cannot be told. `unchosen` are the wrong answers that nobody
    ticked, by number.
    """

    question: AskedQuestion
    moment: str
    answers: int
    success: float
    discrimination: float | None
    compared: int
    unchosen: tuple[int, ...]

    @property
    def easy(self) -> bool:
        """Whether nearly everybody is right."""
        return self.success >= EASY

    @property
    def hard(self) -> bool:
        """Whether few are right; before a training, that is what is expected."""
        return self.success <= HARD and self.moment != BEFORE

    @property
    def unclear(self) -> bool:
        """Whether those who know the rest are hardly more often right, beyond chance."""
        if self.discrimination is None or self.moment == BEFORE:
            return False
        chance = ONCE_IN_TWENTY / sqrt(self.compared - 3)
        return self.discrimination < tanh(atanh(POOR) - chance)


Asked = tuple[Sequence[AskedPart], Sequence[Sheet]]
"""What a session asks, and its sheets."""


def items(wanted: Iterable[AskedPart], sessions: Iterable[Asked]) -> tuple[Item, ...]:
    """Return what `sessions` tell of the scored questions of `wanted`, where they tell enough."""
    given: dict[tuple[str, str], list[Answers]] = defaultdict(list)
    for parts, sheets in sessions:
        for part in parts:
            if not part.survey:
                names = {one.name for one in part.questions}
                found = (sheet.answers for sheet in sheets if sheet.moment == part.moment)
                given[part.moment, part.owner] += [_only(answers, names) for answers in found]
    return tuple(
        item for part in wanted for item in _of_part(part, given.get((part.moment, part.owner), []))
    )


def _only(answers: Answers, names: set[str]) -> Answers:
    return {name: response for name, response in answers.items() if name in names}


def _of_part(part: AskedPart, given: Sequence[Answers]) -> Iterator[Item]:
    known = {one.name: one for one in part.questions if one.scored}
    points = [dict(_points(answers, known)) for answers in given]
    for name, question in known.items():
        own = [sheet[name] for sheet in points if name in sheet]
        if len(own) >= FEWEST:
            success = fsum(own) / len(own)
            pairs = list(_with_others(name, points)) if 1 - EASY < success < EASY else []
            yield Item(
                question=question,
                moment=part.moment,
                answers=len(own),
                success=success,
                discrimination=_correlation(pairs) if len(pairs) >= FEWEST else None,
                compared=len(pairs),
                unchosen=_unchosen(question, given),
            )


def _points(answers: Answers, known: Mapping[str, AskedQuestion]) -> Iterator[tuple[str, float]]:
    for name, response in answers.items():
        found = score(known[name].key, response) if name in known else None
        if found is not None:
            yield name, found


def _unchosen(question: AskedQuestion, given: Iterable[Answers]) -> tuple[int, ...]:
    """Return the wrong answers that nobody ticked; none where nothing is ticked."""
    responses = (answers[question.name] for answers in given if question.name in answers)
    ticked = set(chain.from_iterable(map(listed_answers, responses)))
    wrong = (number for number in question.shown if number not in question.right)
    return tuple(number for number in wrong if number not in ticked) if question.right else ()


def _with_others(name: str, sheets: Iterable[Mapping[str, float]]) -> Iterator[tuple[float, float]]:
    """Yield the points of a question with the mean of the others of the same sheet."""
    for sheet in sheets:
        others = [points for other, points in sheet.items() if other != name]
        if name in sheet and len(others) >= FEWEST_OTHERS:
            yield sheet[name], fsum(others) / len(others)


def _correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Return Pearson's correlation, or None where one side does not vary."""
    means = [fsum(side) / len(pairs) for side in zip(*pairs, strict=True)]
    centred = [(one - means[0], other - means[1]) for one, other in pairs]
    spreads = [fsum(value**2 for value in side) for side in zip(*centred, strict=True)]
    if min(spreads) < 1e-9:
        return None
    return fsum(one * other for one, other in centred) / sqrt(spreads[0] * spreads[1])

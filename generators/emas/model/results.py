"""Results of a session: counts by question, before and after by objective; nobody in particular.

Below `FEWEST` distinct respondents a question is hidden whole; below `FEWEST_FOR_SHARES` there are
counts and no percentage: a share of twelve people says more than is known.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import fsum

from emas.model.assessments import AFTER, BEFORE
from emas.model.keys import Key
from emas.model.moment import AskedPart, AskedQuestion
from emas.model.scoring import Response, score
from emas.model.sheet import Answers, Sheet
from emas.model.task import Kind

FEWEST = 5
FEWEST_FOR_SHARES = 30


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """What was answered to one question.

    `respondents` is None below `FEWEST`: then nothing else is known. `counts` are, to tick and on a
    scale, how often each answer was given, in the order of the source; else how many answers are
    wholly right, right in part, and wrong; none for free texts, which are in `texts`, sorted.
    `points` is their sum, None where nothing is scored. `outdated` answers are to another version
    of the question, and not counted.
    """

    question: AskedQuestion
    respondents: int | None
    counts: tuple[int, ...]
    points: float | None
    texts: tuple[str, ...]
    outdated: int

    @property
    def shares(self) -> bool:
        """Whether percentages may be said."""
        return self.respondents is not None and self.respondents >= FEWEST_FOR_SHARES


@dataclass(frozen=True, slots=True)
class PartResult:
    """What was answered to what one module, or one survey, asks at one moment."""

    part: AskedPart
    sheets: int
    questions: tuple[QuestionResult, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """An objective before and after, on the questions that both moments ask.

    Only those who answered a question both times count for it, and a question counts if there are
    `FEWEST` of them. `learners` is None if no question does: then nothing else is known. `before`
    and `after` are points, out of `most`.
    """

    module: str
    objective: str
    questions: int
    learners: int | None
    before: float
    after: float
    most: int


@dataclass(frozen=True, slots=True)
class Results:
    """What a session gave. `unknown` sheets answer nothing that it asks now."""

    parts: tuple[PartResult, ...]
    progress: tuple[Progress, ...]
    unknown: int


def results(parts: Sequence[AskedPart], sheets: Iterable[Sheet]) -> Results:
    """Return the results of what a session asks, from the sheets of its participants.

    Answers are valid ones (see `scoring.score`), at most one sheet a code and a moment.
    """
    found = tuple(sheets)
    asked = {part.moment for part in parts}
    return Results(
        parts=tuple(_part(part, found) for part in parts),
        progress=tuple(_progress(parts, found)),
        unknown=sum(sheet.moment not in asked for sheet in found),
    )


def sound(sheet: Sheet, parts: Iterable[AskedPart]) -> Sheet:
    """Return `sheet` without the answers that cannot be: somebody may have edited its file."""
    keys = {one.name: one.key for part in parts for one in part.questions}
    kept = {
        name: response
        for name, response in sheet.answers.items()
        if name not in keys or _can_be(keys[name], response)
    }
    return replace(sheet, answers=kept)


def _can_be(key: Key, response: Response) -> bool:
    try:
        score(key, response)
    except (ValueError, TypeError):
        return False
    return True


def _part(part: AskedPart, sheets: Sequence[Sheet]) -> PartResult:
    given = [sheet.answers for sheet in sheets if sheet.moment == part.moment]
    collected = [question for question in part.questions if question.collected]
    names = {question.id for question in collected}
    present = sum(any(name.partition("@")[0] in names for name in answers) for answers in given)
    return PartResult(
        part, present, tuple(question_result(question, given) for question in collected)
    )


def question_result(question: AskedQuestion, given: Sequence[Answers]) -> QuestionResult:
    """Return what was answered to `question`, from what each respondent gave."""
    name = question.name
    responses = [answers[name] for answers in given if name in answers]
    others = sum(
        any(other.partition("@")[0] == question.id and other != name for other in answers)
        for answers in given
    )
    if len(responses) < FEWEST:
        return QuestionResult(question, None, (), None, (), others)
    points = _points(question, responses) if question.scored else None
    return QuestionResult(
        question=question,
        respondents=len(responses),
        counts=_counts(question, responses),
        points=fsum(points) if points is not None else None,
        texts=_texts(question, responses),
        outdated=others,
    )


def _points(question: AskedQuestion, responses: Iterable[Response]) -> list[float]:
    scores = (score(question.key, response) for response in responses)
    return [points for points in scores if points is not None]


def _counts(question: AskedQuestion, responses: Sequence[Response]) -> tuple[int, ...]:
    match question.kind:
        case Kind.SINGLE | Kind.MULTIPLE | Kind.TRUE_FALSE:
            found = Counter(number for response in responses for number in listed_answers(response))
        case Kind.SCALE:
            found = Counter(responses)
        case Kind.ORDER | Kind.MATCHING | Kind.CATEGORIES | Kind.GAPS | Kind.NUMBER:
            scores = _points(question, responses)
            whole, none = scores.count(1.0), scores.count(0.0)
            return (whole, len(scores) - whole - none, none)
        case _:
            return ()
    return tuple(found[number] for number in range(len(question.options)))


def listed_answers(response: Response) -> Sequence[object]:
    """Return what a response lists: the numbers that were ticked."""
    return response if isinstance(response, Sequence) else ()


def _texts(question: AskedQuestion, responses: Iterable[Response]) -> tuple[str, ...]:
    """Return what was written freely; sorted, so that no order tells who wrote what."""
    if question.kind is not Kind.OPEN:
        return ()
    return tuple(sorted(text for text in responses if isinstance(text, str) and text.strip()))


def _progress(parts: Sequence[AskedPart], sheets: Sequence[Sheet]) -> Iterator[Progress]:
    before, after = (
        {s.code: s.answers for s in sheets if s.moment == moment} for moment in (BEFORE, AFTER)
    )
    for first in (part for part in parts if part.moment == BEFORE):
        for last in (part for part in parts if part.moment == AFTER):
            if last.owner == first.owner:
                again = {question.name for question in last.questions}
                common = [one for one in first.questions if one.scored and one.name in again]
                for objective in first.objectives:
                    asked = [one for one in common if one.objective == objective]
                    if asked:
                        yield _of_objective(first.owner, objective, asked, before, after)


def _of_objective(
    module: str,
    objective: str,
    questions: Sequence[AskedQuestion],
    before: dict[str, Answers],
    after: dict[str, Answers],
) -> Progress:
    first: list[float] = []
    last: list[float] = []
    learners: set[str] = set()
    counted = 0
    for question in questions:
        name = question.name
        both = [code for code in before if name in before[code] and name in after.get(code, {})]
        if len(both) >= FEWEST:
            counted += 1
            learners |= set(both)
            first += _points(question, (before[code][name] for code in both))
            last += _points(question, (after[code][name] for code in both))
    if not learners:
        return Progress(module, objective, 0, None, 0.0, 0.0, 0)
    return Progress(module, objective, counted, len(learners), fsum(first), fsum(last), len(first))

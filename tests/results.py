"""Results counted another way than the program does: from plain dictionaries, with fractions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from emas.model import Kind, score
from emas.model.moment import AskedQuestion
from emas.model.sheet import Sheet

Table = Mapping[str, list[tuple[str, Any]]]
"""For each `moment question@version`, the code and the answer of each participant."""


def table(sheets: Iterable[Sheet]) -> Table:
    """Return all answers, as one list a question and a moment."""
    found: dict[str, list[tuple[str, Any]]] = defaultdict(list)
    for sheet in sheets:
        for name, response in sheet.answers.items():
            found[f"{sheet.moment} {name}"].append((sheet.code, response))
    return found


def points(question: AskedQuestion, responses: Iterable[Any]) -> Fraction:
    """Return the sum of the scores, without the rounding of decimal numbers."""
    scores = (score(question.key, response) or 0 for response in responses)
    return sum((Fraction(one).limit_denominator(1000) for one in scores), Fraction())


def counts(question: AskedQuestion, responses: Sequence[Any]) -> list[int]:
    """Return how often each answer was given, or how many are right, half right and wrong."""
    known = question.key
    if question.kind in (Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE):
        return [sum(rank in given for given in responses) for rank in range(known["count"])]
    if question.kind is Kind.SCALE:
        return [list(responses).count(rank) for rank in range(known["count"])]
    if not question.scored:
        return []
    kinds = Counter(
        {1.0: "right", 0.0: "wrong"}.get(score(known, one) or 0.0, "half") for one in responses
    )
    return [kinds["right"], kinds["half"], kinds["wrong"]]


def progress(
    asked: Sequence[AskedQuestion], answered: Table
) -> tuple[int, Fraction, Fraction, int]:
    """Return distinct learners, points before and after, and the most there could be."""
    learners: set[str] = set()
    before = after = Fraction()
    most = 0
    for question in asked:
        first = dict(answered.get(f"positionnement {question.name}", []))
        last = dict(answered.get(f"acquis {question.name}", []))
        both = first.keys() & last.keys()
        if len(both) < 5:
            continue
        learners |= both
        before += points(question, [first[code] for code in both])
        after += points(question, [last[code] for code in both])
        most += len(both)
    return len(learners), before, after, most

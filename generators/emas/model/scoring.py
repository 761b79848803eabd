"""How the answer to a question makes a score between 0 and 1 (the rules of the source format).

The player has the same rules in JavaScript; one set of cases checks both.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from emas.model.keys import Key
from emas.model.task import Kind
from emas.model.written import number, same_words

Response = Sequence[int] | Sequence[int | None] | Sequence[str] | str | int
"""What a learner answers, as JSON has it; numbers are those of the source, from 0.

To tick: the numbers ticked. To order: the items in the order given. To pair: for the left of each
pair, the pair whose right was chosen, or null. To sort: the category of each entry, or null.
Gaps: a text for each. Number: a text. Scale and position: the point. Open: a text.
"""


def score(key: Key, response: Response) -> float | None:
    """Return the score of `response`, or None for a kind that has none.

    Raises:
        ValueError: if it cannot be an answer to this question.
    """
    kind = Kind(key["kind"])
    match kind:
        case Kind.SCALE | Kind.POSITION:
            _number(response, key["count"])
            return None
        case Kind.OPEN:
            _text(response)
            return None
        case Kind.SINGLE | Kind.TRUE_FALSE:
            ticked = _numbers(response, key["count"])
            return float(bool(ticked) and ticked == key["right"])
        case Kind.MULTIPLE:
            return _ticked(set(_numbers(response, key["count"])), set(key["right"]))
        case Kind.ORDER:
            order = _numbers(response, key["count"])
            if len(order) != key["count"]:
                raise ValueError(f"{response!r}: not an order of {key['count']} items")
            return _share(place == item for place, item in enumerate(order))
        case Kind.MATCHING:
            chosen = _each(response, key["count"], key["count"])
            return _share(left == right for left, right in enumerate(chosen))
        case Kind.CATEGORIES:
            chosen = _each(response, len(key["right"]), key["count"])
            return _share(one == other for one, other in zip(key["right"], chosen, strict=True))
        case Kind.GAPS:
            texts = _texts(response, len(key["words"]))
            pairs = zip(texts, key["words"], strict=True)
            return _share(_filled(text, words, strict=key["strict"]) for text, words in pairs)
        case _:
            found = number(_text(response), key["unit"])
            value, tolerance = Decimal(key["value"]), Decimal(key["tolerance"])
            return float(found is not None and abs(found - value) <= tolerance)


def _ticked(ticked: set[int], right: set[int]) -> float:
    if not right:
        return 0.0
    return max(0.0, float(Fraction(len(ticked & right) - len(ticked - right), len(right))))


def _filled(text: str, words: Sequence[str], *, strict: bool) -> bool:
    return any(same_words(text, accepted, strict=strict) for accepted in words)


def _share(right: Iterable[bool]) -> float:
    marks = list(right)
    return float(Fraction(sum(marks), len(marks)))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r}: not a text")
    return value


def _list(response: object, length: int | None) -> list[object]:
    if not isinstance(response, Sequence) or isinstance(response, str):
        raise ValueError(f"{response!r}: not a list")
    if length is not None and len(response) != length:
        raise ValueError(f"{len(response)} answers instead of {length}")
    return list(response)


def _texts(response: object, length: int) -> list[str]:
    return [_text(item) for item in _list(response, length)]


def _numbers(response: object, count: int) -> list[int]:
    """Return `response` as numbers below `count`, none of them twice."""
    found = [_number(item, count) for item in _list(response, None)]
    if len(set(found)) != len(found):
        raise ValueError(f"{response!r}: a number twice")
    return found


def _each(response: object, length: int, count: int) -> list[int | None]:
    """Return `response` as `length` numbers below `count`, or None where there is no answer."""
    found = _list(response, length)
    return [None if item is None else _number(item, count) for item in found]


def _number(item: object, count: int) -> int:
    if type(item) is not int or not 0 <= item < count:
        raise ValueError(f"{item!r}: not a number below {count}")
    return item

"""An answer as xAPI writes it: the type of the interaction, and the response as one text.

Source: xAPI 1.0.3, Data, 2.4.4.1 « Interaction Activities » and appendix C: components have ids,
lists are parted by « [,] » and pairs by « [.] ». Our ids are a letter and a number: what is
numbered 2 is `r2`, the right of a pair or a category is `c2`.
"""

from collections.abc import Iterable, Sequence

from emas.model.keys import Key
from emas.model.scoring import Response, score
from emas.model.task import Kind

LIST, PAIR = "[,]", "[.]"
NOBODY = "-"
"""What a left that has no right goes with."""

TYPES = {
    Kind.SINGLE: "choice",
    Kind.MULTIPLE: "choice",
    Kind.TRUE_FALSE: "choice",
    Kind.ORDER: "sequencing",
    Kind.MATCHING: "matching",
    Kind.CATEGORIES: "matching",
    Kind.GAPS: "fill-in",
    Kind.NUMBER: "fill-in",
    Kind.SCALE: "likert",
    Kind.POSITION: "likert",
    Kind.OPEN: "long-fill-in",
}
"""The type of interaction of each kind. True or false has our answers, in their own words; a number
has a unit and a comma, which `numeric` cannot hold.
"""


def written(key: Key, response: Response) -> str:
    """Return `response`, a valid answer to the question of `key`, as xAPI writes it."""
    match Kind(key["kind"]):
        case Kind.SINGLE | Kind.MULTIPLE | Kind.TRUE_FALSE | Kind.ORDER:
            return LIST.join(f"r{number}" for number in _listed(response))
        case Kind.MATCHING | Kind.CATEGORIES:
            pairs = enumerate(_listed(response))
            return LIST.join(
                f"r{left}{PAIR}{NOBODY if right is None else f'c{right}'}" for left, right in pairs
            )
        case Kind.GAPS:
            return LIST.join(str(text) for text in _listed(response))
        case Kind.SCALE | Kind.POSITION:
            return f"r{response}"
        case _:
            return str(response)


def read(key: Key, text: str) -> Response:
    """Return the answer that `text` writes.

    Raises:
        ValueError: if it cannot be an answer to the question of `key`.
    """
    response = _read(key, text)
    score(key, response)
    return response


def _read(key: Key, text: str) -> Response:
    match Kind(key["kind"]):
        case Kind.SINGLE | Kind.MULTIPLE | Kind.TRUE_FALSE | Kind.ORDER:
            return [_number(part, "r") for part in _parts(text)]
        case Kind.MATCHING | Kind.CATEGORIES:
            return _pairs(_parts(text))
        case Kind.GAPS:
            return text.split(LIST)
        case Kind.SCALE | Kind.POSITION:
            return _number(text, "r")
        case _:
            return text


def _pairs(parts: Iterable[str]) -> list[int | None]:
    found: dict[int, int | None] = {}
    for part in parts:
        left, _, right = part.partition(PAIR)
        number = _number(left, "r")
        if number in found:
            raise ValueError(f"{left}: twice")
        found[number] = None if right == NOBODY else _number(right, "c")
    if sorted(found) != list(range(len(found))):
        raise ValueError("a left is missing")
    return [found[number] for number in range(len(found))]


def _parts(text: str) -> list[str]:
    return text.split(LIST) if text else []


def _number(part: str, letter: str) -> int:
    digits = part.removeprefix(letter)
    if digits == part or not (digits.isascii() and digits.isdecimal()) or len(digits) > 3:
        raise ValueError(f"{part!r}: not the id of an answer")
    return int(digits)


def _listed(response: Response) -> Sequence[object]:
    return response if isinstance(response, Sequence) and not isinstance(response, str) else ()

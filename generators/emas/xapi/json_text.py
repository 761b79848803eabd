"""JSON that means one thing only, and the exact text of each statement in an array.

Python's parser accepts NaN, the same key twice, and halves of characters; numbers beyond what
a double holds would come back changed. All are refused (RFC 8259, section 4, 6 and 8.2).
"""

import json
import math
import re
from collections.abc import Iterator
from typing import Any

from emas.xapi.checks import StatementError

MAX_DEPTH = 64
"""How deep objects and arrays may be in each other: ours need seven."""

_SPACE = re.compile(r"[ \t\n\r]*")


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise StatementError("the JSON has the same key twice in an object")
    return found


def _finite(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise StatementError(f"the JSON has a number that is too large: {text:.40}")
    return value


def _no_constant(name: str) -> float:
    raise StatementError(f"{name} is not JSON")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_pairs, parse_float=_finite, parse_constant=_no_constant
)


def parse(data: bytes) -> Any:
    """Return the value that `data` says.

    Raises:
        StatementError: if it is not JSON in UTF-8, or not JSON that means one thing only.
    """
    text = _text(data)
    value, end = _value(text, 0)
    _nothing_after(text, end)
    return value


def statements(data: bytes) -> tuple[list[tuple[str, Any]], bool]:
    """Return each object of an array with its exact text, and whether there was an array.

    Raises:
        StatementError: as `parse` does.
    """
    text = _text(data)
    if not text.startswith("[", _space(text, 0)):
        value, end = _value(text, 0)
        _nothing_after(text, end)
        return [(text.strip(" \t\n\r"), value)], False
    return list(_items(text, _space(text, 0) + 1)), True


def _items(text: str, place: int) -> Iterator[tuple[str, Any]]:
    place = _space(text, place)
    if text.startswith("]", place):
        return _nothing_after(text, place + 1)
    while True:
        value, end = _value(text, place)
        yield text[_space(text, place) : end], value
        place = _space(text, end)
        if text.startswith("]", place):
            return _nothing_after(text, place + 1)
        if not text.startswith(",", place):
            raise StatementError(f"the JSON is wrong at character {place}")
        place += 1


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise StatementError(f"the text is not UTF-8 at byte {error.start}") from None


def _value(text: str, place: int) -> tuple[Any, int]:
    """Return the value at `place`, and where it ends."""
    try:
        value, end = _DECODER.raw_decode(text, _space(text, place))
    except json.JSONDecodeError as error:
        raise StatementError(f"the JSON is wrong at character {error.pos}: {error.msg}") from None
    except RecursionError:
        raise StatementError(f"the JSON is more than {MAX_DEPTH} levels deep") from None
    except ValueError:  # an integer of thousands of digits
        raise StatementError("the JSON has a number that is too large") from None
    _sound(value, 1)
    return value, end


def _sound(value: Any, depth: int) -> None:
    if isinstance(value, str) and not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise StatementError("the JSON has half of a character") from None
    elif isinstance(value, (dict, list)):
        if depth > MAX_DEPTH:
            raise StatementError(f"the JSON is more than {MAX_DEPTH} levels deep")
        for item in value:
            _sound(item, depth + 1)
        if isinstance(value, dict):
            for item in value.values():
                _sound(item, depth + 1)


def _space(text: str, place: int) -> int:
    found = _SPACE.match(text, place)
    return found.end() if found else place


def _nothing_after(text: str, place: int) -> None:
    if _space(text, place) != len(text):
        raise StatementError(f"the JSON goes on after its end, at character {place}")


def with_members(text: str, members: dict[str, Any]) -> str:
    """Return the object of `text`, which is not empty, with `members` after its own."""
    added = json.dumps(members, ensure_ascii=False, separators=(",", ":"))
    return f"{text[:-1].rstrip()},{added[1:]}" if members else text


def written(value: Any) -> str:
    """Return a value as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

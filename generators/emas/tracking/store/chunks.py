"""Long lists in pieces that a query can hold."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

SIZE = 500
"""SQLite accepts at least 999 values in a query, PostgreSQL 65,535."""


def chunks(items: Iterable[T]) -> Iterator[list[T]]:
    """Yield `items` in lists of at most `SIZE`."""
    rest = iter(items)
    while some := list(islice(rest, SIZE)):
        yield some

"""Which criteria of RGAA 4.1 a test looks at, written on the test; docs/rgaa.md says the same."""

from collections.abc import Callable
from typing import TypeVar

Test = TypeVar("Test", bound=Callable[..., object])


def checks(*criteria: str) -> Callable[[Test], Test]:
    """Return a decorator that changes nothing: it says what a test is for.

    `tests/unit/test_rgaa.py` reads it, and compares it with the table of docs/rgaa.md.
    """

    def same(test: Test) -> Test:
        assert criteria
        return test

    return same

"""The code of a participant: what stands for a person, so that no name is needed.

Six signs drawn at random, then one that tells a slip of the pen: « K7F-MXR4 ». It is copied by hand
as often as typed: no vowel, so no word, and no sign that looks like another one.
"""

import secrets
from collections.abc import Iterator

ALPHABET = "3479BCDFGHJKMNPQRSTVWXZ"
"""A prime number of signs: any wrong sign, and any two that change places, are seen."""

LENGTH = 7


def new_codes() -> Iterator[str]:
    """Yield codes without end, none twice; nobody can guess the next one."""
    given: set[str] = set()
    while True:
        drawn = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
        if drawn not in given:
            given.add(drawn)
            yield drawn + _check(drawn)


def read_code(text: str) -> str | None:
    """Return the code that somebody typed, whatever its case, spaces and hyphens, or None."""
    code = "".join(sign for sign in text.upper() if sign not in " -\u00a0\u202f")
    known = len(code) == LENGTH and all(sign in ALPHABET for sign in code)
    return code if known and code[-1] == _check(code[:-1]) else None


def shown_code(code: str) -> str:
    """Return « K7F-MXR4 »: two groups are easier to copy."""
    return f"{code[:3]}-{code[3:]}"


def _check(signs: str) -> str:
    weighted = sum(rank * ALPHABET.index(sign) for rank, sign in enumerate(signs, 2))
    return ALPHABET[weighted % len(ALPHABET)]

"""What was erased and must not come back, known by marks that name nobody.

A code has seven signs: whoever holds a plain digest of it could try them all. A mark is keyed
(HMAC), so that a file of marks alone says nothing.
"""

import hmac
import secrets
from dataclasses import dataclass

KEY_BYTES = 32
MARK_BYTES = 16


@dataclass(frozen=True, slots=True)
class Erased:
    """Marks of what was erased, and the keys they were made with: one a computer."""

    keys: frozenset[bytes] = frozenset()
    marks: frozenset[bytes] = frozenset()

    def __or__(self, other: "Erased") -> "Erased":
        return Erased(self.keys | other.keys, self.marks | other.marks)

    def holds(self, name: str) -> bool:
        """Return whether what that name stands for was erased."""
        return bool(self.marks) and any(mark(key, name) in self.marks for key in self.keys)

    def gone(self, session: str, code: str) -> bool:
        """Return whether a participant, or the whole session, was erased."""
        return self.holds(of_session(session)) or self.holds(of_participant(session, code))

    def adding(self, *names: str) -> "Erased":
        """Return these marks and those of `names`; the first one makes a key."""
        keys = self.keys or frozenset({secrets.token_bytes(KEY_BYTES)})
        return Erased(keys, self.marks | {mark(min(keys), name) for name in names})


def mark(key: bytes, name: str) -> bytes:
    """Return what stands for `name`."""
    return hmac.digest(key, name.encode(), "sha256")[:MARK_BYTES]


def of_session(session: str) -> str:
    """Return the name of a whole session, for a mark."""
    return f"session {session}"


def of_participant(session: str, code: str) -> str:
    """Return the name of a participant of a session, for a mark."""
    return f"participant {session} {code}"


def of_statement(statement: str) -> str:
    """Return the name of a statement, for a mark; its id is in small letters."""
    return f"statement {statement}"

"""Passwords of coordinators: what is refused, and how often one may try."""

import asyncio
import secrets
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.concurrency import run_in_threadpool
from zxcvbn import zxcvbn

from emas.tracking.store import Store
from emas.tracking.store.desk import Coordinator, find

SHORTEST = 12
LONGEST = 200
FIRM = 3
"""The least of zxcvbn’s marks, from 0 to 4: more than a hundred million guesses."""
LOOKED_AT = 72
"""Signs that are judged; the time that it takes grows fast."""
OURS = ("emas", "atelier", "suivi", "bureau", "autisme", "formation", "academie")
"""What somebody guesses first here (ASVS 5.0, 6.1.2)."""
LONGEST_NAME = 80

BY_NAME = parse("10/15 minutes")
"""Wrong passwords for one name. A whole room may be behind one address: addresses do not count."""
IN_ALL = parse("60/minute")
"""Tries for all names together: beyond, somebody guesses names; it is over a minute later."""

_hasher = PasswordHasher()
_NOBODY = Coordinator("", "", _hasher.hash(secrets.token_hex()))
"""Checked when there is no coordinator of that name, to take the same time."""


class TooManyTriesError(Exception):
    """No password is looked at for now."""


def clean_name(text: str) -> str:
    """Return a name as it is kept: composed letters, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def key_of(name: str) -> str:
    """Return what a name is found by, whatever its case."""
    return clean_name(name).casefold()


def hashed(password: str) -> str:
    """Return what is kept of a password."""
    return _hasher.hash(unicodedata.normalize("NFC", password))


def refusal(name: str, password: str) -> str:
    """Return in French why this name or this password is refused; nothing if they are not."""
    cleaned = clean_name(name)
    if not cleaned or len(cleaned) > LONGEST_NAME or not cleaned.isprintable():
        return f"un nom a de 1 à {LONGEST_NAME} signes, lettres, chiffres ou ponctuation"
    if len(password) < SHORTEST:
        return f"un mot de passe a au moins {SHORTEST} signes : une phrase se retient bien"
    if len(password) > LONGEST:
        return f"un mot de passe a au plus {LONGEST} signes"
    if key_of(name) in password.casefold():
        return "un mot de passe ne contient pas le nom du compte"
    judged = zxcvbn(password[:LOOKED_AT], user_inputs=[*OURS, *cleaned.split()])
    if judged["score"] < FIRM:
        return "ce mot de passe se devine vite : quelques mots sans lien tiennent mieux"
    return ""


class Passwords:
    """Looks at passwords, one at a time: each takes 64 MB. Tries are counted in memory."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._hashing = asyncio.Lock()
        self._tries = MovingWindowRateLimiter(MemoryStorage())

    async def check(self, name: str, password: str) -> Coordinator | None:
        """Return the coordinator whose name and password these are.

        Raises:
            TooManyTriesError: if this name, or all together, were tried too often.
            UnavailableError: if the database cannot be read now.
        """
        key = key_of(name)[:LONGEST_NAME]
        async with self._hashing:
            free = self._tries.test(BY_NAME, key) and self._tries.hit(IN_ALL, "")
            if not free:
                raise TooManyTriesError
            found = await run_in_threadpool(self._checked, key, password)
        if found is None:
            self._tries.hit(BY_NAME, key)
        else:
            self._tries.clear(BY_NAME, key)
        return found

    def _checked(self, key: str, password: str) -> Coordinator | None:
        known = self._store.read(find, key)
        one = known or _NOBODY
        try:
            _hasher.verify(one.password_hash, unicodedata.normalize("NFC", password))
        except (VerificationError, InvalidHashError):
            return None
        return known

"""Who asks: programs with an account, by HTTP Basic. Passwords are hashed by argon2."""

import asyncio
import base64
import binascii
import hashlib
import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from emas.tracking.catalogue import TrackedPlan
from emas.tracking.rooms.answering import Learner
from emas.tracking.rooms.joining import hashed as token_hash
from emas.tracking.store import Store
from emas.tracking.store.accounts import Account, find
from emas.tracking.store.rooms import find_token
from emas.xapi import Statement


class Scope(StrEnum):
    """What a credential may be for; names of Communication 4.2."""

    WRITE = "statements/write"
    READ = "statements/read"
    STATE = "state"
    PROFILE = "profile"


@dataclass(frozen=True, slots=True)
class Credential:
    """Who asks: `authority` is the agent that vouches for what it writes.

    `learner` is the participant of a session, of whom only answers are taken.
    """

    authority: Statement
    scopes: frozenset[Scope]
    learner: Learner | None = None


Authenticate = Callable[[Request], Awaitable[Credential | None]]
"""Tells who asks, or None if this request does not prove it."""

SERVICE = "emas-suivi"

REMEMBERED_S = 60
"""How long a password that was right is not hashed again: argon2 is slow on purpose."""
MAX_REMEMBERED = 100

_hasher = PasswordHasher()
_NOBODY = Account("", _hasher.hash(secrets.token_hex()))
"""Checked when there is no account of that name, to take the same time."""


def hashed(password: str) -> str:
    """Return what is kept of a password."""
    return _hasher.hash(password)


class Accounts:
    """Recognises the accounts of `store`; `home` is the home page of their authority."""

    def __init__(self, store: Store, home: str) -> None:
        self._store = store
        self._home = home
        self._right: dict[bytes, tuple[float, Credential]] = {}
        self._secret = secrets.token_bytes(32)
        self._hashing = asyncio.Lock()

    async def __call__(self, request: Request) -> Credential | None:
        """Return the credential of a request with the name and password of an account.

        One password is hashed at a time: each takes 64 MB, and a room of programs that start
        together would all hash the same one.
        """
        said = _basic(request.headers.get("authorization", ""))
        if said is None:
            return None
        mark = hashlib.blake2b("\0".join(said).encode(), key=self._secret).digest()
        if (credential := self._remembered(mark)) is not None:
            return credential
        async with self._hashing:
            credential = self._remembered(mark)
            if credential is None:
                credential = await run_in_threadpool(self._checked, *said)
                self._remember(mark, credential)
        return credential

    def _remembered(self, mark: bytes) -> Credential | None:
        until, credential = self._right.get(mark, (0.0, None))
        return credential if time.monotonic() < until else None

    def _remember(self, mark: bytes, credential: Credential | None) -> None:
        if credential is not None:
            if len(self._right) >= MAX_REMEMBERED:
                self._right.clear()
            self._right[mark] = time.monotonic() + REMEMBERED_S, credential

    def _checked(self, name: str, password: str) -> Credential | None:
        account = self._store.read(find, name) or _NOBODY
        try:
            _hasher.verify(account.password_hash, password)
        except (VerificationError, InvalidHashError):
            return None
        who = {"homePage": self._home, "name": account.name}
        return Credential({"objectType": "Agent", "account": who}, frozenset(Scope))


def _basic(header: str) -> tuple[str, str] | None:
    scheme, _, encoded = header.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        text = base64.b64decode(encoded.strip(), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return None
    name, colon, password = text.partition(":")
    return (name, password) if colon and "\0" not in text else None


class Participants:
    """Recognises the tokens of participants of `plan`, then what `accounts` recognises.

    The service vouches for what they write, under the name `SERVICE`.
    """

    def __init__(self, store: Store, plan: TrackedPlan, home: str, accounts: Accounts) -> None:
        self._store = store
        self._plan = plan
        self._authority = {
            "objectType": "Agent",
            "account": {"homePage": home, "name": SERVICE},
        }
        self._accounts = accounts

    async def __call__(self, request: Request) -> Credential | None:
        """Return the credential of a request with a token, or with an account."""
        scheme, _, said = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return await self._accounts(request)
        now = time.time_ns() // 1000
        found = await run_in_threadpool(self._store.read, find_token, token_hash(said.strip()), now)
        session = self._plan.sessions.get(found.session) if found else None
        if found is None or session is None:
            return None
        learner = Learner(session, found.learner)
        return Credential(self._authority, frozenset({Scope.WRITE}), learner)

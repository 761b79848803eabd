"""Who listens: one open stream each, and the same few bytes said to all."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


class FullError(Exception):
    """Too many listen already, or the service stops."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many streams may be open for a session, from an address, and for one listener."""

    session: int
    address: int
    one: int


class Listener:
    """An open stream. Only the last word waits for it: a slow phone makes nobody wait."""

    def __init__(self, who: str, address: str) -> None:
        self.who = who
        self.address = address
        self._words: asyncio.Queue[str | None] = asyncio.Queue(maxsize=1)

    def say(self, word: str | None) -> None:
        """Give the listener something to say in the place of what still waits; None: the end."""
        if self._words.full():
            self._words.get_nowait()
        self._words.put_nowait(word)

    async def heard(self, wait_s: float) -> str | None:
        """Return the next word, or None at the end.

        Raises:
            TimeoutError: if nothing was said in `wait_s` seconds.
        """
        async with asyncio.timeout(wait_s):
            return await self._words.get()


class Hub:
    """The streams of all sessions; used from the event loop only."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._listeners: dict[str, list[Listener]] = defaultdict(list)
        self._addresses: Counter[str] = Counter()
        self._stopped = False

    def check(self, session: str, address: str) -> None:
        """Raise FullError if one more stream is too many."""
        here = len(self._listeners.get(session, ()))
        full = here >= self._limits.session or self._addresses[address] >= self._limits.address
        if full or self._stopped:
            raise FullError

    @contextmanager
    def listening(self, session: str, who: str, address: str) -> Iterator[Listener]:
        """Give a stream for `who`; their oldest one ends if they have too many.

        A phone that changes networks comes back before its former stream is known to be dead.
        """
        others = self._listeners[session]
        same = [one for one in others if one.who == who]
        for one in same[: max(0, len(same) + 1 - self._limits.one)]:
            one.say(None)
        listener = Listener(who, address)
        others.append(listener)
        self._addresses[address] += 1
        try:
            if self._stopped:
                listener.say(None)
            yield listener
        finally:
            others.remove(listener)
            self._addresses[address] -= 1
            if not self._addresses[address]:
                del self._addresses[address]
            if not others:
                self._listeners.pop(session, None)

    def say(self, session: str, word: str) -> None:
        """Say the same to all who listen to a session."""
        for one in self._listeners.get(session, ()):
            one.say(word)

    def present(self, session: str) -> int:
        """Return how many different people listen to a session."""
        return len({one.who for one in self._listeners.get(session, ())})

    def stop(self) -> None:
        """End all streams, for the service to stop at once."""
        self._stopped = True
        for listeners in self._listeners.values():
            for one in listeners:
                one.say(None)

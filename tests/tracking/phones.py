"""Phones of a room, as the pages are: what they give is in an outbox until it is acknowledged."""

import asyncio
import json
import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random

from tests.tracking.asking import ANSWERED, Statement
from tests.tracking.sessions import NAME
from tests.tracking.wire import post

from emas.model.interaction import written
from emas.model.moment import AskedQuestion
from emas.xapi import names

BATCH = 20
EVENTS = ("answer", "answer", "answer", "send", "send", "refresh", "sleep", "twice", "drop")
"""What happens; a change of network is another connection, and each request has its own."""


def statement(code: str, moment: str, question: str, response: str, at: int) -> Statement:
    """Return what the page of a participant sends; `at` is in milliseconds."""
    clock = f"{at // 60000 % 60:02}:{at // 1000 % 60:02}.{at % 1000:03}"
    return {
        "id": str(uuid.uuid4()),
        "actor": {"account": {"homePage": names.session(NAME), "name": code}},
        "verb": {"id": ANSWERED},
        "object": {"id": names.question(question)},
        "result": {"response": response},
        "context": {"contextActivities": {"parent": [{"id": names.moment(NAME, moment)}]}},
        "timestamp": f"2027-01-13T14:{clock}Z",
    }


@dataclass
class Phone:
    """A participant's page: `given` is what it shows as answered, `outbox` what it must send.

    `where` tells the address of the service, which changes when it is started again.
    """

    where: Callable[[], str]
    room: str
    code: str
    asked: Sequence[tuple[str, AskedQuestion]]
    chance: Random
    token: str = ""
    given: dict[tuple[str, str], str] = field(default_factory=dict)
    outbox: list[Statement] = field(default_factory=list)
    acknowledged: list[Statement] = field(default_factory=list)
    clock: int = 0

    async def live(self, events: Sequence[str]) -> None:
        """Have those things happen, one after the other."""
        for event in events:
            await self._happen(event)

    async def finish(self) -> None:
        """Send all that is left."""
        while self.outbox:
            await self._send()

    async def _happen(self, event: str) -> None:
        match event:
            case "answer":
                self._answer()
            case "send":
                await self._send()
            case "refresh":  # the token was not written down yet
                self.token = ""
            case "sleep":
                await asyncio.sleep(self.chance.uniform(0, 0.05))
            case "twice":
                await asyncio.gather(self._send(), self._send())
            case _:
                await self._dropped()

    def _answer(self) -> None:
        moment, question = self.chance.choice(self.asked)
        options = [[number] for number in range(question.key["count"])]
        response = written(question.key, self.chance.choice(options))
        self.clock += self.chance.randrange(1, 2000)
        self.given[moment, question.name] = response
        sent = statement(self.code, moment, question.name, response, self.clock)
        self.outbox.append(sent)

    async def _dropped(self) -> None:
        """Send, and lose the reply: what was done with it, nobody knows."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._send(), self.chance.uniform(0.001, 0.03))

    async def _send(self) -> None:
        """Send the beginning of the outbox; what is acknowledged leaves it."""
        try:
            if not self.token:
                await self._join()
            some = self.outbox[:BATCH]
            if some and self.token:
                status, _ = await post(self.where(), "/xAPI/statements", self.token, some)
                self._told(status, some)
        except OSError:
            await asyncio.sleep(0.02)

    async def _join(self) -> None:
        asked = {"session": NAME, "seance": self.room, "code": self.code}
        status, said = await post(self.where(), "/suivi/rejoindre", "", asked)
        if status == 200:
            self.token = json.loads(said)["jeton"]

    def _told(self, status: int, some: Sequence[Statement]) -> None:
        if status == 401:
            self.token = ""
        elif status == 200:
            gone = {one["id"] for one in some}
            self.acknowledged += [one for one in self.outbox if one["id"] in gone]
            self.outbox = [one for one in self.outbox if one["id"] not in gone]
        else:
            assert status in (429, 503), status

"""`GET /suivi/direct`: which question is open, told to the phones of a session as it changes.

One stream a phone, and nothing to ask: closing a question costs no request. What is said is as
long for one phone as for sixty, and is in no way about others.
"""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from emas.tracking.live.hub import FullError, Hub, Limits
from emas.tracking.live.streams import stream, words
from emas.tracking.lrs import errors
from emas.tracking.lrs.errors import RequestError
from emas.tracking.lrs.resource import Service
from emas.tracking.store.live import Led, Place, led_of, place_of

PHONES = Limits(session=240, address=240, one=3)
"""A whole room is behind one address; sixty phones with a few tabs each must pass."""
SCREENS = Limits(session=8, address=32, one=8)
BUSY = {"Retry-After": "30"}


@dataclass(frozen=True, slots=True)
class Live:
    """What questions are asked together with: the phones, and the walls of the trainers."""

    service: Service
    phones: Hub = field(default_factory=lambda: Hub(PHONES))
    walls: Hub = field(default_factory=lambda: Hub(SCREENS))

    def stop(self) -> None:
        """End all streams, for the service to stop at once."""
        self.phones.stop()
        self.walls.stop()

    async def changed(self, session: str) -> None:
        """Tell phones and walls where a session now is."""
        self.phones.say(session, await self.word(session))
        self.walls.say(session, "")

    async def word(self, session: str) -> str:
        """Return what phones are told of where a session is."""
        return await run_in_threadpool(self.service.store.read, _word, session)


def phone_route(live: Live) -> Route:
    """Return the route of participants' pages, under `/suivi`."""

    async def serve(request: Request) -> Response:
        try:
            return await _serve(live, request)
        except errors.KNOWN as error:
            return errors.answer(error)

    return Route("/direct", serve)


async def _serve(live: Live, request: Request) -> Response:
    credential = await live.service.authenticate(request)
    learner = credential.learner if credential else None
    if learner is None:
        raise RequestError(401, "join again")
    address = request.client.host if request.client else ""
    session = learner.session.id
    try:
        live.phones.check(session, address)
    except FullError:
        raise RequestError(503, "too many streams", BUSY) from None

    async def events() -> AsyncIterator[str]:
        with live.phones.listening(session, learner.code, address) as listener:
            async for said in words(listener, await live.word(session)):
                yield said

    return stream(events())


def _word(connection: Connection, session: str) -> str:
    place = place_of(connection, session)
    led = led_of(connection, session, place.moment).get(place.question, Led(place.question))
    return _told(place, led)


def _told(place: Place, led: Led) -> str:
    state = led.phase.value if place.question else "finie" if place.moment else ""
    told = {"moment": place.moment, "question": place.question, "etat": state}
    return json.dumps(told, separators=(",", ":"))

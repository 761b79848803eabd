"""The routes of `/suivi`, which participants' pages ask (`docs/formats/suivi-http.md`)."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from emas.model.codes import read_code
from emas.readers.answers import read_answers
from emas.tracking.catalogue import TrackedPlan
from emas.tracking.lrs import bodies, errors
from emas.tracking.lrs.errors import RequestError
from emas.tracking.lrs.resource import Service
from emas.tracking.rooms import joining
from emas.tracking.rooms.joining import Refusal, RefusedJoinError
from emas.tracking.store import ErasedError
from emas.tracking.store.erased import is_erased
from emas.tracking.store.rooms import Opinion, Token, give, room_session, say
from emas.xapi import StatementError, json_text

STATE = {"service": "emas-suivi-1"}
STATUSES = {
    Refusal.NOT_A_CODE: 400,
    Refusal.UNKNOWN: 404,
    Refusal.EARLY: 403,
    Refusal.LATE: 403,
    Refusal.ERASED: 403,
    Refusal.TOO_MANY: 429,
}
TRIES = parse("240/minute")
"""How often one address may try to join one session: a whole room is behind one address, sixty
people who mistype their code, whose phones sleep, who join again."""
FAILURES = parse("30/minute")
"""How often a session may be tried in vain, wherever from: codes are guessed by nobody."""


@dataclass(frozen=True, slots=True)
class Rooms:
    """What joins are decided with. `printed` gives the codes on the papers of a session."""

    service: Service
    plan: TrackedPlan
    printed: Callable[[str], Collection[str]]
    today: Callable[[], date]
    tries: MovingWindowRateLimiter


def rooms_routes(rooms: Rooms, *others: BaseRoute) -> Mount:
    """Return the routes of `/suivi`, with `others`, whose paths start there."""
    return Mount(
        "/suivi",
        routes=[
            Route("/etat", _state),
            Route("/rejoindre", _told(rooms, _join), methods=["POST"]),
            Route("/avis", _told(rooms, _opinion), methods=["POST"]),
            *others,
        ],
    )


def new_limiter() -> MovingWindowRateLimiter:
    """Return what counts tries, in memory: no address is ever written down."""
    return MovingWindowRateLimiter(MemoryStorage())


Handler = Callable[[Rooms, Request], Awaitable[Response]]


def _told(rooms: Rooms, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """Return what serves a route, whatever goes wrong."""

    async def serve(request: Request) -> Response:
        try:
            return await handler(rooms, request)
        except RefusedJoinError as error:
            headers = {"Retry-After": "60"} if error.why is Refusal.TOO_MANY else {}
            return JSONResponse({"raison": error.why.value}, STATUSES[error.why], headers)
        except errors.KNOWN as error:
            return errors.answer(error)

    return serve


async def _state(request: Request) -> Response:  # noqa: ARG001 - Starlette's
    return JSONResponse(STATE)


async def _join(rooms: Rooms, request: Request) -> Response:
    asked = json_text.parse(await bodies.read(request.receive))
    if not isinstance(asked, dict):
        raise StatementError("the body must be an object")
    name = str(asked.get("session"))[:80]
    _count(rooms, TRIES, f"{_address(request)} {name}")
    code = joining.read_room_code(str(asked.get("seance", ""))[:40])
    store = rooms.service.store
    personal = read_code(str(asked.get("code") or ""))
    if personal:
        gone: bool = await run_in_threadpool(store.read, is_erased, name, personal)
        if gone:
            raise RefusedJoinError(Refusal.ERASED)
    room = await run_in_threadpool(store.read, room_session, code) if code else None
    try:
        joined = joining.join(rooms.plan, asked, room, rooms.printed(name), rooms.today())
    except RefusedJoinError as error:
        if error.why is Refusal.UNKNOWN:
            _count(rooms, FAILURES, name)
        raise
    expires = int(joined.expires.timestamp()) * 1_000_000
    kept = Token(joining.hashed(joined.token), joined.session.id, joined.code, expires)
    try:
        await rooms.service.write(give, kept)
    except ErasedError as error:
        raise RefusedJoinError(Refusal.ERASED) from error
    said = {
        "session": joined.session.id,
        "code": joined.code,
        "jeton": joined.token,
        "expire": f"{joined.expires:%Y-%m-%dT%H:%M:%SZ}",
    }
    return JSONResponse(said)


def _count(rooms: Rooms, limit: RateLimitItem, key: str) -> None:
    """Count a try. Raises RefusedJoinError beyond the limit."""
    if not rooms.tries.hit(limit, key):
        raise RefusedJoinError(Refusal.TOO_MANY)


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


async def _opinion(rooms: Rooms, request: Request) -> Response:
    """Keep the opinion of somebody who may write; who it was is forgotten here."""
    credential = await rooms.service.authenticate(request)
    learner = credential.learner if credential else None
    if learner is None:
        raise RequestError(401, "join again")
    data = await bodies.read(request.receive)
    session = learner.session
    received, _ = read_answers(data, PurePosixPath("avis.json"), {session.id: session.parts})
    if received is None or received.sheet.moment not in session.surveys():
        raise RequestError(400, "this is no opinion about this session")
    sheet = received.sheet
    said = Opinion(session.id, sheet.moment, sheet.code, sheet.answers, sheet.number)
    await rooms.service.write(say, said)
    return Response(status_code=204)

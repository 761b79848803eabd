"""`/bureau/sessions/ID/direct`: the page on the wall, from which the trainer leads a session."""

import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass

import segno
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from emas.tracking.catalogue import Session
from emas.tracking.desk import Desk, Visit, page, signed_in
from emas.tracking.desk.place import public
from emas.tracking.live import counting, leading, scene
from emas.tracking.live.hub import FullError, Listener
from emas.tracking.live.leading import Lead, Step
from emas.tracking.live.phones import BUSY, Live
from emas.tracking.live.scene import Wall
from emas.tracking.live.streams import BEAT, BEAT_S, event, stream
from emas.tracking.lrs.errors import RequestError
from emas.tracking.store import UnavailableError
from emas.tracking.store.live import (
    Counted,
    Led,
    Place,
    answers_to,
    count,
    joined,
    led_of,
    move,
    place_of,
)
from emas.tracking.store.rooms import room_code

TICK_S = 1.0
"""How often answers are looked at; what the trainer does is shown at once."""
AGAIN = "retry: 1000\n\n"
"""After how many milliseconds a browser comes back when a stream ends."""


def wall_routes(desk: Desk, live: Live) -> list[BaseRoute]:
    """Return the routes of the wall, under `/bureau`."""

    async def show(visit: Visit) -> Response:
        return visit.render("direct.html", mur=await _wall(visit, live, _session(visit)))

    async def act(visit: Visit) -> Response:
        await _act(visit, live, _session(visit))
        return RedirectResponse(visit.request.url.path, 303)

    async def follow(visit: Visit) -> Response:
        session = _session(visit)
        try:
            live.walls.check(session.id, _client(visit.request))
        except FullError:
            raise RequestError(503, "too many walls", BUSY) from None
        return stream(_scenes(visit, live, session))

    path = "/sessions/{session}/direct"
    return [
        Route(path, page(desk, show), methods=["GET"]),
        Route(path, page(desk, act), methods=["POST"]),
        Route(f"{path}/flux", page(desk, follow), methods=["GET"]),
    ]


def _session(visit: Visit) -> Session:
    found = visit.desk.plan.sessions.get(visit.request.path_params["session"])
    if found is None:
        raise HTTPException(404)
    return found


def _client(request: Request) -> str:
    return request.client.host if request.client else ""


def _now() -> int:
    return time.time_ns() // 1000


@dataclass(frozen=True, slots=True)
class _Read:
    """What the database says of a session that is led."""

    place: Place
    led: Mapping[str, Led]
    texts: list[str]
    joined: int
    code: str


def _read(connection: Connection, session: str) -> _Read:
    place = place_of(connection, session)
    texts = answers_to(connection, session, place.moment, place.question) if place.question else []
    return _Read(
        place,
        led_of(connection, session, place.moment),
        texts,
        joined(connection, session),
        room_code(connection, session),
    )


async def _act(visit: Visit, live: Live, session: Session) -> None:
    """Do what a form asks; nothing if the wall has changed since it was shown."""
    read = await run_in_threadpool(visit.desk.store.read, _read, session.id)
    lead = Lead(session, read.place, read.led)
    said = visit.form.get("pas", "")
    if visit.form.get("vu") != str(read.place.revision) or said not in set(Step):
        return
    if Step(said) is Step.LEAD:
        moment = visit.form.get("moment", "")
        led = await run_in_threadpool(visit.desk.store.read, led_of, session.id, moment)
        wanted = leading.start(lead, moment, led)
        await visit.note("direct", session.id)
    else:
        wanted = leading.moved(lead, Step(said), _now())
    if wanted is not None and await visit.desk.write(move, wanted):
        await live.changed(session.id)


async def _wall(visit: Visit, live: Live, session: Session) -> Wall:
    """Return what is shown, once the counts that are due are taken."""
    read = await run_in_threadpool(visit.desk.store.read, _read, session.id)
    now = _now()
    lead = await _counted(visit, Lead(session, read.place, read.led), read.texts, now)
    base = _base(visit)
    address = f"{base}/sessions/{session.id}.html"
    moments = dict(leading.moments(session))
    return Wall(
        session=session,
        place=read.place,
        moments=moments,
        title=moments.get(read.place.moment, ""),
        question=scene.shown(lead, read.texts, now),
        steps=frozenset(step.value for step in leading.steps(lead)),
        address=address.partition("://")[2] if base else "",
        code=f"{read.code[:4]}-{read.code[4:]}",
        drawing=_qr(f"{address}#seance={read.code}") if base and not read.place.moment else "",
        joined=read.joined,
        present=live.phones.present(session.id),
        awaited=_awaited(visit, session),
    )


async def _counted(visit: Visit, lead: Lead, texts: list[str], now: int) -> Lead:
    asked = {one.name: one for _, one in lead.asked}
    question = asked.get(lead.place.question)
    if question is None:
        return lead
    before = lead.current
    after = counting.counted(question, before, texts, now)
    if after is None:
        return lead
    taken = Counted(lead.session.id, lead.place.moment, before, after)
    await visit.desk.write(count, taken)
    return Lead(lead.session, lead.place, {**lead.led, after.question: after})


def _base(visit: Visit) -> str:
    """Return the address of the service for phones; empty if none reaches it."""
    settings = visit.desk.settings
    return settings.address if public(settings.address) else settings.phones()


def _awaited(visit: Visit, session: Session) -> bool:
    """Return whether phones may join today."""
    days = session.days()
    today = visit.desk.settings.today()
    return not session.closed and days is not None and days[0] <= today <= days[1]


def _qr(text: str) -> str:
    """Return a QR code as SVG; its squares have the colour of the text around."""
    return segno.make_qr(text, error="m").svg_inline(border=0, omitsize=True, svgclass="qr")


async def _scenes(visit: Visit, live: Live, session: Session) -> AsyncIterator[str]:
    """Yield what is on the wall whenever it changes, as long as the trainer is signed in."""
    with live.walls.listening(session.id, visit.who.key, _client(visit.request)) as listener:
        yield AGAIN
        last, beaten = "", time.monotonic()
        try:
            while True:
                shown = visit.render("scene.html", mur=await _wall(visit, live, session))
                text = bytes(shown.body).decode()
                if text != last:
                    yield event(text)
                    last = text
                if time.monotonic() - beaten > BEAT_S:
                    if await signed_in(visit.desk, visit.request) is None:
                        return
                    yield BEAT
                    beaten = time.monotonic()
                if await _word(listener) is None:
                    return
        except UnavailableError:
            return  # the browser comes back, and the wall still shows what it showed


async def _word(listener: Listener) -> str | None:
    """Wait until the wall may have changed; None at the end."""
    try:
        return await listener.heard(TICK_S)
    except TimeoutError:
        return ""

"""The sessions, those of today first, and the results of each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from emas.tracking.catalogue import Session
from emas.tracking.desk.desk import Desk, Visit, page
from emas.tracking.desk.results import report_of
from emas.tracking.exchange.texts import texts_of
from emas.tracking.store.counting import participants, room_codes


class State(StrEnum):
    """How far a session is; the value is what is read."""

    NOW = "En cours"
    COMING = "À venir"
    HELD = "Passée"
    UNDATED = "Sans date"
    CLOSED = "Close"


ORDER = (State.NOW, State.COMING, State.UNDATED, State.HELD, State.CLOSED)
TITLES: Mapping[State, str] = {
    State.NOW: "Aujourd’hui, ou en cours",
    State.COMING: "À venir",
    State.UNDATED: "Sans date",
    State.HELD: "Passées, à clore",
    State.CLOSED: "Closes",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A session in the list; `answered` is how many participants answered something."""

    session: Session
    state: State
    code: str
    answered: int


def sessions_routes(desk: Desk) -> list[BaseRoute]:
    """Return the routes of the list and of each session."""
    return [
        Route("/", page(desk, _list)),
        Route("/sessions/{session}", page(desk, _one)),
    ]


def session_of(visit: Visit) -> Session:
    """Return the session that the path names.

    Raises:
        HTTPException: 404 if there is none.
    """
    found = visit.desk.plan.sessions.get(visit.request.path_params["session"])
    if found is None:
        raise HTTPException(404)
    return found


def state(session: Session, today: date) -> State:
    """Return how far a session is on that day."""
    if session.closed:
        return State.CLOSED
    if not session.days_held:
        return State.UNDATED
    if today < session.days_held[0]:
        return State.COMING
    return State.HELD if today > session.days_held[-1] else State.NOW


def grouped(lines: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    """Return lines under the titles of their states: what comes first first, what is last last."""
    every = list(lines)
    found = []
    for one in ORDER:
        some = [line for line in every if line.state is one]
        past = one in (State.HELD, State.CLOSED)
        some.sort(key=lambda line: (line.session.days_held, line.session.id), reverse=past)
        if some:
            found.append((TITLES[one], some))
    return found


async def _list(visit: Visit) -> Response:
    lines = await run_in_threadpool(_lines, visit.desk)
    return visit.render("sessions.html", groups=grouped(lines), site=_has_site(visit.desk))


def _lines(desk: Desk) -> Sequence[Line]:
    sessions, today = desk.plan.sessions, desk.settings.today()
    codes = desk.store.read(room_codes)
    answered = desk.store.read(participants, list(sessions))
    return [
        Line(one, state(one, today), codes.get(one.id, ""), answered.get(one.id, 0))
        for one in sessions.values()
    ]


def _has_site(desk: Desk) -> bool:
    return desk.settings.site is not None and desk.settings.site.is_dir()


async def _one(visit: Visit) -> Response:
    session = session_of(visit)
    await visit.note("lecture", session.id)
    report = await run_in_threadpool(report_of, visit.desk, session)
    codes = await run_in_threadpool(visit.desk.store.read, room_codes)
    texts = await run_in_threadpool(texts_of, visit.desk.store, session)
    now = state(session, visit.desk.settings.today())
    return visit.render(
        "session.html",
        session=session,
        report=report,
        state=now.value,
        code=codes.get(session.id, ""),
        site=_has_site(visit.desk),
        texts=texts,
    )

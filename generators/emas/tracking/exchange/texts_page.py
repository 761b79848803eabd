"""The page of the coordinators where the free texts of a session are read."""

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from emas.tracking.catalogue import Session
from emas.tracking.desk import Desk, Visit, page
from emas.tracking.exchange.texts import texts_of
from emas.tracking.store.texts import TextsRead, note_read

READ = "textes lus"
"""The action noted for texts that somebody says to have read."""


def texts_routes(desk: Desk) -> list[BaseRoute]:
    """Return the routes of the texts of each session."""
    path = "/sessions/{session}/textes"
    return [
        Route(path, page(desk, _show)),
        Route(path, page(desk, _read), methods=["POST"]),
    ]


async def _show(visit: Visit) -> Response:
    return await _shown(visit, _session(visit))


async def _read(visit: Visit) -> Response:
    """Note that the texts that were on the page are read, unless others came since."""
    session = _session(visit)
    texts = await run_in_threadpool(texts_of, visit.desk.store, session)
    if visit.form.get("textes") != texts.mark.hex():
        return await _shown(visit, session, more=True)
    await visit.note(READ, session.id)
    await visit.desk.write(note_read, TextsRead(session.id, texts.mark))
    return RedirectResponse(visit.request.url.path, 303)


async def _shown(visit: Visit, session: Session, *, more: bool = False) -> Response:
    texts = await run_in_threadpool(texts_of, visit.desk.store, session)
    return visit.render(
        "textes.html",
        status=409 if more else 200,
        session=session,
        texts=texts,
        mark=texts.mark.hex(),
        more=more,
    )


def _session(visit: Visit) -> Session:
    found = visit.desk.plan.sessions.get(visit.request.path_params["session"])
    if found is None:
        raise HTTPException(404)
    return found

"""The journal of what was done with what is kept: written for coordinators, shown to them."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from emas.model.days import NBSP, day_in_words
from emas.tracking.desk.desk import Desk, Visit, page
from emas.tracking.desk.noting import Note, Noted
from emas.tracking.store import Store
from emas.tracking.store.auditing import Deed, Line, lines, note

MOST = 500
"""Lines that are shown: those before are told by `emas track journal`."""

WORDS: Mapping[str, str] = {
    "entree": "entrée dans le bureau",
    "entree refusee": "entrée refusée",
    "sortie": "sortie du bureau",
    "lecture": "lecture des résultats",
    "direct": "séance en direct",
    "telechargement": "téléchargement",
}
"""The actions whose names are not French words already."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as it is read, on the clock of this computer."""

    day: str
    hour: str
    who: str
    action: str
    session: str


def journal(store: Store) -> Note:
    """Return what keeps what coordinators do in `store`."""

    async def keep(noted: Noted) -> None:
        deed = Deed(noted.who, noted.action, noted.session)
        await asyncio.wrap_future(store.write(note, deed))

    return keep


def journal_routes(desk: Desk) -> list[BaseRoute]:
    """Return the route of the journal's page."""
    return [Route("/journal", page(desk, _journal))]


async def _journal(visit: Visit) -> Response:
    found: list[Line] = await run_in_threadpool(visit.desk.store.read, lines, MOST)
    return visit.render("journal.html", lines=[shown(one) for one in found], most=MOST)


def shown(line: Line) -> Shown:
    """Return a line in words."""
    moment = datetime.fromtimestamp(line.moment / 1_000_000)
    deed = line.deed
    return Shown(
        day=day_in_words(moment.date()),
        hour=f"{moment.hour}{NBSP}h{NBSP}{moment.minute:02}",
        who=deed.who,
        action=WORDS.get(deed.action, deed.action),
        session=deed.session,
    )

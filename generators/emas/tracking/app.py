"""The whole service, as an ASGI application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Lifespan

from emas.tracking.auth import Accounts, Participants
from emas.tracking.browsers import HEADERS, HTTPS_ONLY, WithHeaders, open_to
from emas.tracking.catalogue import TrackedPlan, read_plan
from emas.tracking.desk import Desk, desk_routes
from emas.tracking.desk.pages import pages_routes
from emas.tracking.desk.place import public
from emas.tracking.desk.signing import signing_routes
from emas.tracking.exchange.forwarding import forwarded
from emas.tracking.exchange.texts import kept_open
from emas.tracking.exchange.texts_page import texts_routes
from emas.tracking.exchange.versions import remember
from emas.tracking.keeping.counting import Counting, Counts
from emas.tracking.keeping.health import health_routes
from emas.tracking.keeping.house import House, in_order, kept
from emas.tracking.keeping.journal import journal, journal_routes
from emas.tracking.live.phones import Live, phone_route
from emas.tracking.live.walls import wall_routes
from emas.tracking.lrs import xapi_routes
from emas.tracking.lrs.resource import Service
from emas.tracking.rooms.joining import new_room_code
from emas.tracking.rooms.routes import Rooms, new_limiter, rooms_routes
from emas.tracking.settings import Settings
from emas.tracking.store import Store
from emas.tracking.store.rooms import Room, open_rooms


def create_app(settings: Settings) -> Starlette:
    """Open the database and return what serves it; the database closes when the service stops.

    Raises:
        StoreTooNewError, UnavailableError: as `Store` does.
        CatalogueError: if what is known of sessions cannot be read.
        ThemeError: if the theme cannot be used.
        RecordsError, OSError: as `in_order` does.
    """
    store = Store(settings.database)

    plan = kept_open(store, remember(store, read_plan(settings.catalogue)))
    house = in_order(settings, store, plan)
    accounts = Accounts(store, settings.address)
    counts = Counts()
    service = Service(store, Participants(store, plan, settings.address, accounts))
    rooms = Rooms(service, plan, settings.printed, settings.today, new_limiter())
    _open_rooms(store, plan)
    live = Live(service)
    desk = replace(Desk.of(store, plan, settings), note=journal(store))
    bureau = [*signing_routes(desk), *pages_routes(desk), *wall_routes(desk, live)]
    bureau += texts_routes(desk)
    routes: list[BaseRoute] = [
        open_to(plan.pages, xapi_routes(service)),
        open_to(plan.pages, rooms_routes(rooms, phone_route(live))),
        *desk_routes(desk, [*bureau, *journal_routes(desk)]),
        *health_routes(service, counts),
    ]
    if settings.site is not None and settings.site.is_dir():
        routes.append(Mount("/", StaticFiles(directory=settings.site, html=True)))
    life = _life(settings, store, house)
    app = Starlette(routes=routes, lifespan=life, middleware=_around(settings, counts))
    app.state.live = live
    return app


def _life(settings: Settings, store: Store, house: House | None) -> Lifespan[Starlette]:
    """Return what happens while the service runs."""

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:  # noqa: ARG001 - Starlette's
        try:
            with forwarded(store, settings.forward, settings.report):
                async with kept(house):
                    yield
        finally:
            store.close()

    return life


def _around(settings: Settings, counts: Counts) -> list[Middleware]:
    """Return what sees every request and every answer."""
    headers = HEADERS | (HTTPS_ONLY if public(settings.address) else {})
    return [
        Middleware(Counting, counts=counts, report=settings.report),
        Middleware(WithHeaders, headers=headers),
    ]


def _open_rooms(store: Store, plan: TrackedPlan) -> None:
    """Give a code to the room of each session."""
    wanted = [Room(name, new_room_code()) for name in plan.sessions]
    for done in [store.write(open_rooms, one) for one in wanted]:
        done.result()

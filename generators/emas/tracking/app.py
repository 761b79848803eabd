"""The whole service, as an ASGI application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette

from emas.tracking.auth import Accounts
from emas.tracking.lrs import xapi_routes
from emas.tracking.lrs.resource import Service
from emas.tracking.settings import Settings
from emas.tracking.store import Store


def create_app(settings: Settings) -> Starlette:
    """Open the database and return what serves it; the database closes when the service stops.

    Raises:
        StoreTooNewError, UnavailableError: as `Store` does.
    """
    store = Store(settings.database)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:  # noqa: ARG001 - Starlette's
        try:
            yield
        finally:
            store.close()

    service = Service(store, Accounts(store, settings.address))
    return Starlette(routes=[xapi_routes(service)], lifespan=lifespan)

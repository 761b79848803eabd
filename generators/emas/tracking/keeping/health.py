"""Whether all is well, for who watches the service: `/healthz` for anybody, `/metrics` for few."""

import asyncio
import time
from collections.abc import Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from emas.tracking.auth import Scope
from emas.tracking.desk.place import allowed
from emas.tracking.keeping.counting import Counts
from emas.tracking.lrs.resource import Service
from emas.tracking.store import UnavailableError
from emas.tracking.store.reading import last_number
from emas.tracking.store.writer import Transaction

WAIT_S = 5
AGAIN_S = 2
"""How long an answer holds: asking more often writes no more."""
TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Health:
    """Tells whether the database of a service can be written."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._known = (0.0, False)
        self._asking = asyncio.Lock()

    async def well(self) -> bool:
        """Return whether a write has just come back from the disk."""
        async with self._asking:
            until, well = self._known
            if time.monotonic() >= until:
                well = await self._written()
                self._known = time.monotonic() + AGAIN_S, well
        return well

    async def _written(self) -> bool:
        try:
            await asyncio.wait_for(self._service.write(_nothing, None), WAIT_S)
        except (UnavailableError, TimeoutError):
            return False
        return True


def health_routes(service: Service, counts: Counts) -> list[BaseRoute]:
    """Return the routes of `/healthz` and `/metrics`."""
    health = Health(service)

    async def state(request: Request) -> Response:  # noqa: ARG001 - Starlette's
        well = await health.well()
        return JSONResponse({"status": "ok" if well else "unavailable"}, 200 if well else 503)

    async def metrics(request: Request) -> Response:
        if not allowed(request, "") and not await _reads(service, request):
            challenge = {"WWW-Authenticate": 'Basic realm="metrics", charset="UTF-8"'}
            return PlainTextResponse("an account is needed\n", 401, challenge)
        lines = [*counts.lines(), "# TYPE emas_store_up gauge"]
        lines.append(f"emas_store_up {int(await health.well())}")
        lines += ["# TYPE emas_statements_total counter"]
        lines.append(f"emas_statements_total {await _last(service)}")
        return PlainTextResponse("\n".join([*lines, ""]), media_type=TYPE)

    return [Route("/healthz", state), Route("/metrics", metrics)]


async def _reads(service: Service, request: Request) -> bool:
    credential = await service.authenticate(request)
    return credential is not None and Scope.READ in credential.scopes


def _nothing(transaction: Transaction, arguments: Sequence[None]) -> list[None]:  # noqa: ARG001 - an Operation
    """Write nothing more than the moment that each transaction writes."""
    return [None] * len(arguments)


async def _last(service: Service) -> int | float:
    try:
        found: int = await run_in_threadpool(service.store.read, last_number)
    except UnavailableError:
        return float("nan")
    return found

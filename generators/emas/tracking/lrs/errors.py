"""A request that gets no 2xx: its status, and the reason in English for who writes the client."""

from collections.abc import Mapping

from starlette.responses import JSONResponse, Response

from emas.tracking.lrs.limits import RETRY_AFTER_S
from emas.tracking.store import (
    ConflictError,
    PreconditionError,
    RefusedError,
    UnavailableError,
)
from emas.xapi import StatementError


class RequestError(Exception):
    """What to answer, instead of what was asked."""

    def __init__(self, status: int, reason: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(reason)
        self.status = status
        self.headers = headers or {}


KNOWN = (RequestError, StatementError, RefusedError, UnavailableError)


def answer(error: Exception) -> Response:
    """Return the answer to a request that met one of `KNOWN`."""
    headers: Mapping[str, str] = {}
    match error:
        case RequestError():
            status, headers = error.status, error.headers
        case ConflictError():
            status = 409
        case PreconditionError():
            status = 412
        case UnavailableError():
            status, headers = 503, {"Retry-After": str(RETRY_AFTER_S)}
        case _:
            status = 400
    return JSONResponse({"error": str(error)}, status, dict(headers))

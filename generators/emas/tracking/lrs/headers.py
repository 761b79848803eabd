"""What each answer says of itself: version, what can be read, and that nothing is to be run."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from emas.tracking.lrs.errors import RequestError
from emas.tracking.store import Store
from emas.xapi import patterns
from emas.xapi.times import stamp
from emas.xapi.vocabulary import VERSION

VERSION_HEADER = "X-Experience-API-Version"
CONSISTENT_HEADER = "X-Experience-API-Consistent-Through"


class SaidHeaders:
    """Adds headers to whatever `app` answers, mistakes included (Communication 2.1.3, 3.3)."""

    def __init__(self, app: ASGIApp, store: Store) -> None:
        self.app = app
        self.store = store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        through = stamp(self.store.consistent_through())  # before anything is read

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers[VERSION_HEADER] = VERSION
                # A document may be a page that a participant wrote.
                headers[CONSISTENT_HEADER] = through
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Content-Security-Policy"] = (
                    "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"
                )
                headers["Cache-Control"] = "no-store"
            await send(message)

        await self.app(scope, receive, with_headers)


def check_version(said: str | None) -> None:
    """Check the version that a request speaks (Communication 3.3).

    Raises:
        RequestError: 400 without 1.0 or 1.0.x.
    """
    if said is None or not patterns.STATEMENT_VERSION.fullmatch(said):
        raise RequestError(400, f"{VERSION_HEADER} must be 1.0 or 1.0.x")

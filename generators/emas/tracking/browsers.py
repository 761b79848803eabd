"""What browsers are told beside the answers: who may ask from another site, what a page may do.

Sources: the Fetch standard (CORS), OWASP ASVS 5.0, V3.4.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ASKED = (
    "authorization",
    "content-type",
    "if-match",
    "if-none-match",
    "x-experience-api-version",
)
TOLD = (
    "etag",
    "last-modified",
    "retry-after",
    "x-experience-api-consistent-through",
    "x-experience-api-version",
)
MAX_AGE_S = 7200

HEADERS = {
    # The site is the team's own, and Material writes scripts in its pages.
    "Content-Security-Policy": "default-src 'self'; script-src 'self' 'unsafe-inline';"
    " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:;"
    " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
HTTPS_ONLY = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}


def open_to(pages: str, routes: Mount) -> Mount:
    """Return `routes`, which scripts of the site at the address `pages` may ask; no other may.

    Tokens are in a header that the page writes: no cookie goes along.
    """
    where = urlsplit(pages)
    origins = [f"{where.scheme}://{where.netloc}"] if where.netloc else []
    shared = CORSMiddleware(
        routes.app,
        allow_origins=origins,
        allow_methods=["GET", "POST"],
        allow_headers=ASKED,
        expose_headers=TOLD,
        max_age=MAX_AGE_S,
    )
    return Mount(routes.path, shared)


class WithHeaders:
    """Adds headers to all that `app` answers, mistakes included, where it says nothing of them."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self.app = app
        self.headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, with_headers)

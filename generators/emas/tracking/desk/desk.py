"""A page of the coordinators: where it may be seen, who sees it, and that a form is ours."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from emas.records.errors import RecordsError
from emas.tracking.browsers import WithHeaders
from emas.tracking.catalogue import TrackedPlan
from emas.tracking.desk import place
from emas.tracking.desk.cookie import form_token, hashed, read, same
from emas.tracking.desk.forms import read_form
from emas.tracking.desk.noting import Note, Noted, unnoted
from emas.tracking.desk.passwords import Passwords
from emas.tracking.desk.shell import HEADERS, Shell
from emas.tracking.lrs.errors import RequestError
from emas.tracking.settings import Settings
from emas.tracking.store import Store, UnavailableError
from emas.tracking.store.desk import MINUTE, Coordinator, see, visitor
from emas.tracking.store.writer import Operation

A = TypeVar("A")
R = TypeVar("R")

REFUSALS = (HTTPException, RequestError, UnavailableError, RecordsError, Exception)
HOME = "/bureau/"
WAY_IN = "/bureau/entrer"


@dataclass(frozen=True, slots=True)
class Desk:
    """What coordinators' pages are made with. `note` keeps what coordinators did."""

    store: Store
    plan: TrackedPlan
    settings: Settings
    shell: Shell
    passwords: Passwords
    note: Note = unnoted

    @classmethod
    def of(cls, store: Store, plan: TrackedPlan, settings: Settings) -> "Desk":
        """Return the desk of a service.

        Raises:
            ThemeError: if the theme cannot be used.
        """
        return cls(store, plan, settings, Shell(settings.theme), Passwords(store))

    async def write(self, operation: Operation[A, R], argument: A) -> R:
        """Return what came of a write, once it is on the disk."""
        return await asyncio.wrap_future(self.store.write(operation, argument))

    def render(self, template: str, *, status: int = 200, **values: object) -> Response:
        """Return a page for somebody who is not signed in."""
        said = {"who": None, "token": "", "here": "", **values}
        return self.shell.render(template, said, status)


@dataclass(frozen=True, slots=True)
class Visit:
    """A request of a coordinator who is signed in. `form` is what a form of ours says."""

    desk: Desk
    request: Request
    who: Coordinator
    token: str
    form: Mapping[str, str] = field(default_factory=dict)

    def render(self, template: str, *, status: int = 200, **values: object) -> Response:
        """Return a page, which knows `who`, `here` (its path) and `token`.

        Each of its forms has `<input type="hidden" name="jeton" value="{{ token }}">`.
        """
        said = {"who": self.who.name, "token": self.token, "here": self.request.url.path, **values}
        return self.desk.shell.render(template, said, status)

    async def note(self, action: str, session: str = "") -> None:
        """Note in the journal what the coordinator did; call it before it is done."""
        await self.desk.note(Noted(self.who.name, action, session))


Handler = Callable[[Visit], Awaitable[Response]]
Endpoint = Callable[[Request], Awaitable[Response]]


async def signed_in(desk: Desk, request: Request) -> Coordinator | None:
    """Return who makes a request, or None if nobody is signed in or pages may not be seen here."""
    if not place.allowed(request, desk.settings.address):
        return None
    secret = read(request)
    return None if secret is None else await _visitor(desk, secret)


async def _visitor(desk: Desk, secret: str) -> Coordinator | None:
    now = time.time_ns() // 1000
    found = await run_in_threadpool(desk.store.read, visitor, hashed(secret), now)
    if found is None:
        return None
    who, seen = found
    if now - seen > MINUTE:
        await desk.write(see, hashed(secret))
    return who


def page(desk: Desk, handler: Handler) -> Endpoint:
    """Return what serves a page or a form to coordinators who are signed in, and to nobody else.

    Others are sent to the way in. What is sent (POST) must come from one of our pages: the browser
    says so, the cookie is not sent along from elsewhere, and the form has the token of the visit.
    A handler raises `HTTPException(404)` for what is not there.
    """

    async def serve(request: Request) -> Response:
        who = await signed_in(desk, request)
        secret = read(request)
        if who is None or secret is None:
            return _way_in(request)
        token = form_token(secret)
        form: Mapping[str, str] = {}
        if request.method == "POST":
            form = await read_form(request)
            if not same(form.get("jeton", ""), token):
                raise HTTPException(403)
        return await handler(Visit(desk, request, who, token, form))

    return seen_here(desk, serve)


def seen_here(desk: Desk, endpoint: Endpoint) -> Endpoint:
    """Return `endpoint`, refused where pages may not be seen, and to forms of other sites."""

    async def serve(request: Request) -> Response:
        if not place.allowed(request, desk.settings.address):
            return desk.render("ailleurs.html", status=403, address=_address(desk))
        if request.method == "POST" and not place.same_origin(request):
            raise HTTPException(403)
        return await endpoint(request)

    return serve


def _address(desk: Desk) -> str:
    return f"{desk.settings.address}{HOME}"


def _way_in(request: Request) -> Response:
    """Send to the way in, then back to the page; a script is told, and asks for a page."""
    if request.headers.get("sec-fetch-mode", "navigate") != "navigate":
        return Response(status_code=401)
    wanted = f"?vers={quote(request.url.path)}" if request.method == "GET" else ""
    return RedirectResponse(f"{WAY_IN}{wanted}", 303)


def desk_routes(desk: Desk, routes: Sequence[BaseRoute]) -> list[BaseRoute]:
    """Return the routes of `/bureau`: `routes`, whose paths start there, and their files."""

    async def file(request: Request) -> Response:
        found = desk.shell.file(request)
        if found is None:
            raise HTTPException(404)
        return found

    async def home(request: Request) -> Response:  # noqa: ARG001 - Starlette's
        return RedirectResponse(HOME, 308)

    inside = Starlette(
        routes=[*routes, Route("/fichiers/{path:path}", file)],
        exception_handlers={kind: partial(_refused, desk) for kind in REFUSALS},
    )
    inside.router.redirect_slashes = False
    return [Route("/bureau", home), Mount("/bureau", WithHeaders(inside, HEADERS))]


def _refused(desk: Desk, request: Request, error: Exception) -> Response:  # noqa: ARG001 - Starlette
    """Say in French why there is no page."""
    told = f"{error}." if isinstance(error, RecordsError) else ""
    match error:
        case HTTPException(status_code=status) | RequestError(status=status):
            pass
        case UnavailableError():
            status = 503
        case _:
            status = 500
    return desk.render("refus.html", status=status, why=status, told=told)

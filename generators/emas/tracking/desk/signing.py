"""Signing in and out."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from emas.tracking.desk import cookie
from emas.tracking.desk.desk import HOME, WAY_IN, Desk, Visit, page, seen_here, signed_in
from emas.tracking.desk.forms import read_form
from emas.tracking.desk.noting import Noted
from emas.tracking.desk.passwords import TooManyTriesError
from emas.tracking.store.desk import NewVisit, close_visits, open_visits

WRONG = "Ce nom et ce mot de passe ne vont pas ensemble."
TOO_MANY = (
    "Trop d’essais. Attendez un quart d’heure, ou changez le mot de passe sur l’ordinateur du"
    " service\N{NO-BREAK SPACE}: emas track coordinateur."
)
NOT_KEPT = (
    "Votre navigateur n’a pas gardé la connexion. Acceptez les cookies de cette adresse, ou prenez"
    " Firefox, Chrome ou Edge\N{NO-BREAK SPACE}: sans HTTPS, Safari refuse."
)


def signing_routes(desk: Desk) -> list[BaseRoute]:
    """Return the routes of the way in and of the way out."""

    async def enter(request: Request) -> Response:
        if request.method == "POST":
            return await _entered(desk, request)
        if await signed_in(desk, request):
            return RedirectResponse(_wanted(request), 303)
        problem = NOT_KEPT if "entre" in request.query_params else ""
        return _form(desk, request, problem)

    async def leave(visit: Visit) -> Response:
        secret = cookie.read(visit.request) or ""
        await visit.note("sortie")
        await desk.write(close_visits, cookie.hashed(secret))
        return cookie.take_back(RedirectResponse(WAY_IN, 303))

    return [
        Route("/entrer", seen_here(desk, enter), methods=["GET", "POST"]),
        Route("/sortir", page(desk, leave), methods=["POST"]),
    ]


async def _entered(desk: Desk, request: Request) -> Response:
    form = await read_form(request)
    name, password = form.get("nom", ""), form.get("passe", "")
    try:
        who = await desk.passwords.check(name, password)
    except TooManyTriesError:
        return _form(desk, request, TOO_MANY, name, status=429)
    if who is None:
        await desk.note(Noted("", "entree refusee"))
        return _form(desk, request, WRONG, name, status=403)
    await desk.note(Noted(who.name, "entree"))
    secret, former = cookie.new(), cookie.read(request) or ""
    visit = NewVisit(cookie.hashed(secret), who.key, cookie.hashed(former))
    await desk.write(open_visits, visit)
    # The way in sends on whoever is signed in: a browser that kept no cookie is told so there.
    back = f"{WAY_IN}?entre=oui&vers={quote(_wanted(request))}"
    return cookie.give(RedirectResponse(back, 303), secret)


def _form(
    desk: Desk, request: Request, problem: str, name: str = "", status: int = 200
) -> Response:
    return desk.render(
        "entrer.html", status=status, problem=problem, name=name, wanted=_wanted(request)
    )


def _wanted(request: Request) -> str:
    """Return the page of ours to go to, and no other site."""
    said = request.query_params.get("vers", "")
    ours = said.startswith(HOME) and not any(sign in said for sign in "\\\r\n\t")
    return quote(said) if ours and "//" not in said else HOME

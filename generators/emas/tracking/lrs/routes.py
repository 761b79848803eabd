"""Which resource is where, and for whom."""

from functools import partial

from starlette.applications import Starlette
from starlette.routing import Mount, Route

from emas.tracking.auth import Scope
from emas.tracking.lrs import documents, lookups, retrieving, submitting
from emas.tracking.lrs.alternate import AlternateSyntax
from emas.tracking.lrs.documents import ACTIVITY_PROFILE, AGENT_PROFILE, STATE, Kind
from emas.tracking.lrs.headers import SaidHeaders
from emas.tracking.lrs.resource import Method, Service, endpoint


def xapi_routes(service: Service) -> Mount:
    """Return the routes of `/xAPI`."""
    statements = {
        "GET": Method(Scope.READ, retrieving.get),
        "PUT": Method(Scope.WRITE, submitting.put),
        "POST": Method(Scope.WRITE, submitting.post),
    }
    resources = {
        "/statements": statements,
        "/activities/state": _documents(STATE, Scope.STATE),
        "/activities/profile": _documents(ACTIVITY_PROFILE, Scope.PROFILE),
        "/agents/profile": _documents(AGENT_PROFILE, Scope.PROFILE),
        "/activities": {"GET": Method(Scope.READ, lookups.activity)},
        "/agents": {"GET": Method(Scope.READ, lookups.agent)},
    }
    routes = [
        Route(path, endpoint(service, methods), methods=list(methods))
        for path, methods in resources.items()
    ]
    inside = Starlette(routes=[*routes, Route("/about", lookups.about)])
    inside.router.redirect_slashes = False
    return Mount("/xAPI", SaidHeaders(AlternateSyntax(inside), service.store))


def _documents(kind: Kind, scope: Scope) -> dict[str, Method]:
    return {
        "GET": Method(scope, partial(documents.get, kind)),
        "PUT": Method(scope, partial(documents.put, kind)),
        "POST": Method(scope, partial(documents.post, kind)),
        "DELETE": Method(scope, partial(documents.delete, kind)),
    }

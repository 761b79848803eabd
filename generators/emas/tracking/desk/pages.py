"""What coordinators read: the sessions."""

from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from emas.tracking.desk.desk import Desk, Visit, page


def pages_routes(desk: Desk) -> list[BaseRoute]:
    """Return the routes of the pages on sessions."""
    return [Route("/", page(desk, _sessions))]


async def _sessions(visit: Visit) -> Response:
    return visit.render("sessions.html", sessions=list(visit.desk.plan.sessions.values()))

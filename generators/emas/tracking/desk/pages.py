"""All that coordinators read: sessions, their results and files, years."""

from starlette.routing import BaseRoute

from emas.tracking.desk.desk import Desk
from emas.tracking.desk.downloads import downloads_routes
from emas.tracking.desk.sessions import sessions_routes
from emas.tracking.desk.years import years_routes


def pages_routes(desk: Desk) -> list[BaseRoute]:
    """Return the routes of what coordinators read.

    Raises:
        ThemeError: if the theme cannot be used.
    """
    return [*sessions_routes(desk), *downloads_routes(desk), *years_routes(desk)]

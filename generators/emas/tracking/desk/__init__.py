"""The coordinators' pages, under `/bureau`. A page is a handler that `page` makes safe.

    async def show(visit: Visit) -> Response:
        return visit.render("journal.html", lines=...)

    Route("/journal", page(desk, show))                          # read
    Route("/effacer", page(desk, erase), methods=["POST"])       # a form, with its token

Templates are in `themes/emas/suivi/` and extend `page.html`.
"""

from emas.tracking.desk.desk import Desk, Visit, desk_routes, page, signed_in
from emas.tracking.desk.noting import Noted

__all__ = ["Desk", "Noted", "Visit", "desk_routes", "page", "signed_in"]

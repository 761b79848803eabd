"""What school years come to: the sums of sessions, and their tables."""

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from emas.model.days import day_in_words
from emas.model.yearly import Year, year_of
from emas.tracking.desk.desk import HOME, Desk, Visit, page
from emas.tracking.desk.downloads import DOWNLOAD, attached
from emas.tracking.store.counting import sheets
from emas.writers.reports import yearly
from emas.writers.tables import french


def years_routes(desk: Desk) -> list[BaseRoute]:
    """Return the routes of the years and of their files."""
    return [
        Route("/bilan", page(desk, _last)),
        Route("/bilan/{year}", page(desk, _year)),
        Route("/bilan/{year}/{file}", page(desk, _file)),
    ]


def known_years(desk: Desk) -> list[str]:
    """Return the school years of the plans, the last one first."""
    return sorted({one.year for one in desk.plan.listed}, reverse=True)


async def _last(visit: Visit) -> Response:
    years = known_years(visit.desk)
    if not years:
        return visit.render("bilan.html", years=[], year="", sums=[], rows=[], linked=())
    return RedirectResponse(f"{HOME}bilan/{years[0]}", 303)


async def _found(visit: Visit) -> Year:
    """Return the year that the path names. Raises HTTPException 404 if there is none."""
    year = visit.request.path_params["year"]
    if year not in known_years(visit.desk):
        raise HTTPException(404)
    return await run_in_threadpool(_counted, visit.desk, year)


def _counted(desk: Desk, year: str) -> Year:
    names = [one.session for one in desk.plan.listed if one.year == year]
    attendances = {name: desk.settings.attendance(name) for name in names}
    return year_of(year, desk.plan.listed, attendances, desk.store.read(sheets, names))


async def _year(visit: Visit) -> Response:
    year, audiences = await _found(visit), visit.desk.plan.audiences
    return visit.render(
        "bilan.html",
        years=known_years(visit.desk),
        year=year.year,
        sums=[(label, french(value)) for label, value in yearly.summary(year, audiences)],
        rows=[
            dict(zip(yearly.HEADER, map(french, row), strict=True))
            | {"Premier jour": day_in_words(line.item.days[0]) if line.item.days else "inconnu"}
            for line, row in zip(year.lines, yearly.table(year, audiences), strict=True)
        ],
        linked=visit.desk.plan.sessions.keys(),
    )


async def _file(visit: Visit) -> Response:
    year, name = await _found(visit), visit.request.path_params["file"]
    today = visit.desk.settings.today()
    made = await run_in_threadpool(yearly.write, year, visit.desk.plan.audiences, today)
    files = {path.name: data for path, data in made.items()}
    if name not in files:
        raise HTTPException(404)
    await visit.note(DOWNLOAD, year.year)
    return attached(name, files[name])

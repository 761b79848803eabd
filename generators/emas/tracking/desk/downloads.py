"""Files of the results: tables and PDF, which say what the page says."""

from asyncio import Lock
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import PurePosixPath

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from emas import theme
from emas.diagnostics import file_start
from emas.tracking.desk.desk import Desk, Handler, Visit, page
from emas.tracking.desk.results import report_of
from emas.tracking.desk.sessions import session_of
from emas.writers.reports import session as writer
from emas.writers.reports import tables
from emas.writers.reports.report import Report

TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
DOWNLOAD = "telechargement"
"""The action noted for a file that somebody takes away."""

Make = Callable[[Report, date], bytes]


class UnmadeError(Exception):
    """A PDF cannot be made; the message is what prevents it."""


def downloads_routes(desk: Desk) -> list[BaseRoute]:
    """Return the routes of the files of each session.

    Raises:
        ThemeError: if the theme cannot be used.
    """
    look, turn = theme.read(desk.settings.theme), Lock()

    def pdf(report: Report, dated: date) -> bytes:
        span = file_start(PurePosixPath("catalogue.json"))
        made = writer.write_pdf(report, desk.plan.team, dated, span, look)
        for data in made.files.values():
            return data
        raise UnmadeError(", ".join(str(one.values) for one in made.diagnostics))

    makes: Mapping[str, Make] = {
        "resultats.pdf": pdf,
        "resultats.xlsx": tables.workbook,
        "resultats.csv": lambda report, _: tables.answers_csv(report),
        "objectifs.csv": lambda report, _: tables.objectives_csv(report),
    }
    return [
        Route(f"/sessions/{{session}}/{name}", page(desk, _sent(name, make, turn)))
        for name, make in makes.items()
    ]


def _sent(name: str, make: Make, turn: Lock) -> Handler:
    """Return what sends a file; they are made one at a time, since Typst takes a whole core."""

    async def serve(visit: Visit) -> Response:
        session = session_of(visit)
        report = await run_in_threadpool(report_of, visit.desk, session)
        async with turn:
            data = await run_in_threadpool(make, report, visit.desk.settings.today())
        await visit.note(DOWNLOAD, session.id)
        stem, dot, kind = name.partition(".")
        return attached(f"{stem}-{session.id}{dot}{kind}", data)

    return serve


def attached(name: str, data: bytes) -> Response:
    """Return a file to keep, under that name, which has plain letters."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(data, headers=headers, media_type=TYPES[PurePosixPath(name).suffix])

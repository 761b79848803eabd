"""Statements given: one by its id, or pages of those that meet every filter (Comm. 2.1.3)."""

import json
import secrets
from collections.abc import Callable, Sequence
from functools import partial
from urllib.parse import urlencode

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from emas.tracking.lrs.errors import RequestError
from emas.tracking.lrs.languages import preferred
from emas.tracking.lrs.parameters import Parameters
from emas.tracking.lrs.resource import Call, http_date
from emas.tracking.store import activities, reading
from emas.tracking.store.reading import LAST, MAX_PAGE, Kept, Query
from emas.xapi import Statement, json_text
from emas.xapi.actors import identity
from emas.xapi.forms import canonical, ids_only
from emas.xapi.mentions import Mention, Role, activity_ids

_ONE = ("statementId", "voidedStatementId")
_HOW = ("format", "attachments")
_FILTERS = (
    *("agent", "verb", "activity", "registration", "related_activities", "related_agents"),
    *("since", "until", "limit", "ascending", "cursor"),
)
_JSON = "application/json"

Shape = Callable[[Connection, Sequence[Kept]], list[str]]
"""Gives statements the form that is asked for, as JSON."""


async def get(call: Call) -> Response:
    """Give one statement, or a page of them."""
    asked = Parameters(call.request, (*_ONE, *_HOW, *_FILTERS))
    shape = _shape(call, asked)
    if asked.values.keys() & set(_ONE):
        text, stored = await run_in_threadpool(_one, call, asked, shape)
    else:
        text, stored = await run_in_threadpool(_page, call, asked, shape)
    answer = _multipart(text) if asked.flag("attachments") else Response(text, media_type=_JSON)
    if stored is not None:
        answer.headers["Last-Modified"] = http_date(stored)
    return answer


def _one(call: Call, asked: Parameters, shape: Shape) -> tuple[str, int | None]:
    """Return the JSON of a statement, and when it was stored."""
    if len(asked.values.keys() - set(_HOW)) > 1:
        raise RequestError(400, "an id goes with format and attachments only")
    voided = "voidedStatementId" in asked
    name = asked.uuid("voidedStatementId" if voided else "statementId")

    def read(connection: Connection) -> tuple[str, int]:
        found = reading.by_id(connection, name, voided=voided)
        if found is None:
            raise RequestError(404, "there is no such statement")
        return shape(connection, [found])[0], found.stored

    return call.service.store.read(read)


def _page(call: Call, asked: Parameters, shape: Shape) -> tuple[str, int | None]:
    """Return the JSON of a page, and when the last of its statements was stored."""
    query = _query(asked)

    def read(connection: Connection) -> tuple[str, int | None]:
        page = reading.page(connection, query)
        more = ""
        if page.more:
            others = {**asked.values, "cursor": str(page.statements[-1].seq)}
            more = f"{call.request.url.path}?{urlencode(others)}"
        listed = ",".join(shape(connection, page.statements))
        stored = max((one.stored for one in page.statements), default=None)
        return f'{{"statements":[{listed}],"more":{json.dumps(more)}}}', stored

    return call.service.store.read(read)


def _query(asked: Parameters) -> Query:
    filters: list[Mention] = []
    if "agent" in asked:
        role = Role.RELATED_AGENT if asked.flag("related_agents") else Role.AGENT
        filters.append((role, str(identity(asked.agent("agent", group=True)))))
    if "verb" in asked:
        filters.append((Role.VERB, asked.iri("verb")))
    if "activity" in asked:
        role = Role.RELATED_ACTIVITY if asked.flag("related_activities") else Role.ACTIVITY
        filters.append((role, asked.iri("activity")))
    if "registration" in asked:
        filters.append((Role.REGISTRATION, asked.uuid("registration")))
    for name in ("related_agents", "related_activities"):
        asked.flag(name)
    return Query(
        filters=tuple(filters),
        since=asked.moment("since"),
        until=asked.moment("until"),
        ascending=asked.flag("ascending"),
        limit=asked.number("limit", MAX_PAGE) or MAX_PAGE,
        after=asked.number("cursor", LAST),
    )


def _shape(call: Call, asked: Parameters) -> Shape:
    match asked.values.get("format", "exact"):
        case "exact":
            return _exact
        case "ids":
            return _ids
        case "canonical":
            languages = preferred(call.request.headers.get("accept-language", ""))
            return partial(_canonical, languages)
        case _:
            raise RequestError(400, "format must be ids, exact or canonical")


def _exact(connection: Connection, found: Sequence[Kept]) -> list[str]:  # noqa: ARG001 - a Shape
    return [one.body for one in found]


def _ids(connection: Connection, found: Sequence[Kept]) -> list[str]:  # noqa: ARG001 - a Shape
    return [json_text.written(ids_only(json.loads(one.body))) for one in found]


def _canonical(
    languages: Sequence[str], connection: Connection, found: Sequence[Kept]
) -> list[str]:
    values: list[Statement] = [json.loads(one.body) for one in found]
    names = {name for value in values for name in activity_ids(value)}
    known = activities.known(connection, names)
    return [json_text.written(canonical(value, known, languages)) for value in values]


def _multipart(text: str) -> Response:
    """Return the form that readers of attachments expect; we keep the bodies of none."""
    boundary = secrets.token_hex(16)
    body = f"--{boundary}\r\nContent-Type: {_JSON}\r\n\r\n{text}\r\n--{boundary}--\r\n"
    return Response(body, media_type=f"multipart/mixed; boundary={boundary}")

"""Documents of states and profiles (Communication 2.2, 2.3, 2.6, 2.7)."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from emas.tracking.lrs.errors import RequestError
from emas.tracking.lrs.parameters import Parameters
from emas.tracking.lrs.resource import Call, http_date
from emas.tracking.store import documents
from emas.tracking.store.documents import Change, Condition, Document, Place, Resource, Verb
from emas.xapi.actors import identity

_ANY_TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Kind:
    """A resource of documents: the parameters that say where, and the one that names one."""

    resource: Resource
    where: tuple[str, ...]
    name: str
    deletes_several: bool = False
    needs_condition: bool = False


STATE = Kind(
    Resource.STATE, ("activityId", "agent", "registration"), "stateId", deletes_several=True
)
ACTIVITY_PROFILE = Kind(
    Resource.ACTIVITY_PROFILE, ("activityId",), "profileId", needs_condition=True
)
AGENT_PROFILE = Kind(Resource.AGENT_PROFILE, ("agent",), "profileId", needs_condition=True)


async def get(kind: Kind, call: Call) -> Response:
    """Give a document, or the names of those that are there."""
    asked = Parameters(call.request, (*kind.where, kind.name, "since"))
    place, since = _place(kind, asked), asked.moment("since")
    store = call.service.store
    if kind.name not in asked:
        names, last = await run_in_threadpool(store.read, documents.names, place, since)
        return JSONResponse(names, headers={"Last-Modified": http_date(last)})
    found = await run_in_threadpool(store.read, documents.read, place, asked.text(kind.name))
    if found is None:
        raise RequestError(404, "there is no such document")
    headers = {
        "Content-Type": found.document.content_type,
        "ETag": f'"{found.document.etag}"',
        "Last-Modified": http_date(found.updated),
    }
    return Response(found.document.content, headers=headers)


async def put(kind: Kind, call: Call) -> Response:
    """Keep a document, in the place of the former one."""
    return await _write(kind, call, Verb.PUT)


async def post(kind: Kind, call: Call) -> Response:
    """Keep a document; if one is there, both JSON objects become one."""
    return await _write(kind, call, Verb.MERGE)


async def delete(kind: Kind, call: Call) -> Response:
    """Forget a document, or all of a state."""
    asked = Parameters(call.request, (*kind.where, kind.name))
    place = _place(kind, asked)
    named = kind.name in asked or not kind.deletes_several
    name = asked.text(kind.name) if named else None
    change = Change(Verb.DELETE, place, name, condition=_condition(call))
    await call.service.write(documents.change, change)
    return Response(status_code=204)


async def _write(kind: Kind, call: Call, verb: Verb) -> Response:
    asked = Parameters(call.request, (*kind.where, kind.name))
    place, name = _place(kind, asked), asked.text(kind.name)
    kind_of_content = call.request.headers.get("content-type", _ANY_TYPE)
    document = Document(await call.body(), kind_of_content)
    value = document.json_object()
    if verb is Verb.MERGE and document.is_json and value is None:
        raise RequestError(400, "the document must be a JSON object, to be added to another")
    required = kind.needs_condition and verb is Verb.PUT
    change = Change(verb, place, name, document, _condition(call, required=required))
    await call.service.write(documents.change, change)
    return Response(status_code=204)


def _place(kind: Kind, asked: Parameters) -> Place:
    """Return where documents are; all the parameters must be there, but the registration."""
    readers: dict[str, Callable[[str], str]] = {
        "activityId": asked.iri,
        "agent": lambda name: str(identity(asked.agent(name))),
        "registration": asked.uuid,
    }
    said = {
        name: readers[name](name) for name in kind.where if name != "registration" or name in asked
    }
    return Place(kind.resource, said.get("activityId"), said.get("agent"), said.get("registration"))


def _condition(call: Call, *, required: bool = False) -> Condition:
    headers = call.request.headers
    match, none_match = headers.get("if-match"), headers.get("if-none-match")
    return Condition(
        match=None if match is None else _etags(match),
        none_match=None if none_match is None else _etags(none_match),
        required=required,
    )


def _etags(header: str) -> frozenset[str]:
    """Return the etags of a header without their quotes, or « * »."""
    return frozenset(part.strip().removeprefix("W/").strip('"') for part in header.split(","))

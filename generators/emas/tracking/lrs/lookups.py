"""What is known of an agent, of an activity, and of this service (Comm. 2.4, 2.5, 2.8)."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from emas.tracking.lrs.parameters import Parameters
from emas.tracking.lrs.resource import Call
from emas.tracking.store import activities
from emas.xapi.vocabulary import IDENTIFIERS, VERSIONS


async def agent(call: Call) -> Response:
    """Give what was asked as a person: we never tie the identifiers of one person together."""
    asked = Parameters(call.request, ("agent",)).agent("agent")
    said = {name: [asked[name]] for name in ("name", *IDENTIFIERS) if name in asked}
    return JSONResponse({"objectType": "Person", **said})


async def activity(call: Call) -> Response:
    """Give an activity, with the definition that statements made together."""
    name = Parameters(call.request, ("activityId",)).iri("activityId")
    known = await run_in_threadpool(call.service.store.read, activities.known, [name])
    defined = {"definition": known[name]} if name in known else {}
    return JSONResponse({"objectType": "Activity", "id": name, **defined})


async def about(request: Request) -> Response:  # noqa: ARG001 - what Starlette calls
    """Give the versions of xAPI that are spoken, to anybody."""
    return JSONResponse({"version": list(VERSIONS)})

"""Statements received: PUT one, POST one or several; all of a request or none (Comm. 2.1.1)."""

import uuid
from collections.abc import Iterable

from starlette.responses import JSONResponse, Response

from emas import xapi
from emas.tracking.lrs.errors import RequestError
from emas.tracking.lrs.limits import MAX_BATCH
from emas.tracking.lrs.parameters import Parameters
from emas.tracking.lrs.resource import Call
from emas.tracking.rooms import answering
from emas.tracking.rooms.answering import NotAskedError
from emas.tracking.store.statements import Batch, add
from emas.xapi import Received, Statement, json_text
from emas.xapi.vocabulary import SIGNATURE


async def put(call: Call) -> Response:
    """Keep one statement under the id of the address."""
    name = Parameters(call.request, ("statementId",)).uuid("statementId")
    found, several = await _statements(call)
    if several:
        raise RequestError(400, "PUT takes one statement, not an array")
    one = xapi.identified(found[0], name)
    if one.id != name:
        raise RequestError(400, "statementId is not the id of the statement")
    await call.service.write(add, Batch(_theirs((one,), call), call.credential.authority))
    return Response(status_code=204)


async def post(call: Call) -> Response:
    """Keep one or several statements; answer their ids, in the same order."""
    Parameters(call.request, ())
    found, _ = await _statements(call)
    named = tuple(_named(one) for one in found)
    if len({one.id for one in named}) != len(named):
        raise RequestError(400, "two statements have the same id")
    named = _theirs(named, call)
    if named:
        await call.service.write(add, Batch(named, call.credential.authority))
    return JSONResponse([one.value["id"] for one in named])


def _theirs(sent: tuple[Received, ...], call: Call) -> tuple[Received, ...]:
    """Return what is kept of statements: those of a participant are answers, and no claim."""
    learner = call.credential.learner
    if learner is None:
        return sent
    if len(sent) > MAX_BATCH:
        raise RequestError(413, f"at most {MAX_BATCH} statements at once")
    try:
        return tuple(answering.fitted(one, learner) for one in sent)
    except NotAskedError as error:
        raise RequestError(400, str(error)) from error


def _named(one: Received) -> Received:
    return one if "id" in one.value else xapi.identified(one, str(uuid.uuid4()))


async def _statements(call: Call) -> tuple[list[Received], bool]:
    """Return what the body holds, and whether it is an array."""
    if call.content_type == "multipart/mixed":
        raise RequestError(400, "bodies of attachments are not accepted: send application/json")
    if call.content_type != "application/json":
        raise RequestError(400, "Content-Type must be application/json")
    texts, several = json_text.statements(await call.body())
    found = [xapi.receive(text, value) for text, value in texts]
    for one in found:
        _check_attachments(one.value)
    return found, several


def _check_attachments(statement: Statement) -> None:
    for attachment in _attachments(statement):
        if attachment["usageType"] == SIGNATURE:
            raise RequestError(400, "signed statements are not accepted")
        if "fileUrl" not in attachment:
            raise RequestError(400, "an attachment without fileUrl needs a body: not accepted")


def _attachments(statement: Statement) -> Iterable[Statement]:
    yield from statement.get("attachments", ())
    if statement["object"].get("objectType") == "SubStatement":
        yield from _attachments(statement["object"])

"""One resource: for each method, who may use it and what it does."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from email.utils import formatdate
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response

from emas.tracking.auth import Authenticate, Credential, Scope
from emas.tracking.lrs import bodies, errors
from emas.tracking.lrs.errors import RequestError
from emas.tracking.lrs.headers import VERSION_HEADER, check_version
from emas.tracking.store import Store
from emas.tracking.store.writer import Operation

A = TypeVar("A")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Service:
    """What requests are served with."""

    store: Store
    authenticate: Authenticate

    async def write(self, operation: Operation[A, R], argument: A) -> R:
        """Return what came of a write, once it is on the disk."""
        return await asyncio.wrap_future(self.store.write(operation, argument))


@dataclass(frozen=True, slots=True)
class Call:
    """A request of somebody who may make it."""

    request: Request
    service: Service
    credential: Credential

    async def body(self) -> bytes:
        """Return the body of the request, if it is not too large."""
        return await bodies.read(self.request.receive)

    @property
    def content_type(self) -> str:
        """The media type that the request says, in small letters, without parameters."""
        said = self.request.headers.get("content-type", "")
        return said.partition(";")[0].strip().lower()


Handler = Callable[[Call], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Method:
    """What a method does, for holders of `scope`."""

    scope: Scope
    handler: Handler


def endpoint(
    service: Service, methods: Mapping[str, Method]
) -> Callable[[Request], Awaitable[Response]]:
    """Return what serves a resource; HEAD is GET without the body, which the server drops."""

    async def serve(request: Request) -> Response:
        try:
            check_version(request.headers.get(VERSION_HEADER))
            method = methods["GET" if request.method == "HEAD" else request.method]
            credential = await _authorized(service, request, method.scope)
            return await method.handler(Call(request, service, credential))
        except errors.KNOWN as error:
            return errors.answer(error)

    return serve


async def _authorized(service: Service, request: Request, scope: Scope) -> Credential:
    credential = await service.authenticate(request)
    if credential is None:
        challenge = {"WWW-Authenticate": 'Basic realm="xAPI", charset="UTF-8"'}
        raise RequestError(401, "who asks is not known", challenge)
    if scope not in credential.scopes:
        raise RequestError(403, f"this credential is not for {scope}")
    return credential


def http_date(microseconds: int) -> str:
    """Return a moment as headers say it."""
    return formatdate(microseconds // 1_000_000, usegmt=True)

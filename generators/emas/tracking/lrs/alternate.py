"""Requests written as a form: « POST …?method=PUT » (Communication 1.3).

For pages that cannot set headers. The form holds the parameters, some headers, and the body as
`content`; what comes out of here is the request that it stands for.
"""

from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from emas.tracking.lrs import bodies
from emas.tracking.lrs.errors import RequestError, answer
from emas.tracking.lrs.limits import MAX_BODY

METHODS = {"GET", "HEAD", "PUT", "POST", "DELETE"}
HEADERS = {
    "accept",
    "accept-language",
    "authorization",
    "content-type",
    "if-match",
    "if-none-match",
    "x-experience-api-version",
}
IGNORED = {"content-length", "content-transfer-encoding"}
_REPLACED = {"content-type", "content-length"}
_FORM = "application/x-www-form-urlencoded"
_LARGEST_FORM = 4 * MAX_BODY
"""Each byte may take three letters."""

Pairs = Sequence[tuple[str, str]]


class AlternateSyntax:
    """Gives `app` the requests that forms stand for; others go through as they are."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        query = _pairs(scope["query_string"]) if scope["type"] == "http" else []
        if not query or scope["method"] != "POST" or "method" not in dict(query):
            await self.app(scope, receive, send)
            return
        try:
            meant, body = await _meant(scope, receive, query)
        except RequestError as error:
            await answer(error)(scope, receive, send)
            return
        await self.app(meant, _once(body), send)


async def _meant(scope: Scope, receive: Receive, query: Pairs) -> tuple[Scope, bytes]:
    method = dict(query)["method"].upper()
    if method not in METHODS or len(query) != 1:
        raise RequestError(400, "method must be a method, and the only parameter of the address")
    given = {name.lower(): value for name, value in scope["headers"]}
    kind = given.get(b"content-type", b"").partition(b";")[0].strip().lower()
    if kind != _FORM.encode():
        raise RequestError(400, f"the alternate syntax needs a body of type {_FORM}")
    form = _pairs(await bodies.read(receive, _LARGEST_FORM))
    names = [name.lower() for name, _ in form]
    if len(set(names)) != len(names):
        raise RequestError(400, "a name is there twice in the form")
    content = next((value for name, value in form if name == "content"), None)
    if content is None and method in ("PUT", "POST"):
        raise RequestError(400, "the form has no content")
    body = (content or "").encode()
    if len(body) > MAX_BODY:
        raise RequestError(413, f"the content has more than {MAX_BODY} bytes")
    sent = {name: value for name, value in given.items() if name.decode() not in _REPLACED}
    sent[b"content-type"] = b"application/json"
    sent |= {
        name.lower().encode(): value.encode("latin-1", "replace")
        for name, value in form
        if name.lower() in HEADERS
    }
    sent[b"content-length"] = str(len(body)).encode()
    outside = HEADERS | IGNORED | {"content"}
    parameters = urlencode([(name, value) for name, value in form if name.lower() not in outside])
    return {
        **scope,
        "method": method,
        "query_string": parameters.encode(),
        "headers": list(sent.items()),
    }, body


def _pairs(encoded: bytes) -> Pairs:
    return parse_qsl(encoded.decode("ascii", "replace"), keep_blank_values=True)


def _once(body: bytes) -> Receive:
    """Return what gives `body`, then says that the client is gone."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    return receive

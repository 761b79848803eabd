"""Another xAPI service, as a program that has an account there asks it.

With the standard library: one request at a time needs no more. Redirections are not followed: after
one, a POST is a GET, and the page of a portal would pass for a service that has kept everything.
"""

import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPException
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from emas.xapi import Statement, StatementError, json_text
from emas.xapi.vocabulary import VERSION

WAIT_S = 15
MAX_ANSWER = 1_000_000
LOOPBACK = ("localhost", "127.0.0.1", "::1")
LATEST = 3600
"""The longest that the other service may ask to wait, in seconds."""


class LaterError(Exception):
    """Nothing is known of what was sent: ask again, after so many seconds at least."""

    def __init__(self, why: str, status: int = 0, after: float = 0) -> None:
        super().__init__(why)
        self.status = status
        self.after = after


class _NoRedirection(HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        """Follow nothing: the answer is the redirection itself."""


@dataclass(frozen=True, slots=True)
class Remote:
    """Where statements go: `url` is what « /statements » is added to."""

    url: str
    name: str
    password: str

    def post(self, texts: Sequence[str]) -> int:
        """Send statements, each as JSON; return 200 if all are kept there, else what it says.

        Raises:
            LaterError: if it does not answer, or does not answer as an xAPI service does.
        """
        status, body = self._ask("/statements", f"[{','.join(texts)}]".encode())
        if status != 200:
            return status
        try:
            ids = json.loads(body)
        except ValueError:
            ids = None
        if not isinstance(ids, list) or len(ids) != len(texts):
            raise LaterError("this is not an xAPI service", status)
        return status

    def find(self, name: str) -> Statement | None:
        """Return the statement of that id, voided or not, if it is there.

        Raises:
            LaterError: as `post` does.
        """
        for key in ("statementId", "voidedStatementId"):
            status, body = self._ask(f"/statements?{key}={quote(name)}")
            if status == 200:
                try:
                    found: Statement = json_text.parse(body)
                except StatementError:
                    raise LaterError("this is not an xAPI service", status) from None
                return found
            if status != 404:
                raise LaterError(f"status {status}", status)
        return None

    def _ask(self, path: str, body: bytes | None = None) -> tuple[int, bytes]:
        basic = b64encode(f"{self.name}:{self.password}".encode()).decode()
        headers = {"Authorization": f"Basic {basic}", "X-Experience-API-Version": VERSION}
        if body is not None:
            headers["Content-Type"] = "application/json"
        request = Request(f"{self.url}{path}", body, headers)
        try:
            with self._opener().open(request, timeout=WAIT_S) as answer:
                return answer.status, _read(answer)
        except HTTPError as error:
            with error:
                if error.code in (408, 429, 503):
                    raise LaterError(f"status {error.code}", error.code, _after(error)) from None
                return error.code, b""
        except (URLError, HTTPException, OSError) as error:
            raise LaterError(str(getattr(error, "reason", error))) from error

    def _opener(self) -> OpenerDirector:
        """Return what asks: no proxy stands between this computer and itself."""
        own = urlsplit(self.url).hostname in LOOPBACK
        return build_opener(_NoRedirection(), *([ProxyHandler({})] if own else []))


def _read(answer: IO[bytes]) -> bytes:
    return answer.read(MAX_ANSWER)


def _after(error: HTTPError) -> float:
    said = error.headers.get("Retry-After", "")
    return min(int(said), LATEST) if said.isascii() and said.isdecimal() else 0.0

"""A tracking service in a few lines, as `docs/formats/suivi-http.md` says, made to fail at will."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.serving import Quiet, served

ROOM = "ABCDEFGH"
Json = dict[str, Any]


@dataclass
class Service:
    """What the service keeps, what it was asked, and how it is made to fail."""

    address: str = ""
    statements: dict[str, Json] = field(default_factory=dict)
    opinions: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    printed: set[str] = field(default_factory=set)
    """The codes that are printed: they open without the code of the room."""
    refused: set[str] = field(default_factory=set)
    """The questions of which no statement is taken."""
    erased: set[str] = field(default_factory=set)
    """The codes under which everything was erased."""
    losing: int = 0
    """How many replies to what has been stored are lost."""
    down: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answers(self, code: str) -> dict[str, str]:
        """Return the last answer of a participant to each question, by time."""
        mine = [one for one in self.statements.values() if one["actor"]["account"]["name"] == code]
        mine.sort(key=lambda one: str(one["timestamp"]))
        start = "urn:x-emas:question:"
        return {one["object"]["id"].removeprefix(start): one["result"]["response"] for one in mine}

    def reply(self, method: str, path: str, token: str, body: str) -> tuple[int, Json]:
        """Return the status and the body that answer a request."""
        self.asked.append(f"{method} {path}")
        if self.down:
            return 503, {}
        match path:
            case "/suivi/etat":
                return 200, {"service": "emas-suivi-1"}
            case "/suivi/direct":
                return 204, {}
            case "/suivi/rejoindre":
                return self._joined(json.loads(body))
            case _ if token not in self.tokens:
                return 401, {}
            case "/suivi/avis":
                self.opinions[json.loads(body)["code"]] = body
                return 204, {}
            case _:
                return self._stored(json.loads(body)), {}

    def _joined(self, asked: Json) -> tuple[int, Json]:
        code = asked.get("code", "")
        if code in self.erased:
            return 403, {"raison": "efface"}
        if asked.get("seance") != ROOM and code not in self.printed:
            return 404, {"raison": "seance-inconnue"}
        token = f"jeton-{len(self.tokens)}-{len(self.asked)}"
        self.tokens[token] = code
        return 200, {"session": asked["session"], "code": code, "jeton": token}

    def _stored(self, statements: list[Json]) -> int:
        named = {one["object"]["id"].removeprefix("urn:x-emas:question:") for one in statements}
        if {name.split("@")[0] for name in named} & self.refused:
            return 400
        for one in statements:
            if self.statements.setdefault(one["id"], one) != one:
                return 409
        return 200


@contextmanager
def service(folder: Path) -> Iterator[Service]:
    """Serve a built site with a tracking service beside it."""
    told = Service()

    class Handler(Quiet):
        """The files of the site, and the requests of the contract."""

        def do_GET(self) -> None:  # noqa: N802 - the base class's name
            if self.path in ("/suivi/etat", "/suivi/direct"):
                self._reply("")
            else:
                super().do_GET()

        def do_POST(self) -> None:  # noqa: N802 - the base class's name
            self._reply(self.rfile.read(int(self.headers["Content-Length"])).decode())

        def _reply(self, body: str) -> None:
            token = self.headers.get("Authorization", "").removeprefix("Bearer ")
            with told.lock:
                status, content = told.reply(self.command, self.path, token, body)
                lost = self.path == "/xAPI/statements" and status == 200 and told.losing > 0
                told.losing -= lost
            if lost:
                self.close_connection = True
                return
            data = b"" if status == 204 else json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    with served(folder, Handler) as address:
        told.address = address
        yield told

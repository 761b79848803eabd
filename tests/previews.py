"""A preview of a project, served by this process."""

import json
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import Any

from emas.preview.editor import Editor
from emas.preview.serving import Serving
from emas.project import Project

LIMIT_S = 60


@dataclass(frozen=True)
class Reply:
    """What was answered."""

    status: int
    kind: str
    body: bytes


@dataclass
class Previewed:
    """A preview that runs; `unexpected` is what nobody should ever have to read."""

    serving: Serving
    unexpected: list[Exception] = field(default_factory=list)

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> Reply:
        """Return what is answered; underscores of the names of `headers` stand for hyphens."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = HTTPConnection("127.0.0.1", self.serving.port, timeout=LIMIT_S)
        with closing(connection):
            connection.request(method, path, body, given)
            answer = connection.getresponse()
            return Reply(answer.status, answer.headers["Content-Type"], answer.read())

    def lines(self, path: str) -> Generator[bytes]:
        """Yield the lines of a stream; close it when no more are wanted."""
        connection = HTTPConnection("127.0.0.1", self.serving.port, timeout=LIMIT_S)
        connection.request("GET", path)
        with closing(connection), connection.getresponse() as stream:
            yield from stream

    def text(self, path: str) -> str:
        """Return the text at `path`."""
        return self.ask(path).body.decode()

    def state(self, page: str = "index.html") -> Any:
        """Return what the page of the preview is told."""
        return json.loads(self.text(f"/etat?page={page}"))

    def until(self, happens: Callable[[], bool]) -> None:
        """Wait until something happens, or fail."""
        end = time.monotonic() + LIMIT_S
        while not happens():
            assert time.monotonic() < end, (self.state(), self.unexpected)
            time.sleep(0.02)


@contextmanager
def previewed(project: Project, editor: Editor | None = None) -> Iterator[Previewed]:
    """Give the preview of a project."""
    unexpected: list[Exception] = []

    def told(error: Exception) -> str:
        unexpected.append(error)
        return repr(error)

    serving = Serving(project, 0, editor, told)
    thread = threading.Thread(target=serving.run)
    thread.start()
    try:
        yield Previewed(serving, unexpected)
    finally:
        serving.stop()
        thread.join()

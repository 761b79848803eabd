"""The preview as a whole: a port, a server, the thread that works; begun, and ended at once."""

import os
import sys
from collections.abc import Callable
from functools import partial
from http.server import ThreadingHTTPServer
from typing import Any

from emas.preview.editor import Editor
from emas.preview.files import Files
from emas.preview.hub import Hub
from emas.preview.server import Handler, Preview
from emas.preview.workshop import Workshop
from emas.project import Project

HOST = "127.0.0.1"
PORT = 8000
TRIED = 10
"""Ports that are tried, one after the other, when nobody chose one."""


class Serving:
    """The preview of a project at `address`, until `stop`. `told` is as for `Workshop`.

    Raises:
        OSError: if `port` is taken, or if none of the usual ones is free.
    """

    def __init__(
        self,
        project: Project,
        port: int | None,
        editor: Editor | None,
        told: Callable[[Exception], str],
    ) -> None:
        hub = Hub()
        self._hub = hub
        self._hosts: frozenset[str] = frozenset()
        self.workshop = Workshop(project, hub, told)
        preview = Preview(project.root, self.workshop, hub, Files(project.theme), editor)
        self._server = _opened(port, partial(Handler, preview, lambda: self._hosts), told)
        self.port = int(self._server.server_address[1])
        self._hosts = frozenset(f"{name}:{self.port}" for name in (HOST, "localhost"))

    @property
    def address(self) -> str:
        """Where the preview is."""
        return f"http://{HOST}:{self.port}/"

    def run(self) -> None:
        """Serve until `stop` is called, from another thread, or until Ctrl+C."""
        self.workshop.start()
        try:
            self._server.serve_forever(poll_interval=0.1)
        finally:
            self._hub.close()
            self.workshop.stop()
            self._server.server_close()

    def stop(self) -> None:
        """End `run`."""
        self._server.shutdown()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    # On Windows, two programs could else share the port, and requests go to either.
    allow_reuse_address = os.name == "posix"

    def __init__(self, port: int, handler: Callable[..., Any], told: Callable[[Exception], str]):
        self._told = told
        super().__init__((HOST, port), handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went; have the rest told."""
        del request, client_address
        error = sys.exception()
        if isinstance(error, Exception) and not isinstance(error, OSError):
            self._told(error)


def _opened(
    port: int | None, handler: Callable[..., Any], told: Callable[[Exception], str]
) -> _Server:
    """Return a server on `port`, or on the first usual one that is free."""
    ports = [port] if port is not None else list(range(PORT, PORT + TRIED))
    for candidate in ports[:-1]:
        try:
            return _Server(candidate, handler, told)
        except OSError:
            continue
    return _Server(ports[-1], handler, told)

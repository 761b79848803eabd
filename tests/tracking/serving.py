"""The service on a port of this machine, in a thread of the test."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

from emas.tracking.serving import Server

WAIT_S = 10


@contextmanager
def running(app: Starlette) -> Iterator[str]:
    """Give the address of `app`, which stops at the end."""
    with socket.socket(proto=socket.IPPROTO_TCP) as listener:  # as the command does
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        config = uvicorn.Config(app, access_log=False, log_level="error")
        known = hasattr(app.state, "live")  # what `create_app` makes, or a part of it alone
        server = Server(app, config) if known else uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            end = time.monotonic() + WAIT_S
            while not server.started and time.monotonic() < end:
                time.sleep(0.01)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()

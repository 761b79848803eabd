"""A service that is killed while many write, and what it had acknowledged by then."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import httpx
from tests.tracking.asking import VERSION, statement

ACCOUNT = ("essai", "un mot de passe")
CLIENTS = 8


@contextmanager
def child(url: str, *catalogue: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Give a service in its own process, and its address; it is killed at the end.

    It knows the sessions of `catalogue`, a file, if there is one.
    """
    command = [sys.executable, "-m", "tests.tracking.child", url, *ACCOUNT, *catalogue]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        port = process.stdout.readline().strip()
        try:
            yield process, f"http://127.0.0.1:{port}"
        finally:
            process.kill()


def acknowledged_before_a_kill(url: str, wait_s: float) -> list[str]:
    """Return the ids acknowledged by a service killed `wait_s` seconds after the first of them."""
    acknowledged: list[str] = []
    with child(url) as (process, address):
        threads = [
            threading.Thread(target=_send, args=(address, acknowledged)) for _ in range(CLIENTS)
        ]
        for thread in threads:
            thread.start()
        while not acknowledged and process.poll() is None:
            time.sleep(0.001)
        time.sleep(wait_s)
        process.kill()
        for thread in threads:
            thread.join()
    return acknowledged


def _send(address: str, acknowledged: list[str]) -> None:
    """Send one statement after the other, until nobody answers."""
    client = httpx.Client(base_url=address, auth=ACCOUNT, headers=VERSION)
    with client, suppress(httpx.TransportError):
        while True:
            one = statement()
            if client.post("/xAPI/statements", json=one).status_code == 200:
                acknowledged.append(one["id"])

"""A service to kill: `python -m tests.tracking.child URL NAME PASSWORD [CATALOGUE]` says its port.

With a catalogue it knows sessions, on the day of the one of the tests, and has one core.
"""

import os
import socket
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import uvicorn

from emas.tracking import auth
from emas.tracking.app import create_app
from emas.tracking.settings import Settings
from emas.tracking.store import Store
from emas.tracking.store.accounts import Account, keep


def main(url: str, name: str, password: str, *catalogue: str) -> None:
    store = Store(url)
    store.write(keep, Account(name, auth.hashed(password))).result()
    store.close()
    with socket.socket(proto=socket.IPPROTO_TCP) as listener:  # as the command does
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        settings = Settings(url, "https://suivi.example")
        if catalogue:
            os.sched_setaffinity(0, {0})
            known = Path(catalogue[0])
            settings = replace(settings, catalogue=known, today=lambda: date(2027, 1, 13))
        app = create_app(settings)
        config = uvicorn.Config(app, access_log=False, log_level="error")
        print(listener.getsockname()[1], flush=True)
        uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main(*sys.argv[1:])

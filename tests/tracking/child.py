"""A service to kill: `python -m tests.tracking.child URL NAME PASSWORD` says its port."""

import socket
import sys

import uvicorn

from emas.tracking import auth
from emas.tracking.app import create_app
from emas.tracking.settings import Settings
from emas.tracking.store import Store
from emas.tracking.store.accounts import Account, keep


def main(url: str, name: str, password: str) -> None:
    store = Store(url)
    store.write(keep, Account(name, auth.hashed(password))).result()
    store.close()
    with socket.socket(proto=socket.IPPROTO_TCP) as listener:  # as the command does
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        app = create_app(Settings(url, "https://suivi.example"))
        config = uvicorn.Config(app, access_log=False, log_level="error")
        print(listener.getsockname()[1], flush=True)
        uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main(*sys.argv[1:])

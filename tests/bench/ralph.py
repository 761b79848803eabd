"""Ralph, the learning record store of OpenFun (MIT), on files: the other service to compare with.

It is installed beside, from the registry. As it is shipped its file backend refuses every write
after the first (« already exists »): it is told here to append.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from socket import create_connection, socket

from tests.tracking.killing import ACCOUNT

PACKAGE = "ralph-malph[backend-fs,cli,lrs]==5.1.0"
MISSING = "requests"
"""What this version needs and does not ask for."""
START_S = 60
LAUNCHER = """
import json, sys
import bcrypt, uvicorn
from pathlib import Path
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend

port, name, password, accounts = sys.argv[1:]
agent = {"account": {"homePage": "https://suivi.example", "name": name}}
hashed = bcrypt.hashpw(password.encode(), bcrypt.gensalt(4)).decode()
entry = {"username": name, "hash": hashed, "scopes": ["all"], "agent": agent}
Path(accounts).write_text(json.dumps([entry]))
FSLRSBackend.default_operation_type = BaseOperationType.APPEND
from ralph.api import app
uvicorn.run(app, host="127.0.0.1", port=int(port), access_log=False, log_level="error")
"""


@contextmanager
def ralph(folder: Path) -> Iterator[str]:
    """Give the address of a new Ralph that keeps its statements in `folder`."""
    uv = Path(sys.prefix) / "bin" / "uv"
    python = folder / "ralph" / "bin" / "python"
    subprocess.run([uv, "venv", "-q", folder / "ralph"], check=True)
    subprocess.run([uv, "pip", "install", "-q", "--python", python, PACKAGE, MISSING], check=True)
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    accounts = folder / "auth.json"
    settings = {
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder / "statements"),
        "RALPH_AUTH_FILE": str(accounts),
        "RALPH_APP_DIR": str(folder),
        "RALPH_HISTORY_FILE": str(folder / "history.json"),
    }
    outside = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [str(python), "-c", LAUNCHER, str(port), *ACCOUNT, str(accounts)]
    with subprocess.Popen(command, env=outside | settings, cwd=folder) as process:
        try:
            _wait(port, process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


def _wait(port: int, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + START_S
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError), create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.1)
    raise RuntimeError("Ralph did not start")


def stored(folder: Path) -> int:
    """Return how many statements Ralph holds."""
    files = (folder / "statements").glob("*.jsonl")
    return sum(bool(json.loads(line)) for file in files for line in file.open(encoding="utf-8"))

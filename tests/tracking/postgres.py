"""A PostgreSQL of our own: its files in a temporary folder, reached by a socket in it only."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

DEBIAN = Path("/usr/lib/postgresql")
"""Where Debian puts the programs, by version, and not on the path."""


def _program(name: str) -> str:
    found = shutil.which(name) or max(map(str, DEBIAN.glob(f"*/bin/{name}")), default=None)
    assert found, f"{name} is missing: apt-get install postgresql"
    return found


def _somebody() -> str | None:
    """Return who runs the server, which refuses root; None if we are not root."""
    if os.geteuid() != 0:
        return None
    names = {user.pw_name for user in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@contextmanager
def private_server() -> Iterator[str]:
    """Give the address of a server without databases: `{name}` stands for that of one."""
    folder = Path(tempfile.mkdtemp(prefix="emas-pg-"))
    user = _somebody()
    prefix: list[str] = []
    if user is not None:
        entry = pwd.getpwnam(user)
        shutil.chown(folder, user, entry.pw_gid)
        prefix = ["setpriv", f"--reuid={user}", f"--regid={entry.pw_gid}", "--clear-groups"]
    data = folder / "data"
    made = [_program("initdb"), "-D", str(data), "-U", "emas", "-A", "trust", "--no-sync"]
    subprocess.run(
        [*prefix, *made, "--encoding=UTF8", "--locale=C"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    control = [*prefix, _program("pg_ctl"), "-D", str(data), "-w"]
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    options += " -c wal_recycle=off"  # what was erased leaves the WAL too: docs/exploitation.md
    subprocess.run(
        [*control, "-o", options, "-l", str(folder / "log"), "start"],
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    try:
        yield f"postgresql+psycopg://emas@/{{name}}?host={folder}"
    finally:
        subprocess.run(
            [*control, "-m", "immediate", "stop"], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )
        shutil.rmtree(folder)


def new_database(server: str, name: str) -> str:
    """Return the address of a new database."""
    address = server.format(name="postgres").replace("+psycopg", "")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return server.format(name=name)

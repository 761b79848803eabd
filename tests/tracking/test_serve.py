"""The command: it starts, keeps what it acknowledged, stops well, and says in French why not."""

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from tests.copies import EMAS, run
from tests.tracking.asking import Lrs, statement

from emas.cli.track import common
from emas.project import Project
from emas.tracking.store import Store
from emas.tracking.store.reading import by_id

ABSENT = """
import importlib.util, json, sys

def absent(name, package=None, find=importlib.util.find_spec):
    return None if name in {names!r} else find(name, package)

class Refusing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {names!r}:
            raise ModuleNotFoundError(name)

importlib.util.find_spec = absent
sys.meta_path.insert(0, Refusing())
from click.testing import CliRunner
from emas.cli import main

done = [CliRunner().invoke(main, one) for one in {calls!r}]
print(json.dumps([[one.exit_code, one.output] for one in done]))
"""
EXTRAS = {
    "alembic",
    "argon2",
    "limits",
    "multipart",
    "psycopg",
    "sqlalchemy",
    "starlette",
    "uvicorn",
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The least that is a project."""
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    return tmp_path


def without(place: Path, names: set[str], *calls: list[str]) -> list[tuple[int, str]]:
    """Run commands as if those packages were not installed; return their status and words."""
    code = ABSENT.format(names=names, calls=calls)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=place, capture_output=True, text=True, check=True
    )
    return [(status, said) for status, said in json.loads(done.stdout)]


@contextmanager
def serving(place: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Give the command while it serves, and the address that it says."""
    command = [str(EMAS), "track", "serve", "--port", "0", *options]
    with subprocess.Popen(
        command,
        cwd=place,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as running:
        assert running.stdout
        said = running.stdout.readline()
        found = re.search(r"http://[\d.:]+", said)
        assert found, (said, running.stderr and running.stderr.read())
        try:
            yield running, found[0]
        finally:
            running.kill()


def seconds_to_ask(client: httpx.Client) -> float:
    start = time.monotonic()
    client.get("/xAPI/about")
    return time.monotonic() - start


def test_what_was_acknowledged_is_there_after_a_stop(place: Path) -> None:
    done = run(Project(place), "track", "compte", "essai", text="un mot\nun mot\n")
    assert (done.exit_code, done.stderr) == (0, "")
    folder = place / "donnees" / "suivi"
    assert folder.stat().st_mode & 0o777 == 0o700
    sent = statement()
    with serving(place) as (running, address), httpx.Client(base_url=address) as client:
        assert Lrs(client, ("essai", "un mot")).put(sent).status_code == 204
        assert min(seconds_to_ask(client) for _ in range(10)) < 0.03  # no wait of 40 ms
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=20)
    assert (running.returncode, out, err) == (0, "Le suivi est arrêté.\n", "")
    assert [path.name for path in folder.iterdir()] == ["suivi.db"]
    store = Store(f"sqlite:///{folder / 'suivi.db'}")
    assert store.read(by_id, sent["id"], voided=False)
    store.close()


def test_a_port_that_is_taken_is_told(place: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = run(Project(place), "track", "serve", "--port", str(port))
    assert (done.exit_code, done.stderr) == (
        1,
        f"Erreur : le port {port} est déjà pris, ou interdit. Essayez « --port {port + 1} ».\n",
    )


def test_an_address_that_is_no_database_is_told(place: Path) -> None:
    done = run(Project(place), "track", "serve", "--port", "0", "--base", "suivi.db")
    assert done.exit_code == 2
    assert done.stderr.endswith(
        "Erreur : l’adresse de la base de données commence par « sqlite:/// » ou"
        " « postgresql:// ».\n"
    )


def test_a_database_of_a_newer_version_is_told(place: Path) -> None:
    file = place / "suivi.db"
    with sqlite3.connect(file) as newer:
        newer.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        newer.execute("INSERT INTO alembic_version VALUES ('9999')")
    newer.close()
    done = run(Project(place), "track", "serve", "--port", "0", "--base", f"sqlite:///{file}")
    assert (done.exit_code, done.stderr) == (
        1,
        "Erreur : la base de données vient d’une version plus récente d’Atelier EMAS."
        " Installez-la, ou reprenez une sauvegarde.\n",
    )


def test_without_the_extra_only_the_tracking_is_missing(place: Path) -> None:
    started, account, listed, helped = without(
        place, EXTRAS, ["track", "serve"], ["track", "compte", "a"], ["list"], ["track", "--aide"]
    )
    told = (
        "Erreur : « emas track » a besoin de programmes qui ne sont pas installés."
        " Installez-les : pip install 'emas-atelier[suivi]'\n"
    )
    assert [one[0] for one in (started, account, listed, helped)] == [2, 2, 0, 0]
    assert [one[1][-len(told) :] for one in (started, account)] == [told, told]


def test_without_postgresql_the_command_says_what_to_install(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(common.NEEDED, "un-paquet-absent", "postgres")
    done = run(Project(place), "track", "serve", "--port", "0", "--base", "postgresql:///suivi")
    assert done.exit_code == 2
    assert "pip install 'emas-atelier[postgres]'" in done.stderr

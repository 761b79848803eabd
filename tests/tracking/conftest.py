"""The service on each database: the same tests for SQLite and PostgreSQL."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.tracking.asking import Lrs
from tests.tracking.postgres import new_database, private_server
from tests.tracking.serving import running

from emas.tracking import auth
from emas.tracking.app import create_app
from emas.tracking.settings import Settings
from emas.tracking.store import Store
from emas.tracking.store.accounts import Account, keep

NAME, PASSWORD = "essai", "un mot de passe à deux-points : long"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """A PostgreSQL server of our own."""
    with private_server() as address:
        yield address


ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.xdist_group("postgresql"))]


@pytest.fixture(scope="session")
def password_hash() -> str:
    return auth.hashed(PASSWORD)


def new(engine: str, request: pytest.FixtureRequest, folder: Path) -> str:
    """Return the address of a database of `engine` that is empty."""
    if engine == "sqlite":
        return f"sqlite:///{folder / 'suivi.db'}"
    return new_database(request.getfixturevalue("postgresql"), uuid.uuid4().hex)


@pytest.fixture(params=ENGINES)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that is empty."""
    return new(request.param, request, tmp_path)


@pytest.fixture(params=ENGINES, scope="module")
def lrs(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, password_hash: str
) -> Iterator[Lrs]:
    """A service with one account, shared by the tests of a module: each uses its own ids."""
    url = new(request.param, request, tmp_path_factory.mktemp("suivi"))
    store = Store(url)
    store.write(keep, Account(NAME, password_hash)).result()
    store.close()
    app = create_app(Settings(url, "https://suivi.example"))
    with running(app) as address, httpx.Client(base_url=address) as client:
        yield Lrs(client, (NAME, PASSWORD))

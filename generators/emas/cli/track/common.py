"""What the commands of `emas track` share: the database, and why it does not open."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from emas import pipeline
from emas.cli.common import here
from emas.model import Catalogue, Planned

if TYPE_CHECKING:
    from emas.tracking.catalogue import TrackedPlan
    from emas.tracking.store import Store

PORT = 8710
VARIABLE = "EMAS_SUIVI_BASE"
NEEDED = {
    "alembic": "suivi",
    "argon2": "suivi",
    "sqlalchemy": "suivi",
    "starlette": "suivi",
    "uvicorn": "suivi",
    "zxcvbn": "suivi",
    "psycopg": "postgres",
    "nbconvert": "rapport",
    "ipykernel": "rapport",
}
"""Packages that only this command needs, with the extra that brings each."""

database = click.option(
    "--base",
    metavar="URL",
    envvar=VARIABLE,
    help="Base de données, par exemple « postgresql://utilisateur@serveur/suivi ». Sans elle, un"
    " fichier SQLite dans « donnees/suivi ». Avec un mot de passe, utilisez plutôt la variable"
    f" {VARIABLE}.",
)


def need(extra: str) -> None:
    """Stop with the way to install what `emas track` needs, if it is not there."""
    missing = [name for name, brought_by in NEEDED.items() if brought_by == extra]
    if any(find_spec(name) is None for name in missing):
        raise click.UsageError(
            f"« emas track » a besoin de programmes qui ne sont pas installés."
            f" Installez-les : pip install 'emas-atelier[{extra}]'"
        )


def database_url(base: str | None) -> str:
    """Return the address of the database."""
    if base is None:
        return f"sqlite:///{here().data / 'suivi' / 'suivi.db'}"
    if base.startswith("postgresql"):
        need("postgres")
    return base


@contextmanager
def understood() -> Iterator[None]:
    """Say in French why a database cannot be opened."""
    from sqlalchemy.exc import ArgumentError

    from emas.theme import ThemeError
    from emas.tracking.catalogue import CatalogueError
    from emas.tracking.store import StoreTooNewError, UnavailableError

    try:
        yield
    except CatalogueError as error:
        raise click.ClickException(f"{error}.") from error
    except ThemeError as error:
        raise click.ClickException(str(error)) from error
    except StoreTooNewError as error:
        raise click.ClickException(
            "la base de données vient d’une version plus récente d’Atelier EMAS. Installez-la,"
            " ou reprenez une sauvegarde."
        ) from error
    except UnavailableError as error:
        raise click.ClickException(f"la base de données ne s’ouvre pas : {error}.") from error
    except (ArgumentError, ModuleNotFoundError) as error:
        raise click.UsageError(
            "l’adresse de la base de données commence par « sqlite:/// » ou « postgresql:// »."
        ) from error


@contextmanager
def opened(base: str | None) -> Iterator["Store"]:
    """Give the database, which closes at the end; say in French why it cannot be used."""
    from emas.tracking.store import Store

    with understood():
        store = Store(database_url(base))
        try:
            yield store
        finally:
            store.close()


def tracked(store: "Store", catalogue: Catalogue, item: Planned) -> "TrackedPlan":
    """Return what the sources say now of a session, as the service would know it."""
    from emas.tracking.catalogue import parse_plan
    from emas.tracking.exchange.versions import remember
    from emas.writers.tracking import PATH, write

    parts = pipeline.session_parts(catalogue, item)
    written = write([(item, parts)], [item], catalogue.team, catalogue.vocabulary)
    return remember(store, parse_plan(written.files[PATH]))

"""What the commands about sessions share: the project, a session, what is kept of it."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from emas import files, pipeline
from emas.cli.common import here, show, unknown
from emas.model import Catalogue, Planned, planned
from emas.project import Project
from emas.records.errors import RecordsError


def open_plan() -> tuple[Project, Catalogue]:
    """Return the project of the current folder, and what it says.

    Raises:
        SystemExit: if something of `content/` is wrong, once it is told.
    """
    place = here()
    loaded = pipeline.load(place)
    if loaded.unusable:
        show(place, loaded.diagnostics, "texte")
        raise SystemExit(1)
    return place, loaded.catalogue


def find_session(catalogue: Catalogue, name: str) -> Planned:
    """Return the session of that id, whatever its case.

    Raises:
        click.UsageError: if there is none, or if one of its modules has errors.
    """
    known = {item.session.id.casefold(): item for item in planned(catalogue.plans)}
    if name.casefold() not in known:
        raise unknown("session", name, (item.session.id for item in known.values()), "la")
    item = known[name.casefold()]
    readable = {module.id for module in catalogue.modules}
    for module in item.training.modules:
        if module not in readable:
            raise click.UsageError(
                f"le module « {module} » de cette session a des erreurs :"
                f" « emas check {module} » les dit."
            )
    return item


@contextmanager
def kept_safe() -> Iterator[None]:
    """Turn what prevents reading or keeping answers into a sentence."""
    try:
        yield
    except RecordsError as error:
        raise click.ClickException(f"{error}.") from error
    except OSError as error:
        raise click.ClickException(f"rien n’a été gardé : {files.cause(error)}.") from error

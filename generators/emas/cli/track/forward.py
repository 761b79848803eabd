"""`emas track serve --transmettre-a`: where statements go, and the account there."""

import os
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

if TYPE_CHECKING:
    from emas.tracking.exchange.remote import Remote

NAME, PASSWORD = "EMAS_SUIVI_TRANSMETTRE_NOM", "EMAS_SUIVI_TRANSMETTRE_MOT_DE_PASSE"
"""Variables: what is typed after a command is seen by every program of the computer."""


def account_of(url: str) -> "Remote":
    """Return the service at `url`, with the account that the variables give.

    Raises:
        click.UsageError: if the address is not in HTTPS, or if the account is missing.
    """
    from emas.tracking.exchange.remote import LOOPBACK, Remote

    try:
        found = urlsplit(url)
    except ValueError:
        found = None
    secret = found and (found.scheme == "https" or found.hostname in LOOPBACK)
    if not found or not found.hostname or found.username or found.query or not secret:
        raise click.UsageError(
            "l’adresse d’un service où transmettre s’écrit « https://lrs.exemple.fr/xAPI », sans"
            " nom ni mot de passe."
        )
    name, password = os.environ.get(NAME), os.environ.get(PASSWORD)
    if not name or not password:
        raise click.UsageError(
            f"le compte de l’autre service manque : mettez son nom dans {NAME} et son mot de passe"
            f" dans {PASSWORD}."
        )
    return Remote(url.rstrip("/"), name, password)

"""What a page says of the team that publishes the site."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from emas.model import Team
from emas.writers.site.elements import described, link

LEGAL = "mentions-legales.md"
"""The page that says who publishes the site."""


def publisher(team: Team) -> Iterator[Element]:
    """Yield who publishes the site, as `equipe.yml` tells; what is empty is left out."""
    address = team.report_email
    facts = described(
        [
            ("Équipe", [team.name]),
            ("Organisme gestionnaire", [team.carrier]),
            ("Territoire", [team.territory]),
            ("Écrire à l’équipe", [link(f"mailto:{address}", address)] if address else []),
        ]
    )
    if facts is not None:
        yield facts

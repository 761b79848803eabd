"""What the service must know to start."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from emas.theme import locate


def _none_printed(session: str) -> Collection[str]:  # noqa: ARG001 - no paper, whatever the session
    return ()


@dataclass(frozen=True, slots=True)
class Settings:
    """`database` is an address as SQLAlchemy writes them, `address` that of the service.

    `catalogue` is what is known of sessions, `site` the folder to serve beside, if any; `printed`
    gives the codes on the papers of a session, `today` the day at the place of the sessions.
    `theme` is the folder of the theme. An `address` in HTTPS is the public one: coordinators' pages
    are seen there only, else on this computer only.
    """

    database: str
    address: str
    catalogue: Path = Path("catalogue.json")
    site: Path | None = None
    printed: Callable[[str], Collection[str]] = _none_printed
    today: Callable[[], date] = date.today
    theme: Path = field(default_factory=locate)

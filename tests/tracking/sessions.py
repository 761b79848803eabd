"""The eight fixture sessions, as the service knows them."""

from pathlib import Path

from tests import plans

from emas import pipeline
from emas.model import planned
from emas.writers.tracking import PATH, write

NAME = "aut-aesh-2027-01"


def known_sessions(folder: Path) -> Path:
    """Write what the service knows of the sessions in `folder`; return the file."""
    catalogue = plans.catalogue()
    sessions = [(one, pipeline.session_parts(catalogue, one)) for one in planned(catalogue.plans)]
    path = folder / PATH
    path.write_bytes(write(sessions, catalogue.team, catalogue.vocabulary).files[PATH])
    return path

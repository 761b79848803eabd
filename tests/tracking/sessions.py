"""The eight fixture sessions, as the service knows them."""

import json
from pathlib import Path

from tests import plans

from emas import pipeline
from emas.model import planned
from emas.writers.tracking import PATH, write

NAME = "aut-aesh-2027-01"


def known_sessions(folder: Path) -> Path:
    """Write what the service knows of the sessions in `folder`; return the file."""
    catalogue = plans.catalogue()
    every = planned(catalogue.plans)
    sessions = [(one, pipeline.session_parts(catalogue, one)) for one in every]
    path = folder / PATH
    path.write_bytes(write(sessions, every, catalogue.team, catalogue.vocabulary).files[PATH])
    return path


def longer_session(folder: Path) -> Path:
    """Write a catalogue where the session asks six questions, before and after; return the file."""
    path = known_sessions(folder)
    content = json.loads(path.read_text("utf-8"))
    moments = content["sessions"][NAME]["moments"]
    (after, *others) = moments
    (question,) = after["questions"]
    after["questions"] = [
        {**question, "nom": f"aut-q{number:02}@18a87277", **_choice(number)}
        for number in range(1, 7)
    ]
    before = {**after, "moment": "positionnement", "titre": "Positionnement"}
    content["sessions"][NAME]["moments"] = [before, after, *others]
    path.write_text(json.dumps(content), "utf-8")
    return path


def _choice(number: int) -> dict[str, object]:
    options = [f"proposition {rank}" for rank in range(3)]
    key = {"kind": "unique", "count": 3, "right": [number % 3]}
    return {"cle": key, "options": options, "ordre": [0, 1, 2]}

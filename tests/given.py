"""What a reader of a guide gets from others, and types where the guide says what to type."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from tests import exchanges, sofia

from emas import pipeline
from emas.model import is_collected, planned
from emas.model.codes import new_codes
from emas.model.sheet import versioned
from emas.project import Project


def _phone(place: Path) -> str:
    """Put the file of somebody's phone in a folder."""
    catalogue = pipeline.load(Project(place)).catalogue
    session, part = next(
        (one, part)
        for one in planned(catalogue.plans)
        for part in pipeline.session_parts(catalogue, one)
        if part.assessment.id == "acquis"
    )
    question = next(one for one in part.questions if is_collected(one))
    content = {
        "format": "emas-reponses-1",
        "session": session.session.id,
        "moment": "acquis",
        "code": next(new_codes()),
        "numero": 1,
        "reponses": {versioned(question): [0]},
    }
    (place / "dossier").mkdir()
    (place / "dossier" / "reponses.json").write_text(json.dumps(content), "utf-8")
    return "dossier"


def _code(place: Path) -> str:
    """Return the code of a sheet that was printed."""
    return (place / "feuilles.csv").read_text("utf-8-sig").splitlines()[1].split(";")[1]


def _export(place: Path) -> str:
    (place / "export.xlsx").write_bytes(sofia.export(sofia.line()))
    return "export.xlsx"


def _bank(place: Path) -> str:
    answers = (
        '<answer fraction="100"><text>true</text></answer>'
        '<answer fraction="0"><text>false</text></answer>'
        "<tags><tag><text>objectif:dire</text></tag></tags>"
    )
    bank = exchanges.one("truefalse", answers, "Une consigne courte se retient mieux.")
    (place / "banque.xml").write_text(bank, "utf-8")
    return "banque.xml"


GIVEN: Mapping[str, Callable[[Path], str]] = {
    "export.xlsx": _export,
    "banque.xml": _bank,
    "dossier": _phone,
    "CODE": _code,
}
"""For a word of a command: what puts in the project what it names, and says what to type."""

ENTER = "\n" * 20
ANSWERS: Mapping[str, str] = {
    "emas new etape": f"\nUne étape de plus{ENTER}",
    "emas new parcours": f"\nUn parcours{ENTER}",
    "emas new session": f"\n2027-01-13{ENTER}",
    "emas new situation": f"\n\nUne situation{ENTER}",
    "emas track effacer": "oui\n",
}
"""What somebody answers who is only told how a command starts."""

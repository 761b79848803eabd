"""What stays of a session once its answers are no longer kept: counts, and nobody.

`donnees/sessions/<id>/bilan.json` follows `model/results.py`: a question with too few respondents
is hidden whole. What was written freely is not in it.
"""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date

from emas import files
from emas.model.results import QuestionResult, Results
from emas.project import Project
from emas.records.errors import RecordsError
from emas.records.sheets import folder, kept_sheets

NAME = "bilan.json"
RESULTS = "resultats"
"""The folder of `build/` where what is made of answers is."""
FORMAT = "emas-bilan-1"


def keep_summary(
    project: Project, session: str, day: date, sheets: Mapping[str, int], found: Results
) -> None:
    """Write what stays of a session whose answers leave that day; `sheets` are counts by moment.

    Raises:
        OSError: if the disk refuses.
    """
    content = {
        "format": FORMAT,
        "efface": day.isoformat(),
        "feuilles": dict(sheets),
        "questions": [
            {"moment": part.part.moment, "de": part.part.owner, **_question(one)}
            for part in found.parts
            for one in part.questions
            if one.respondents is not None
        ],
        "progres": [
            {
                "module": one.module,
                "objectif": one.objective,
                "questions": one.questions,
                "participants": one.learners,
                "avant": one.before,
                "apres": one.after,
                "sur": one.most,
            }
            for one in found.progress
            if one.learners is not None
        ],
    }
    data = json.dumps(content, ensure_ascii=False, indent=1).encode()
    files.write(folder(project, session) / NAME, data)


def erased_on(project: Project, session: str) -> date | None:
    """Return the day on which the answers of a session left, or None if they did not.

    Raises:
        RecordsError: if the file is damaged.
    """
    content = _read(project, session)
    return None if content is None else content[0]


def kept_counts(project: Project, session: str) -> Mapping[str, int]:
    """Return how many sheets a session has by moment, those that left included.

    Raises:
        RecordsError: if a file is damaged.
    """
    content = _read(project, session)
    if content is not None:
        return content[1]
    return Counter(sheet.moment for sheet in kept_sheets(project, session))


def _question(found: QuestionResult) -> Mapping[str, object]:
    return {
        "nom": found.question.name,
        "reponses": found.respondents,
        "comptes": list(found.counts),
        "points": found.points,
    }


def _read(project: Project, session: str) -> tuple[date, dict[str, int]] | None:
    path = folder(project, session) / NAME
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] != FORMAT:
            raise ValueError(content["format"])
        counts = {str(name): int(count) for name, count in content["feuilles"].items()}
        return date.fromisoformat(content["efface"]), counts
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        shown = path.relative_to(project.root).as_posix()
        raise RecordsError(f"{shown} est abîmé : remettez une copie de ce fichier") from error

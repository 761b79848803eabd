"""The headcounts of a session, in `donnees/sessions/<id>/presences.json`."""

import json

from emas import files
from emas.model.attendance import Attendance
from emas.project import Project
from emas.records.errors import RecordsError
from emas.records.sheets import folder

NAME = "presences.json"


def kept_attendance(project: Project, session: str) -> Attendance:
    """Return what was counted; nothing is known where nobody counted.

    Raises:
        RecordsError: if the file is damaged.
    """
    path = folder(project, session) / NAME
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return Attendance(
            half_days=tuple(_count(item) for item in content["demi-journees"]),
            people=_count(content["personnes"]),
            audiences={str(name): int(count) for name, count in content["publics"].items()},
        )
    except FileNotFoundError:
        return Attendance()
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        shown = path.relative_to(project.root).as_posix()
        raise RecordsError(
            f"{shown} est abîmé : supprimez ce fichier, puis refaites"
            f" « emas session presences {session} »"
        ) from error


def keep_attendance(project: Project, session: str, counted: Attendance) -> None:
    """Keep the headcounts of a session, in the place of the former ones.

    Raises:
        OSError: if the disk refuses; the former ones are still there.
    """
    content = {
        "demi-journees": list(counted.half_days),
        "personnes": counted.people,
        "publics": dict(counted.audiences),
    }
    data = json.dumps(content, ensure_ascii=False, indent=1).encode()
    files.write(folder(project, session) / NAME, data)


def _count(item: object) -> int | None:
    if item is None or (type(item) is int and item >= 0):
        return item
    raise ValueError(item)

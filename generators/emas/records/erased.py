"""The journal of what was erased, in `donnees/effacements.json`: it outlives databases.

It is apart from the database and from its backups, so that an older one that is brought back is
cleaned of what was erased since. It says nothing of anybody (`model/erasure.py`).
"""

import json

from emas import files
from emas.model.erasure import Erased
from emas.project import Project
from emas.records.errors import RecordsError

NAME = "effacements.json"
FORMAT = "emas-effacements-1"


def known_erased(project: Project) -> Erased:
    """Return what the journal says; nothing if there is none.

    Raises:
        RecordsError: if it is damaged: what was erased could come back.
    """
    path = project.data / NAME
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] != FORMAT:
            raise ValueError(content["format"])
        return Erased(_read(content["cles"]), _read(content["marques"]))
    except FileNotFoundError:
        return Erased()
    except (ValueError, KeyError, TypeError) as error:
        raise RecordsError(
            f"donnees/{NAME} est abîmé : il empêche ce qui a été effacé de revenir. Remettez une"
            " copie de ce fichier"
        ) from error


def keep_erased(project: Project, erased: Erased) -> Erased:
    """Add marks to the journal; return all of them.

    Raises:
        RecordsError: if the journal is damaged.
        OSError: if the disk refuses; the former journal is still there.
    """
    known = known_erased(project)
    every = known | erased
    if every != known:
        content = {"format": FORMAT, "cles": _said(every.keys), "marques": _said(every.marks)}
        data = json.dumps(content, indent=1).encode()
        files.write(project.data / NAME, data, mode=0o600)
    return every


def _read(listed: list[str]) -> frozenset[bytes]:
    return frozenset(bytes.fromhex(one) for one in listed)


def _said(some: frozenset[bytes]) -> list[str]:
    return sorted(one.hex() for one in some)

"""What a session was when its papers were printed, and when it was closed.

Paper cannot be mended, and a closed session is counted: a change after that is told.
"""

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from emas import files
from emas.diagnostics import Code, Diagnostic
from emas.model import Catalogue, Planned, Status, asking, planned
from emas.model.fingerprint import fingerprint
from emas.project import Project
from emas.records.sheets import folder

NOTES = "empreintes.json"


class Event(StrEnum):
    """When a session was noted; the value is its key in the file."""

    PRINTED = "imprimee"
    CLOSED = "close"


CHANGED = {Event.PRINTED: Code.SES001, Event.CLOSED: Code.SES002}


def note_printed(project: Project, catalogue: Catalogue, item: Planned) -> None:
    """Note what the session `item` is, its papers having been made.

    Raises:
        OSError: if the disk refuses.
    """
    _note(project, catalogue, item, Event.PRINTED)


def note_closed(project: Project, catalogue: Catalogue) -> None:
    """Note what each closed session is, the first time it is seen closed.

    Raises:
        OSError: if the disk refuses.
    """
    for item in planned(catalogue.plans):
        closed = item.session.status is Status.CLOSED
        if closed and Event.CLOSED not in _notes(project, item):
            _note(project, catalogue, item, Event.CLOSED)


def changed(project: Project, catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each session that is not what was printed, or closed.

    One whose modules cannot all be read is left alone.
    """
    readable = {module.id for module in catalogue.modules}
    for item in planned(catalogue.plans):
        notes = _notes(project, item)
        if notes and readable >= set(item.training.modules):
            now = _now(catalogue, item)
            opened = Event.CLOSED in notes and item.session.status is not Status.CLOSED
            for event, code in CHANGED.items():
                if notes.get(event, now) != now or (opened and event is Event.CLOSED):
                    values = {"session": item.session.id, "fichier": _shown(project, item)}
                    yield Diagnostic(code, item.session.span, values)


def _now(catalogue: Catalogue, item: Planned) -> str:
    return fingerprint(item, asking(catalogue, item))


def _note(project: Project, catalogue: Catalogue, item: Planned, event: Event) -> None:
    notes = {**_notes(project, item), event.value: _now(catalogue, item)}
    files.write(_path(project, item), json.dumps(notes, indent=1).encode())


def _notes(project: Project, item: Planned) -> dict[str, str]:
    """Return what was noted; a damaged file only makes the next change go unseen."""
    try:
        notes = json.loads(_path(project, item).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return notes if isinstance(notes, dict) else {}


def _path(project: Project, item: Planned) -> Path:
    return folder(project, item.session.id) / NOTES


def _shown(project: Project, item: Planned) -> str:
    return _path(project, item).relative_to(project.root).as_posix()

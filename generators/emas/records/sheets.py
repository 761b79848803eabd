"""The answers of a session, in `donnees/sessions/<id>/`.

Opinions are in another file than the rest, under codes that are linked to nothing. Each file is
written again as a whole, at once: what was acknowledged is on the disk, whatever happens next.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from emas import files
from emas.model.sheet import Merged, Sheet, merge
from emas.model.sheet import replacing as renumbered
from emas.project import Project
from emas.records.erased import known_erased
from emas.records.errors import RecordsError

ANSWERS, OPINIONS = "reponses.json", "avis.json"
FORMAT = "emas-feuilles-1"


def kept_sheets(project: Project, session: str) -> tuple[Sheet, ...]:
    """Return the sheets that are kept of a session.

    Raises:
        RecordsError: if a file is damaged: nothing may be added to it then.
    """
    return (*_read(project, session, ANSWERS), *_read(project, session, OPINIONS))


def keep_sheets(
    project: Project,
    session: str,
    sheets: Iterable[Sheet],
    surveys: Collection[str],
    *,
    replacing: bool = False,
) -> Merged:
    """Add `sheets` to those of a session, and return all of them; `surveys` are moments.

    When `replacing`, a sheet takes the place of the kept one of its code if it says otherwise.
    Those of participants who were erased are left out.

    Raises:
        RecordsError: if what is kept is damaged; nothing is written.
        OSError: if the disk refuses; what was kept is still there.
    """
    kept = kept_sheets(project, session)
    erased = known_erased(project)
    every = tuple(sheets)
    gone = tuple(sheet for sheet in every if erased.gone(session, sheet.code))
    rest = [sheet for sheet in every if sheet not in gone]
    merged = merge(kept, renumbered(kept, rest) if replacing else rest)
    if merged.added or merged.replaced:
        for name, apart in ((ANSWERS, False), (OPINIONS, True)):
            some = [sheet for sheet in merged.sheets if (sheet.moment in surveys) == apart]
            if some:
                _write(folder(project, session) / name, some)
    return replace(merged, erased=gone)


def forget_sheets(project: Project, session: str) -> int:
    """Remove the sheets of those who were erased of a session; return how many.

    Raises:
        RecordsError: if a file is damaged; nothing is written.
        OSError: if the disk refuses.
    """
    erased = known_erased(project)
    count = 0
    for name in (ANSWERS, OPINIONS):
        sheets = _read(project, session, name)
        left = [sheet for sheet in sheets if not erased.gone(session, sheet.code)]
        count += len(sheets) - len(left)
        path = folder(project, session) / name
        if left and left != list(sheets):
            _write(path, left)
        elif not left:
            path.unlink(missing_ok=True)
    return count


def folder(project: Project, session: str) -> Path:
    """Return where what is kept of a session is."""
    return project.data / "sessions" / session


def _write(path: Path, sheets: Iterable[Sheet]) -> None:
    """Write one sheet a line: a person can read the file, and compare two of them."""
    lines = [
        json.dumps(
            {
                "moment": sheet.moment,
                "code": sheet.code,
                "numero": sheet.number,
                "reponses": dict(sheet.answers),
                **({"suivi": True} if sheet.copied else {}),
            },
            ensure_ascii=False,
        )
        for sheet in sheets
    ]
    body = ",\n".join(lines)
    files.write(path, f'{{"format": "{FORMAT}", "feuilles": [\n{body}\n]}}\n'.encode())


def _read(project: Project, session: str, name: str) -> tuple[Sheet, ...]:
    path = folder(project, session) / name
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] != FORMAT:
            raise ValueError(content["format"])
        return tuple(
            Sheet(
                item["moment"],
                item["code"],
                item["numero"],
                item["reponses"],
                copied=item.get("suivi") is True,
            )
            for item in content["feuilles"]
        )
    except FileNotFoundError:
        return ()
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        shown = path.relative_to(project.root).as_posix()
        raise RecordsError(
            f"{shown} est abîmé, ou vient d’une version plus récente. Rien n’a été changé :"
            " remettez une copie de ce fichier, ou déplacez-le pour repartir de zéro"
        ) from error

"""The codes of a session: drawn once, so that a pack made again has the same ones."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from emas import files
from emas.model.codes import new_codes, read_code
from emas.model.erasure import Erased, of_session
from emas.project import Project
from emas.records.erased import known_erased
from emas.records.errors import RecordsError
from emas.records.sheets import folder

NAME = "codes.json"


@dataclass(frozen=True, slots=True)
class Codes:
    """Codes for participants, and others for opinions; nothing ties one to the other."""

    participants: tuple[str, ...] = ()
    opinions: tuple[str, ...] = ()


def session_codes(project: Project, session: str, participants: int, opinions: int) -> Codes:
    """Return so many codes of a session: those drawn before, then new ones, which are kept.

    Raises:
        RecordsError: if the file of the codes is damaged; nothing is written then.
        OSError: if the disk refuses.
    """
    known = read_codes(project, session)
    given = {*known.participants, *known.opinions}
    fresh = (code for code in new_codes() if code not in given)
    drawn = Codes(
        _extended(known.participants, participants, fresh),
        _extended(known.opinions, opinions, fresh),
    )
    if drawn != known:
        _write(_path(project, session), drawn)
    return Codes(drawn.participants[:participants], drawn.opinions[:opinions])


def read_codes(project: Project, session: str) -> Codes:
    """Return all the codes drawn for a session, none if there is no file.

    Raises:
        RecordsError: if the file is damaged.
        OSError: if the disk refuses.
    """
    path = _path(project, session)
    try:
        kept = json.loads(path.read_text("utf-8"))
        return Codes(_checked(kept["participants"]), _checked(kept["avis"]))
    except FileNotFoundError:
        return Codes()
    except (ValueError, KeyError, TypeError) as error:
        shown = path.relative_to(project.root).as_posix()
        raise RecordsError(
            f"{shown} est abîmé. Rien n’a été changé : remettez une copie de ce fichier ; sans lui,"
            " un nouveau dossier aurait d’autres codes que les feuilles déjà imprimées"
        ) from error


def forget_codes(project: Project, session: str) -> bool:
    """Draw other codes in the place of those that were erased: each packet keeps its rank.

    Return whether there were some.

    Raises:
        RecordsError: if the file of the codes is damaged.
        OSError: if the disk refuses.
    """
    erased, path = known_erased(project), _path(project, session)
    if erased.holds(of_session(session)):
        there = path.exists()
        path.unlink(missing_ok=True)
        return there
    known = read_codes(project, session)
    given = {*known.participants, *known.opinions}
    fresh = (code for code in new_codes() if code not in given)
    left = Codes(
        *(_renewed(some, session, erased, fresh) for some in (known.participants, known.opinions))
    )
    if left != known:
        _write(path, left)
    return left != known


def _renewed(
    codes: tuple[str, ...], session: str, erased: Erased, fresh: Iterator[str]
) -> tuple[str, ...]:
    return tuple(next(fresh) if erased.gone(session, code) else code for code in codes)


def _write(path: Path, codes: Codes) -> None:
    kept = {"participants": codes.participants, "avis": codes.opinions}
    files.write(path, (json.dumps(kept, indent=1) + "\n").encode())


def _checked(codes: object) -> tuple[str, ...]:
    """Return `codes` if they are codes, none twice. Raises ValueError if not."""
    if not isinstance(codes, list) or any(read_code(str(code)) != code for code in codes):
        raise ValueError
    if len(set(codes)) != len(codes):
        raise ValueError
    return tuple(codes)


def _extended(known: tuple[str, ...], count: int, fresh: Iterator[str]) -> tuple[str, ...]:
    more = max(0, count - len(known))
    return (*known, *(next(fresh) for _ in range(more)))


def _path(project: Project, session: str) -> Path:
    return folder(project, session) / NAME

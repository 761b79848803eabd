"""The print pack of a session: made whole beside the former one, then put in its place."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from emas import files, pipeline, theme
from emas.diagnostics import Code, Diagnostic
from emas.model import Catalogue, Planned, Session, Status
from emas.model.people import Person
from emas.packing.carrying import carry, taken_off
from emas.packing.folders import (
    forget,
    in_place,
    kept,
    leftovers_cleared,
    pack_folder,
    partial_folder,
)
from emas.packing.parts import Parts, parts
from emas.project import Project
from emas.records.codes import Codes, session_codes
from emas.records.noted import note_printed
from emas.writers import sessions
from emas.writers.sessions import Pack, Slip

__all__ = ["SPARE", "USUAL", "Packed", "carry", "expected", "forget", "kept", "pack", "taken_off"]

SPARE = 2
"""Packets for people who come without being on the list."""

USUAL = 12
"""Packets where nobody said how many people may come."""


@dataclass(frozen=True, slots=True)
class Packed:
    """What was made: sizes in bytes by path from the root, the slip, and what there is to say.

    There is no slip, and nothing was written, if something is wrong.
    """

    diagnostics: tuple[Diagnostic, ...]
    slip: Slip | None = None
    sizes: dict[PurePosixPath, int] = field(default_factory=dict)


def expected(session: Session, people: int, copies: int | None) -> int:
    """Return for how many people to print: names of a list, places, or a number asked for.

    A list counts whole, with some more; a number asked for may only add to it.
    """
    if people:
        return people + SPARE if copies is None else max(people, copies)
    return copies or session.most or session.fewest or USUAL


def pack(
    project: Project, catalogue: Catalogue, item: Planned, people: tuple[Person, ...], copies: int
) -> Packed:
    """Make the pack of `item` for `copies` people, `people` being those of a list, or none.

    Names go from the caller to the files of `build/sessions/<id>/` and nowhere else.

    Raises:
        KeyError: if a module of the session is not in `catalogue`.
        theme.ThemeError: if the theme of the project cannot be used.
        RecordsError: if the codes that were drawn before cannot be read.
        OSError: if the disk refuses; the former pack is still there.
    """
    look = theme.read(project.theme)
    made = parts(catalogue, item, look)
    session = item.session.id
    leftovers_cleared(project, session)
    partial = partial_folder(project, session)
    partial.mkdir(parents=True)
    try:
        values = _values(project, catalogue, item, made, people, copies)
        printed = sessions.write(values, look, partial)
        written = printed.written.files
        if printed.slip is not None:
            for path, data in written.items():
                files.write(partial / path, data)
            in_place(project, session)
            note_printed(project, catalogue, item)
    finally:
        leftovers_cleared(project, session)
    told = (*made.diagnostics, *_cancelled(item), *printed.written.diagnostics)
    folder = PurePosixPath(pack_folder(project, session).relative_to(project.root).as_posix())
    return Packed(told, printed.slip, {folder / path: len(data) for path, data in written.items()})


def _values(
    project: Project,
    catalogue: Catalogue,
    item: Planned,
    made: Parts,
    people: tuple[Person, ...],
    copies: int,
) -> Pack:
    codes = _codes(project, item, made, copies)
    return Pack(
        item=made.item,
        team=made.team,
        parts=made.parts,
        quizzes=made.quizzes,
        people=people,
        copies=copies,
        codes=codes.participants,
        opinions=codes.opinions,
        dated=pipeline.as_of(catalogue),
    )


def _codes(project: Project, item: Planned, made: Parts, copies: int) -> Codes:
    """Return the codes of the packets, none if nobody comes to a room."""
    if not sessions.meets(item):
        return Codes()
    surveys = sum(quiz.survey for quiz in made.quizzes)
    return session_codes(project, item.session.id, copies, copies * surveys)


def _cancelled(item: Planned) -> list[Diagnostic]:
    if item.session.status is not Status.CANCELLED:
        return []
    return [Diagnostic(Code.DOS002, item.session.span, {"session": item.session.id})]

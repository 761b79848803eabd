"""The programme sheet: what a training adviser needs to register a module, on one page.

One value gives the PDF and the text to paste in a registration tool: they cannot differ.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from emas.model import Edition, Planned, Quiz, Step, Variant, title_of
from emas.model.timetable import days
from emas.writers.handouts.boxes import names
from emas.writers.handouts.codes import module_address
from emas.writers.handouts.context import LINE, Data
from emas.writers.handouts.cover import concerned, cover, dated, lengths, licence, reviewed
from emas.writers.handouts.inlines import breakable
from emas.writers.handouts.session import Session, given

KIND = "Fiche programme"
NO_GRADE = "aucune\u00a0; un repère dit seulement ce qui mérite d’être relu"
"""What a threshold is for."""

ORDINARY = str.maketrans("\u00a0\u202f", "  ")


@dataclass(frozen=True, slots=True)
class Row:
    """What is said under one label; `many` is the label of several `items`."""

    label: str
    items: tuple[str, ...]
    many: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """What the sheet says, in reading order; a row may have no item."""

    title: Row
    summary: Row
    identity: tuple[Row, ...]
    scope: tuple[Row, ...]
    objectives: Row
    steps: Row
    assessments: Row
    grading: Row
    sessions: Row
    contacts: tuple[Row, ...]

    def rows(self) -> Iterator[Row]:
        """Yield the rows that say something, in reading order."""
        every = (
            *(self.title, self.summary, *self.identity, *self.scope),
            *(self.objectives, self.steps, self.assessments, self.grading, self.sessions),
            *self.contacts,
        )
        yield from (row for row in every if row.items)


def programme(edition: Edition, session: Session) -> Programme:
    """Return the sheet of `edition`; assessments that ask nothing are left out."""
    module = edition.module
    quizzes = tuple(_assessment(quiz) for quiz in session.quizzes if quiz.questions)
    return Programme(
        title=_row("Titre", module.title),
        summary=_row("Résumé", module.summary),
        identity=_identity(edition),
        scope=_scope(edition, session),
        objectives=Row(
            "Objectif", tuple(f"Savoir {one.statement}" for one in module.objectives), "Objectifs"
        ),
        steps=Row("Étape", tuple(_step(step, edition.variant) for step in module.steps), "Étapes"),
        assessments=Row("Évaluation", quizzes, "Évaluations"),
        grading=_row("Notation", NO_GRADE if quizzes else ""),
        sessions=Row(
            "Session au plan", tuple(_planned(one) for one in session.planned), "Sessions au plan"
        ),
        contacts=_contacts(edition),
    )


def as_data(sheet: Programme, edition: Edition, line: int = LINE) -> Data:
    """Return all that the template `programme.typ` prints, on lines of `line` signs."""
    return {
        **cover(edition, KIND, line=line),
        "identity": _all(sheet.identity),
        "scope": _all(sheet.scope),
        "objectives": _printed(sheet.objectives),
        "steps": _printed(sheet.steps),
        "assessments": _printed(sheet.assessments),
        "grading": _all([sheet.grading]),
        "sessions": _all([sheet.sessions]),
        "contacts": _all(sheet.contacts),
    }


def as_text(sheet: Programme) -> bytes:
    """Return the sheet as lines « Titre : … » to paste, each with its label.

    Registration tools may be old: no-break spaces become ordinary ones. The mark at the start of
    the file tells browsers and Windows that it is UTF-8.
    """
    lines = (f"{row.label} : {item}\n" for row in sheet.rows() for item in row.items)
    return "".join(lines).translate(ORDINARY).encode("utf-8-sig")


def _all(rows: Iterable[Row]) -> list[Data]:
    return [_printed(row) for row in rows if row.items]


def _printed(row: Row) -> Data:
    label = row.many if row.many and len(row.items) > 1 else row.label
    return {"label": label, "items": [breakable(item) for item in row.items]}


def _identity(edition: Edition) -> tuple[Row, ...]:
    return (
        _row("Identifiant", f"{edition.module.id}{edition.variant.suffix}"),
        _row("Version", dated(edition)),
        _row("Relecture", reviewed(edition.module)),
        _row("Licence", licence(edition)),
    )


def _scope(edition: Edition, session: Session) -> tuple[Row, ...]:
    vocabulary = edition.vocabulary
    audiences, levels = concerned(edition)
    return (
        _row("Public", names(vocabulary.audiences, audiences)),
        _row("Niveau", names(vocabulary.levels, levels)),
        Row("Prérequis", session.prerequisites or ("aucun",)),
        Row("Durée", lengths(edition.module.durations, edition.variant), "Durées"),
    )


def _contacts(edition: Edition) -> tuple[Row, ...]:
    """Return where the module is and who answers for it, by role: the sheet may go anywhere."""
    team = edition.team
    return (
        _row("En ligne", module_address(edition)),
        _row("Équipe", team.name),
        _row("Gestionnaire", team.carrier),
        _row("Territoire", team.territory),
        Row("Interlocuteur", tuple(one.role for one in team.contacts), "Interlocuteurs"),
        _row("Signaler une erreur", team.report_email),
    )


def _row(label: str, said: str) -> Row:
    return Row(label, (said,) if said else ())


def _step(step: Step, variant: Variant) -> str:
    lasts = ", ".join(lengths(step.durations, variant))
    return f"{step.title} ({lasts})" if lasts else step.title


def _planned(item: Planned) -> str:
    """Return when a session is, and the codes under which it is registered."""
    codes = (
        ("dispositif", item.programme.code),
        ("module", item.training.code),
        ("session", item.session.id),
    )
    named = (f"{word}\u00a0{code}" for word, code in codes if code)
    return " · ".join((days(item.session), *named))


def _assessment(quiz: Quiz) -> str:
    """Return « Faire le point, à la fin : 6 questions, repère de 70 % des points »."""
    threshold, count = quiz.assessment.threshold, len(quiz.questions)
    asked = f"{count}\u00a0questions" if count > 1 else "1\u00a0question"
    mark = f", repère de {round(100 * threshold)}\u00a0% des points" if threshold else ""
    return f"{title_of(quiz.assessment.id)}, {given(quiz.assessment)}\u00a0: {asked}{mark}"

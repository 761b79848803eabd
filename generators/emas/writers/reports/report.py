"""The results of a session in words, in reading order: what page and PDF both say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from emas.model import Kind
from emas.model.attendance import Attendance
from emas.model.items import FEWEST as FEWEST_ITEM
from emas.model.results import (
    FEWEST,
    FEWEST_FOR_SHARES,
    PartResult,
    Progress,
    QuestionResult,
    Results,
)
from emas.writers.reports.about import About
from emas.writers.reports.items import Remarks

NBSP = "\u00a0"
UNKNOWN = "inconnu"
HIDDEN = f"Moins de {FEWEST}{NBSP}réponses{NBSP}: la question est cachée."
SCORES = ("Juste", "En partie juste", "À revoir")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing counted; `part` is a share from 0 to 1, said in `share` where it may be."""

    label: str
    count: int
    share: str
    part: float
    right: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """A question: what was counted, or why nothing is shown (`hidden`).

    `answers` is how many answered, None if that is hidden; `respondents` says it in words.
    `remarks` is what the answers of all sessions tell of the question itself.
    """

    number: int
    statement: str
    answers: int | None
    respondents: str
    hidden: str
    lines: tuple[Line, ...]
    points: str
    texts: tuple[str, ...]
    outdated: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The questions of one moment; `sheets` says how many answered."""

    title: str
    sheets: str
    questions: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """An objective before and after; `hidden` says why there is nothing to compare.

    `parts` are the shares of the points before and after, from 0 to 1; `points` are these points,
    then the most there could be.
    """

    objective: str
    learners: str
    before: str
    after: str
    hidden: str
    parts: tuple[float, float]
    points: tuple[float, float, int]


@dataclass(frozen=True, slots=True)
class Report:
    """The results of a session. `facts` and `attendance` are labels with what is said."""

    title: str
    session: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    attendance: tuple[tuple[str, str], ...]
    progress: tuple[Compared, ...]
    parts: tuple[Part, ...]
    reading: tuple[str, ...]


def report(
    about: About,
    found: Results,
    attendance: Attendance,
    audiences: Mapping[str, str],
    remarks: Remarks | None = None,
) -> Report:
    """Return the report of a session; `audiences` are names by id, `remarks` those on questions."""
    modules = {part.part.owner for part in found.parts if not part.part.survey}
    several = len(modules) > 1
    return Report(
        title=about.title,
        session=about.session,
        lead="Ce que la session a donné, sans que personne puisse être reconnu.",
        facts=about.facts,
        attendance=tuple(_attendance(about, attendance, audiences)),
        progress=tuple(_compared(one, found) for one in found.progress),
        parts=tuple(_part(part, remarks or {}, several=several) for part in found.parts),
        reading=tuple(_reading(found, remarks or {})),
    )


def _attendance(
    about: About, counted: Attendance, audiences: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for rank, half in enumerate(about.half_days):
        present = counted.half_days[rank] if rank < len(counted.half_days) else None
        yield half, _known(present, "présent")
    yield "Personnes venues", _known(counted.people, "personne")
    for audience, count in counted.audiences.items():
        yield f"dont {audiences.get(audience, audience)}", str(count)


def _known(count: int | None, word: str) -> str:
    return UNKNOWN if count is None else _many(count, word)


def _many(count: int, word: str) -> str:
    """Return « 1 feuille », « 12 feuilles »."""
    return f"{count}{NBSP}{word}{'s' if count > 1 else ''}"


def _part(result: PartResult, remarks: Remarks, *, several: bool) -> Part:
    part = result.part
    named = f"{part.title}, {part.owner_title}" if several and not part.survey else part.title
    return Part(
        title=named,
        sheets=_many(result.sheets, "feuille") if result.sheets else "aucune feuille",
        questions=tuple(
            _answered(number, one, remarks.get((part.moment, one.question.name), ()))
            for number, one in enumerate(result.questions, 1)
        ),
    )


def _answered(number: int, result: QuestionResult, remarks: tuple[str, ...]) -> Answered:
    respondents = result.respondents
    return Answered(
        number=number,
        statement=result.question.statement,
        answers=respondents,
        respondents=_many(respondents, "réponse") if respondents else "",
        hidden="" if respondents else HIDDEN,
        lines=tuple(_lines(result)),
        points=_points(result),
        texts=result.texts,
        outdated=_outdated(result.outdated),
        remarks=remarks,
    )


def _outdated(count: int) -> str:
    if not count:
        return ""
    return f"{_many(count, 'réponse')} à une autre version de la question{NBSP}: non comptées."


def _lines(result: QuestionResult) -> Iterator[Line]:
    """Yield what was counted, in the order and under the words that participants read."""
    if result.respondents is None:
        return
    question = result.question
    for number in question.shown:
        option, right = question.options[number], number in question.right
        yield _line(option, result.counts[number], result, right=right)
    if not question.shown:
        for label, count in zip(SCORES, result.counts, strict=False):
            yield _line(label, count, result)


def _line(label: str, count: int, result: QuestionResult, *, right: bool = False) -> Line:
    part = count / (result.respondents or 1)
    share = f"{round(100 * part)}{NBSP}%" if result.shares else ""
    return Line(label, count, share, part, right)


def _points(result: QuestionResult) -> str:
    """Return « 8,5 points sur 12 » where a score may be between 0 and 1, else nothing."""
    one_or_none = result.question.kind in (Kind.SINGLE, Kind.TRUE_FALSE, Kind.NUMBER)
    if result.points is None or result.respondents is None or one_or_none:
        return ""
    return f"{decimal(result.points)}{NBSP}points sur {result.respondents}"


def decimal(value: float) -> str:
    """Return « 8,5 », « 12 »: one decimal at most."""
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")


def _compared(one: Progress, found: Results) -> Compared:
    statements = {
        part.part.owner: part.part.objectives for part in found.parts if not part.part.survey
    }
    objective = f"Savoir {statements[one.module][one.objective]}"
    if one.learners is None:
        hidden = f"moins de {FEWEST}{NBSP}réponses"
        return Compared(objective, "", "", "", hidden, (0.0, 0.0), (0.0, 0.0, 0))
    asked = _many(one.questions, "question")
    return Compared(
        objective=objective,
        learners=f"{_many(one.learners, 'personne')}, {asked}",
        before=_out_of(one.before, one),
        after=_out_of(one.after, one),
        hidden="",
        parts=(one.before / one.most, one.after / one.most),
        points=(one.before, one.after, one.most),
    )


def _out_of(points: float, one: Progress) -> str:
    """Return « 14,5 sur 24 », with the share where there are enough people."""
    said = f"{decimal(points)}{NBSP}sur{NBSP}{one.most}"
    if one.learners is not None and one.learners >= FEWEST_FOR_SHARES:
        said += f" ({round(100 * points / one.most)}{NBSP}%)"
    return said


def _reading(found: Results, remarks: Remarks) -> Iterator[str]:
    """Yield what must be known to read the numbers."""
    yield (
        f"Une question qui a moins de {FEWEST}{NBSP}réponses est cachée tout entière{NBSP}:"
        " on y reconnaîtrait quelqu’un."
    )
    yield (
        f"En dessous de {FEWEST_FOR_SHARES}{NBSP}réponses, il y a des nombres et pas de"
        f" pourcentages{NBSP}: à douze, une personne de plus change tout."
    )
    if found.progress:
        yield (
            "Avant et après ne comptent que les questions posées les deux fois, et les personnes"
            " qui y ont répondu les deux fois. Un point par bonne réponse."
        )
    yield "Une réponse laissée vide n’est pas comptée comme fausse."
    if remarks:
        yield (
            "Une remarque sur une question vient de toutes les sessions qui l’ont posée dans la"
            f" même version, à partir de {FEWEST_ITEM}{NBSP}réponses. Elle invite à relire, elle ne"
            " juge pas."
        )
    if found.unknown:
        told = "répond" if found.unknown == 1 else "répondent"
        yield (
            f"{_many(found.unknown, 'feuille')} {told} à ce que la session ne demande plus"
            f"{NBSP}: non comptées."
        )

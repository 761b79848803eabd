"""Sheets of paper and files of participants, poured into the store as what phones send.

The same sheet gives the same statements on every computer: pouring it again adds nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from uuid import NAMESPACE_URL, uuid5

from emas import xapi
from emas.model.interaction import read, written
from emas.model.scoring import Response
from emas.model.sheet import Sheet, is_short
from emas.tracking.catalogue import Session, TrackedPlan
from emas.tracking.rooms.answering import Learner, fitted, handed_in, sent
from emas.tracking.store import ConflictError, Store
from emas.tracking.store.rooms import Opinion, answers_of, opinions_of, say
from emas.tracking.store.statements import Batch, add, present
from emas.xapi import Received, json_text, names

AUTHORITY: xapi.Statement = {
    "objectType": "Agent",
    "account": {"homePage": "urn:x-emas:suivi", "name": "donnees"},
}
"""Who vouches for what was typed: the same on every computer."""


@dataclass(frozen=True, slots=True)
class Poured:
    """How many answers and opinions were new.

    `left` are the moment, the code and the name of each answer that the session does not ask, or
    that cannot be one: they stay where they are.
    """

    answers: int
    opinions: int
    left: frozenset[tuple[str, str, str]]


def pour(store: Store, plan: TrackedPlan, session: str, sheets: Iterable[Sheet]) -> Poured:
    """Write the sheets of a session that the store does not have yet.

    `plan` is what `remember` gives. A sheet that a service gave is only written where the store
    knows no answer: see `Source`.

    Raises:
        UnavailableError: if the database cannot be read or written now; some may be written.
    """
    every = tuple(sheets)
    known = plan.sessions.get(session)
    sound = [_sound(sheet, known) for sheet in every]
    left = {
        (sheet.moment, sheet.code, name)
        for sheet, kept in zip(every, sound, strict=True)
        for name in sheet.answers.keys() - kept.answers.keys()
    }
    if known is None:
        return Poured(0, 0, frozenset(left))
    surveys = known.surveys()
    opinions = [one for one in sound if one.moment in surveys]
    moments = {part.moment for part in known.parts} - surveys
    answers = [one for one in sound if one.moment in moments]
    return Poured(
        _pour_answers(store, known, answers),
        _pour_opinions(store, known, opinions),
        frozenset(left),
    )


def _sound(sheet: Sheet, session: Session | None) -> Sheet:
    """Return `sheet` with the answers that its session asks: somebody may have edited the file."""
    kept: dict[str, Response] = {}
    for name, response in sheet.answers.items():
        question = session.question(sheet.moment, name) if session else None
        try:
            if question and is_short(read(question.key, written(question.key, response))):
                kept[name] = response
        except (ValueError, TypeError):
            continue
    return replace(sheet, answers=kept)


def _pour_opinions(store: Store, session: Session, sheets: Iterable[Sheet]) -> int:
    there = {(one.moment, one.code): one for one in store.read(opinions_of, session.id)}
    waiting = []
    for sheet in sheets:
        one = Opinion(session.id, sheet.moment, sheet.code, sheet.answers, sheet.number)
        former = there.get((one.moment, one.code))
        if former is None or (one.number, one.text) > (former.number, former.text):
            waiting.append(store.write(say, one))
    return sum(one.result() for one in waiting)


def _pour_answers(store: Store, session: Session, sheets: Iterable[Sheet]) -> int:
    answered = store.read(answers_of, session.id)
    made = {
        one.id: one
        for sheet in sheets
        for one in _statements(session, sheet, answered.get((sheet.moment, sheet.code), {}))
    }
    there = store.read(present, made)
    fresh = [one for name, one in made.items() if name not in there]
    for one in fresh:
        with suppress(ConflictError):  # it was poured when the session had another day
            store.write(add, Batch((one,), AUTHORITY)).result()
    added = store.read(present, [one.id for one in fresh])
    return sum(one.id in added and "result" in one.value for one in fresh)


def _statements(session: Session, sheet: Sheet, answered: Mapping[str, str]) -> Iterator[Received]:
    """Yield what a sheet says; one without answers says that it has none."""
    learner = Learner(session, sheet.code)
    extension = names.COPY if sheet.copied else names.SHEET
    extensions = {extension: sheet.number}
    days = session.awaited.get(sheet.moment)
    added = {"timestamp": f"{days[0]}T00:00:00Z"} if days else {}
    for name, response in sheet.answers.items():
        question = session.question(sheet.moment, name)
        if question and not (sheet.copied and name in answered):
            text = written(question.key, response)
            one = sent(learner, sheet.moment, name, text)
            one |= {"id": _id(extension, session, sheet, name, text), **added}
            yield fitted(_received(one), learner, extensions)
    if not sheet.answers and not sheet.copied:
        one = handed_in(learner, sheet.moment, extensions)
        yield _received(one | {"id": _id(extension, session, sheet, "", ""), **added})


def _id(extension: str, session: Session, sheet: Sheet, question: str, text: str) -> str:
    place = (extension, session.id, sheet.moment, sheet.code, str(sheet.number), question, text)
    return str(uuid5(NAMESPACE_URL, "/".join(place)))


def _received(value: xapi.Statement) -> Received:
    return xapi.receive(json_text.written(value), value)

"""What is known of a participant, or of a session, deleted: rows, and what follows from them.

These are rare, and look at every statement: a code may be anywhere in one.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, delete, or_, select

from emas.model.erasure import Erased, of_participant, of_session, of_statement
from emas.tracking.store import erased
from emas.tracking.store.chunks import chunks
from emas.tracking.store.exchange_schema import claim, text_reading
from emas.tracking.store.live_schema import live, live_question
from emas.tracking.store.schema import activity, digest, document, mention, statement
from emas.tracking.store.session_schema import answer, opinion, room, token
from emas.tracking.store.writer import Transaction
from emas.xapi import Statement, names
from emas.xapi.actors import identity
from emas.xapi.mentions import Role, activity_ids

WHOSE: Mapping[Table, ColumnElement[str]] = {
    answer: answer.c.learner,
    claim: claim.c.learner,
    token: token.c.learner,
    opinion: opinion.c.code,
}
"""The tables of participants, and where each has a code."""


@dataclass(frozen=True, slots=True)
class Target:
    """A participant of a session, the sheet of an opinion, or with no code the whole session."""

    session: str
    code: str | None = None

    @property
    def name(self) -> str:
        """What its mark stands for."""
        if self.code is None:
            return of_session(self.session)
        return of_participant(self.session, self.code)


@dataclass(frozen=True, slots=True)
class Erasing:
    """What to delete, and the marks that prevent it from coming back."""

    target: Target
    marks: Erased


@dataclass(frozen=True, slots=True)
class Deleted:
    """How many rows are gone."""

    statements: int = 0
    answers: int = 0
    opinions: int = 0
    documents: int = 0

    def __add__(self, other: "Deleted") -> "Deleted":
        sums = (getattr(self, one.name) + getattr(other, one.name) for one in fields(Deleted))
        return Deleted(*sums)


@dataclass(slots=True)
class _Found:
    """Statements to delete, by number."""

    values: dict[int, Statement] = field(default_factory=dict)
    ids: dict[int, str] = field(default_factory=dict)


def erase(transaction: Transaction, erasings: Sequence[Erasing]) -> list[Deleted]:
    """Delete what is known of each target, and keep its marks."""
    return [_erase(transaction.connection, one.target, one.marks) for one in erasings]


def adopt(transaction: Transaction, journals: Sequence[Erased]) -> list[Deleted]:
    """Take the marks of a journal, and delete what they tell of and is there all the same."""
    return [_adopt(transaction.connection, one) for one in journals]


def drop(connection: Connection, names: Collection[str]) -> None:
    """Keep a mark of statements that came again, and delete those about them that came before.

    So that one about them which comes later goes as well: two services told in any order hold
    the same.
    """
    found = _Found()
    _follow(connection, found, names)
    _delete_statements(connection, found)
    lost = (of_statement(one) for one in (*names, *found.ids.values()))
    erased.add(connection, erased.known(connection).adding(*lost))


def _erase(connection: Connection, target: Target, marks: Erased) -> Deleted:
    erased.add(connection, marks)
    found = _Found()
    needle = target.session if target.code is None else target.code
    for row in connection.execute(_with_text(needle)):
        value = json.loads(row.body)
        if target.session in erased.sessions(value):
            found.values[row.seq], found.ids[row.seq] = value, row.id
    _follow(connection, found, found.ids.values())
    told = frozenset[str]()
    if target.code is None:
        told = erased.gone(connection, {found.ids[seq]: one for seq, one in found.values.items()})
    untold = (of_statement(one) for one in found.ids.values() if one not in told)
    erased.add(connection, marks.adding(*untold))
    rows = _delete_rows(connection, target, _agents(connection, target, found))
    return _delete_statements(connection, found) + rows


def _with_text(needle: str) -> Select[tuple[int, str, str]]:
    chosen = select(statement.c.seq, statement.c.id, statement.c.body)
    return chosen.where(statement.c.body.contains(needle, autoescape=True))


def _follow(connection: Connection, found: _Found, names: Iterable[str]) -> None:
    """Add the statements about those of `names`, and about these, and so on."""
    waiting = list(names)
    chosen = select(statement.c.seq, statement.c.id, statement.c.body)
    while waiting:
        fresh: list[str] = []
        for some in chunks(waiting):
            for row in connection.execute(chosen.where(statement.c.target.in_(some))):
                if row.seq not in found.ids:
                    found.values[row.seq], found.ids[row.seq] = json.loads(row.body), row.id
                    fresh.append(row.id)
        waiting = fresh


def _agents(connection: Connection, target: Target, found: _Found) -> set[bytes]:
    """Return the digests of the participants that are erased, as documents have them."""
    codes = {target.code} if target.code else _learners(connection, target.session)
    if target.code is None:
        said = (one for value in found.values.values() for one in erased.people(value))
        codes |= {code for session, code in said if session == target.session}
    home = names.session(target.session)
    accounts = [{"account": {"homePage": home, "name": code}} for code in codes]
    return {digest(identity(one) or "") for one in accounts}


def _learners(connection: Connection, session: str) -> set[str | None]:
    return {
        row.learner
        for table in (answer, token)
        for row in connection.execute(select(table.c.learner).where(table.c.session == session))
    }


def _delete_rows(connection: Connection, target: Target, agents: Iterable[bytes]) -> Deleted:
    """Delete what is not statements."""
    removed: dict[Table, int] = {}
    for table, column in WHOSE.items():
        whose = [table.c.session == target.session]
        whose += [column == target.code] if target.code else []
        removed[table] = connection.execute(delete(table).where(*whose)).rowcount
    connection.execute(delete(text_reading).where(text_reading.c.session == target.session))
    about: list[ColumnElement[bool]] = [document.c.agent.in_(some) for some in chunks(agents)]
    if target.code is None:
        for table in (room, live, live_question):
            connection.execute(delete(table).where(table.c.session == target.session))
        about.append(document.c.activity == digest(names.session(target.session)))
    documents = connection.execute(delete(document).where(or_(*about))).rowcount if about else 0
    return Deleted(0, removed[answer], removed[opinion], documents)


def _delete_statements(connection: Connection, found: _Found) -> Deleted:
    """Delete statements, what they are found by, and the activities that only they named."""
    for some in chunks(found.ids):
        connection.execute(delete(statement).where(statement.c.seq.in_(some)))
    used = {digest(name) for value in found.values.values() for name in activity_ids(value)}
    for keys in chunks(used):
        unused = ~or_(_mentioned(Role.ACTIVITY), _mentioned(Role.RELATED_ACTIVITY))
        connection.execute(delete(activity).where(activity.c.key.in_(keys), unused))
    return Deleted(statements=len(found.ids))


def _mentioned(role: Role) -> ColumnElement[bool]:
    same = select(mention.c.seq).where(mention.c.role == int(role), mention.c.key == activity.c.key)
    return same.exists()


def _adopt(connection: Connection, journal: Erased) -> Deleted:
    there = erased.known(connection)
    erased.add(connection, journal)
    if journal.marks <= there.marks:
        return Deleted()
    found = _Found()
    targets = set(_targets(connection))
    for rows in _every_statement(connection):
        values = {row.id: json.loads(row.body) for row in rows}
        back = erased.gone(connection, values)
        for row in rows:
            if row.id in back:
                found.values[row.seq], found.ids[row.seq] = values[row.id], row.id
        said = [one for name in back for one in erased.people(values[name])]
        targets |= {Target(*one) for one in said} | {Target(session) for session, _ in said}
    _follow(connection, found, found.ids.values())
    lost = (of_statement(one) for one in found.ids.values())
    erased.add(connection, erased.known(connection).adding(*lost))
    done = _delete_statements(connection, found)
    again = erased.among(connection, (one.name for one in targets))
    for one in sorted((one for one in targets if one.name in again), key=lambda one: one.name):
        done += _delete_rows(connection, one, _agents(connection, one, found))
    return done


def _targets(connection: Connection) -> Iterator[Target]:
    """Yield the participants and the sessions that tables other than statements know."""
    for table, column in WHOSE.items():
        for session, code in connection.execute(select(table.c.session, column).distinct()):
            yield Target(session, code)
            yield Target(session)
    yield from (Target(row.session) for row in connection.execute(select(room.c.session)))


def _every_statement(
    connection: Connection,
) -> Iterator[Sequence[Row[int, str, str]]]:
    """Yield the statements in order, a thousand at a time."""
    chosen = select(statement.c.seq, statement.c.id, statement.c.body).order_by(statement.c.seq)
    last = 0
    while rows := connection.execute(chosen.where(statement.c.seq > last).limit(1000)).all():
        yield rows
        last = rows[-1].seq

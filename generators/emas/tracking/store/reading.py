"""Statements read: by id, or the page of those that meet every filter. No table is scanned."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, FromClause, Select, select

from emas.tracking.store.schema import digest, mention, progress, statement
from emas.xapi.mentions import Mention, Role

MAX_PAGE = 100
LAST = 2**63 - 1

_RAREST_FIRST = (
    Role.REGISTRATION,
    Role.AGENT,
    Role.ACTIVITY,
    Role.RELATED_AGENT,
    Role.RELATED_ACTIVITY,
    Role.VERB,
)
"""The first filter that is there is walked along, the others are looked up for each of its rows."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: all filters must be met. `since` (after) and `until` (included) are moments.

    `after` is the number of the last statement that was given already.
    """

    filters: tuple[Mention, ...] = ()
    since: int | None = None
    until: int | None = None
    ascending: bool = False
    limit: int = MAX_PAGE
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A statement as it is given: its exact JSON."""

    seq: int
    stored: int
    body: str


@dataclass(frozen=True, slots=True)
class Page:
    """Statements in order; `more`: there are others after them."""

    statements: tuple[Kept, ...]
    more: bool


def by_id(connection: Connection, name: str, *, voided: bool) -> Kept | None:
    """Return the statement of that id if it is voided, or not, as asked."""
    query = select(statement.c.seq, statement.c.stored, statement.c.body).where(
        statement.c.id == name.lower(), statement.c.voided.is_(voided)
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else Kept(row.seq, row.stored, row.body)


def following(connection: Connection, after: int, limit: int) -> list[Kept]:
    """Return the first `limit` statements that came after the number `after`, voided ones too."""
    columns = select(statement.c.seq, statement.c.stored, statement.c.body)
    query = columns.where(statement.c.seq > after).order_by(statement.c.seq).limit(limit)
    return [Kept(row.seq, row.stored, row.body) for row in connection.execute(query)]


def last_number(connection: Connection) -> int:
    """Return the number of the last statement: how many there ever were."""
    return connection.scalar(select(progress.c.seq).where(progress.c.id == 1)) or 0


def page(connection: Connection, query: Query) -> Page:
    """Return the next statements that meet `query`, voided ones left out."""
    low, high = _bounds(connection, query)
    found: list[Kept] = []
    wanted = query.limit + 1
    while len(found) < wanted:
        asked = wanted - len(found)
        rows = connection.execute(numbers_query(query, low, high, asked))
        numbers = [row.seq for row in rows]
        found += _bodies(connection, numbers, ascending=query.ascending)
        if len(numbers) < asked:
            break
        low, high = (numbers[-1], high) if query.ascending else (low, numbers[-1])
    return Page(tuple(found[: query.limit]), more=len(found) > query.limit)


def _bounds(connection: Connection, query: Query) -> tuple[int, int]:
    """Return the numbers between which to look, both excluded: they follow the moments."""
    low, high = 0, LAST
    if query.since is not None:
        low = connection.scalar(before_query(query.since)) or 0
    if query.until is not None:
        high = connection.scalar(after_query(query.until)) or LAST
    if query.after is not None:
        low, high = (
            (max(low, query.after), high) if query.ascending else (low, min(high, query.after))
        )
    return low, high


def before_query(moment: int) -> Select[tuple[int]]:
    """Return what finds the last statement stored until `moment`."""
    order = (statement.c.stored.desc(), statement.c.seq.desc())
    return select(statement.c.seq).where(statement.c.stored <= moment).order_by(*order).limit(1)


def after_query(moment: int) -> Select[tuple[int]]:
    """Return what finds the first statement stored after `moment`."""
    order = (statement.c.stored, statement.c.seq)
    return select(statement.c.seq).where(statement.c.stored > moment).order_by(*order).limit(1)


def numbers_query(query: Query, low: int, high: int, limit: int) -> Select[tuple[int]]:
    """Return what finds the numbers of statements that meet all filters, voided ones too."""
    filters = sorted(query.filters, key=lambda one: _RAREST_FIRST.index(one[0]))
    if not filters:
        column = statement.c.seq
        chosen = select(column)
    else:
        column = mention.c.seq
        chosen = select(column).where(*_met(mention, filters[0]))
    for number, one in enumerate(filters[1:]):
        other = mention.alias(f"also_{number}")
        chosen = chosen.where(
            select(other.c.seq).where(*_met(other, one), other.c.seq == column).exists()
        )
    order = column.asc() if query.ascending else column.desc()
    return chosen.where(column > low, column < high).order_by(order).limit(limit)


def _met(table: FromClause, one: Mention) -> tuple[ColumnElement[bool], ...]:
    role, said = one
    return table.c.role == int(role), table.c.key == digest(said)


def bodies_query(numbers: Sequence[int]) -> Select[tuple[int, int, str]]:
    """Return what reads those statements that are not voided."""
    return select(statement.c.seq, statement.c.stored, statement.c.body).where(
        statement.c.seq.in_(numbers), statement.c.voided.is_(False)
    )


def _bodies(connection: Connection, numbers: Sequence[int], *, ascending: bool) -> list[Kept]:
    rows = connection.execute(bodies_query(numbers)) if numbers else ()
    found = [Kept(row.seq, row.stored, row.body) for row in rows]
    return sorted(found, key=lambda one: one.seq, reverse=not ascending)

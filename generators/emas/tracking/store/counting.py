"""How many answered: headcounts of sessions, nobody's answers."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, distinct, func, select

from emas.tracking.store.chunks import chunks
from emas.tracking.store.session_schema import answer, opinion, room


def room_codes(connection: Connection) -> Mapping[str, str]:
    """Return the codes of rooms, by session."""
    return {row.session: row.code for row in connection.execute(select(room))}


def participants(connection: Connection, sessions: Collection[str]) -> Mapping[str, int]:
    """Return how many answered a question of each session, opinions apart; none is absent."""
    found: dict[str, int] = {}
    for some in chunks(sessions):
        count = func.count(distinct(answer.c.learner)).label("many")
        query = select(answer.c.session, count).where(answer.c.session.in_(some))
        for row in connection.execute(query.group_by(answer.c.session)):
            found[row.session] = row.many
    return found


def sheets(connection: Connection, sessions: Collection[str]) -> Mapping[str, Mapping[str, int]]:
    """Return how many sheets there are of each session, by moment, surveys included."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for table, person in ((answer, answer.c.learner), (opinion, opinion.c.code)):
        place = (table.c.session, table.c.moment)
        for some in chunks(sessions):
            query = select(*place, func.count(distinct(person)).label("many"))
            for row in connection.execute(query.where(table.c.session.in_(some)).group_by(*place)):
                found[row.session][row.moment] = row.many
    return found

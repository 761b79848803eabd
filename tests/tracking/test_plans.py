"""No query reads a whole table, or sorts: SQLite says how it would run each of them."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from tests.tracking.asking import ANSWERED, about, new_id, statement
from tests.tracking.writing import opened, write

from emas.tracking.store import Store, accounts, activities, documents, live, reading
from emas.tracking.store.accounts import Account
from emas.tracking.store.documents import Change, Document, Place, Resource, Verb
from emas.tracking.store.reading import Query
from emas.xapi.mentions import Role

FILTERS = (
    (Role.REGISTRATION, new_id()),
    (Role.AGENT, "a"),
    (Role.ACTIVITY, "x:a"),
    (Role.RELATED_AGENT, "a"),
    (Role.RELATED_ACTIVITY, "x:a"),
    (Role.VERB, ANSWERED),
)
STATE = Place(Resource.STATE, "x:a", "somebody")
Asked = dict[str, Sequence[Any]]


def use_everything(store: Store) -> None:
    """Read with each set of filters, in both orders, and write all that can be written."""
    first = statement(object={"id": "x:a", "definition": {"name": {"fr": "a"}}})
    again = statement(object={"id": "x:a", "definition": {"name": {"en": "a"}}})
    for one in (first, first, again, about(first["id"])):
        write(store, one)
    for size in range(len(FILTERS) + 1):
        for chosen in combinations(FILTERS, size):
            for ascending in (True, False):
                store.read(reading.page, Query(chosen, since=1, until=9**15, ascending=ascending))
    store.read(reading.page, Query())
    store.read(reading.by_id, first["id"], voided=True)
    store.read(activities.known, ["x:a"])
    for verb in (Verb.PUT, Verb.MERGE, Verb.DELETE):
        content = None if verb is Verb.DELETE else Document(b"{}", "application/json")
        change = Change(verb, STATE, "one", content)
        store.write(documents.change, change).result(timeout=60)
    store.write(documents.change, Change(Verb.DELETE, STATE, None)).result(timeout=60)
    store.read(documents.names, STATE, 1)
    store.write(accounts.keep, Account("a", "b")).result(timeout=60)
    store.read(accounts.find, "a")
    lead(store)


def lead(store: Store) -> None:
    """Ask a question to a room, count it, and show it again."""
    led = live.Led("q", live.Phase.OPEN)
    store.write(live.move, live.Move("s", live.Place("acquis", "q"), "acquis", led)).result(60)
    store.write(live.count, live.Counted("s", "acquis", led, led)).result(60)
    store.read(live.place_of, "s")
    store.read(live.led_of, "s", "acquis")
    store.read(live.answers_to, "s", "acquis", "q")
    store.read(live.joined, "s")


def test_no_query_reads_a_whole_table(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'suivi.db'}"
    asked: Asked = {}

    def note(*said: Any) -> None:
        _, _, sql, values, _, many = said
        if sql.split()[0] in ("SELECT", "INSERT", "UPDATE", "DELETE"):
            asked[sql] = values[0] if many else values

    with opened(url) as store:
        event.listen(Engine, "before_cursor_execute", note)
        try:
            use_everything(store)
        finally:
            event.remove(Engine, "before_cursor_execute", note)
    bad: dict[str, list[str]] = {}
    with create_engine(url).connect() as connection:
        for sql, values in asked.items():
            steps = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", tuple(values))
            found = [step.detail for step in steps]
            if wrong := [step for step in found if "SCAN" in step or "TEMP" in step]:
                bad[sql] = wrong
    assert bad == {}
    assert len(asked) > 2 * len(FILTERS) + 20

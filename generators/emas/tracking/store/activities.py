"""What all statements say of an activity, as one definition."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from emas.tracking.store.chunks import chunks
from emas.tracking.store.schema import activity, digest
from emas.xapi import Statement, json_text
from emas.xapi.activities import merged
from emas.xapi.mentions import definitions

Definition = dict[str, Any]


def define(connection: Connection, statements: Iterable[Statement]) -> None:
    """Add what `statements` say of activities to what is known of them."""
    said = [found for one in statements for found in definitions(one)]
    former = known(connection, {name for name, _ in said})
    after: dict[str, Definition] = {}
    for name, definition in said:
        after[name] = merged(after.get(name, former.get(name, {})), definition)
    changed = {name: now for name, now in after.items() if now != former.get(name)}
    new = [_row(name, now) for name, now in changed.items() if name not in former]
    old = [_row(name, now) for name, now in changed.items() if name in former]
    if new:
        connection.execute(
            insert(activity), [{"key": row["name"], "definition": row["said"]} for row in new]
        )
    if old:
        query = update(activity).where(activity.c.key == bindparam("name"))
        connection.execute(query.values(definition=bindparam("said")), old)


def _row(name: str, definition: Definition) -> Mapping[str, object]:
    return {"name": digest(name), "said": json_text.written(definition)}


def known(connection: Connection, names: Iterable[str]) -> dict[str, Definition]:
    """Return the definitions of those activities that have one, by id."""
    by_key = {digest(name): name for name in names}
    found: dict[str, Definition] = {}
    for keys in chunks(by_key):
        query = select(activity.c.key, activity.c.definition).where(activity.c.key.in_(keys))
        for row in connection.execute(query):
            found[by_key[row.key]] = json.loads(row.definition)
    return found

"""A statement as it was sent, and as it is kept: the exact JSON, and what a service adds."""

from dataclasses import dataclass
from typing import Any

from emas.xapi import json_text
from emas.xapi.statement import Statement, check
from emas.xapi.vocabulary import STATEMENT_VERSION, VOIDED


@dataclass(frozen=True, slots=True)
class Received:
    """A statement that passed every check. `text` is its JSON, without what services set."""

    text: str
    value: Statement

    @property
    def id(self) -> str:
        """Its id in small letters, as ids are compared.

        Raises:
            KeyError: if it has none yet: see `identified`.
        """
        said: str = self.value["id"]
        return said.lower()

    @property
    def target(self) -> str | None:
        """The id of the statement that is its object, in small letters."""
        return target_of(self.value)

    @property
    def voids(self) -> bool:
        """Whether it voids its target."""
        return bool(self.value["verb"]["id"] == VOIDED)


def target_of(value: Statement) -> str | None:
    """Return the id of the statement that is the object of `value`, in small letters, if any."""
    found = value["object"]
    return str(found["id"]).lower() if found.get("objectType") == "StatementRef" else None


def receive(text: str, value: object) -> Received:
    """Return what `text`, which says `value`, gives to keep.

    Its JSON stays as it is, unless a service must change it: what only services set is dropped,
    and a context activity that stands alone becomes an array (Data 2.4.6.2).

    Raises:
        StatementError: if it is no statement.
    """
    statement = check(value)
    kept = _with_arrays(statement)
    for name in ("stored", "authority"):
        if name in kept:
            kept = {key: item for key, item in kept.items() if key != name}
    return Received(text if kept is statement else json_text.written(kept), kept)


def _with_arrays(statement: Statement) -> Statement:
    """Return `statement` with arrays of context activities; itself if it has no others."""
    changed: dict[str, Any] = {}
    context = statement.get("context", {})
    grouped = context.get("contextActivities", {})
    if any(not isinstance(found, list) for found in grouped.values()):
        arrays = {
            name: found if isinstance(found, list) else [found] for name, found in grouped.items()
        }
        changed["context"] = {**context, "contextActivities": arrays}
    target = statement["object"]
    if target.get("objectType") == "SubStatement":
        inside = _with_arrays(target)
        if inside is not target:
            changed["object"] = inside
    return {**statement, **changed} if changed else statement


def identified(received: Received, new_id: str) -> Received:
    """Return `received` with an id: its own, else `new_id`."""
    return received if "id" in received.value else _with(received, {"id": new_id})


def completed(received: Received, stored: str, authority: Statement) -> Received:
    """Return what is kept: the moments, the version and the authority added."""
    added: dict[str, Any] = {}
    if "timestamp" not in received.value:
        added["timestamp"] = stored
    if "version" not in received.value:
        added["version"] = STATEMENT_VERSION
    return _with(received, added | {"stored": stored, "authority": dict(authority)})


def _with(received: Received, added: dict[str, Any]) -> Received:
    return Received(json_text.with_members(received.text, added), {**received.value, **added})

"""Whether a value is a statement, to the letter of xAPI 1.0.3 (Data 2.2 to 2.4)."""

from collections.abc import Mapping
from typing import Any

from emas.xapi import checks
from emas.xapi.activities import activity
from emas.xapi.actors import actor, agent, authority, group
from emas.xapi.checks import Check, StatementError
from emas.xapi.parts import attachments, context, reference, result
from emas.xapi.vocabulary import VOIDED

Statement = Mapping[str, Any]
"""A value that passed `check`."""


def _verb(value: object, place: str) -> object:
    known: Mapping[str, Check] = {"id": checks.iri, "display": checks.language_map}
    return checks.record(value, place, known, required=("id",))


def _simple_object(value: object, place: str) -> object:
    """Check an object that is not a statement within the statement."""
    kind = checks.mapping(value, place).get("objectType", "Activity")
    accepted = _OBJECTS.get(kind) if isinstance(kind, str) else None
    if accepted is None:
        raise StatementError(f"{place}.objectType is not one of {', '.join(_OBJECTS)}")
    return accepted(value, place)


_OBJECTS: Mapping[str, Check] = {
    "Activity": activity,
    "Agent": agent,
    "Group": group,
    "StatementRef": reference,
}


def _any_object(value: object, place: str) -> object:
    if checks.mapping(value, place).get("objectType") == "SubStatement":
        return _parts(value, place, _SUB)
    return _simple_object(value, place)


_COMMON: Mapping[str, Check] = {
    "actor": actor,
    "verb": _verb,
    "result": result,
    "context": checks.mapping,
    "timestamp": checks.timestamp,
    "attachments": attachments,
}
_SUB: Mapping[str, Check] = {
    **_COMMON,
    "objectType": checks.constant("SubStatement"),
    "object": _simple_object,
}
_TOP: Mapping[str, Check] = {
    **_COMMON,
    "id": checks.uuid,
    "object": _any_object,
    "stored": checks.timestamp,
    "authority": authority,
    "version": checks.statement_version,
}


def _parts(value: object, place: str, known: Mapping[str, Check]) -> Statement:
    found = checks.record(value, place, known, required=("actor", "verb", "object"))
    kind = checks.mapping(found["object"], place).get("objectType", "Activity")
    if checks.mapping(found["verb"], place)["id"] == VOIDED and kind != "StatementRef":
        raise StatementError(f"{place} voids: its object must be a StatementRef")
    if "context" in found:
        context(found["context"], f"{place}.context", of_activity=kind == "Activity")
    return found


def check(value: object) -> Statement:
    """Return `value` if it is a statement.

    Raises:
        StatementError: with the first reason why it is not.
    """
    refuse_nulls(value)
    return _parts(value, "statement", _TOP)


def refuse_nulls(value: object, place: str = "statement") -> None:
    """Check that nothing is null but in extensions (Data 2.2).

    Raises:
        StatementError: with the place.
    """
    if value is None:
        raise StatementError(f"{place} is null")
    if isinstance(value, dict):
        for name, item in value.items():
            if name != "extensions":
                refuse_nulls(item, f"{place}.{name}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            refuse_nulls(item, f"{place}[{index}]")

"""Activities and their definitions (Data 2.4.4.1): checks, and one definition out of several."""

from collections.abc import Mapping
from typing import Any

from emas.xapi import checks
from emas.xapi.checks import Check, StatementError
from emas.xapi.vocabulary import COMPONENTS

LISTS = frozenset[str]().union(*COMPONENTS.values())


def _component(value: object, place: str) -> object:
    known: Mapping[str, Check] = {"id": checks.text, "description": checks.language_map}
    return checks.record(value, place, known, required=("id",))


def _components(value: object, place: str) -> object:
    found = checks.sequence(value, place, _component)
    ids = [item["id"] for item in found if isinstance(item, dict)]
    if len(set(ids)) != len(ids):
        raise StatementError(f"{place} has the same id twice")
    return found


def _texts(value: object, place: str) -> object:
    return checks.sequence(value, place, checks.text)


def _interaction_type(value: object, place: str) -> object:
    if checks.text(value, place) not in COMPONENTS:
        raise StatementError(f"{place} must be one of {', '.join(COMPONENTS)}")
    return value


_DEFINITION: Mapping[str, Check] = {
    "name": checks.language_map,
    "description": checks.language_map,
    "type": checks.iri,
    "moreInfo": checks.iri,
    "extensions": checks.extensions,
    "interactionType": _interaction_type,
    "correctResponsesPattern": _texts,
    **dict.fromkeys(LISTS, _components),
}


def definition(value: object, place: str) -> Mapping[str, object]:
    """Check a definition; its lists must be those of its type of interaction."""
    found = checks.record(value, place, _DEFINITION)
    kind = found.get("interactionType")
    lists = LISTS & found.keys()
    if kind is None and (lists or "correctResponsesPattern" in found):
        raise StatementError(f"{place} must have interactionType")
    if lists and lists - COMPONENTS[str(kind)]:
        names = ", ".join(sorted(lists - COMPONENTS[str(kind)]))
        raise StatementError(f"{place} of type {kind} cannot have {names}")
    return found


_ACTIVITY: Mapping[str, Check] = {
    "objectType": checks.constant("Activity"),
    "id": checks.iri,
    "definition": definition,
}


def activity(value: object, place: str) -> Mapping[str, object]:
    """Check an activity."""
    return checks.record(value, place, _ACTIVITY, required=("id",))


MERGED = ("name", "description", "extensions")


def merged(former: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Return a definition with what both say; what is new wins.

    Languages and extensions add up. A new type of interaction replaces the former lists, which
    would not fit it.
    """
    kept = dict(former)
    if "interactionType" in new and new["interactionType"] != former.get("interactionType"):
        for name in (*LISTS, "correctResponsesPattern"):
            kept.pop(name, None)
    for name, value in new.items():
        kept[name] = {**kept.get(name, {}), **value} if name in MERGED else value
    return kept

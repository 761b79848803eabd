"""What a statement can be found by: its verb, agents, activities, registration (Comm. 2.1.3)."""

from collections.abc import Iterator
from enum import IntEnum
from typing import Any

from emas.xapi.actors import identities
from emas.xapi.statement import Statement


class Role(IntEnum):
    """How a statement mentions something. The numbers are kept in databases."""

    VERB = 1
    AGENT = 2
    """The actor, the object, or a member of one of them."""
    RELATED_AGENT = 3
    """Those, the authority, the instructor, the team, and the same in a sub-statement."""
    ACTIVITY = 4
    """The object."""
    RELATED_ACTIVITY = 5
    """The object, those of the context, and the same in a sub-statement."""
    REGISTRATION = 6


Mention = tuple[Role, str]


def mentions(statement: Statement) -> frozenset[Mention]:
    """Return what `statement` can be found by, its authority included."""
    return frozenset(_all(statement))


def _all(statement: Statement) -> Iterator[Mention]:
    yield Role.VERB, statement["verb"]["id"]
    target = statement["object"]
    kind = target.get("objectType", "Activity")
    direct = [statement["actor"], *([target] if kind in ("Agent", "Group") else [])]
    for one in direct:
        yield from ((Role.AGENT, who) for who in identities(one))
    if kind == "Activity":
        yield Role.ACTIVITY, target["id"]
    registration = statement.get("context", {}).get("registration")
    if registration is not None:
        yield Role.REGISTRATION, registration.lower()
    yield from _related(statement)


def _related(statement: Statement) -> Iterator[Mention]:
    target: Any = statement["object"]
    context = statement.get("context", {})
    others = (statement.get("authority"), context.get("instructor"), context.get("team"))
    for one in (statement["actor"], *(other for other in others if other)):
        yield from ((Role.RELATED_AGENT, who) for who in identities(one))
    for activities in context.get("contextActivities", {}).values():
        listed = activities if isinstance(activities, list) else [activities]
        yield from ((Role.RELATED_ACTIVITY, activity["id"]) for activity in listed)
    match target.get("objectType", "Activity"):
        case "Activity":
            yield Role.RELATED_ACTIVITY, target["id"]
        case "Agent" | "Group":
            yield from ((Role.RELATED_AGENT, who) for who in identities(target))
        case "SubStatement":
            yield from _related(target)


def definitions(statement: Statement) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the id and the definition of each activity that `statement` defines."""
    for item in _activities(statement):
        if "definition" in item:
            yield item["id"], item["definition"]


def activity_ids(statement: Statement) -> Iterator[str]:
    """Yield the id of each activity in `statement`."""
    yield from (item["id"] for item in _activities(statement))


def _activities(statement: Statement) -> Iterator[dict[str, Any]]:
    context = statement.get("context", {})
    target = statement["object"]
    kind = target.get("objectType", "Activity")
    if kind == "Activity":
        yield target
    for activities in context.get("contextActivities", {}).values():
        yield from activities if isinstance(activities, list) else [activities]
    if kind == "SubStatement":
        yield from _activities(target)

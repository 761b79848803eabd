"""Agents and groups: whether they are well formed (Data 2.4.2), and which one they are."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from emas.xapi import checks
from emas.xapi.checks import Check, StatementError
from emas.xapi.vocabulary import IDENTIFIERS


def account(value: object, place: str) -> object:
    """Check an account on a system: its home page and the name it has there."""
    known: Mapping[str, Check] = {"homePage": checks.iri, "name": checks.text}
    return checks.record(value, place, known, required=known)


_AGENT: Mapping[str, Check] = {
    "objectType": checks.constant("Agent"),
    "name": checks.text,
    "mbox": checks.mailbox,
    "mbox_sha1sum": checks.sha1,
    "openid": checks.iri,
    "account": account,
}


def agent(value: object, place: str) -> Mapping[str, object]:
    """Check one person or one system, with exactly one identifier."""
    found = checks.record(value, place, _AGENT)
    if len(_identifiers(found)) != 1:
        raise StatementError(f"{place} must have exactly one of {', '.join(IDENTIFIERS)}")
    return found


def members(value: object, place: str) -> list[object]:
    """Check the agents of a group; a group in a group is refused."""
    return checks.sequence(value, place, agent)


_GROUP: Mapping[str, Check] = {
    **_AGENT,
    "objectType": checks.constant("Group"),
    "member": members,
}


def group(value: object, place: str) -> Mapping[str, object]:
    """Check several agents: an identifier, or members, or both."""
    found = checks.record(value, place, _GROUP, required=("objectType",))
    known = len(_identifiers(found))
    if known > 1:
        raise StatementError(f"{place} must have at most one of {', '.join(IDENTIFIERS)}")
    if not known and not found.get("member"):
        raise StatementError(f"{place} has no identifier: it must have members")
    return found


def actor(value: object, place: str) -> Mapping[str, object]:
    """Check an agent or a group."""
    found = checks.mapping(value, place)
    return group(value, place) if found.get("objectType") == "Group" else agent(value, place)


def authority(value: object, place: str) -> Mapping[str, object]:
    """Check who vouches for a statement: an agent, or the two of three-legged OAuth."""
    found = actor(value, place)
    several = found.get("objectType") == "Group"
    if several and (_identifiers(found) or len(_members(found)) != 2):
        raise StatementError(f"{place} as a group must be anonymous, with two members")
    return found


def _identifiers(found: Mapping[str, object]) -> list[str]:
    return [name for name in IDENTIFIERS if name in found]


def _members(found: Mapping[str, Any]) -> list[Any]:
    return found.get("member") or []


def identity(found: Mapping[str, Any]) -> str | None:
    """Return what two agents or groups that are the same have in common; None if anonymous.

    An agent and a group with the same identifier are different (Data 2.4.2.3).
    """
    name = next(iter(_identifiers(found)), None)
    if name is None:
        return None
    said = found[name]
    value = [said["homePage"], said["name"]] if name == "account" else [said]
    kind = "Group" if found.get("objectType") == "Group" else "Agent"
    return json.dumps([kind, name, *value])


def identities(found: Mapping[str, Any]) -> Iterator[str]:
    """Yield who an actor stands for: itself, and the members of a group."""
    for one in (found, *_members(found)):
        if (who := identity(one)) is not None:
            yield who

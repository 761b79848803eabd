"""Whether two statements with the same id say the same (Data 2.3.1, « Statement Immutability »).

What a service sets, and what is not part of a statement, does not count: authority, stored,
version, definitions of activities, display of verbs, order of members, how a moment is written.
"""

import json
from typing import Any

from emas.xapi import times
from emas.xapi.statement import Statement

_SET_BY_SERVICES = ("id", "authority", "stored", "version")


def same(stored: Statement, sent: Statement) -> bool:
    """Tell whether `sent` is `stored`, sent again; a missing timestamp is one we gave."""
    former, new = _comparable(stored), _comparable(sent)
    if "timestamp" not in sent:
        former.pop("timestamp", None)
    return former == new


def _comparable(statement: Statement) -> dict[str, Any]:
    plain = {key: value for key, value in statement.items() if key not in _SET_BY_SERVICES}
    plain["actor"] = _actor(plain["actor"])
    plain["verb"] = plain["verb"]["id"]
    plain["object"] = _object(plain["object"])
    if "timestamp" in plain:
        plain["timestamp"] = times.moment(plain["timestamp"])
    if "context" in plain:
        plain["context"] = _context(plain["context"])
    return {name: _exact_booleans(value) for name, value in plain.items()}


def _exact_booleans(value: Any) -> Any:
    """Return `value` with true and false that are not equal to 1 and 0."""
    if isinstance(value, bool):
        return ("boolean", value)
    if isinstance(value, dict):
        return {key: _exact_booleans(item) for key, item in value.items()}
    return [_exact_booleans(item) for item in value] if isinstance(value, list) else value


def _actor(actor: Statement) -> dict[str, Any]:
    plain = {"objectType": "Agent", **actor}
    if "member" in plain:
        members = [_actor(member) for member in plain["member"]]
        plain["member"] = sorted(members, key=lambda one: json.dumps(one, sort_keys=True))
    return plain


def _object(target: Statement) -> Any:
    match target.get("objectType", "Activity"):
        case "Activity":
            return {"objectType": "Activity", "id": target["id"]}
        case "Agent" | "Group":
            return _actor(target)
        case "StatementRef":
            return {"objectType": "StatementRef", "id": target["id"].lower()}
        case _:
            return _comparable(target)


def _context(context: Statement) -> dict[str, Any]:
    plain = dict(context)
    for name in ("instructor", "team"):
        if name in plain:
            plain[name] = _actor(plain[name])
    if "registration" in plain:
        plain["registration"] = plain["registration"].lower()
    if "statement" in plain:
        plain["statement"] = _object(plain["statement"])
    grouped = plain.get("contextActivities", {})
    plain["contextActivities"] = {
        name: [_object(item) for item in (found if isinstance(found, list) else [found])]
        for name, found in grouped.items()
    }
    return plain

"""Results, contexts and attachments of a statement (Data 2.4.5, 2.4.6, 2.4.11)."""

from collections.abc import Mapping

from emas.xapi import checks
from emas.xapi.activities import activity
from emas.xapi.actors import actor, group
from emas.xapi.checks import Check, StatementError


def _scaled(value: object, place: str) -> object:
    if not -1 <= checks.number(value, place) <= 1:
        raise StatementError(f"{place} must be between -1 and 1")
    return value


_SCORE: Mapping[str, Check] = {
    "scaled": _scaled,
    "raw": checks.number,
    "min": checks.number,
    "max": checks.number,
}


def score(value: object, place: str) -> object:
    """Check a score: the least below the most, the raw one between them."""
    found = checks.record(value, place, _SCORE)
    named = {name: checks.number(item, name) for name, item in found.items()}
    least, most = named.get("min"), named.get("max")
    if least is not None and most is not None and least >= most:
        raise StatementError(f"{place}.min must be less than {place}.max")
    raw = named.get("raw")
    below = raw is not None and least is not None and raw < least
    above = raw is not None and most is not None and raw > most
    if below or above:
        raise StatementError(f"{place}.raw must be between {place}.min and {place}.max")
    return found


_RESULT: Mapping[str, Check] = {
    "score": score,
    "success": checks.boolean,
    "completion": checks.boolean,
    "response": checks.text,
    "duration": checks.duration,
    "extensions": checks.extensions,
}


def result(value: object, place: str) -> object:
    """Check a result."""
    return checks.record(value, place, _RESULT)


_REFERENCE: Mapping[str, Check] = {
    "objectType": checks.constant("StatementRef"),
    "id": checks.uuid,
}


def reference(value: object, place: str) -> object:
    """Check what stands for another statement, here or not."""
    return checks.record(value, place, _REFERENCE, required=_REFERENCE)


def _context_activities(value: object, place: str) -> object:
    if isinstance(value, dict):
        return activity(value, place)
    return checks.sequence(value, place, activity)


CONTEXT_GROUPS = ("parent", "grouping", "category", "other")
_CONTEXT_ACTIVITIES: Mapping[str, Check] = dict.fromkeys(CONTEXT_GROUPS, _context_activities)


def _grouped(value: object, place: str) -> object:
    return checks.record(value, place, _CONTEXT_ACTIVITIES)


_CONTEXT: Mapping[str, Check] = {
    "registration": checks.uuid,
    "instructor": actor,
    "team": group,
    "contextActivities": _grouped,
    "revision": checks.text,
    "platform": checks.text,
    "language": checks.language,
    "statement": reference,
    "extensions": checks.extensions,
}
_OF_ACTIVITIES = ("revision", "platform")


def context(value: object, place: str, *, of_activity: bool) -> object:
    """Check a context; some of it only makes sense if the object is an activity."""
    found = checks.record(value, place, _CONTEXT)
    if not of_activity:
        for name in _OF_ACTIVITIES:
            if name in found:
                raise StatementError(f"{place}.{name} needs an activity as the object")
    return found


def _length(value: object, place: str) -> object:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise StatementError(f"{place} must be a number of bytes")
    return value


_ATTACHMENT: Mapping[str, Check] = {
    "usageType": checks.iri,
    "display": checks.language_map,
    "description": checks.language_map,
    "contentType": checks.media_type,
    "length": _length,
    "sha2": checks.sha2,
    "fileUrl": checks.iri,
}


def _attachment(value: object, place: str) -> object:
    required = ("usageType", "display", "contentType", "length", "sha2")
    return checks.record(value, place, _ATTACHMENT, required)


def attachments(value: object, place: str) -> object:
    """Check the descriptions of what goes with a statement."""
    return checks.sequence(value, place, _attachment)

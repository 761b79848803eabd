"""A statement with every part that a statement may have."""

import copy
from typing import Any

AGENT = {"objectType": "Agent", "name": "Noé", "mbox": "mailto:noe@exemple.fr"}
ACTIVITY = {
    "objectType": "Activity",
    "id": "https://exemple.fr/q/1",
    "definition": {
        "name": {"fr": "Question"},
        "description": {"fr-FR": "Laquelle ?", "und": "?"},
        "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
        "moreInfo": "https://exemple.fr/",
        "interactionType": "choice",
        "correctResponsesPattern": ["b"],
        "choices": [{"id": "a", "description": {"fr": "A"}}, {"id": "b"}],
        "extensions": {"https://exemple.fr/x": None},
    },
}
WHOLE: dict[str, Any] = {
    "id": "fd41c918-b88b-4b20-a0a5-a4c32391aaa0",
    "actor": AGENT,
    "verb": {"id": "http://adlnet.gov/expapi/verbs/answered", "display": {"fr": "a répondu"}},
    "object": ACTIVITY,
    "result": {
        "score": {"scaled": 1, "raw": 2.5, "min": 0, "max": 2.5},
        "success": True,
        "completion": False,
        "response": "b",
        "duration": "PT1M2.5S",
        "extensions": {},
    },
    "context": {
        "registration": "EC531277-B57B-4C15-8D91-D292C5B2B8F7",
        "instructor": AGENT,
        "team": {"objectType": "Group", "member": [AGENT]},
        "contextActivities": {"parent": {"id": "x:p"}, "grouping": [ACTIVITY]},
        "revision": "2",
        "platform": "Atelier",
        "language": "fr",
        "statement": {"objectType": "StatementRef", "id": "fd41c918-b88b-4b20-a0a5-a4c32391aaa1"},
        "extensions": {"x:e": [None, {"a": 1}]},
    },
    "timestamp": "2026-11-21T09:00:00.123+01:00",
    "stored": "2026-11-21T08:00:00Z",
    "authority": {"objectType": "Agent", "account": {"homePage": "https://e.fr", "name": "a"}},
    "version": "1.0.3",
    "attachments": [
        {
            "usageType": "x:u",
            "display": {"fr": "Photo"},
            "contentType": "image/png",
            "length": 3,
            "sha2": "0" * 64,
            "fileUrl": "https://exemple.fr/p.png",
        }
    ],
}


def at(path: str, value: object, *, remove: bool = False) -> dict[str, Any]:
    """Return the whole statement with `value` at a place, as « result.score.raw »."""
    made = copy.deepcopy(WHOLE)
    *parents, last = path.split(".")
    inside: Any = made
    for name in parents:
        inside = inside[int(name)] if name.isdecimal() else inside[name]
    if remove:
        del inside[last]
    else:
        inside[int(last) if last.isdecimal() else last] = value
    return made

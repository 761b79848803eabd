"""The words of xAPI that we use: verbs, activity types, interactions, versions.

Source: Experience API 1.0.3, parts Two (Data) and Three (Communication); ADL vocabulary.
"""

from collections.abc import Mapping
from typing import Final

VERSION: Final = "1.0.3"
"""What the service speaks, and says it does in each answer."""
VERSIONS: Final = ("1.0.3", "1.0.2", "1.0.1", "1.0.0")
STATEMENT_VERSION: Final = "1.0.0"
"""What a statement without a version is given (Data 2.4.10)."""

_VERBS: Final = "http://adlnet.gov/expapi/verbs/"
INITIALIZED: Final = f"{_VERBS}initialized"
ANSWERED: Final = f"{_VERBS}answered"
COMPLETED: Final = f"{_VERBS}completed"
PASSED: Final = f"{_VERBS}passed"
FAILED: Final = f"{_VERBS}failed"
TERMINATED: Final = f"{_VERBS}terminated"
VOIDED: Final = f"{_VERBS}voided"

_TYPES: Final = "http://adlnet.gov/expapi/activities/"
INTERACTION: Final = f"{_TYPES}cmi.interaction"
ASSESSMENT: Final = f"{_TYPES}assessment"
MODULE: Final = f"{_TYPES}module"
MEETING: Final = f"{_TYPES}meeting"
"""A session of the academic plan, in which others are grouped."""

SIGNATURE: Final = f"{_TYPES.replace('activities', 'attachments')}signature"
"""The usage of an attachment that signs its statement (Data 2.6)."""

COMPONENTS: Final[Mapping[str, frozenset[str]]] = {
    "true-false": frozenset(),
    "choice": frozenset({"choices"}),
    "fill-in": frozenset(),
    "long-fill-in": frozenset(),
    "matching": frozenset({"source", "target"}),
    "performance": frozenset({"steps"}),
    "sequencing": frozenset({"choices"}),
    "likert": frozenset({"scale"}),
    "numeric": frozenset(),
    "other": frozenset(),
}
"""For each type of interaction, the lists that its definition may have (Data 2.4.4.1)."""

IDENTIFIERS: Final = ("mbox", "mbox_sha1sum", "openid", "account")
"""What tells an agent from the others: exactly one of them (Data 2.4.2.3)."""

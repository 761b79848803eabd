"""What any part of a statement is checked with; each check names the place in its reason."""

import re
from collections.abc import Callable, Collection, Mapping

from emas.xapi import patterns, times


class StatementError(Exception):
    """Why something is not xAPI, in English: the reader is whoever writes a client."""


Check = Callable[[object, str], object]
"""Checks a value; the text is its place in the statement, as `object.definition.name`."""


def record(
    value: object, place: str, known: Mapping[str, Check], required: Collection[str] = ()
) -> Mapping[str, object]:
    """Return `value` as an object whose properties pass their check, without any other.

    Raises:
        StatementError: at the first thing wrong.
    """
    found = mapping(value, place)
    for name, item in found.items():
        if name not in known:
            raise StatementError(f"{place} has an unknown property {name!r:.80}")
        known[name](item, f"{place}.{name}")
    for name in required:
        if name not in found:
            raise StatementError(f"{place} must have {name}")
    return found


def mapping(value: object, place: str) -> Mapping[str, object]:
    """Return `value` if it is an object."""
    if not isinstance(value, dict):
        raise StatementError(f"{place} must be an object")
    return value


def sequence(value: object, place: str, check: Check) -> list[object]:
    """Return `value` if it is an array whose items pass `check`."""
    if not isinstance(value, list):
        raise StatementError(f"{place} must be an array")
    for index, item in enumerate(value):
        check(item, f"{place}[{index}]")
    return value


def text(value: object, place: str) -> str:
    """Return `value` if it is a string."""
    if not isinstance(value, str):
        raise StatementError(f"{place} must be a string")
    return value


def boolean(value: object, place: str) -> bool:
    """Return `value` if it is true or false."""
    if not isinstance(value, bool):
        raise StatementError(f"{place} must be true or false")
    return value


def number(value: object, place: str) -> int | float:
    """Return `value` if it is a number."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise StatementError(f"{place} must be a number")
    return value


def anything(value: object, place: str) -> object:  # noqa: ARG001 - a Check like the others
    """Return `value`, whatever it is: extensions hold any JSON."""
    return value


def constant(wanted: str) -> Check:
    """Return a check that accepts only `wanted`."""

    def check(value: object, place: str) -> object:
        if value != wanted:
            raise StatementError(f"{place} must be {wanted!r}")
        return value

    return check


def _shaped(pattern: re.Pattern[str], what: str) -> Check:
    def check(value: object, place: str) -> object:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise StatementError(f"{place} must be {what}")
        return value

    return check


iri = _shaped(patterns.IRI, "an IRI with a scheme (RFC 3987)")
uuid = _shaped(patterns.UUID, "a UUID (RFC 4122)")
mailbox = _shaped(patterns.MAILBOX, "mailto: and one address")
sha1 = _shaped(patterns.SHA1, "a SHA-1 in hexadecimal")
sha2 = _shaped(patterns.SHA2, "a SHA-2 in hexadecimal")
language = _shaped(patterns.LANGUAGE, "a language tag (RFC 5646)")
duration = _shaped(patterns.DURATION, "a duration (ISO 8601)")
media_type = _shaped(patterns.MEDIA_TYPE, "a media type (RFC 6838)")
statement_version = _shaped(patterns.STATEMENT_VERSION, "1.0 or 1.0.x")


def timestamp(value: object, place: str) -> str:
    """Return `value` if it is a date with a time."""
    said = text(value, place)
    try:
        times.moment(said)
    except times.MomentError:
        raise StatementError(f"{place} must be a date with a time (ISO 8601)") from None
    return said


def language_map(value: object, place: str) -> Mapping[str, object]:
    """Return `value` if it gives a text for each language tag (Data 4.2)."""
    found = mapping(value, place)
    for tag, said in found.items():
        language(tag, f"the key {tag!r:.80} of {place}")
        text(said, f"{place}.{tag}")
    return found


def extensions(value: object, place: str) -> Mapping[str, object]:
    """Return `value` if its keys are IRIs; what they hold is free (Data 4.1)."""
    found = mapping(value, place)
    for name in found:
        iri(name, f"the key {name!r:.80} of {place}")
    return found

"""Moments, as whole microseconds since 1970 in UTC, and as ISO 8601 texts.

Source: Experience API 1.0.3, Data 4.5. Without a zone, a moment is in UTC.
"""

import re
from datetime import datetime, timedelta

_EPOCH = datetime(1970, 1, 1)
_MICROSECOND = timedelta(microseconds=1)
_ZONE = r"(?P<zone>Z|[+-]\d\d(?::?[0-5]\d)?)?"
_FORMS = (
    re.compile(
        r"(?P<day>\d{4}-\d\d-\d\d)T(?P<hour>\d\d):(?P<minute>\d\d)"
        rf"(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?{_ZONE}",
        re.ASCII,
    ),
    re.compile(
        r"(?P<day>\d{8})T(?P<hour>\d\d)(?P<minute>\d\d)"
        rf"(?:(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?{_ZONE}",
        re.ASCII,
    ),
)
_UNKNOWN_OFFSETS = {"-00", "-0000", "-00:00"}


class MomentError(ValueError):
    """A text is no date with a time."""


def moment(text: str) -> int:
    """Return the microseconds since 1970-01-01T00:00Z that `text` says.

    More digits than microseconds are cut; a leap second is the last microsecond of its minute.

    Raises:
        MomentError: if `text` is no date with a time of ISO 8601, or has the offset -00:00.
    """
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if found is None or found["zone"] in _UNKNOWN_OFFSETS:
        raise MomentError(text)
    second, micro = int(found["second"] or 0), int(((found["fraction"] or "") + "000000")[:6])
    if second == 60:
        second, micro = 59, 999_999
    day = found["day"].replace("-", "")
    date = (int(day[:4]), int(day[4:6]), int(day[6:]))
    try:
        local = datetime(*date, int(found["hour"]), int(found["minute"]), second, micro)
    except ValueError:
        raise MomentError(text) from None
    return (local - _EPOCH - _offset(found["zone"])) // _MICROSECOND


def _offset(zone: str | None) -> timedelta:
    if zone is None or zone == "Z":
        return timedelta()
    hours, minutes = int(zone[1:3]), int(zone[3:].lstrip(":") or 0)
    if hours > 23:
        raise MomentError(zone)
    size = timedelta(hours=hours, minutes=minutes)
    return -size if zone[0] == "-" else size


def stamp(microseconds: int) -> str:
    """Return a moment as « 2026-11-21T09:00:00.000000Z ».

    Raises:
        OverflowError: before the year 1 or after 9999.
    """
    when = _EPOCH + timedelta(microseconds=microseconds)
    return f"{when.isoformat(timespec='microseconds')}Z"

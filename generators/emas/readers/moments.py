"""Dates, times and durations as spreadsheets write them, in any of the usual French ways."""

import re
from datetime import date, time

MOMENT = re.compile(
    r"(?:(?P<y>\d{4})-(?P<m>\d\d?)-(?P<d>\d\d?)|(?P<d2>\d\d?)[/.](?P<m2>\d\d?)[/.](?P<y2>\d{4}))"
    r"(?:(?:T|\s+(?:à\s+)?)(?P<h>\d\d?)\s*[:hH]\s*(?P<min>\d\d)?(?::\d\d(?:\.\d+)?)?)?"
)
CLOCK = re.compile(r"(\d{1,3})\s*(?::|h(?:eures?)?)\s*([0-5]\d)?(?::[0-5]\d)?")
DECIMAL = re.compile(r"(\d{1,2})(?:[.,](\d{1,2}))?\s*(?:h(?:eures?)?)?")
MINUTES = re.compile(r"(\d{1,4})\s*min(?:utes?)?")


def moment(text: str) -> tuple[date, time | None]:
    """Return the day, and the time if it is written: « 18/11/2026 09:00 », « 2026-11-18 ».

    Raises:
        ValueError: if `text` is not a day of the calendar, or not a time of the day.
    """
    match = MOMENT.fullmatch(text.strip())
    if not match:
        raise ValueError(text)
    year, month, day = (int(match[name] or match[f"{name}2"]) for name in ("y", "m", "d"))
    clock = time(int(match["h"]), int(match["min"] or 0)) if match["h"] else None
    return date(year, month, day), clock


def length_min(text: str) -> int | None:
    """Return the minutes in « 6 », « 6,5 », « 6 h 30 », « 06:30 » or « 45 min »; None if unclear.

    A number alone is hours, fewer than 100: what else it could count is not said.
    """
    words = text.strip().lower()
    if match := MINUTES.fullmatch(words):
        return int(match[1]) or None
    if match := CLOCK.fullmatch(words):
        return int(match[1]) * 60 + int(match[2] or 0) or None
    if match := DECIMAL.fullmatch(words):
        return round(float(f"{match[1]}.{match[2] or 0}") * 60) or None
    return None

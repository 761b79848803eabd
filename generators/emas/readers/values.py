"""The kinds of values that authors write, typed by the schemas: durations, days, ids and so on.

Each is a text in the file. What does not fit raises a `PydanticCustomError` whose type is one of
the keys of `schema.MESSAGES`.
"""

import re
from datetime import date, time
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

IDENTIFIER = re.compile(r"[a-z][a-z0-9-]{0,29}")
DURATION = re.compile(r"(?:(\d{1,3})\s*h(?:\s*([0-5]?\d))?|(\d{1,4})\s*min)")
SESSION = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,29}")
CLOCK = re.compile(r"([01]?\d|2[0-3])(?::|\s*h\s*)([0-5]\d)?")
PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d))?\s*%")


def minutes(text: str) -> int:
    """Return the minutes in « 20 min », « 3 h » or « 1 h 30 ».

    Raises:
        ValueError: if `text` is none of these, or nothing at all (0 min).
    """
    match = DURATION.fullmatch(text.strip())
    if not match:
        raise ValueError(text)
    hours, rest, alone = (int(part) if part else 0 for part in match.groups())
    if not (total := hours * 60 + rest + alone):
        raise ValueError(text)
    return total


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("emas_text", "not a text")
    if not value.strip():
        raise PydanticCustomError("emas_empty", "empty")
    return value.strip()


def _duration(value: object) -> int:
    try:
        return minutes(_text(value))
    except ValueError as error:
        raise PydanticCustomError("emas_duration", "not a duration") from error


def _day(value: object) -> date:
    text = _text(value)
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise PydanticCustomError("emas_date", "not a date")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise PydanticCustomError("emas_date", "not a date") from error


def _yes_no(value: object) -> bool:
    answers = {"oui": True, "non": False}
    text = _text(value).lower()
    if text not in answers:
        raise PydanticCustomError("emas_yes_no", "neither yes nor no")
    return answers[text]


def _percent(value: object) -> float:
    match = PERCENT.fullmatch(_text(value))
    share = float(f"{match[1]}.{match[2] or 0}") / 100 if match else 2.0
    if share > 1:
        raise PydanticCustomError("emas_percent", "not a percentage")
    return share


def _count(value: object) -> int:
    text = _text(value)
    if not re.fullmatch(r"[1-9]\d{0,2}", text):
        raise PydanticCustomError("emas_count", "not a count")
    return int(text)


def _months(value: object) -> int:
    match = re.fullmatch(r"([1-9]\d?) mois", _text(value))
    if not match:
        raise PydanticCustomError("emas_months", "not months")
    return int(match[1])


def _days(value: object) -> int:
    match = re.fullmatch(r"(\d{1,3}) jours?", _text(value))
    if not match:
        raise PydanticCustomError("emas_days", "not days")
    return int(match[1])


def _clock(value: object) -> time:
    match = CLOCK.fullmatch(_text(value))
    if not match:
        raise PydanticCustomError("emas_clock", "not a time of the day")
    return time(int(match[1]), int(match[2] or 0))


def _school_year(value: object) -> str:
    match = re.fullmatch(r"(20\d\d)-(20\d\d)", _text(value))
    if not match or int(match[2]) != int(match[1]) + 1:
        raise PydanticCustomError("emas_school_year", "not a school year")
    return match[0]


def _session(value: object) -> str:
    text = _text(value)
    if not SESSION.fullmatch(text):
        raise PydanticCustomError("emas_session", "not the id of a session")
    return text


def _identifier(value: object) -> str:
    text = _text(value)
    if not IDENTIFIER.fullmatch(text):
        raise PydanticCustomError("emas_identifier", "not an identifier")
    return text


def _title(value: object) -> str:
    text = _text(value)
    if "<" in text or ">" in text:
        raise PydanticCustomError("emas_title", "angle bracket")
    return text


def _address(value: object) -> str:
    text = _text(value)
    if not re.fullmatch(r"https?://[^\s<>\"]+", text):
        raise PydanticCustomError("emas_address", "not an address")
    return text


Words = Annotated[str, StringConstraints(max_length=2000), BeforeValidator(_text)]
Title = Annotated[str, StringConstraints(max_length=200), BeforeValidator(_title)]
Identifier = Annotated[str, BeforeValidator(_identifier)]
Minutes = Annotated[int, BeforeValidator(_duration)]
Day = Annotated[date, BeforeValidator(_day)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Share = Annotated[float, BeforeValidator(_percent)]
Count = Annotated[int, BeforeValidator(_count)]
Months = Annotated[int, BeforeValidator(_months)]
Days = Annotated[int, BeforeValidator(_days)]
Clock = Annotated[time, BeforeValidator(_clock)]
SchoolYear = Annotated[str, BeforeValidator(_school_year)]
SessionId = Annotated[str, BeforeValidator(_session)]
Address = Annotated[str, BeforeValidator(_address)]

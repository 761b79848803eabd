"""The kinds of values that authors write, typed by the schemas: durations, days, ids and so on.

Each is a text in the file. What does not fit raises a `PydanticCustomError` whose type is one of
the keys of `schema.MESSAGES`. Each also says how editors know it, as JSON Schema: never stricter
than the reader, whatever type YAML 1.2 gives to what an author wrote without quotes.
"""

import re
from datetime import date, time
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from emas.model.device_names import is_device

IDENTIFIER = re.compile(r"[a-z][a-z0-9-]{0,29}")
DURATION = re.compile(r"(?:(\d{1,3})\s*h(?:\s*([0-5]?\d))?|(\d{1,4})\s*min)")
SESSION = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,29}")
CLOCK = re.compile(r"([01]?\d|2[0-3])(?::|\s*h\s*)([0-5]\d)?")
PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d))?\s*%")
MONTHS = re.compile(r"([1-9]\d?) mois")
DAYS = re.compile(r"(\d{1,3}) jours?")
ADDRESS = re.compile(r'https?://[^\s<>"]+')


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
    match = MONTHS.fullmatch(_text(value))
    if not match:
        raise PydanticCustomError("emas_months", "not months")
    return int(match[1])


def _days(value: object) -> int:
    match = DAYS.fullmatch(_text(value))
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
    if is_device(text):
        raise PydanticCustomError("emas_reserved", "reserved")
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
    if not ADDRESS.fullmatch(text):
        raise PydanticCustomError("emas_address", "not an address")
    return text


def _known(pattern: str, told: str, *, also: tuple[str, ...] = (), **limits: int) -> WithJsonSchema:
    """Return a text of that pattern, blanks around it left aside; `told` if it is not one.

    `also` are the other types that YAML may give to a text of that pattern: « 2026 » is a number.
    """
    kind: str | list[str] = ["string", *also] if also else "string"
    wanted = rf"^\s*(?:{pattern})\s*$"
    return WithJsonSchema({"type": kind, "pattern": wanted, "patternErrorMessage": told, **limits})


ANY = ("number", "boolean", "null")
"""What YAML makes of « 1.0 », « true », « null »: all are words here."""

NAMES = ("boolean", "null")
"""What YAML makes of « true » and « null », which are names as any other."""

Words = Annotated[
    str,
    StringConstraints(max_length=2000),
    BeforeValidator(_text),
    _known(r"(?=\S)[\s\S]{1,2000}?", "Écrivez un texte de 2 000 signes au plus.", also=ANY),
]
Title = Annotated[
    str,
    StringConstraints(max_length=200),
    BeforeValidator(_title),
    _known(r"(?=\S)[^<>]{1,200}?", "Un titre : 200 signes au plus, sans « < » ni « > ».", also=ANY),
]
Identifier = Annotated[
    str,
    BeforeValidator(_identifier),
    _known(
        IDENTIFIER.pattern,
        "Une lettre minuscule, puis minuscules sans accent, chiffres et tirets, 30 signes au plus.",
        also=NAMES,
    ),
]
Minutes = Annotated[
    int,
    BeforeValidator(_duration),
    _known(DURATION.pattern, "Une durée : « 20 min », « 3 h » ou « 1 h 30 »."),
]
Day = Annotated[date, BeforeValidator(_day), _known(r"\d{4}-\d\d-\d\d", "Une date : 2026-11-21.")]
YesNo = Annotated[
    bool, BeforeValidator(_yes_no), _known("[oO][uU][iI]|[nN][oO][nN]", "« oui » ou « non ».")
]
Share = Annotated[
    float,
    BeforeValidator(_percent),
    _known(PERCENT.pattern, "Un pourcentage de 0 à 100 : « 70 % »."),
]
Count = Annotated[
    int,
    BeforeValidator(_count),
    _known(
        r"[1-9]\d{0,2}", "Un nombre entier de 1 à 999.", also=("integer",), minimum=1, maximum=999
    ),
]
Months = Annotated[
    int, BeforeValidator(_months), _known(MONTHS.pattern, "Un délai en mois : « 2 mois ».")
]
Days = Annotated[
    int, BeforeValidator(_days), _known(DAYS.pattern, "Un nombre de jours : « 7 jours ».")
]
Clock = Annotated[time, BeforeValidator(_clock), _known(CLOCK.pattern, "Une heure : « 13:30 ».")]
SchoolYear = Annotated[
    str,
    BeforeValidator(_school_year),
    _known(r"20\d\d-20\d\d", "Une année scolaire : « 2026-2027 »."),
]
SessionId = Annotated[
    str,
    BeforeValidator(_session),
    _known(
        SESSION.pattern,
        "Une lettre, puis lettres sans accent, chiffres et tirets, 30 signes au plus.",
        also=NAMES,
    ),
]
Address = Annotated[
    str,
    BeforeValidator(_address),
    _known(ADDRESS.pattern, "Une adresse complète : https://emas.example/."),
]

"""Words and numbers that a learner types: when two are the same.

The player has the same rules in JavaScript; one set of cases checks both.
"""

import re
import unicodedata
from decimal import Decimal

NUMBER = re.compile(r"([+-]?)([0-9]+)(?:[.,]([0-9]+))?")
SPACES = re.compile(r"[ \t\n\u00a0\u2009\u202f]+")
APART = re.compile(r"[^0-9a-z]+")
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
MAX_DIGITS = 15


def same_words(given: str, accepted: str, *, strict: bool) -> bool:
    """Return whether `given` counts as `accepted`.

    Capitals, accents, punctuation, spaces and hyphens inside, and the plural (a last s or x of
    words of four letters or more) are forgiven unless `strict`: then doubled spaces alone are.
    """
    if strict:
        return _tidy(given) == _tidy(accepted)
    return _loose(given) == _loose(accepted)


def _tidy(text: str) -> str:
    return SPACES.sub(" ", unicodedata.normalize("NFC", text).replace("’", "'")).strip(" ")


def _loose(text: str) -> str:
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFD", text)
        if not "\u0300" <= letter <= "\u036f"
    )
    words = APART.split(bare.lower().translate(LIGATURES))
    return "".join(re.sub("[sx]$", "", word) if len(word) > 3 else word for word in words)


def number(text: str, unit: str = "") -> Decimal | None:
    """Return the number in `text`, « 25 », « -2,5 », « 1 000 » or « 25 % » if the unit is « % ».

    None if it is not a number, has another unit, or more than 15 digits.
    """
    bare = SPACES.sub("", text).replace("\u2212", "-")
    bare = bare.removesuffix(SPACES.sub("", unit)) if unit else bare
    found = NUMBER.fullmatch(bare)
    if found is None or len(found[2]) + len(found[3] or "") > MAX_DIGITS:
        return None
    return Decimal(f"{found[1]}{found[2]}.{found[3] or 0}")

"""What identifiers, tags and durations look like, as regular expressions.

Sources: RFC 3987 (IRI), RFC 4122 (UUID), RFC 5646 (language tags), ISO 8601:2004 (durations),
RFC 6838 (media types).
"""

import re
from typing import Final

_LETTER = (
    r"[A-Za-z0-9\-._~!$&'()*+,;=:@\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U000efffd]"
    r"|%[0-9A-Fa-f]{2}"
)
IRI: Final = re.compile(
    r"[A-Za-z][A-Za-z0-9+.\-]*:"
    rf"(?://(?:{_LETTER})*(?:\[[0-9A-Fa-f:.]+\](?::[0-9]*)?)?(?=[/?#]|\Z))?"
    rf"(?:{_LETTER}|/)*"
    rf"(?:\?(?:{_LETTER}|[/?\ue000-\uf8ff])*)?"
    rf"(?:\#(?:{_LETTER}|[/?])*)?"
)
UUID: Final = re.compile(
    r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}"
)
MAILBOX: Final = re.compile(r"mailto:[^@\s<>()\[\],;:\\\"?]+@[^@\s<>()\[\],;:\\\"?]+")
SHA1: Final = re.compile(r"[0-9a-fA-F]{40}")
SHA2: Final = re.compile(r"(?:[0-9a-fA-F]{56}|[0-9a-fA-F]{64}|[0-9a-fA-F]{96}|[0-9a-fA-F]{128})")
"""SHA-224, 256, 384 or 512, in hexadecimal."""

_PRIVATE = r"x(?:-[a-z0-9]{1,8})+"
_TAG = (
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})"  # language
    r"(?:-[a-z]{4})?"  # script
    r"(?:-(?:[a-z]{2}|[0-9]{3}))?"  # region
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"  # variants
    rf"(?:-[a-wy-z0-9](?:-[a-z0-9]{{2,8}})+)*(?:-{_PRIVATE})?"  # extensions
)
_OLD_TAGS = (
    r"en-gb-oed|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)"
    r"|sgn-(?:be-fr|be-nl|ch-de)|art-lojban|cel-gaulish|no-(?:bok|nyn)"
    r"|zh-(?:guoyu|hakka|min|min-nan|xiang)"
)
LANGUAGE: Final = re.compile(rf"(?:{_TAG}|{_PRIVATE}|{_OLD_TAGS})", re.IGNORECASE)


def _amounts(*units: str) -> str:
    """Return what matches amounts in this order; only the smallest one may have a fraction."""
    last = "|".join(
        "".join(rf"(?:\d+{unit})?" for unit in units[:index]) + rf"\d+(?:[.,]\d+)?{units[index]}"
        for index in range(len(units))
    )
    return f"(?:{last})"


_WHOLE_DAYS = r"(?:\d+Y)?(?:\d+M)?(?:\d+D)?"
DURATION: Final = re.compile(
    rf"P(?:\d+(?:[.,]\d+)?W|{_amounts('Y', 'M', 'D')}|{_WHOLE_DAYS}T{_amounts('H', 'M', 'S')})",
    re.ASCII,
)
_TOKEN = r"[A-Za-z0-9!#$%&'*+\-.^_`|~]+"
MEDIA_TYPE: Final = re.compile(
    rf"{_TOKEN}/{_TOKEN}(?:\s*;\s*{_TOKEN}=(?:{_TOKEN}|\"[^\"\\\r\n]*\"))*"
)
STATEMENT_VERSION: Final = re.compile(r"1\.0(?:\.\d+)?")

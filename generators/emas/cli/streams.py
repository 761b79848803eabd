"""What is printed, on any system: French needs signs that some encodings lack."""

import codecs
import sys
from collections.abc import Mapping
from io import TextIOWrapper

NEAREST: Mapping[str, str] = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "→": "->",
    "œ": "oe", "Œ": "OE", "≤": "<=", "≥": ">=", "✓": "ok", "\u202f": " ", "\u00a0": " ",
}  # fmt: skip
NAME = "emas-au-plus-pres"


def admit_any_text() -> None:
    """Have a sign that the encoding of the output lacks printed as the nearest one it has.

    Redirected, the output of Windows is in an encoding of the last century: without this, an
    apostrophe would stop the command.
    """
    codecs.register_error(NAME, _nearest)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=NAME)


def _nearest(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    missing = error.object[error.start : error.end]
    return "".join(NEAREST.get(sign, "?") for sign in missing), error.end

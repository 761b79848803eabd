"""Answers embedded in a text of Moodle (« cloze »): `{1:SHORTANSWER:=aménage#oui~%50%adapte}`.

Source: docs.moodle.org, « Embedded Answers (Cloze) question type », and
question/type/multianswer/questiontype.php (Moodle 4.5).
"""

import re
from dataclasses import replace
from decimal import Decimal
from html import unescape

from emas.readers.exchange.draft import FULL, HOLE, Cloze, Option, Rich, Typed

OPENING = re.compile(r"\{\d{0,9}:([A-Z_]{2,16}):")
LOOSE = {"SHORTANSWER", "SA", "MW"}
STRICT = {"SHORTANSWER_C", "SAC", "MWC"}
OTHERS = {
    **dict.fromkeys(("NUMERICAL", "NM"), "un nombre"),
    **dict.fromkeys(
        (
            *("MULTICHOICE", "MC", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH"),
            *("MULTICHOICE_S", "MCS", "MULTICHOICE_VS", "MCVS", "MULTICHOICE_HS", "MCHS"),
        ),
        "un choix",
    ),
    **dict.fromkeys(
        (
            *("MULTIRESPONSE", "MR", "MULTIRESPONSE_H", "MRH"),
            *("MULTIRESPONSE_S", "MRS", "MULTIRESPONSE_HS", "MRHS"),
        ),
        "plusieurs choix",
    ),
}
"""What the other types ask for, in the words of messages."""

TOKEN = re.compile(r"\\.|&#|[}~#\\]|[^\\}~#&]+|&", re.DOTALL)
"""What an answer is read by: an escape, the start of an entity, a mark, words."""

JOKER = "\\*"
"""A star to type; alone, it stands for any letters. It keeps its escape until it is judged."""

WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d{0,9})?)%")


def read_cloze(statement: Rich) -> tuple[Rich, Cloze]:
    """Return a statement with a `HOLE` in the place of each answer, and what goes there."""
    text = statement.text
    kept: list[str] = []
    gaps: list[Typed] = []
    others: list[str] = []
    done = 0
    for opening in OPENING.finditer(text):
        kind = opening[1]
        if opening.start() < done or kind not in {*LOOSE, *STRICT, *OTHERS}:
            continue
        parts, end = _parts(text, opening.end())
        if end < 0:
            break
        kept += [text[done : opening.start()], HOLE]
        done = end
        if kind in OTHERS:
            others.append(OTHERS[kind])
        else:
            gaps.append(Typed(kind in STRICT, tuple(_option(part, statement) for part in parts)))
    kept.append(text[done:])
    return replace(statement, text="".join(kept)), Cloze(tuple(gaps), tuple(others))


def _parts(text: str, start: int) -> tuple[list[list[str]], int]:
    """Return the answers from `start` on, each cut at its first `#`, and the end of the gap."""
    parts: list[list[list[str]]] = [[[]]]
    for token in TOKEN.finditer(text, start):
        said = token[0]
        if said == "}":
            return [["".join(words) for words in part] for part in parts], token.end()
        if said == "~":
            parts.append([[]])
        elif said == "#" and len(parts[-1]) == 1:
            parts[-1].append([])
        else:
            escaped = said[0] == "\\" and len(said) == 2 and said != JOKER
            parts[-1][-1].append(said[1:] if escaped else said)
    return [], -1


def _option(part: list[str], statement: Rich) -> Option:
    answer = part[0].strip()
    worth = Decimal(0)
    if answer.startswith("="):
        worth, answer = FULL, answer[1:]
    elif weight := WEIGHT.match(answer):
        worth, answer = Decimal(weight[1]), answer[weight.end() :]
    feedback = part[1] if len(part) > 1 else ""
    return Option(
        text=replace(statement, text=unescape(answer).strip()),
        worth=worth,
        feedback=replace(statement, text=feedback.strip()),
        span=statement.span,
    )

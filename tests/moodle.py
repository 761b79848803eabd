"""How Moodle 4.1 marks the questions of a Moodle XML file, after its public rules.

Source: docs.moodle.org, « Multiple Choice », « Matching », « Short-Answer », « Numerical » and
« Embedded Answers (Cloze) » question types. Nothing of the writer is used here.
"""

import html
import re
import unicodedata
from collections.abc import Sequence
from xml.etree.ElementTree import Element

CLOZE = re.compile(r"\{1:(SHORTANSWER|SHORTANSWER_C):(.+?)\}")
NUMBER = re.compile(r"\s*([+-]?[0-9]+(?:[.,][0-9]+)?)\s*(.*?)\s*")


def mark(question: Element, response: object) -> float:
    """Return the share, from 0 to 1, of the points of `question` that `response` is given.

    Ticked: the numbers of the answers, from 0. Matched: the text chosen for each line, or None.
    Cloze: a text a gap. Number: a text.
    """
    match question.get("type"), response:
        case "multichoice" | "truefalse", list():
            return _ticked(question, response)
        case "matching", list():
            rights = [text(item, "answer/text") for item in asked(question)]
            return sum(map(str.__eq__, rights, map(str, response))) / len(rights)
        case "cloze", list():
            parts = CLOZE.findall(text(question, "questiontext/text"))
            given = zip(parts, response, strict=True)
            return sum(_filled(kind, ways, words) for (kind, ways), words in given) / len(parts)
        case "numerical", str():
            return _number(question, response)
    raise AssertionError(f"no rule for {question.get('type')} and {response!r}")


def asked(question: Element) -> list[Element]:
    """Return the lines of a matching question that have something to find a match for."""
    return [item for item in question.findall("subquestion") if text(item, "text")]


def text(element: Element, path: str) -> str:
    """Return the text at `path`, or nothing."""
    return element.findtext(path) or ""


def _ticked(question: Element, ticked: Sequence[int]) -> float:
    shares = [float(answer.get("fraction", "0")) / 100 for answer in question.findall("answer")]
    return max(0.0, min(1.0, sum(shares[number] for number in ticked)))


def _filled(kind: str, ways: str, words: str) -> bool:
    accepted = [html.unescape(way.removeprefix("=")) for way in ways.split("~")]
    return any(_same(words, way, case=kind == "SHORTANSWER_C") for way in accepted)


def _same(given: str, way: str, *, case: bool) -> bool:
    """Return whether a short answer is the one expected; « * » stands for anything."""
    letters = (".*" if part == "*" else re.escape(part.replace("\\*", "*"))
               for part in re.split(r"((?<!\\)\*)", unicodedata.normalize("NFC", way)))  # fmt: skip
    pattern = re.compile("".join(letters), 0 if case else re.IGNORECASE)
    return pattern.fullmatch(unicodedata.normalize("NFC", given.strip())) is not None


def _number(question: Element, given: str) -> float:
    """Return 1 for a number near enough; its unit may be left out, another one is wrong."""
    units = ["", *(text(unit, "unit_name") for unit in question.findall("units/unit"))]
    found = NUMBER.fullmatch(given)
    if not found or found[2] not in units:
        return 0.0
    value, expected = float(found[1].replace(",", ".")), float(text(question, "answer/text"))
    return float(abs(value - expected) <= float(text(question, "answer/tolerance")))

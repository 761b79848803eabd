"""What somebody types of a sheet filled in with a pen, in the signs that are printed on it.

Nobody turns letters into numbers in their head: A is the first answer printed, which is seldom the
first one written by the author.
"""

import re
from collections.abc import Iterable, Sequence
from typing import assert_never

from emas.model import (
    POSITIONS,
    Gaps,
    Kind,
    Matching,
    Number,
    Open,
    Ordering,
    Position,
    Question,
    Response,
    Scale,
    Sorting,
    Ticking,
    gaps,
    shown_answers,
    shown_entries,
    shown_items,
    shown_rights,
)
from emas.model.sheet import LONGEST

BLANK = "-"
"""Typed where a box among others was left empty."""

BETWEEN = "/"
"""Typed between the texts of several gaps."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def how_to_type(question: Question) -> str:
    """Return what to type for `question`, for instance « les lettres cochées : AC »."""
    match question.task:
        case Ticking(kind=Kind.TRUE_FALSE):
            return "V ou F"
        case Ticking(kind=Kind.SINGLE):
            return "la lettre cochée : B"
        case Ticking():
            return "les lettres cochées : AC"
        case Ordering(items=items):
            return f"les {len(items)} nombres des cases, de haut en bas : {_example(len(items))}"
        case Matching(pairs=pairs):
            return f"les {len(pairs)} lettres des cases, de haut en bas ; - pour une case vide"
        case Sorting(entries=entries):
            told = "le numéro de la catégorie de chaque ligne, de haut en bas"
            return f"{told} ({len(entries)} lignes ; - pour une ligne vide)"
        case Gaps():
            count = len(gaps(question))
            apart = f", séparés par {BETWEEN} ({count} trous ; - pour un trou vide)"
            return f"les mots écrits{apart if count > 1 else ''}"
        case Number(unit=unit):
            return f"le nombre écrit{f', en {unit}' if unit else ''}"
        case Scale() | Position():
            return f"le rang de la case cochée, de 1 à {_points(question)}"
        case Open():
            return f"le texte écrit, sans aucun nom, en {LONGEST} signes au plus"
        case _:
            assert_never(question.task)


def _example(count: int) -> str:
    return " ".join(str(rank) for rank in (*range(2, count + 1), 1))


def read_typed(question: Question, text: str) -> Response | None:
    """Return the answer that `text` stands for, or None if it stands for none.

    Case and spaces do not count. An empty text is no answer: the caller tells it apart.
    """
    words = text.strip()
    if not words or len(words) > LONGEST:
        return None
    match question.task:
        case Ticking() as task:
            return _ticked(task, question.id, words)
        case Ordering() as task:
            return _ordered(task, question.id, words)
        case Matching() as task:
            rights = [number for number, _ in shown_rights(task, question.id)]
            places = _signs(words, LETTERS[: len(rights)], len(rights))
            return _chosen(places, rights)
        case Sorting() as task:
            return _sorted(task, question.id, words)
        case Gaps():
            found = [part.strip() for part in words.split(BETWEEN)]
            filled = ["" if part == BLANK else part for part in found]
            return filled if len(filled) == len(gaps(question)) else None
        case Number() | Open():
            return words
        case Scale() | Position():
            rank = int(words) if words.isascii() and words.isdecimal() else 0
            return rank - 1 if 1 <= rank <= _points(question) else None
        case _:
            assert_never(question.task)


def _points(question: Question) -> int:
    return len(question.task.labels) if isinstance(question.task, Scale) else len(POSITIONS)


def _ticked(task: Ticking, name: str, words: str) -> Response | None:
    shown = [number for number, _ in shown_answers(task, name)]
    signs = re.sub(r"[\s,;.]", "", words.upper())
    if task.kind is Kind.TRUE_FALSE and signs in ("V", "F", "VRAI", "FAUX"):
        return [shown[signs[0] == "F"]]
    letters = LETTERS[: len(shown)]
    if any(sign not in letters for sign in signs) or len(set(signs)) != len(signs):
        return None
    if task.kind is not Kind.MULTIPLE and len(signs) > 1:
        return None
    return sorted(shown[letters.index(sign)] for sign in signs)


def _ordered(task: Ordering, name: str, words: str) -> Response | None:
    shown = [number for number, _ in shown_items(task, name)]
    ranks = _numbers(words)
    if sorted(ranks) != list(range(1, len(shown) + 1)):
        return None
    return [number for _, number in sorted(zip(ranks, shown, strict=True))]


def _sorted(task: Sorting, name: str, words: str) -> Response | None:
    shown = [number for number, _ in shown_entries(task, name)]
    parts = words.replace(",", " ").split()
    ranks = [None if part == BLANK else _rank(part, len(task.categories)) for part in parts]
    if len(ranks) != len(shown) or 0 in ranks:
        return None
    categories: list[int | None] = [None] * len(shown)
    for number, rank in zip(shown, ranks, strict=True):
        categories[number] = None if rank is None else rank - 1
    return categories


def _rank(part: str, most: int) -> int:
    """Return a number from 1 to `most`, or 0 for anything else."""
    rank = int(part) if part.isascii() and part.isdecimal() else 0
    return rank if rank <= most else 0


def _numbers(words: str) -> list[int]:
    """Return the numbers of a text, told apart by anything; « 213 » gives 2, 1, 3."""
    found = re.findall(r"[0-9]+", words)
    alone = found[0] if len(found) == 1 else ""
    return [int(part) for part in (alone or found)]


def _signs(words: str, letters: str, count: int) -> list[int | None] | None:
    """Return the place in `letters` of each of `count` signs, None for a blank; else None."""
    signs = re.sub(r"[\s,;.]", "", words.upper())
    if len(signs) != count or any(sign not in letters + BLANK for sign in signs):
        return None
    return [None if sign == BLANK else letters.index(sign) for sign in signs]


def _chosen(places: Iterable[int | None] | None, numbers: Sequence[int]) -> Response | None:
    if places is None:
        return None
    return [None if place is None else numbers[place] for place in places]

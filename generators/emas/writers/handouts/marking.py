"""What the trainer compares with a copy: the answer expected, and the points that it is worth.

The points are those of `model/scoring.py`, told in words: 1 for each question.
"""

from typing import assert_never

from emas.document import plain_text
from emas.model import (
    Gaps,
    Kind,
    Matching,
    Number,
    Open,
    Ordering,
    Position,
    Question,
    Scale,
    Sorting,
    Ticking,
    gaps,
    shown_answers,
    shown_entries,
    shown_items,
    shown_rights,
)
from emas.transforms.exercises import number_in_words
from emas.writers.handouts.content import letter

NBSP = "\u00a0"
NARROW = "\u202f"
FORGIVEN = "Majuscules, accents, traits d’union, ponctuation et pluriel ne comptent pas."
EXACT = "Seule l’écriture exacte compte."


def expected(question: Question) -> str:
    """Return what a right copy holds, as the copy shows it; empty without a right answer."""
    match question.task:
        case Ticking() as task:
            shown = enumerate(shown_answers(task, question.id))
            return ", ".join(_capital(rank) for rank, (_, answer) in shown if answer.right)
        case Ordering() as task:
            ranks = [str(number + 1) for number, _ in shown_items(task, question.id)]
            return f"de haut en bas{NBSP}: {', '.join(ranks)}"
        case Matching() as task:
            shown_numbers = [number for number, _ in shown_rights(task, question.id)]
            letters = [_capital(shown_numbers.index(number)) for number in range(len(task.pairs))]
            return ", ".join(f"{left}{NBSP}{right}" for left, right in enumerate(letters, 1))
        case Sorting() as task:
            return _sorted(task, question.id)
        case Gaps():
            return f"{NARROW}; ".join(gap.accepted[0] for gap in gaps(question))
        case Number() as task:
            return number_in_words(task)
        case Scale() | Position() | Open():
            return ""
        case _:
            assert_never(question.task)


def _sorted(task: Sorting, identifier: str) -> str:
    """Return the category of each row: « A Fait (1), B Interprétation (2) »."""
    named = [
        f"{plain_text(category)}{NBSP}({number})"
        for number, category in enumerate(task.categories, 1)
    ]
    rows = enumerate(shown_entries(task, identifier))
    return ", ".join(f"{_capital(rank)}{NBSP}{named[entry.category]}" for rank, (_, entry) in rows)


def _capital(rank: int) -> str:
    return letter(rank).upper()


def accepted(question: Question) -> str:
    """Return all that each gap accepts, where one of them accepts several words; else nothing."""
    words = [gap.accepted for gap in gaps(question)]
    if all(len(each) == 1 for each in words):
        return ""
    return f"{NARROW}; ".join(" ou ".join(each) for each in words)


def points(question: Question) -> str:
    """Return the rule that gives from 0 to 1 point."""
    match question.task:
        case Ticking(kind=Kind.MULTIPLE) as task:
            each = _share(sum(answer.right for answer in task.answers))
            return (
                f"Ajoutez {each} par bonne réponse cochée, enlevez {each} par mauvaise{NBSP}: "
                "jamais moins de 0."
            )
        case Ticking():
            return "1 point si cette case, et elle seule, est cochée."
        case Ordering() as task:
            return f"{_each(len(task.items))} par élément à sa place."
        case Matching() as task:
            return f"{_each(len(task.pairs))} par lettre juste."
        case Sorting() as task:
            return f"{_each(len(task.entries))} par ligne juste."
        case Gaps(strict=strict):
            return f"{_each(len(gaps(question)))} par trou juste. {EXACT if strict else FORGIVEN}"
        case Number():
            return "1 point si le nombre est accepté."
        case Scale() | Position() | Open():
            return f"Pas de point{NBSP}: il n’y a pas de bonne réponse."
        case _:
            assert_never(question.task)


SHARES = {1: f"1{NBSP}point", 2: "un demi-point", 3: "un tiers de point", 4: "un quart de point"}


def _share(count: int) -> str:
    return SHARES.get(count, f"1/{count} de{NBSP}point")


def _each(count: int) -> str:
    share = _share(count)
    return f"{share[0].upper()}{share[1:]}"


def in_points(value: float) -> str:
    """Return « 1,4 point », « 2 points »."""
    shown = f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    return f"{shown}{NBSP}{'points' if value >= 2 else 'point'}"  # plural from 2 in French

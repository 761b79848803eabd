"""Versions: whether an answer given yesterday still answers what is asked today.

Answers are kept by question and version. A typo that is mended must keep them; another key, another
number, a « pas » that was missing must ask again. So a version holds what changes the meaning, and
of a wording only what a typo leaves alone: the first letter of each word, and each number whole.

What counts: the kind, the statement, and what there is to tick, order, pair up, sort or fill in, as
it is written, each with its wording and its key; the words of a gap, and a number, are keys, and
count whole. What does not: accents, capitals, punctuation, the rest of the words, a word typed
twice; feedback, hint, source, objective; the model of an open question; the boxes of a
statement, which may depend on the audience. So a version is the same on every medium.

It errs on both sides, seldom: a typo in a first letter asks again, and so does a word added;
« avant » become « après » with the same key does not.
"""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby
from typing import assert_never

from emas.diagnostics.suggest import fold
from emas.document import Blocks, Box, Decision, Inlines, plain_text
from emas.model.question import Question, gaps
from emas.model.task import (
    Gaps,
    Matching,
    Number,
    Open,
    Ordering,
    Position,
    Scale,
    Sorting,
    Ticking,
)

LENGTH = 8
"""Hexadecimal digits: one chance in four thousand million that a change is not seen."""

WORD = re.compile(r"\d+|[^\W\d_]+")
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})


def question_version(question: Question) -> str:
    """Return the version of a question, as eight hexadecimal digits."""
    return _hash(question.kind, _gist(question.statement), list(_asked(question)))


def _asked(question: Question) -> Iterator[object]:
    """Yield what counts of each thing to tick, order, pair up, sort, fill or choose."""
    match question.task:
        case Ticking(answers=answers):
            yield from ((answer.right, _gist(answer.label)) for answer in answers)
        case Ordering(items=items):
            yield from (_gist(item.label) for item in items)
        case Matching(pairs=pairs):
            yield from ((_gist(pair.left), _gist(pair.right)) for pair in pairs)
        case Sorting(entries=entries, categories=names):
            yield from ((_gist(entry.label), _gist(names[entry.category])) for entry in entries)
        case Gaps(strict=strict):
            yield from ((strict, gap.accepted) for gap in gaps(question))
        case Number(value=value, tolerance=tolerance, unit=unit):
            yield (f"{value.normalize():f}", f"{tolerance.normalize():f}", unit)
        case Scale(labels=labels):
            yield from (_gist(label) for label in labels)
        case Position() | Open():
            pass
        case _:
            assert_never(question.task)


def decision_version(decision: Decision) -> str:
    """Return the version of a decision; where its choices lead does not count."""
    choices = [(choice.verdict, _gist(choice.label)) for choice in decision.choices]
    return _hash("decision", _gist(decision.title), _gist(decision.blocks), choices)


def _gist(nodes: Blocks | Inlines) -> str:
    """Return what a typo leaves alone in a text: « Après 24 mois. » gives « a 24 m »."""
    text = plain_text(tuple(node for node in nodes if not isinstance(node, Box)))
    words = (word for word, _ in groupby(WORD.findall(fold(text).translate(LIGATURES))))
    return " ".join(word if word.isdecimal() else word[0] for word in words)


def _hash(*parts: object) -> str:
    return sha256(json.dumps(parts).encode()).hexdigest()[:LENGTH]

"""Versions: whether an answer given yesterday still answers what is asked today.

Answers are kept by question and version. A typo that is mended must keep them; another key, another
number, a « pas » that was missing must ask again. So a version holds what changes the meaning, and
of a wording only what a typo leaves alone: the first letter of each word, and each number whole.

What counts: the kind, the statement, and the answers in the order they are written, each with its
wording and whether it is right. What does not: accents, capitals, punctuation, the rest of the
words, a word typed twice; feedback, hint, source, objective; and the boxes of a statement, which
may depend on the audience. So a version is the same on every medium.

It errs on both sides, seldom: a typo in a first letter asks again, and so does a word added;
« avant » become « après » with the same key does not.
"""

import json
import re
from hashlib import sha256
from itertools import groupby

from emas.diagnostics.suggest import fold
from emas.document import Blocks, Box, Decision, Inlines, plain_text
from emas.model.question import Question

LENGTH = 8
"""Hexadecimal digits: one chance in four thousand million that a change is not seen."""

WORD = re.compile(r"\d+|[^\W\d_]+")
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})


def question_version(question: Question) -> str:
    """Return the version of a question, as eight hexadecimal digits."""
    answers = [(answer.right, _gist(answer.label)) for answer in question.answers]
    return _hash(question.kind, _gist(question.statement), answers)


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

"""What our own exports add to a question so that nothing is lost: tags, and sentences to learners.

Read back, they give what they were made of; `writers/lms/texts.py` writes them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from emas.document import Block, Blocks, BulletList, Paragraph, Strong, plain_text
from emas.model import Kind
from emas.readers.values import IDENTIFIER

OBJECTIVE, KIND = "objectif:", "genre:"

COLUMNS = re.compile(r"À gauche : (.+) ; à droite : (.+)\.")
PRIVATE = "Ne nommez aucun élève. Répondez pour vous, sur une feuille : rien n’est envoyé."
COLLECTED = "Ne nommez aucun élève. La plateforme garde votre réponse."
CHOOSE = "Choisissez pour vous : rien n’est envoyé."
EXAMPLE = "Un exemple"
BETWEEN = ["2 sur 5", "3 sur 5", "4 sur 5"]
"""What stands for the points without a name of a scale of five."""


@dataclass(frozen=True, slots=True)
class Tags:
    """What the tags of a question say: ids or nothing, then those that mean nothing here."""

    objective: str
    kind: str
    others: tuple[str, ...]


def read_tags(tags: Iterable[str]) -> Tags:
    """Return what `tags` say."""
    objective = kind = ""
    others: list[str] = []
    for tag in tags:
        name = tag.partition(":")[2].strip()
        if tag.startswith(OBJECTIVE) and IDENTIFIER.fullmatch(name):
            objective = objective or name
        elif tag.startswith(KIND) and name in list(Kind):
            kind = kind or name
        else:
            others.append(tag)
    return Tags(objective, kind, tuple(others))


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement without our sentences: the titles of two columns, what is said afterwards."""

    statement: Blocks
    titles: tuple[str, str] | None = None
    after: Blocks = ()


def without_marks(statement: Blocks) -> Asked:
    """Return what our sentences in `statement` say, and the rest of it."""
    for rank, block in enumerate(statement):
        words = _words(block)
        before, after = statement[:rank], statement[rank + 1 :]
        if words in (PRIVATE, COLLECTED):
            return Asked(before, after=without_example(after))
        if words == CHOOSE and isinstance(before[-1:][0] if before else None, BulletList):
            return Asked(before[:-1], after=after)
    if statement and (columns := COLUMNS.fullmatch(_words(statement[-1]))):
        return Asked(statement[:-1], titles=(columns[1], columns[2]))
    return Asked(statement)


def without_example(blocks: Blocks) -> Blocks:
    """Return `blocks` without the title that our exports give to a model answer."""
    match blocks:
        case (Paragraph(children=(Strong(),)) as first, *rest) if _words(first) == EXAMPLE:
            return tuple(rest)
    return blocks


def _words(block: Block) -> str:
    return " ".join(plain_text((block,)).split()) if isinstance(block, Paragraph) else ""

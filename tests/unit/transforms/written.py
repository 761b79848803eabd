"""Blocks and values written the way authors write them."""

from pathlib import PurePosixPath

from emas.diagnostics import Span, file_start
from emas.document import Blocks
from emas.model import Question, Reading, Source, Term, Vocabulary
from emas.readers.markdown import read_markdown
from emas.readers.source import SourceFile

FILE = PurePosixPath("modules/essai/01-lire.md")
SPAN: Span = file_start(FILE)
VOCABULARY = Vocabulary(
    families={"autisme": "Autisme"},
    audiences={"aesh": "AESH", "direction": "Direction"},
    levels={"college": "Collège", "lycee": "Lycée"},
    domains={"temps": "Temps"},
    licences={"CC0": "CC0"},
)


def blocks(markdown: str) -> Blocks:
    """Return the blocks of a text without mistakes."""
    read = read_markdown(SourceFile(FILE, markdown), VOCABULARY, prefix="lire")
    assert read.diagnostics == ()
    return read.blocks


def question(markdown: str) -> Question:
    (found,) = read_markdown(SourceFile(FILE, markdown), VOCABULARY, prefix="lire").questions
    return found


def source(identifier: str, reading: Reading = Reading.PRIMARY) -> Source:
    return Source(identifier, "HAS", "Titre", "2026", "", "", reading, None, None, SPAN)


def term(identifier: str, word: str, *variants: str) -> Term:
    return Term(identifier, word, "", "Définition.", variants, SPAN)

"""Texts read as a file of a small project would be."""

from pathlib import PurePosixPath

from emas.model import Vocabulary
from emas.readers.markdown import Read, read_markdown
from emas.readers.source import SourceFile

PATH = PurePosixPath("modules/essai/01-etape.md")
VOCABULARY = Vocabulary(
    families={"autisme": "Autisme"},
    audiences={"aesh": "AESH", "direction": "Direction"},
    levels={"maternelle": "Maternelle", "college": "Collège"},
    domains={"temps": "Temps", "social": "Social"},
    licences={"cc-by-sa-4-0": "CC BY-SA 4.0"},
)


def read(text: str) -> Read:
    """Return `text` read as the body of a step, without front matter."""
    return read_markdown(SourceFile(PATH, text), VOCABULARY, prefix="etape")


def codes(text: str) -> list[tuple[str, int]]:
    """Return the code and the line of what is wrong in `text`, in the order of the lines."""
    return sorted(
        ((str(item.code), item.span.line) for item in read(text).diagnostics),
        key=lambda told: (told[1], told[0]),
    )

"""Where each block of a module is in its outputs, or why it is not: read from finished files."""

from emas.coverage.places import Output, Place, Sheet, coverage
from emas.coverage.reading import (
    deck_text,
    html_text,
    pdf_text,
    read_outputs,
    read_sheets,
    steps_text,
)
from emas.coverage.sheets import sheet_coverage

__all__ = [
    "Output", "Place", "Sheet", "coverage", "deck_text", "html_text", "pdf_text", "read_outputs",
    "read_sheets", "sheet_coverage", "steps_text",
]  # fmt: skip

"""Handouts: tagged PDF, by Typst."""

from pathlib import PurePosixPath

from emas.model import Edition
from emas.theme import Theme
from emas.writers.handouts.booklet import booklet
from emas.writers.handouts.compile import compile_pdf
from emas.writers.handouts.look import settings, standard
from emas.writers.written import Written

__all__ = ["write"]


def write(edition: Edition, theme: Theme) -> Written:
    """Return the participant booklet of `edition`, as PDF/UA-1 and PDF/A-2a.

    There is no file, but a diagnostic SOR001, when Typst has anything to say against it.
    """
    path = PurePosixPath(f"{edition.module.id}{edition.variant.suffix}", "livret.pdf")
    data = {"livret.json": booklet(edition), "reglages.json": settings(theme, standard(theme))}
    return compile_pdf(path, "livret.typ", data, edition, theme)

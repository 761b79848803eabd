"""Visual supports of our own drawing, printed to scale."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from emas.diagnostics import Span, file_start
from emas.model import Catalogue
from emas.theme import Theme
from emas.transforms.typography import space
from emas.writers.handouts.compile import Document, as_json, typeset
from emas.writers.handouts.context import Data
from emas.writers.handouts.look import mono, settings
from emas.writers.site import hrefs
from emas.writers.supports import words
from emas.writers.supports.words import SUPPORTS, Support
from emas.writers.written import Written

BODY_PT = 11
"""Supports have real measures: their text does not follow the size that a theme gives booklets."""


def write(catalogue: Catalogue, dated: date, theme: Theme) -> Iterator[Written]:
    """Yield every support as a PDF, for a `catalogue` already spaced."""
    look = replace(mono(theme), body_pt=BODY_PT)
    shared = {"reglages.json": as_json(settings(theme, look))}
    for support in SUPPORTS:
        path = PurePosixPath(f"{support.id}.pdf")
        data = {**shared, "donnees.json": as_json(_data(support, catalogue, dated))}
        yield typeset(Document(path, f"{support.id}.typ", data, dated), theme, _explained)


def _explained(message: str) -> tuple[Span, str]:
    return file_start(PurePosixPath("build/supports")), message


def _data(support: Support, catalogue: Catalogue, dated: date) -> Data:
    title = space(support.title)
    return {
        "title": title,
        "named": title,
        "kind": space(words.KIND),
        "summary": space(support.summary),
        "team": catalogue.team.name,
        "date": [dated.year, dated.month, dated.day],
        "footer": ["", ""],
        "control": space(words.CONTROL),
        "credit": space(f"{support.title} : {words.CREDIT}"),
        "guide": space(words.GUIDE),
        "notice": [
            {"title": space(name), "lines": [space(line) for line in lines]}
            for name, lines in support.notice.items()
        ],
        "related": space(words.RELATED),
        "adaptations": list(_adaptations(support, catalogue)),
        "words": _spaced(support.labels),
    }


def _adaptations(support: Support, catalogue: Catalogue) -> Iterator[Data]:
    """Yield those of the project that the support helps with, with their address if it has one."""
    site = catalogue.team.site.rstrip("/")
    known = {shared.id: shared for shared in catalogue.adaptations}
    for shared in (known[name] for name in support.adaptations if name in known):
        page = hrefs.address(hrefs.domain_uri(shared.domain))
        yield {"title": shared.title, "href": f"{site}/{page}#{shared.id}" if site else ""}


def _spaced(labels: Any) -> Any:
    """Return `labels` with French spaces; the names of drawings have nothing to space."""
    if isinstance(labels, str):
        return space(labels)
    if isinstance(labels, dict):
        return {name: _spaced(label) for name, label in labels.items()}
    return [_spaced(label) for label in labels]

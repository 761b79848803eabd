"""Decks and booklets that have been built: what a module's page offers to take away."""

from pathlib import Path

from emas.writers.site import Download

DECKS = (".pptx", ".html")
"""The files of a deck."""

SHEETS = (".pdf", ".txt")
"""The files of what is printed, and of what is copied from it."""

EDITED = " (modifié"
"""What the name of a copy edited by hand holds: kept for its author, never published."""


def built_files(build: Path, module: str) -> dict[Download, Path]:
    """Return the files of `module` in the folder `build`; a preview comes before any."""
    decks = (build / "diapos").glob(f"{module}*.*")
    found = [
        *(path for path in decks if path.suffix in DECKS and _is_of(path.stem, module)),
        *(path for path in (build / "livrets" / module).glob("*") if path.suffix in SHEETS),
    ]
    made = sorted(path for path in found if EDITED not in path.name)
    return {Download(path.name, path.stat().st_size): path for path in made}


def built_paper(build: Path) -> dict[Download, Path]:
    """Return the documents of the whole project in the folder `build`."""
    found = sorted((build / "supports").glob("*.pdf"))
    return {
        Download(path.name, path.stat().st_size): path for path in found if EDITED not in path.name
    }


def _is_of(stem: str, module: str) -> bool:
    """Tell « autisme--aesh » from « autisme-2 »."""
    return stem.split("--")[0] == module

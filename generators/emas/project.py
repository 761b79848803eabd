"""Where a project is, and which files it has."""

from dataclasses import dataclass
from pathlib import Path

from emas import theme


class ProjectNotFoundError(Exception):
    """No folder from here upwards is a project."""

    def __init__(self, start: Path) -> None:
        super().__init__(
            f"aucun projet ici ni au-dessus : le dossier « content » et le fichier"
            f" « mkdocs.yml » manquent à partir de {start}"
        )


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of a project."""

    root: Path

    @property
    def theme(self) -> Path:
        """The theme: the project's own, else the one that comes with the program."""
        own = self.root / "themes" / "emas"
        return own if (own / "tokens.yml").is_file() else theme.locate()

    @property
    def build(self) -> Path:
        """What is published."""
        return self.root / "build"

    @property
    def data(self) -> Path:
        """What is gathered: answers and headcounts, never a name; no build cleans it."""
        return self.root / "donnees"

    @property
    def work(self) -> Path:
        """Cache, staging and snapshots."""
        return self.root / ".emas"


def find(start: Path) -> Project:
    """Return the project that holds `start`.

    Raises:
        ProjectNotFoundError: if there is none.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / "content").is_dir() and (folder / "mkdocs.yml").is_file():
            return Project(folder)
    raise ProjectNotFoundError(here)

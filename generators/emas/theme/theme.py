"""A theme: all that gives an output its look, checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from emas.theme.colours import Kind, KindStyle, Pair, Palette
from emas.theme.sizes import Paper, Site, Slides


@dataclass(frozen=True, slots=True)
class Theme:
    """Values of `tokens.yml`. `folder` holds what each medium adds, and is not compared."""

    name: str
    light: Palette
    dark: Palette
    mono: Palette
    kinds: Mapping[Kind, KindStyle]
    pairs: tuple[Pair, ...]
    paper: Paper
    slides: Slides
    site: Site
    folder: Path = field(compare=False)

    @property
    def fonts_folder(self) -> Path:
        """The folder that the paths of fonts start from."""
        return self.folder / "polices"

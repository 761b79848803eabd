"""The theme: colours, words, fonts and sizes, read from `tokens.yml` and given to each medium.

The modules `css`, `typst` and `pptx` turn a theme into what a medium reads.
"""

from emas.theme.colours import ACCENTS, Colour, Kind, KindStyle, Pair, Palette
from emas.theme.place import locate
from emas.theme.problems import Problem, ThemeError
from emas.theme.sizes import (
    Band,
    Body,
    Font,
    FontFile,
    Paper,
    Rule,
    Site,
    Slides,
    Spacing,
)
from emas.theme.theme import Theme
from emas.theme.tokens import read

__all__ = [
    "ACCENTS",
    "Band",
    "Body",
    "Colour",
    "Font",
    "FontFile",
    "Kind",
    "KindStyle",
    "Pair",
    "Palette",
    "Paper",
    "Problem",
    "Rule",
    "Site",
    "Slides",
    "Spacing",
    "Theme",
    "ThemeError",
    "locate",
    "read",
]

"""What a handout looks like: the values of a theme for one palette, font and size of page."""

from dataclasses import dataclass
from typing import cast

from emas.theme import Theme, typst
from emas.writers.handouts.context import Data

HEIGHT_CM = {"a4": 29.7, "a5": 21.0}
"""Height of the formats a booklet may have."""

SHORT_SHARE = 0.45
"""A block no higher than this share of a page is not broken over two pages."""

PICTURE_SHARE = 0.32
"""A picture is never higher than this share of a page."""


@dataclass(frozen=True, slots=True)
class Look:
    """The choices left open by a theme; `palette`, `font` and `format` are keys of its values."""

    palette: str
    font: str
    format: str
    margin_cm: float
    body_pt: float


def standard(theme: Theme) -> Look:
    """Return the look of the ordinary booklet."""
    paper = theme.paper
    return Look("clair", paper.fonts[0].id, paper.format.lower(), paper.margin_cm, paper.body_pt)


def settings(theme: Theme, look: Look) -> Data:
    """Return the values that the templates read, under the keys of `tokens.yml`."""
    values = typst.values(theme)
    palettes, fonts = cast(Data, values["couleurs"]), cast(Data, values["polices"])
    height = HEIGHT_CM[look.format] - 2 * look.margin_cm
    return {
        **cast(Data, values["papier"]),
        "couleurs": palettes[look.palette],
        "genres": values["genres"],
        "police": fonts[look.font],
        "format": look.format,
        "marge-cm": look.margin_cm,
        "corps-pt": look.body_pt,
        "bloc-court-cm": round(height * SHORT_SHARE, 2),
        "image-haute-cm": round(height * PICTURE_SHARE, 2),
    }

"""What a handout looks like: the values of a theme for one palette, font and size of page."""

from dataclasses import dataclass, replace
from typing import cast

from emas.theme import Theme, typst
from emas.writers.handouts.context import Data

PAGES_CM = {"a4": (21.0, 29.7), "a5": (14.8, 21.0)}
"""Width and height of the formats a handout may have."""

SHORT_SHARE, SMALL_PAGE_SHARE, SMALL_PAGE = 0.45, 0.85, 40
"""A block no higher than this share of a page is not broken over two pages.

The second one is for pages that hold fewer lines than the third: large print, plain words, A5.
"""

PICTURE_SHARE, LARGE_PICTURE = 0.32, 0.5
"""A picture is never higher than this share of a page; the second one is for large print."""

SIGN_EM = 0.487
"""Mean width of a sign, in sizes of text."""

CM_PER_PT = 2.54 / 72

MONO = "noir-et-blanc"


@dataclass(frozen=True, slots=True)
class Look:
    """The choices left open by a theme; `palette`, `font` and `format` are keys of its values.

    A `stacked` look puts one thing under another where an ordinary page has room for both, and
    has no small text.
    """

    palette: str
    font: str
    format: str
    margin_cm: float
    body_pt: float
    stacked: bool = False

    @property
    def line(self) -> int:
        """Signs on a line."""
        width = PAGES_CM[self.format][0] - 2 * self.margin_cm
        return round(width / (self.body_pt * CM_PER_PT * SIGN_EM))


def standard(theme: Theme) -> Look:
    """Return the look of the ordinary booklet."""
    paper = theme.paper
    return Look("clair", paper.fonts[0].id, paper.format.lower(), paper.margin_cm, paper.body_pt)


def large(theme: Theme) -> Look:
    """Return the look of the booklet in large print."""
    return replace(standard(theme), body_pt=theme.paper.large_pt, stacked=True)


def mono(theme: Theme) -> Look:
    """Return the look of the booklet for a black and white copier."""
    return replace(standard(theme), palette=MONO)


def plain(theme: Theme) -> Look:
    """Return the look of the booklet in plain words."""
    return replace(standard(theme), body_pt=theme.paper.plain_pt)


def small(theme: Theme) -> Look:
    """Return the look of the A5 booklet."""
    paper = theme.paper
    return replace(
        standard(theme), format="a5", margin_cm=paper.a5_margin_cm, body_pt=paper.a5_body_pt
    )


def settings(theme: Theme, look: Look) -> Data:
    """Return the values that the templates read, under the keys of `tokens.yml`."""
    values = typst.values(theme)
    palettes, fonts = cast(Data, values["couleurs"]), cast(Data, values["polices"])
    height = PAGES_CM[look.format][1] - 2 * look.margin_cm
    line_cm = look.body_pt * CM_PER_PT * theme.paper.line_spacing
    short = SHORT_SHARE if height / line_cm > SMALL_PAGE else SMALL_PAGE_SHARE
    return {
        **cast(Data, values["papier"]),
        "couleurs": palettes[look.palette],
        "genres": values["genres"],
        "police": fonts[look.font],
        "format": look.format,
        "marge-cm": look.margin_cm,
        "corps-pt": look.body_pt,
        "empile": look.stacked,
        "noir-et-blanc": look.palette == MONO,
        "bloc-court-cm": round(height * short, 2),
        "bloc-court-lignes": round(height * short / line_cm, 1),
        "page-lignes": round(height / line_cm, 1),
        "image-haute-cm": round(height * (LARGE_PICTURE if look.stacked else PICTURE_SHARE), 2),
        "petit-em": 1 if look.stacked else theme.paper.small_em,
    }

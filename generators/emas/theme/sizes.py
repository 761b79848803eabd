"""Fonts and sizes of each medium.

Lengths carry their unit in their name; `em` is a multiple of the size of the text, `rem` of the
size of the page's text.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from emas.theme.colours import Kind


@dataclass(frozen=True, slots=True)
class FontFile:
    """One file of a font. `path` is relative to `polices/`; `weight` is `400` or `200 800`."""

    path: PurePosixPath
    weight: str
    italic: bool


@dataclass(frozen=True, slots=True)
class Font:
    """A font family, with the licences that travel with it; without files, a system font."""

    id: str
    name: str
    files: tuple[FontFile, ...] = ()
    licences: tuple[PurePosixPath, ...] = ()

    @property
    def web_files(self) -> tuple[FontFile, ...]:
        """The files for browsers; Typst reads the others, and ignores these."""
        return tuple(file for file in self.files if file.path.suffix == ".woff2")


class Stroke(StrEnum):
    """How the edge of a box is drawn without colours; the value is the word of `tokens.yml`."""

    SOLID = "plein"
    DASHED = "tirets"
    DOTTED = "points"
    MIXED = "mixte"
    THICK = "epais"


@dataclass(frozen=True, slots=True)
class Motif:
    """What tells a kind of content apart without colour: a sign before its word, and an edge."""

    sign: str
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Paper:
    """Sizes of the handouts. `line_spacing` goes from baseline to baseline, in sizes of text."""

    fonts: tuple[Font, ...]
    fallback: tuple[str, ...]
    format: str
    margin_cm: float
    body_pt: float
    large_pt: float
    plain_pt: float
    line_spacing: float
    headings_em: tuple[float, ...]
    small_em: float
    rule_pt: float
    edge_pt: float
    inset_em: float
    writing_line_cm: float
    tick_box_em: float
    qr_cm: float
    a5_margin_cm: float
    a5_body_pt: float
    motifs: Mapping[Kind, Motif]


@dataclass(frozen=True, slots=True)
class Band:
    """A strip of a slide between its margins, and the size of its text."""

    top_in: float
    height_in: float
    size_pt: float


@dataclass(frozen=True, slots=True)
class Rule:
    """The short line under a slide's title."""

    top_in: float
    width_in: float
    thickness_in: float


@dataclass(frozen=True, slots=True)
class Body:
    """A layout's text: its size, and the space before a paragraph."""

    size_pt: float
    before_pt: float


@dataclass(frozen=True, slots=True)
class Slides:
    """Sizes of the decks."""

    font: Font
    width_in: float
    height_in: float
    margin_in: float
    gutter_in: float
    edge_in: float
    breadcrumb: Band
    title: Band
    rule: Rule
    body_top_in: float
    body_height_in: float
    roomy: Body
    normal: Body
    dense: Body
    line_spacing: float
    minimum_pt: float
    table_pt: tuple[float, ...]
    cover_pt: float
    section_pt: float
    key_message_pt: float
    subtitle_pt: float
    stem_pt: float
    explanation_pt: float
    option_pt: float
    label_pt: float
    caption_pt: float
    footer: Band


@dataclass(frozen=True, slots=True)
class Spacing:
    """The wide spacing a reader may ask for (WCAG 2.2, 1.4.12)."""

    line_spacing: float
    letters_em: float
    words_em: float
    paragraphs_em: float


@dataclass(frozen=True, slots=True)
class Site:
    """Sizes of the site. `target_px` is the least side of what one taps."""

    fonts: tuple[Font, ...]
    fallback: tuple[str, ...]
    sizes_rem: tuple[float, ...]
    line_spacing: float
    measure_ch: float
    target_px: float
    outline_px: float
    outline_offset_px: float
    edge_px: float
    radius_px: float
    wide: Spacing

"""The theme for Typst templates, which read it as JSON."""

from typing import TypeAlias

from emas.theme.colours import Palette
from emas.theme.sizes import Font
from emas.theme.theme import Theme

Json: TypeAlias = str | float | list["Json"] | dict[str, "Json"]


def values(theme: Theme) -> dict[str, Json]:
    """Return colours, words and sizes under the keys of `tokens.yml`.

    JSON has no lengths: a key ends with its unit (`marge-cm`), and the template multiplies by it.
    Colours are `#RRGGBB`, to be given to `rgb()`; a palette is `clair` or `noir-et-blanc`.
    """
    return {
        "couleurs": {"clair": _palette(theme.light), "noir-et-blanc": _palette(theme.mono)},
        "genres": _kinds(theme),
        "polices": {font.id: _family(font, theme.paper.fallback) for font in theme.paper.fonts},
        "papier": _paper(theme),
    }


def _palette(palette: Palette) -> dict[str, Json]:
    return {str(colour): value for colour, value in palette.items()}


def _kinds(theme: Theme) -> dict[str, Json]:
    return {
        str(kind): {"mot": style.word, "couleur": str(style.colour), "fond": str(style.tint)}
        for kind, style in theme.kinds.items()
    }


def _family(font: Font, fallback: tuple[str, ...]) -> list[Json]:
    return [font.name, *fallback]


def _paper(theme: Theme) -> dict[str, Json]:
    paper = theme.paper
    return {
        "police": paper.fonts[0].id,
        "format": paper.format.lower(),
        "marge-cm": paper.margin_cm,
        "corps-pt": paper.body_pt,
        "gros-caracteres-pt": paper.large_pt,
        "version-simple-pt": paper.plain_pt,
        "interligne": paper.line_spacing,
        "titres-em": list(paper.headings_em),
        "petit-em": paper.small_em,
        "filet-pt": paper.rule_pt,
        "bord-pt": paper.edge_pt,
        "retrait-em": paper.inset_em,
        "ligne-a-ecrire-cm": paper.writing_line_cm,
        "case-a-cocher-em": paper.tick_box_em,
        "qr-cm": paper.qr_cm,
        "motifs": {
            str(kind): {"signe": motif.sign, "trait": str(motif.stroke)}
            for kind, motif in paper.motifs.items()
        },
        "livret-a5": {"marge-cm": paper.a5_margin_cm, "corps-pt": paper.a5_body_pt},
    }

"""Lines as DrawingML paragraphs.

No size is written on a run, tables apart: it comes from the layout, so that a trainer can restyle
a deck. Source: ECMA-376 part 1, 21.1.2.2 (paragraphs) and 21.1.2.3 (runs).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from emas.theme import Colour, Theme
from emas.writers.slides.deck import Line, Marker, Run
from emas.writers.slides.drawing import LANGUAGE, colour, emu
from emas.writers.slides.metrics import INDENTS_IN, LEVELS, NUMBER_IN

BULLET_IN = 0.25
"""Indent of each level where no layout gives one: notes and tables."""

NONE = "<a:buNone/>"
NUMBERED = '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{start}/>'

OWN_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)
"""A link has the colour written on its run, not that of the theme: some grounds are dark."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads, as attributes: the relationship, and maybe what to do with it."""

    attributes: str

    def element(self, inside: str = "") -> str:
        """Return the link, for a run or for a whole shape."""
        return f"<a:hlinkClick {self.attributes}>{inside}</a:hlinkClick>"


@dataclass(frozen=True, slots=True)
class Looks:
    """What a paragraph does not inherit. `link` says where an address or an anchor leads.

    `colour` is written on each run of a table, whose text inherits none; `linked` is that of
    links. `bare` places (notes, tables) have no list style: their bullets are written out.
    """

    theme: Theme
    link: Callable[[str, str], Target | None]
    accent: Colour = Colour.INK
    linked: Colour = Colour.LINK
    colour: Colour | None = None
    size_pt: float | None = None
    bare: bool = False
    align: str = ""
    number_in: float = NUMBER_IN


def paragraphs(lines: Iterable[Line], looks: Looks) -> str:
    """Return `lines` as paragraphs; an empty one if there are none, since a text needs one."""
    return "".join(_paragraph(line, looks) for line in lines) or _paragraph(Line(()), looks)


def _paragraph(line: Line, looks: Looks) -> str:
    content = "".join(_run(run, looks) for run in line.runs)
    end = f'<a:endParaRPr lang="{LANGUAGE}"{_size(looks)}/>'
    return f"<a:p>{_properties(line, looks)}{content}{end}</a:p>"


def _size(looks: Looks) -> str:
    return f' sz="{round(looks.size_pt * 100)}"' if looks.size_pt else ""


def _properties(line: Line, looks: Looks) -> str:
    level = min(line.level, LEVELS - 1)
    start = f' startAt="{line.number}"' if line.number > 1 else ""
    attributes = f' lvl="{level}"' if level else ""
    margin = emu(BULLET_IN * (level + 1) if looks.bare else INDENTS_IN[level])
    hanging = emu(BULLET_IN)
    bullet = ""
    match line.marker:
        case Marker.NONE:
            attributes += f' marL="{margin if level else 0}" indent="0"'
            bullet = NONE
        case Marker.NUMBER:
            margin += emu(looks.number_in)
            hanging = emu(looks.number_in + INDENTS_IN[0])
            attributes += f' marL="{margin}" indent="{-hanging}"'
            bullet = NUMBERED.format(start=start)
        case Marker.BULLET if looks.bare:
            attributes += f' marL="{margin}" indent="{-hanging}"'
            bullet = '<a:buChar char="•"/>'
        case Marker.BULLET | Marker.LETTER:
            pass
    align = f' algn="{looks.align}"' if looks.align else ""
    return f"<a:pPr{attributes}{align}>{bullet}</a:pPr>"


def _run(run: Run, looks: Looks) -> str:
    attributes = f'lang="{LANGUAGE}"{_size(looks)}'
    for name, value, wanted in (("b", "1", run.bold), ("i", "1", run.italic)):
        attributes += f' {name}="{value}"' if wanted else ""
    attributes += ' strike="sngStrike"' if run.strike else ""
    target = looks.link(run.href, run.to)
    inside = _fill(run, looks, target is not None)
    inside += target.element(OWN_COLOUR) if target else ""
    properties = f"<a:rPr {attributes}>{inside}</a:rPr>" if inside else f"<a:rPr {attributes}/>"
    broken = f"<a:br><a:rPr {attributes}/></a:br>"
    return broken.join(
        f"<a:r>{properties}<a:t>{escape(piece)}</a:t></a:r>" if piece else ""
        for piece in run.text.split("\n")
    )


def _fill(run: Run, looks: Looks, linked: bool) -> str:
    worn = looks.linked if linked else looks.accent if run.accent else run.colour or looks.colour
    return colour(looks.theme, worn) if worn else ""

"""Lines as DrawingML paragraphs.

No size is written on a run, tables apart: it comes from the layout, so that a trainer can restyle
a deck. Source: ECMA-376 part 1, 21.1.2.2 (paragraphs) and 21.1.2.3 (runs).
"""

from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from emas.writers.slides.deck import Line, Marker, Run
from emas.writers.slides.drawing import LANGUAGE, NAMESPACES, emu
from emas.writers.slides.metrics import INDENTS_IN, LEVELS, NUMBER_IN

BULLET_IN = 0.25
"""Indent of each level where no layout gives one: notes and tables."""

NONE = "<a:buNone/>"
NUMBERED = '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{start}/>'


@dataclass(frozen=True, slots=True)
class Looks:
    """What a paragraph does not inherit. `link` gives the relationship of an address.

    `accent` and `colour` are fills. `bare` places (notes, tables) have no list style: their
    bullets are written out.
    """

    link: Callable[[str], str]
    accent: str = ""
    colour: str = ""
    size_pt: float | None = None
    bare: bool = False
    align: str = ""


def paragraph(line: Line, looks: Looks) -> str:
    """Return `line` as a paragraph that can be parsed by itself."""
    content = "".join(_run(run, looks) for run in line.runs)
    size = f' sz="{round(looks.size_pt * 100)}"' if looks.size_pt else ""
    end = f'<a:endParaRPr lang="{LANGUAGE}"{size}/>'
    return f"<a:p {NAMESPACES}>{_properties(line, looks)}{content}{end}</a:p>"


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
            margin += emu(NUMBER_IN)
            hanging = emu(NUMBER_IN + INDENTS_IN[0])
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
    size = f' sz="{round(looks.size_pt * 100)}"' if looks.size_pt else ""
    attributes = f'lang="{LANGUAGE}"{size}'
    for name, value, wanted in (("b", "1", run.bold), ("i", "1", run.italic)):
        attributes += f' {name}="{value}"' if wanted else ""
    attributes += ' strike="sngStrike"' if run.strike else ""
    fill = looks.accent if run.accent else looks.colour
    link = f"<a:hlinkClick r:id={quoteattr(looks.link(run.href))}/>" if run.href else ""
    properties = f"<a:rPr {attributes}>{'' if link else fill}{link}</a:rPr>"
    pieces = run.text.split("\n")
    broken = f"<a:br><a:rPr {attributes}/></a:br>"
    return broken.join(
        f"<a:r>{properties}<a:t>{escape(piece)}</a:t></a:r>" if piece else "" for piece in pieces
    )

"""Lines of a slide or of its notes as elements: paragraphs and nested lists."""

from collections.abc import Callable, Iterator, Sequence
from xml.etree.ElementTree import Element

from emas.writers.site.elements import Child, classed, element, fill
from emas.writers.slides.deck import Line, Marker, Run
from emas.writers.slides.metrics import LEVELS

Address = Callable[[Run], str]
"""Gives where a run leads, or nothing."""


def blocks(lines: Sequence[Line], address: Address, bold: bool = True) -> list[Element]:
    """Return `lines` as elements; without `bold`, what holds them says that they are."""
    return list(_level(list(lines), 0, address, bold))


def _level(lines: list[Line], level: int, address: Address, bold: bool) -> Iterator[Element]:
    """Yield what `lines`, none above `level`, are. Takes them off the list."""
    while lines:
        line = lines[0]
        if _depth(line) > level:
            yield classed(
                "div", "retrait", *_level(_deeper(lines, level), level + 1, address, bold)
            )
        elif line.marker in (Marker.BULLET, Marker.NUMBER):
            yield _list(lines, level, address, bold)
        else:
            lines.pop(0)
            yield _paragraph(line, address, bold)


def _depth(line: Line) -> int:
    return min(line.level, LEVELS - 1)


def _deeper(lines: list[Line], level: int) -> list[Line]:
    """Take off and return the lines that follow below `level`."""
    count = next((rank for rank, line in enumerate(lines) if _depth(line) <= level), len(lines))
    taken = lines[:count]
    del lines[:count]
    return taken


def _list(lines: list[Line], level: int, address: Address, bold: bool) -> Element:
    """Return the list that begins with the first line, each item with what is below it."""
    first = lines[0]
    start = str(first.number) if first.marker is Marker.NUMBER and first.number > 1 else None
    result = _sized("ol" if first.marker is Marker.NUMBER else "ul", level, {"start": start})
    number = first.number
    while lines and (_depth(lines[0]), lines[0].marker) == (level, first.marker):
        if first.marker is Marker.NUMBER and lines[0].number != number:
            break
        number += 1
        item = element("li", None, *_inline(lines.pop(0).runs, address, bold))
        fill(item, _level(_deeper(lines, level), level + 1, address, bold))
        result.append(item)
    return result


def _paragraph(line: Line, address: Address, bold: bool) -> Element:
    result = _sized("p", _depth(line), {})
    if line.marker is not Marker.LETTER:
        fill(result, _inline(line.runs, address, bold))
        return result
    letter, *rest = line.runs
    result.set("class", "lettre")
    mark = element("b", None, letter.text.removesuffix("\t"))
    fill(result, [mark, " ", element("span", None, *_inline(rest, address, bold))])
    return result


def _sized(tag: str, level: int, attributes: dict[str, str | None]) -> Element:
    """Return an element that is a little smaller below the first level."""
    return element(tag, {"class": f"n{level}" if level else None, **attributes})


def _inline(runs: Sequence[Run], address: Address, bold: bool) -> Iterator[Child]:
    for run in runs:
        yield from _run(run, address, bold)


def _run(run: Run, address: Address, bold: bool) -> list[Child]:
    """Return a run inside the elements that give its looks."""
    content: list[Child] = []
    for rank, piece in enumerate(run.text.split("\n")):
        content += [element("br"), piece] if rank else [piece]
    for tag, wanted in (("s", run.strike), ("em", run.italic), ("strong", run.bold and bold)):
        if wanted:
            content = [element(tag, None, *content)]
    if run.colour:
        content = [classed("span", f"c-{run.colour}", *content)]
    href = address(run)
    if not href:
        return content
    return [element("a", {"href": href, "class": "appel" if run.cite else None}, *content)]

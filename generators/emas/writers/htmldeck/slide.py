"""A slide as a section: its page, in reading order, then what there is to say."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from xml.etree.ElementTree import Element

from emas.document import Align
from emas.writers.htmldeck.lines import Address, blocks
from emas.writers.site.elements import classed, element, fill
from emas.writers.slides.deck import Fill, PictureFill, Run, Slide, TableFill, TextFill
from emas.writers.slides.layouts import (
    BUTTON,
    CAPTION,
    CRUMB,
    FOOTER,
    LABEL,
    NUMBER,
    OPTION,
    OPTIONS,
    OTHER_LABEL,
    PICTURE,
    THIRD_LABEL,
    TIME,
    TITLE,
    Layout,
    Slot,
    Spec,
)

Picture = Callable[[PictureFill, Slot], str]
"""Gives the address of a picture as it is drawn in a slot."""


WORDS = {
    LABEL: "etiquette",
    OTHER_LABEL: "etiquette",
    THIRD_LABEL: "etiquette",
    TIME: "etiquette",
    BUTTON: "bouton",
}
"""The class of the text of some slots, for what is read as a text."""


@dataclass(frozen=True, slots=True)
class Hall:
    """What slides share: how many there are, what stands at their foot, where things are.

    `ranks` are those of the slides that links lead to, from 0; `sources` those of the slides that
    list each source, by its number.
    """

    count: int
    footer: str
    specs: Mapping[Layout, Spec]
    picture: Picture
    ranks: Mapping[str, int]
    sources: Mapping[int, int]

    def address(self, run: Run) -> str:
        """Return where a run leads: an address, a slide of this deck, or nowhere."""
        listed = self.sources.get(run.cite.number) if run.cite else None
        return run.href or self.slide(run.to) or (self.at(listed) if listed is not None else "")

    def slide(self, anchor: str) -> str:
        """Return the address of the slide that has that anchor, or nothing."""
        return self.at(self.ranks[anchor]) if anchor in self.ranks else ""

    def at(self, rank: int) -> str:
        """Return the address of the slide of that rank, from 0."""
        return f"#{rank + 1}"


def name(layout: Layout) -> str:
    """Return the class of the slides of that layout."""
    return layout.name.casefold().replace("_", "-")


def section(slide: Slide, rank: int, level: int, part: str, hall: Hall) -> Element:
    """Return the slide of that rank, from 1, its title as a heading of that level."""
    page = classed("div", f"page {name(slide.layout)}", *_shown(slide, rank, level, hall))
    return element(
        "section",
        {
            "class": "diapo",
            "id": str(rank),
            "role": "group",
            "aria-roledescription": "diapositive",
            "aria-label": f"{rank} sur {hall.count}",
            "data-partie": part,
            "data-debut": str(slide.timing.start_min) if slide.timing else None,
            "data-minutes": str(slide.timing.minutes) if slide.timing else None,
        },
        page,
        *_notes(slide, rank, hall.address),
    )


def _shown(slide: Slide, rank: int, level: int, hall: Hall) -> Iterator[Element]:
    spec = hall.specs[slide.layout]
    slots = {slot.index: slot for slot in spec.slots}
    yield _words(f"h{level}", slots[TITLE], "", slide.title)
    for kind, found in groupby(slide.fills, _together):
        held = [_filled(fill_, slots[fill_.slot], kind, hall) for fill_ in found]
        match kind:
            case "options":
                yield classed("ul", kind, *held)
            case "figure":
                yield element(kind, None, *held)
            case _:
                yield from held
    if slide.crumb:
        yield _words("p", slots[CRUMB], "fil", slide.crumb)
    if NUMBER in slots:
        mention = _words("p", slots[FOOTER], "mention", hall.footer)
        number = _words("p", slots[NUMBER], "numero", str(rank))
        yield classed("footer", "pied", mention, number)


def _words(tag: str, slot: Slot, word: str, text: str) -> Element:
    """Return one text in a slot; the element inside is what goes up or down in it."""
    return element(tag, _placed(slot, word), element("span", None, text))


def _together(fill_: Fill) -> str:
    """Return what a fill makes with its neighbours: the options of a question, a figure."""
    if OPTION <= fill_.slot < OPTION + OPTIONS:
        return "options"
    return "figure" if fill_.slot in (PICTURE, CAPTION) else ""


def _placed(slot: Slot, word: str = "") -> dict[str, str | None]:
    """Return the attributes of what stands in a slot."""
    names = " ".join(filter(None, ("z", f"z{slot.index}", word)))
    return {"class": names, "data-cale": slot.style.anchor if slot.style.anchor != "t" else None}


def _filled(fill_: Fill, slot: Slot, kind: str, hall: Hall) -> Element:
    match fill_:
        case TextFill():
            tag = "li" if kind == "options" else "figcaption" if kind else "div"
            return element(tag, _placed(slot, WORDS.get(fill_.slot, "")), *_text(fill_, hall))
        case PictureFill():
            image = element("img", {"src": hall.picture(fill_, slot), "alt": fill_.alt})
            return element("div", _placed(slot), image)
        case TableFill():
            return _table(fill_, slot, hall.address)


def _text(fill_: TextFill, hall: Hall) -> list[Element]:
    """Return the text of a slot; when all of it is a link, there is none inside."""
    href = hall.slide(fill_.to)
    if not href:
        return blocks(fill_.lines, hall.address)
    return [element("a", {"href": href}, *blocks(fill_.lines, lambda _: ""))]


def _table(fill_: TableFill, slot: Slot, address: Address) -> Element:
    """Return a table; where there is no room for it, it scrolls by itself, hence the focus."""
    columns = element("colgroup", None, *(element("col") for _ in fill_.widths_pt))
    header, *rows = fill_.rows
    head = element("tr")
    for cell, align in zip(header, fill_.aligns, strict=True):
        words = blocks(cell, address, bold=False)
        head.append(element("th", {"scope": "col", **_aligned(align)}, *words))
    body = element("tbody")
    for row in rows:
        line = element("tr")
        for rank, (cell, align) in enumerate(zip(row, fill_.aligns, strict=True)):
            named = fill_.named and rank == 0
            tag, scope = ("th", {"scope": "row"}) if named else ("td", {})
            words = blocks(cell, address, bold=not named)
            line.append(element(tag, {**scope, **_aligned(align)}, *words))
        body.append(line)
    grid = element("table", {"aria-label": fill_.alt}, columns, element("thead", None, head), body)
    around = _placed(slot, "tableau")
    around |= {"role": "group", "aria-label": "Tableau", "tabindex": "0"}
    return element("div", around, grid)


def _aligned(align: Align) -> dict[str, str | None]:
    return {"data-cote": None if align is Align.LEFT else align.value}


def _notes(slide: Slide, rank: int, address: Address) -> Iterator[Element]:
    if slide.notes:
        whose = classed("span", "cache", f" de la diapositive {rank}")
        notes = classed("details", "notes", element("summary", None, "Notes", whose))
        fill(notes, blocks(slide.notes, address))
        yield notes

"""Texts side by side: two columns, each on pages of its own."""

from dataclasses import replace

from emas.diagnostics import Diagnostic, Span
from emas.writers.slides.deck import Fill, Line, Slide, TextFill
from emas.writers.slides.layouts import BODY, LABEL, LONG, OTHER_LABEL, SECOND, Layout, Slot
from emas.writers.slides.metrics import rows, total
from emas.writers.slides.pages import paginated
from emas.writers.slides.runs import label, said
from emas.writers.slides.studio import Studio, flow, too_long

Side = tuple[str, tuple[Line, ...]]
"""A column: its heading, maybe empty, and its lines."""


def columns(
    studio: Studio, layout: Layout, title: str, sides: list[Side], span: Span
) -> list[Slide]:
    """Return two columns a slide; each goes on by itself on the next slide.

    A third one that is left alone is ordinary content.
    """
    found: list[Slide] = []
    for rank in range(0, len(sides), 2):
        pair = sides[rank : rank + 2]
        if len(pair) == 1:
            ((name, lines),) = pair
            found += flow(studio, title, (*((label(name),) if name else ()), *lines))
        else:
            found += _pair(studio, layout, title, pair, span)
    return found


def _pair(studio: Studio, layout: Layout, title: str, pair: list[Side], span: Span) -> list[Slide]:
    headed = _headed(studio, layout, pair)
    if not headed:
        pair = [("", (*((label(name),) if name else ()), *lines)) for name, lines in pair]
    slots = _slots(studio, layout, headed)
    texts = [lines for _, lines in pair]
    if layout in LONG and any(map(_over, texts, slots)):
        layout = LONG[layout]
        slots = _slots(studio, layout, headed)
    pages = [paginated(lines, slot) for lines, slot in zip(texts, slots, strict=True)]
    count = max(map(len, pages))
    found = []
    for turn in range(count):
        fills: list[Fill] = []
        for (name, _), part, head, slot in zip(
            pair, pages, (LABEL, OTHER_LABEL), slots, strict=True
        ):
            if turn < len(part):
                fills += [TextFill(head, (said(name),))] if name else []
                fills += [_fill(part[turn], slot, headed)] if part[turn] else []
        found.append(Slide(layout, title, tuple(fills)))
    if count > 1:
        told = _told(title, pair, slots, f"il prend {count} diapositives", span)
        found[0] = replace(found[0], problems=told)
    return found


def _headed(studio: Studio, layout: Layout, pair: list[Side]) -> bool:
    """Return whether the headings have room above their columns, on one row each."""
    slot = studio.slot(layout, LABEL)
    names = [said(name) for name, _ in pair if name]
    return bool(names) and all(
        rows(n, slot.style.size_pt, slot.width_pt, slot.style.bold) == 1 for n in names
    )


def _slots(studio: Studio, layout: Layout, headed: bool) -> list[Slot]:
    """Return the slots of both columns, as high as the content if they have no heading."""
    slots = [studio.slot(layout, index) for index in (BODY, SECOND)]
    if headed:
        return slots
    top = studio.slot(layout, LABEL).box.top
    return [
        replace(slot, box=slot.box.below(top, slot.box.top + slot.box.height - top))
        for slot in slots
    ]


def _fill(lines: tuple[Line, ...], slot: Slot, headed: bool) -> TextFill:
    return TextFill(slot.index, lines, None if headed else slot.box)


def _over(lines: tuple[Line, ...], slot: Slot) -> bool:
    return total(lines, slot) > slot.height_pt()


def _told(
    title: str, pair: list[Side], slots: list[Slot], then: str, span: Span
) -> tuple[Diagnostic, ...]:
    """Return by how much each column that goes on is too long."""
    return tuple(
        too_long(
            f"La colonne « {name} »" if name else "Une colonne", title, lines, slot, then, span
        )
        for (name, lines), slot in zip(pair, slots, strict=True)
        if _over(lines, slot)
    )

"""Titles that tell every slide from the others, and the thread that says where one is."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from emas.diagnostics import Code, Diagnostic, Span
from emas.theme import Slides
from emas.writers.slides.deck import Line, Part, Run, Slide
from emas.writers.slides.layouts import TITLE, Slot, Spec
from emas.writers.slides.metrics import height, rows, signs_over, width
from emas.writers.slides.runs import said

SEPARATOR = "  ›  "

AIR = 0.93
"""Share of its box that a title on two rows may fill: the thread is just above."""


def unique(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return `parts` with a title of its own for each slide.

    Slides of one part that share a title are its pages: « (1/2) ». A title met in an earlier part
    is followed by the name of its own.
    """
    taken: set[str] = set()
    found: list[Part] = []
    for part in parts:
        pages = Counter(slide.title for slide in part.slides)
        ranks: Counter[str] = Counter()
        slides: list[Slide] = []
        names: set[str] = set()
        for slide in part.slides:
            ranks[slide.title] += 1
            title = slide.title
            if title in taken and part.name != title:
                title = f"{title} – {part.name}"
            names.add(slide.title)
            count = pages[slide.title]
            numbered = f"{title} ({ranks[slide.title]}/{count})" if count > 1 else title
            slides.append(replace(slide, title=numbered))
        taken |= names
        found.append(replace(part, slides=tuple(slides)))
    return _told_apart(found)


def _told_apart(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return `parts`, with a rank after a title that is still met twice."""
    met: Counter[str] = Counter()
    found = []
    for part in parts:
        slides = []
        for slide in part.slides:
            met[slide.title] += 1
            rank = met[slide.title]
            slides.append(replace(slide, title=f"{slide.title} ({rank})") if rank > 1 else slide)
        found.append(replace(part, slides=tuple(slides)))
    return tuple(found)


def settled(slide: Slide, spec: Spec, sizes: Slides, span: Span) -> Slide:
    """Return `slide` with its thread, and its title at a scale at which it fits.

    Words of the thread that have no room are said at the start of the notes.
    """
    room = (sizes.width_in - 2 * sizes.margin_in) * 72
    path = [name for name in slide.path if name]
    shown = next(
        (
            text
            for start in range(len(path))
            if width(text := SEPARATOR.join(path[start:]), sizes.breadcrumb.size_pt) <= room
        ),
        "",
    )
    whole = SEPARATOR.join(path)
    notes = slide.notes if shown == whole else (said(whole), *slide.notes)
    scale, problems = _scaled(slide.title, spec.slot(TITLE), sizes, span)
    return replace(
        slide,
        crumb=shown,
        notes=notes,
        title_scale=scale,
        problems=(*slide.problems, *problems),
    )


def _scaled(
    title: str, slot: Slot, sizes: Slides, span: Span
) -> tuple[float, tuple[Diagnostic, ...]]:
    """Return the largest scale at which `title` fits, one row if possible."""
    usual = slot.style.size_pt
    if usual == sizes.title.size_pt:
        tried = (usual, *sizes.title_reduced_pt)
    else:
        tried = tuple(usual * share for share in (1, 0.9, 0.8, 0.7))
    line = Line((Run(title, bold=slot.style.bold),))
    heights = [height(line, replace(slot.style, size_pt=size), slot.width_pt) for size in tried]
    for size in tried:
        if usual == sizes.title.size_pt and rows(line, size, slot.width_pt) == 1:
            return size / usual, ()
    for size, tall in zip(tried, heights, strict=True):
        if tall <= slot.height_pt() * (AIR if size < usual else 1):
            return size / usual, ()
    signs = str(signs_over((line,), heights[-1], slot.height_pt()))
    values = {"quoi": "Le titre", "titre": title, "signes": signs}
    return tried[-1] / usual, (Diagnostic(Code.DIA002, span, values),)

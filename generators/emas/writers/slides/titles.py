"""Titles that tell every slide from the others, and the thread that says where one is."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from emas.diagnostics import Code, Diagnostic, Span
from emas.writers.slides.deck import Part, Slide
from emas.writers.slides.layouts import CRUMB, TITLE, Layout, Slot, Spec
from emas.writers.slides.metrics import fitting, rows
from emas.writers.slides.runs import said

SEPARATOR = "  ›  "


def titled(
    parts: Iterable[Part], specs: Mapping[Layout, Spec], place: Callable[[Slide], Span]
) -> tuple[Part, ...]:
    """Return `parts` with a title of its own for each slide, that its box can hold.

    Slides of one part that share a title are its pages: « (1/2) ». A title met in an earlier part
    is followed by the name of its own. One that is too long is cut, said whole in the notes, and
    reported at its `place`.
    """
    taken: set[str] = set()
    earlier: set[str] = set()
    found: list[Part] = []
    for part in parts:
        slides = [
            _titled(slide, after, specs[slide.layout].slot(TITLE), taken, place(slide))
            for slide, after in _numbered(_told_apart(part, earlier))
        ]
        earlier |= {slide.title for slide in part.slides}
        found.append(replace(part, slides=tuple(slides)))
    return tuple(found)


def _told_apart(part: Part, earlier: set[str]) -> Iterator[Slide]:
    """Yield the slides of a part, its name after the titles that an earlier part has."""
    for slide in part.slides:
        known = slide.title in earlier and slide.title != part.name
        yield replace(slide, title=f"{slide.title} – {part.name}") if known else slide


def _numbered(slides: Iterable[Slide]) -> Iterator[tuple[Slide, str]]:
    """Yield each slide with the number of its page among those of its title."""
    slides = tuple(slides)
    pages = Counter(slide.title for slide in slides)
    ranks: Counter[str] = Counter()
    for slide in slides:
        ranks[slide.title] += 1
        several = pages[slide.title] > 1
        yield slide, f" ({ranks[slide.title]}/{pages[slide.title]})" if several else ""


def _titled(slide: Slide, after: str, slot: Slot, taken: set[str], span: Span) -> Slide:
    """Return `slide` with a title that is not `taken` yet, and that fits in `slot`."""
    ends = (after, *(f"{after} ({rank})" for rank in range(2, len(taken) + 3)))
    fitted = ((fitting(slide.title, end, slot), end) for end in ends)
    title, end = next(pair for pair in fitted if pair[0] not in taken)
    taken.add(title)
    whole = f"{slide.title}{end}"
    if title == whole:
        return replace(slide, title=title)
    signs = str(-(-(len(whole) - len(title)) // 10) * 10)
    values = {"quoi": "Le titre", "titre": title, "signes": signs}
    problems = (*slide.problems, Diagnostic(Code.DIA002, span, values))
    return replace(slide, title=title, notes=(said(whole), *slide.notes), problems=problems)


def with_crumb(slide: Slide, spec: Spec) -> Slide:
    """Return `slide` with its thread; words of it that have no room are said in the notes."""
    slot = next((slot for slot in spec.slots if slot.index == CRUMB), None)
    path = [name for name in slide.path if name]
    threads = (SEPARATOR.join(path[start:]) for start in range(len(path)))
    shown = next((text for text in threads if slot and _on_one_row(text, slot)), "")
    whole = SEPARATOR.join(path)
    notes = slide.notes if shown == whole else (said(whole), *slide.notes)
    return replace(slide, crumb=shown, notes=notes)


def _on_one_row(text: str, slot: Slot) -> bool:
    return rows(said(text), slot.style.size_pt, slot.width_pt) == 1

"""What slides are made with, and the slides of a text: at its size, on as many pages as it asks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from emas.diagnostics import Code, Diagnostic, Span
from emas.model import Edition
from emas.theme import Theme
from emas.transforms.citations import STATES
from emas.writers.slides.deck import Cite, Line, Run, Slide, TextFill
from emas.writers.slides.layouts import BODY, LABEL, LONG, Layout, Slot, Spec
from emas.writers.slides.metrics import fitting, signs_over, total
from emas.writers.slides.pages import fitted, paginated
from emas.writers.slides.runs import said
from emas.writers.slides.wording import Wording


@dataclass(frozen=True, slots=True)
class Studio:
    """What slides are made with. `numbers` counts the questions in the order they are asked.

    `step` is the id of the step whose slides are made, empty for the others.
    """

    edition: Edition
    theme: Theme
    specs: Mapping[Layout, Spec]
    wording: Wording
    numbers: Mapping[str, int]
    step: str = ""

    def slot(self, layout: Layout, index: int = BODY) -> Slot:
        """Return a slot of a layout."""
        return self.specs[layout].slot(index)

    def anchor(self, identifier: str, what: str = "") -> str:
        """Return the anchor of a slide of the box of that id; ids are unique in a step only."""
        return "/".join(part for part in (self.step, identifier, what) if part)

    def source(self, identifier: str) -> tuple[Line, ...]:
        """Return « Source : [3] » for the source of that id, or nothing if it is not cited."""
        for number, source in enumerate(self.edition.citations, 1):
            if source.id == identifier:
                cite = Cite(number, "", STATES[source.reading])
                return (Line((Run("Source : "), Run(f"[{number}]", cite=cite))),)
        return ()


def flow(studio: Studio, title: str, lines: tuple[Line, ...]) -> list[Slide]:
    """Return `lines` at the largest size that holds them, on several slides if need be."""
    layout, pages = fitted(lines, studio.specs)
    return [Slide(layout, title, (TextFill(BODY, part),) if part else ()) for part in pages]


def in_layout(
    studio: Studio, layout: Layout, title: str, lines: tuple[Line, ...], span: Span | None = None
) -> list[Slide]:
    """Return `lines` in that layout, or that for long texts, on several slides if need be.

    With a `span`, the text is meant to fit in one box: a diagnostic says by how much it does not.
    """
    slot = studio.slot(layout)
    if layout in LONG and total(lines, slot) > slot.height_pt():
        layout = LONG[layout]
        slot = studio.slot(layout)
    pages = paginated(lines, slot)
    slides = [Slide(layout, title, (TextFill(BODY, part),) if part else ()) for part in pages]
    if span and len(pages) > 1:
        told = too_long("Le texte", title, lines, slot, f"il prend {len(pages)} diapositives", span)
        slides[0] = replace(slides[0], problems=(told,))
    return slides


def too_long(
    what: str, title: str, lines: tuple[Line, ...], slot: Slot, then: str, span: Span
) -> Diagnostic:
    """Return by how much `lines` are too long for `slot`, and what was done `then`."""
    signs = signs_over((lines,), lambda kept: total(kept[0], slot) <= slot.height_pt())
    values = {"quoi": what, "titre": title, "suite": then, "signes": str(signs)}
    return Diagnostic(Code.DIA003, span, values)


def labelled(studio: Studio, slides: list[Slide], *words: str) -> list[Slide]:
    """Return `slides` with their kind of content in words, above the rest.

    What has no room there is said.
    """
    text = " · ".join(word for word in words if word)
    found = []
    for slide in slides:
        shown = fitting(text, "", studio.slot(slide.layout, LABEL))
        fills = (TextFill(LABEL, (said(shown),)), *slide.fills)
        notes = slide.notes if shown == text else (said(text), *slide.notes)
        found.append(replace(slide, fills=fills, notes=notes))
    return found


def abridged(studio: Studio, slide: Slide, index: int, what: str, text: str, span: Span) -> Slide:
    """Return `slide` with `text` in a slot that nothing may overflow.

    What has no room is said in the notes, and reported.
    """
    shown = fitting(text, "", studio.slot(slide.layout, index))
    slide = replace(slide, fills=(*slide.fills, TextFill(index, (said(shown),))))
    if shown == text:
        return slide
    signs = str(-(-(len(text) - len(shown)) // 10) * 10)
    values = {"quoi": what, "titre": slide.title, "signes": signs}
    problem = Diagnostic(Code.DIA002, span, values)
    return replace(slide, notes=(*slide.notes, said(text)), problems=(*slide.problems, problem))

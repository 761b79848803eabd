"""Slides that authors write themselves, in the layout they name."""

from dataclasses import replace

from emas.diagnostics import Code, Diagnostic
from emas.diagnostics.suggest import fold, suggestion
from emas.document import Blocks, Columns, Figure, SlideOverride, Table
from emas.theme import Kind
from emas.transforms.frame import Illustration
from emas.writers.slides.cards import Studio, cards, flow, labelled, pages_of
from emas.writers.slides.deck import Slide
from emas.writers.slides.layouts import Layout

LAYOUTS = (
    Layout.ROOMY,
    Layout.NORMAL,
    Layout.DENSE,
    Layout.COLUMNS,
    Layout.ILLUSTRATED,
    Layout.TABLE,
    Layout.BOX,
    Layout.WARNING,
    Layout.ADVICE,
    Layout.KEY_MESSAGE,
    Layout.STORY,
    Layout.ACTIVITY,
)
"""The layouts that an author may name."""

KINDS = {
    Layout.BOX: Kind.CONTENT,
    Layout.WARNING: Kind.WARNING,
    Layout.ADVICE: Kind.ADVICE,
    Layout.STORY: Kind.SITUATION,
    Layout.ACTIVITY: Kind.ACTIVITY,
}
"""The word that stands above the text, where the layout has room for it."""


def override(studio: Studio, box: SlideOverride, title: str) -> list[Slide]:
    """Return the slides of `box`; in an unknown layout, those of the usual one, and DIA001."""
    names = {fold(layout): layout for layout in LAYOUTS}
    layout = names.get(fold(box.layout.replace("-", " ")))
    if layout is None:
        slides = _usual(studio, box.blocks, title) or [Slide(Layout.TITLE_ONLY, title)]
        problems = _unknown(box) if box.layout else ()
        return [replace(slides[0], problems=(*problems, *slides[0].problems)), *slides[1:]]
    return _in_layout(studio, box, title, layout) or [Slide(Layout.TITLE_ONLY, title)]


def _unknown(box: SlideOverride) -> tuple[Diagnostic, ...]:
    names = [str(layout) for layout in LAYOUTS]
    values = {
        "nom": box.layout,
        "suggestion": suggestion(box.layout, names),
        "possibles": ", ".join(names),
    }
    return (Diagnostic(Code.DIA001, box.span, values),)


def _in_layout(studio: Studio, box: SlideOverride, title: str, layout: Layout) -> list[Slide]:
    """Return the slides of `box`; a layout made for an object it does not have is not used."""
    if layout in (Layout.COLUMNS, Layout.ILLUSTRATED, Layout.TABLE):
        return _usual(studio, box.blocks, title)
    objects = tuple(block for block in box.blocks if isinstance(block, (Table, Figure)))
    text = tuple(block for block in box.blocks if block not in objects)
    slides = pages_of(studio, layout, title, studio.wording.lines(text), box.span) if text else []
    if layout is Layout.KEY_MESSAGE:
        word = studio.wording.kind(Kind.KEY_MESSAGE)
        slides = [replace(slide, title=f"{word} : {slide.title}") for slide in slides]
    if layout in KINDS:
        slides = labelled(slides, studio.wording.kind(KINDS[layout]))
    return [*slides, *_usual(studio, objects, title)]


def _usual(studio: Studio, blocks: Blocks, title: str) -> list[Slide]:
    """Return the slides of `blocks`: a picture with the text beside it, objects by themselves."""
    text = tuple(block for block in blocks if not isinstance(block, (Table, Figure, Columns)))
    figures = [block for block in blocks if isinstance(block, Figure)]
    slides: list[Slide] = []
    if figures:
        slides += cards(studio, Illustration(figures[0], text), title)
    elif text:
        slides += flow(studio, title, studio.wording.lines(text), text[0].span)
    for block in blocks:
        if isinstance(block, (Table, Columns)):
            slides += cards(studio, block, title)
    for figure in figures[1:]:
        slides += cards(studio, Illustration(figure, ()), title)
    return slides

"""What makes a deck readable by everybody, checked on the .pptx itself."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pptx import Presentation

from emas.writers.slides.drawing import A
from emas.writers.slides.layouts import CAPTION, CRUMB, FOOTER, NUMBER

SMALL_ALLOWED = (CAPTION, CRUMB, FOOTER, NUMBER)
SMALLEST = 1800


def problems(data: bytes) -> list[str]:
    """Return the names of what is wrong, each with the number of its slide."""
    deck = Presentation(BytesIO(data))
    found = [] if deck.core_properties.title else ["0 title of the document"]
    titles: set[str] = set()
    for number, slide in enumerate(deck.slides, 1):
        shapes = list(slide.shapes)
        title = slide.shapes.title.text_frame.text.strip() if slide.shapes.title else ""
        names = [*_of_title(title, titles), *_of_order(slide, shapes)]
        titles.add(title)
        for shape in shapes:
            names += [*_of_shape(shape), *_of_runs(shape, slide)]
        if slide.has_notes_slide:
            names += _language(slide.notes_slide._element)
        found += [f"{number} {name}" for name in names]
    return found


def _of_title(title: str, before: set[str]) -> Iterator[str]:
    if not title:
        yield "no title"
    elif title in before:
        yield "title already used"


def _of_order(slide: Any, shapes: list[Any]) -> Iterator[str]:
    if shapes and slide.shapes.title and shapes[0].shape_id != slide.shapes.title.shape_id:
        yield "title not read first"
    ids = [shape.shape_id for shape in shapes]
    if len(ids) != len(set(ids)):
        yield "shape id used twice"


def _of_shape(shape: Any) -> Iterator[str]:
    if not shape.is_placeholder:
        yield "not in a placeholder"
    if shape.has_text_frame and not shape.text_frame.text.strip():
        yield "empty placeholder"
    if shape.has_table and not shape.table.first_row:
        yield "table without header"
    if shape.has_table or shape._element.tag.endswith("}pic"):
        properties = shape._element._nvXxPr.cNvPr
        alt = properties.get("descr") or ""
        if not alt and properties.find(".//{*}decorative") is None:
            yield "no alternative text"
        if re.search(r"\.(png|svg|jpe?g)$", alt):
            yield "file name as alternative text"


def _of_runs(shape: Any, slide: Any) -> Iterator[str]:
    yield from _language(shape._element)
    sized = [run for run in shape._element.iter(f"{{{A}}}rPr") if run.get("sz")]
    if sized and not shape.has_table:
        yield "size written on a run"
    if any(int(run.get("sz")) < SMALLEST for run in sized):
        yield "text too small"
    if shape.is_placeholder and shape.placeholder_format.idx not in SMALL_ALLOWED:
        index = shape.placeholder_format.idx
        layout = next(s for s in slide.slide_layout.placeholders
                      if s.placeholder_format.idx == index)  # fmt: skip
        sizes = [int(level.get("sz")) for level in layout._element.iter(f"{{{A}}}defRPr")]
        if min(sizes, default=SMALLEST) < SMALLEST:
            yield "text too small in the layout"


def _language(element: Any) -> Iterator[str]:
    for run in element.iter(f"{{{A}}}r", f"{{{A}}}fld"):
        properties = run.find(f"{{{A}}}rPr")
        if properties is None or properties.get("lang") != "fr-FR":
            yield "language missing"

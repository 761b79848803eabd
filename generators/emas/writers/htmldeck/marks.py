"""The decoration of a layout as a drawing: it is behind the slide, so it is never read out."""

import base64
from typing import assert_never

from emas.theme import Theme
from emas.writers.slides.layouts import Form, Mark, Spec

SIDE = 24
"""Units of a pictogram in its side."""


def marks(spec: Spec, theme: Theme) -> str:
    """Return the address of a drawing that holds all the marks of a layout, in points."""
    size = f"{_pt(theme.slides.width_in)} {_pt(theme.slides.height_in)}"
    drawn = "".join(_mark(mark, theme.light[mark.colour]) for mark in spec.marks)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}">{drawn}</svg>'
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def _mark(mark: Mark, colour: str) -> str:
    box = mark.box
    left, top, wide, high = (_pt(inches) for inches in (box.left, box.top, box.width, box.height))
    match mark.form:
        case Form.RECTANGLE:
            place = f'x="{left}" y="{top}" width="{wide}" height="{high}"'
            return f'<rect {place} fill="{colour}"/>'
        case Form.DISC:
            centre = f'cx="{_pt(box.left + box.width / 2)}" cy="{_pt(box.top + box.height / 2)}"'
            radii = f'rx="{_pt(box.width / 2)}" ry="{_pt(box.height / 2)}"'
            return f'<ellipse {centre} {radii} fill="{colour}"/>'
        case Form.STROKES:
            scale = box.width * 72 / SIDE
            return (
                f'<path transform="translate({left} {top}) scale({scale:.5g})" d="{mark.path}" '
                f'fill="none" stroke="{colour}" stroke-width="{mark.width_pt / scale:.4g}" '
                'stroke-linecap="round" stroke-linejoin="round"/>'
            )
        case _:
            assert_never(mark.form)


def _pt(inches: float) -> str:
    return f"{round(inches * 72, 2):g}"

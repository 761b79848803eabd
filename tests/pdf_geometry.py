"""Where a page of a PDF paints: enough to tell that something leaves it.

Source: ISO 32000-1, 8.3 (coordinates), 8.5 (paths), 9.4 (text).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page

PRINTABLE_PT = 14.0
"""Printers leave about five millimetres at each edge."""

NEAR = 0.3
"""Signs of one line may touch by this much, in sizes of text: so does a narrow no-break space."""

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)

FILLS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh"}
ASCENT, DESCENT = 0.75, 0.25
"""Heights of signs above and below their line, in sizes of text."""


@dataclass(frozen=True, slots=True)
class Box:
    """What is painted at once, in points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float
    words: bool = False


def outside(page: Page, boxes: list[Box]) -> bool:
    """Return whether some of `boxes` are outside of what a printer can print of `page`."""
    left, bottom, right, top = (float(side) for side in page.mediabox)
    return any(
        box.left < left + PRINTABLE_PT
        or box.right > right - PRINTABLE_PT
        or box.bottom < bottom + PRINTABLE_PT
        or box.top > top - PRINTABLE_PT
        for box in boxes
    )


def overprinted(boxes: list[Box]) -> bool:
    """Return whether words are painted on the line of other words, over them."""
    lines: dict[int, list[Box]] = {}
    for box in boxes:
        if box.words and box.right > box.left:
            lines.setdefault(round(box.bottom), []).append(box)
    return any(
        after.left < before.right - NEAR * (before.top - before.bottom)
        for line in lines.values()
        for before, after in pairwise(sorted(line, key=lambda box: box.left))
    )


def painted(page: Page) -> Iterator[Box]:
    """Yield the boxes of all that `page` paints."""
    resources = page.get("/Resources", Dictionary())
    fonts = {name: _widths(font) for name, font in resources.get("/Font", Dictionary()).items()}
    state, stack, path = State(), list[State](), list[Point]()
    for operands, operator in (
        (list(item.operands), str(item.operator)) for item in pikepdf.parse_content_stream(page)
    ):
        match operator:
            case "q":
                stack.append(state)
            case "Q":
                state = stack.pop()
            case "cm":
                state = replace(state, matrix=product(_matrix(operands), state.matrix))
            case "m" | "l" | "c" | "v" | "y" | "re":
                path += [applied(state.matrix, point) for point in _points(operator, operands)]
            case "n":
                path = []
            case "Do":
                yield _around(_picture(resources["/XObject"][str(operands[0])], state.matrix))
            case "Tj" | "TJ":
                state, corners = state.shown(operands[0])
                yield replace(_around(corners), words=True)
            case _ if operator in FILLS:
                if path:
                    yield _around(path)
                path = []
            case _:
                state = state.text(operator, operands, fonts)


def _around(points: list[Point]) -> Box:
    across, upwards = zip(*points, strict=True)
    return Box(min(across), min(upwards), max(across), max(upwards))


@dataclass(frozen=True, slots=True)
class State:
    """What painting depends on: the current matrix, and where text goes on."""

    matrix: Matrix = IDENTITY
    line: Matrix = IDENTITY
    here: Matrix = IDENTITY
    leading: float = 0
    size: float = 0
    spacing: float = 0
    widths: Mapping[int, float] = field(default_factory=dict)

    def text(
        self, operator: str, operands: list[Object], fonts: Mapping[str, Mapping[int, float]]
    ) -> "State":
        """Return the state after an operator of text that shows nothing."""
        match operator:
            case "BT":
                return self._at(IDENTITY)
            case "Tf":
                return replace(self, size=float(operands[1]), widths=fonts[str(operands[0])])
            case "Tm":
                return self._at(_matrix(operands))
            case "Td" | "TD":
                leading = -float(operands[1]) if operator == "TD" else self.leading
                x, y = float(operands[0]), float(operands[1])
                return replace(self._at(product((1, 0, 0, 1, x, y), self.line)), leading=leading)
            case "T*":
                return self._at(product((1, 0, 0, 1, 0, -self.leading), self.line))
            case "TL":
                return replace(self, leading=float(operands[0]))
            case "Tc":
                return replace(self, spacing=float(operands[0]))
            case _:
                return self

    def _at(self, line: Matrix) -> "State":
        return replace(self, line=line, here=line)

    def shown(self, words: Object) -> tuple["State", list[Point]]:
        """Return the state after `words` are shown, and their corners."""
        advance = 0.0
        for item in words if isinstance(words, Array) else [words]:
            if isinstance(item, pikepdf.String):
                codes = bytes(item)
                signs = [codes[at] * 256 + codes[at + 1] for at in range(0, len(codes) - 1, 2)]
                advance += sum(self.widths.get(sign, 0) / 1000 * self.size for sign in signs)
                advance += self.spacing * len(signs)
            else:
                advance -= float(item) / 1000 * self.size
        whole = product(self.here, self.matrix)
        heights = (-DESCENT * self.size, ASCENT * self.size)
        corners = [applied(whole, (x, y)) for x in (0, advance) for y in heights]
        return replace(self, here=product((1, 0, 0, 1, advance, 0), self.here)), corners


def product(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that does `first`, then `second`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def applied(matrix: Matrix, point: Point) -> Point:
    """Return where `matrix` puts `point`."""
    (a, b, c, d, e, f), (x, y) = matrix, point
    return a * x + c * y + e, b * x + d * y + f


def _matrix(operands: list[Object]) -> Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands)
    return a, b, c, d, e, f


def _points(operator: str, operands: list[Object]) -> list[Point]:
    numbers = [float(operand) for operand in operands]
    if operator == "re":
        x, y, width, height = numbers
        return [(x, y), (x + width, y + height)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _picture(item: Object, matrix: Matrix) -> list[Point]:
    """Return the corners of a picture, or of the box of a drawing."""
    box = (0.0, 0.0, 1.0, 1.0)
    if item["/Subtype"] == Name("/Form"):
        left, bottom, right, top = (float(side) for side in item["/BBox"])
        box = (left, bottom, right, top)
        matrix = product(_matrix(list(item.get("/Matrix", Array([1, 0, 0, 1, 0, 0])))), matrix)
    return [applied(matrix, (x, y)) for x in box[::2] for y in box[1::2]]


def _widths(font: Object) -> Mapping[int, float]:
    """Return the widths of the signs of a composite font, in thousandths of its size."""
    found: dict[int, float] = {}
    entries = list(font["/DescendantFonts"][0].get("/W", Array()))
    at = 0
    while at < len(entries):
        first, then = int(entries[at]), entries[at + 1]
        if isinstance(then, Array):
            found.update({first + rank: float(width) for rank, width in enumerate(then)})
            at += 2
        else:
            found.update(dict.fromkeys(range(first, int(then) + 1), float(entries[at + 2])))
            at += 3
    return found

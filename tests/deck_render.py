"""What LibreOffice draws of a deck, autofit off, against the boxes that its text should stay in.

LibreOffice shrinks text that is too long, which hides it: autofit is taken off first. The PDF gives
its words in the order in which they are drawn, hence shape after shape: each word finds its box.
"""

import re
import subprocess
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import etree
from pptx import Presentation

from emas.writers.slides.drawing import A
from emas.writers.slides.layouts import NUMBER

EMU_PER_PT = 12700
ROUNDING_PT = 1.5
"""LibreOffice counts in hundredths of a millimetre, and rounds each row."""

ABOVE, BELOW = 0.022, 0.119
"""Shares of the height poppler gives to a word of Liberation Sans that are above and below it."""

MARKER = re.compile(r"[•–]|\d+\.")
"""What stands before a line, and is not in its text."""

NEAR = 40
"""Letters that may be drawn after those that follow them: a sign of another font is drawn last."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A part of a slide, in points from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def beyond(self, other: "Rectangle") -> float:
        """Return by how much this one leaves `other`, at the side where it leaves most."""
        return max(
            other.left - self.left,
            other.top - self.top,
            self.right - other.right,
            self.bottom - other.bottom,
        )

    def overlaps(self, other: "Rectangle") -> bool:
        """Return whether both have a point in common, but for roundings."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > ROUNDING_PT and down > ROUNDING_PT


@dataclass(frozen=True, slots=True)
class Holder:
    """A shape with text: its box, the part of it for text, and its letters without blanks."""

    name: str
    box: Rectangle
    room: Rectangle
    letters: str


Word = tuple[str, Rectangle]


def pdfs(decks: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """Return the PDF of each deck as LibreOffice draws it, autofit off; one call for all."""
    sources = []
    for name, data in decks.items():
        path = folder / f"{name}.pptx"
        path.write_bytes(without_autofit(data))
        sources.append(path)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", folder, *sources],
        check=True, capture_output=True, timeout=900,
    )  # fmt: skip
    return {name: folder / f"{name}.pdf" for name in decks}


def without_autofit(data: bytes) -> bytes:
    """Return a deck whose texts keep their size."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith(".xml"):
                content = content.replace(b"<a:normAutofit/>", b"<a:noAutofit/>")
            target.writestr(name, content)
    return out.getvalue()


def problems(data: bytes, pdf: Path) -> list[str]:
    """Return what is wrong with a deck once drawn: text out of its box, or not where it is."""
    deck = Presentation(BytesIO(data))
    held = {layout.name: _by_number(layout) for layout in deck.slide_layouts}
    slides, pages = list(deck.slides), list(_pages(pdf))
    if len(slides) != len(pages):
        return [f"{len(slides)} slides, {len(pages)} pages"]
    return [
        f"{number} {problem}"
        for number, (slide, words) in enumerate(zip(slides, pages, strict=True), 1)
        for problem in _of_slide(slide, held[slide.slide_layout.name], words)
    ]


def _by_number(layout: Any) -> Mapping[int, Any]:
    return {shape.placeholder_format.idx: shape for shape in layout.placeholders}


def _of_slide(slide: Any, held: Mapping[int, Any], words: list[Word]) -> Iterator[str]:
    drawn = [(shape.placeholder_format.idx, shape) for shape in slide.shapes]
    holders = [_holder(shape, held[index]) for index, shape in drawn if index != NUMBER]
    numbers = (_holder(shape, held[index]).box for index, shape in drawn if index == NUMBER)
    number = next(numbers, None)
    kept = [word for word in words if number is None or word[1].beyond(number) > ROUNDING_PT]
    yield from _overlaps(holders)
    texts = [holder for holder in holders if holder.letters]
    found: list[list[Rectangle]] = [[] for _ in texts]
    markers: list[Rectangle] = []
    rank, left = 0, texts[0].letters
    for word, place in kept:
        letters = _letters(word)
        if not left and rank + 1 < len(texts) and _near(letters, texts[rank + 1].letters) >= 0:
            rank, left = rank + 1, texts[rank + 1].letters
        start = _near(letters, left)
        # « 1. » that begins a line is not the end of « CE1. » further on.
        if MARKER.fullmatch(letters) and start != 0:
            markers.append(place)
        elif start >= 0:
            left = left[:start] + left[start + len(letters) :]
            found[rank] += [*markers, place]
            markers = []
        else:
            yield f"« {word} » is not where it should be, near « {texts[rank].name} »"
            return
    if left or rank + 1 < len(texts):
        yield f"« {left} » is not drawn, in « {texts[rank].name} » or after it"
    for holder, places in zip(texts, found, strict=True):
        beyond = max((place.beyond(holder.room) for place in places), default=0)
        if beyond > ROUNDING_PT:
            yield f"« {holder.name} » overflows by {beyond:.1f} pt"


def _near(letters: str, left: str) -> int:
    """Return where `letters` are near the beginning of `left`, or -1."""
    return left.find(letters, 0, len(letters) + NEAR)


def _overlaps(holders: list[Holder]) -> Iterator[str]:
    for rank, one in enumerate(holders):
        for other in holders[rank + 1 :]:
            if one.box.overlaps(other.box):
                yield f"« {one.name} » covers « {other.name} »"


def _holder(shape: Any, held: Any) -> Holder:
    """Return what a shape shows; its place is that of `held`, unless it has its own."""
    placed = held if shape._element.find(f"{{*}}spPr/{{{A}}}xfrm") is None else shape
    placed = shape if shape.has_table else placed
    box = Rectangle(
        *(emu / EMU_PER_PT for emu in (placed.left, placed.top, placed.left + placed.width,
                                       placed.top + placed.height))
    )  # fmt: skip
    letters = _letters("".join(text.text or "" for text in shape._element.iter(f"{{{A}}}t")))
    if not shape.has_text_frame:
        return Holder(shape.name, box, box, letters)
    frame = held.text_frame
    above, below, before, after = (
        inset / EMU_PER_PT
        for inset in (frame.margin_top, frame.margin_bottom, frame.margin_left, frame.margin_right)
    )
    room = Rectangle(box.left + before, box.top + above, box.right - after, box.bottom - below)
    return Holder(shape.name, box, room, letters)


def _letters(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def _pages(pdf: Path) -> Iterator[list[Word]]:
    """Yield the words of each page, in the order in which they are drawn."""
    html = subprocess.run(
        ["pdftotext", "-raw", "-bbox", pdf, "-"], check=True, capture_output=True, timeout=300
    ).stdout
    tree = etree.fromstring(html, etree.HTMLParser(encoding="utf-8"))
    for page in tree.iter("page"):
        yield [(word.text or "", _place(word)) for word in page.iter("word")]


def _place(word: Any) -> Rectangle:
    left, top, right, bottom = (float(word.get(name)) for name in ("xmin", "ymin", "xmax", "ymax"))
    high = bottom - top
    return Rectangle(left, top + ABOVE * high, right, bottom - BELOW * high)

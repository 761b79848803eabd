"""The file of a deck: its slides inside the page of the theme, with all that they need."""

import base64
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template
from xml.etree.ElementTree import Element, tostring

from emas.model import Media
from emas.theme import Theme
from emas.writers.htmldeck import styles
from emas.writers.htmldeck.slide import Hall, section
from emas.writers.media import png
from emas.writers.site.elements import element, link
from emas.writers.slides.deck import Deck, Part, PictureFill, Slide
from emas.writers.slides.layouts import Layout, Slot

PIXELS_PER_IN = 192
"""As in the .pptx: a picture is then drawn once for both."""

SCRIPTS = ("etat", "ajuster", "fenetres", "clavier", "notes")
TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
LISTED = re.compile(r"\[(\d+)\] ")
"""How a source begins on the slides that list them."""


def document(deck: Deck, theme: Theme, media: Mapping[str, Media]) -> str:
    """Return the file of `deck`, the same for the same values. See `write` for what it raises."""
    folder = theme.folder / "diapos"
    sheets = {
        **_sheets(deck, theme),
        "impression": _read(folder, "css/impression.css"),
        "impression_notes": _read(folder, "css/impression-notes.css"),
    }
    script = "\n".join(_read(folder, f"js/{name}.js") for name in SCRIPTS)
    return Template(_read(folder, "page.html")).substitute(
        {name: f"\n{sheet}" for name, sheet in sheets.items()},
        script=f"\n{script}",
        politique=_policy([f"\n{sheet}" for sheet in sheets.values()], f"\n{script}"),
        titre=escape(deck.title),
        resume=escape(deck.subject),
        auteur=escape(deck.author),
        nombre=str(len(deck.slides())),
        plan=_html(_plan(deck)),
        diapos=_drawn(deck, theme, media),
    )


def board(deck: Deck, theme: Theme, media: Mapping[str, Media]) -> str:
    """Return a page with all the slides of `deck` as pictures, one below the other, and no script.

    It is for the preview (`preview/`): `planche.html` is in the theme, in `apercu/`.
    """
    page = Template(_read(theme.folder / "apercu", "planche.html"))
    return page.substitute(
        _sheets(deck, theme), titre=escape(deck.title), diapos=_drawn(deck, theme, media)
    )


def _sheets(deck: Deck, theme: Theme) -> dict[str, str]:
    """Return the style sheets that draw slides."""
    folder = theme.folder / "diapos"
    return {
        "base": styles.fonts(theme, _has_italics(deck))
        + styles.palette(theme)
        + _read(folder, "css/base.css")
        + styles.accents(deck),
        "dessin": _read(folder, "css/dessin.css") + styles.layouts(deck, theme),
    }


def _drawn(deck: Deck, theme: Theme, media: Mapping[str, Media]) -> str:
    """Return the slides and their notes, as HTML."""
    hall = Hall(
        count=len(deck.slides()),
        footer=deck.footer,
        specs=deck.specs,
        picture=lambda fill, slot: _picture(fill, slot, media[fill.name], theme),
        ranks=deck.anchors(),
        sources=_sources(deck),
    )
    return "\n".join(_html(slide) for slide in _slides(deck, hall))


def _read(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def _policy(sheets: list[str], script: str) -> str:
    """Return what the page may do: show what it holds, run its script, and nothing else."""
    allowed = " ".join(map(_digest, sheets))
    return (
        f"default-src 'none'; img-src data:; font-src data:; style-src {allowed}; "
        f"script-src {_digest(script)}; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


def _html(tree: Element) -> str:
    return tostring(tree, "unicode", "html")


def _slides(deck: Deck, hall: Hall) -> Iterator[Element]:
    rank = 0
    for part in deck.parts:
        for slide in part.slides:
            rank += 1
            yield section(slide, rank, _level(slide, part, rank), part.name, hall)


def _level(slide: Slide, part: Part, rank: int) -> int:
    """Return the level of a title: the deck's, that of what opens a part, or that of a slide."""
    if rank == 1:
        return 1
    return 3 if part.slides[0].layout is Layout.SECTION is not slide.layout else 2


def _plan(deck: Deck) -> Element:
    """Return the list of slides, part by part."""
    parts, rank = element("ol"), 0
    for part in deck.parts:
        listed = element("ol")
        for slide in part.slides:
            rank += 1
            listed.append(element("li", None, link(f"#{rank}", f"{rank}. {slide.title}")))
        parts.append(element("li", None, part.name, listed))
    return parts


def _sources(deck: Deck) -> dict[int, int]:
    """Return the rank, from 0, of the slide that lists each source, by the number of the source."""
    return {
        int(begun[1]): rank
        for rank, slide in enumerate(deck.slides())
        if slide.layout is Layout.SOURCES
        for line in slide.lines()
        if (begun := LISTED.match(line.text))
    }


def _has_italics(deck: Deck) -> bool:
    slides = deck.slides()
    return any(run.italic for s in slides for line in (*s.lines(), *s.notes) for run in line.runs)


def _picture(fill: PictureFill, slot: Slot, media: Media, theme: Theme) -> str:
    """Return a picture as an address that holds it. A drawing needs our font, hence its pixels."""
    suffix = "." + fill.name.casefold().rpartition(".")[2]
    data = media.data
    if suffix == ".svg":
        width_px = round(slot.box.width * PIXELS_PER_IN)
        data, suffix = png(data, width_px, theme.fonts_folder), ".png"
    return f"data:{TYPES[suffix]};base64,{base64.b64encode(data).decode()}"

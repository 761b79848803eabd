"""The theme and the layouts as a style sheet: each slot at the place the .pptx gives it.

Lengths are in points of the slide, without unit: `--u`, in `dessin.css`, is how much a point is
on this screen. Only the layouts that a deck uses are written.
"""

import base64
from collections.abc import Iterable, Iterator, Mapping
from math import fsum

from emas.theme import ACCENTS, Colour, Font, Theme
from emas.writers.htmldeck.marks import marks
from emas.writers.htmldeck.slide import name
from emas.writers.slides.deck import Deck, Slide, TableFill, TextFill
from emas.writers.slides.layouts import Box, Layout, Spec, Style
from emas.writers.slides.metrics import INDENTS_IN, LINE, NUMBER_IN, size_at
from emas.writers.slides.sheet import DARK

LIKE_ARIAL = {
    "size-adjust": "97%",
    "ascent-override": "90.5%",
    "descent-override": "21.2%",
    "line-gap-override": "3.3%",
}
"""What gives our font the room of Arial, with which the plan measures. Of the 391 lines of a deck,
ours took 99 % of the width in the median, 103 % at most; the heights are those of Arial.
"""

ALIGNS = {"ctr": "center", "r": "right"}


def fonts(theme: Theme, italic: bool) -> str:
    """Return the font of the screen, inside the sheet, after its licence."""
    font = theme.site.fonts[0]
    files = [file for file in font.web_files if italic or not file.italic]
    licences = [(theme.fonts_folder / path).read_text("utf-8") for path in font.licences]
    faces = (
        _face(font, index, theme) for index, file in enumerate(font.web_files) if file in files
    )
    return "".join([*(f"/*\n{text}*/\n" for text in licences), *faces])


def _face(font: Font, index: int, theme: Theme) -> str:
    file = font.web_files[index]
    data = base64.b64encode((theme.fonts_folder / file.path).read_bytes()).decode()
    return _rule(
        "@font-face",
        {
            "font-family": f'"{font.name}"',
            "src": f'url("data:font/woff2;base64,{data}") format("woff2")',
            "font-weight": file.weight,
            "font-style": "italic" if file.italic else "normal",
            **LIKE_ARIAL,
        },
    )


def palette(theme: Theme) -> str:
    """Return the colours of the theme, its font, and the size of its slides."""
    families = (theme.site.fonts[0].name, theme.slides.font.name, *theme.site.fallback)
    values = {f"--{colour}": value for colour, value in theme.light.items()}
    values["--police"] = ", ".join(f'"{family}"' for family in families[:2]) + ", sans-serif"
    first, second, _ = INDENTS_IN
    lengths = {
        "largeur": theme.slides.width_in,
        "hauteur": theme.slides.height_in,
        "retrait": first,
        "retrait-numero": first + NUMBER_IN,
        "retrait-suivant": second - first,
    }
    values |= {f"--{key}": _pt(inches) for key, inches in lengths.items()}
    return _rule(":root", values)


def layouts(deck: Deck, theme: Theme) -> str:
    """Return where everything is, layout by layout, then slide by slide where it differs."""
    drawn = [rule for layout in _used(deck) for rule in _layout(deck.specs[layout], theme)]
    for rank, slide in enumerate(deck.slides(), 1):
        drawn += _differences(slide, rank)
    return "".join(drawn)


def accents(deck: Deck) -> str:
    """Return the colour of each layout and its tint, then those that words have by themselves."""
    rules = []
    for layout in _used(deck):
        accent = deck.specs[layout].accent
        tint = ACCENTS.get(accent, Colour.GREY)
        values = {"--accent": _colour(accent), "--fond": _colour(tint)}
        rules.append(_rule(f".{name(layout)}", values))
    rules += [_rule(f".c-{colour}", {"color": _colour(colour)}) for colour in ACCENTS]
    return "".join(rules)


def _used(deck: Deck) -> Iterable[Layout]:
    return dict.fromkeys(slide.layout for slide in deck.slides())


def _layout(spec: Spec, theme: Theme) -> Iterator[str]:
    page = f".{name(spec.layout)}"
    ground = f"url({marks(spec, theme)}) 0 0 / 100% 100% " if spec.marks else ""
    yield _rule(page, {"background": ground + _colour(spec.background or Colour.PAPER)})
    for slot in spec.slots:
        yield _rule(f"{page} .z{slot.index}", {**_place(slot.box), **_style(slot.style)})


def _place(box: Box) -> dict[str, str]:
    return {
        "--x": _pt(box.left),
        "--y": _pt(box.top),
        "--w": _pt(box.width),
        "--h": _pt(box.height),
    }


def _style(style: Style) -> dict[str, str]:
    values = {
        "--corps": _number(style.size_pt),
        "--corps1": _number(size_at(style.size_pt, 1)),
        "--corps2": _number(size_at(style.size_pt, 2)),
        "--interligne": _number(style.spacing * LINE),
        "--avant": _number(style.before_pt),
        "--dedans": _pt(style.inset_in),
        "--pendant": _pt(style.hanging_in),
        "--couleur": _colour(style.colour),
        "font-weight": "700" if style.bold else "400",
        "--accent-z": _colour(style.accent),
        "--lien-z": "inherit" if style.colour in DARK else _colour(Colour.LINK),
    }
    if style.fill:
        values["--aplat"] = _colour(style.fill)
    if style.edge:
        values["--bord"] = _colour(style.edge)
    if style.align in ALIGNS:
        values["text-align"] = ALIGNS[style.align]
    return values


def _differences(slide: Slide, rank: int) -> Iterator[str]:
    """Yield what a slide has that its layout has not."""
    this = f'[id="{rank}"]'
    for fill in slide.fills:
        match fill:
            case TextFill(box=Box() as box):
                yield _rule(f"{this} .z{fill.slot}", _place(box))
            case TableFill():
                yield from _columns(fill, this)
            case _:
                pass


def _columns(fill: TableFill, this: str) -> Iterator[str]:
    whole = fsum(fill.widths_pt)
    size = {"--corps": _number(fill.size_pt), "--table": _number(whole)}
    yield _rule(f"{this} .z{fill.slot}", size)
    for rank, width in enumerate(fill.widths_pt, 1):
        share = f"{_number(width / whole * 100)}%"
        yield _rule(f"{this} col:nth-child({rank})", {"width": share})


def _colour(colour: Colour) -> str:
    return f"var(--{colour})"


def _pt(inches: float) -> str:
    return _number(inches * 72)


def _number(value: float) -> str:
    return f"{round(value, 3):g}"


def _rule(selector: str, values: Mapping[str, str]) -> str:
    declared = ";".join(f"{key}:{value}" for key, value in values.items())
    return f"{selector}{{{declared}}}\n"

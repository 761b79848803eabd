"""Pictures, films, tables and cards of adaptations: what has a shape of its own."""

from dataclasses import replace

from emas.document import Adaptation, Align, Figure, Table, Video
from emas.theme import Kind
from emas.transforms.frame import Illustration, poster
from emas.writers.pictures import size
from emas.writers.slides import tables
from emas.writers.slides.deck import Fill, Line, PictureFill, Slide, TextFill
from emas.writers.slides.layouts import (
    BODY,
    CAPTION,
    LABEL,
    NEED,
    OTHER_LABEL,
    PICTURE,
    SECOND,
    THIRD,
    THIRD_LABEL,
    Layout,
)
from emas.writers.slides.metrics import total
from emas.writers.slides.runs import begun, label, plain, runs, said
from emas.writers.slides.studio import Studio, abridged, flow, in_layout
from emas.writers.slides.wording import CARD, link

MEDIA = "media/"
"""Where authors say a picture is; the media of a module are named without it."""

BESIDE = 0.6
"""A text that fills more than this share of its column leaves the picture a slide of its own."""

SMALLEST = 0.55
"""A picture that would be smaller than this share of what it is alone has a slide of its own."""


def illustration(
    studio: Studio, content: Illustration, title: str, beside: float = BESIDE
) -> list[Slide]:
    """Return a picture with its text beside it, or after it if that is long.

    `beside` is the share of its column that the text may fill.
    """
    lines, figure = studio.wording.lines(content.blocks), content.figure
    if not _known(studio, figure):
        return flow(studio, title, (*lines, *studio.wording.lines((figure,))))
    slot = studio.slot(Layout.ILLUSTRATED)
    room = slot.height_pt() * (beside if _large(studio, figure, beside) else 0)
    if lines and total(lines, slot) <= room:
        return [_pictured(studio, Layout.ILLUSTRATED, title, figure, lines)]
    alone = _pictured(studio, Layout.PICTURE, title, figure)
    return [alone, *(flow(studio, title, lines) if lines else ())]


def _large(studio: Studio, figure: Figure, beside: float) -> bool:
    """Return whether a picture beside a text would be as readable as alone, or nearly.

    An author who asks for it beside whatever the text (`beside` is 1) is obeyed.
    """
    name = figure.image.source.removeprefix(MEDIA)
    if beside >= 1 or not (found := size(studio.edition.module.media[name].data)):
        return True
    boxes = (studio.slot(layout, PICTURE).box for layout in (Layout.ILLUSTRATED, Layout.PICTURE))
    scales = [min(box.width / found[0], box.height / found[1]) for box in boxes]
    return scales[0] >= SMALLEST * scales[1]


def _known(studio: Studio, figure: Figure) -> bool:
    return figure.image.source.removeprefix(MEDIA) in studio.edition.module.media


def _pictured(
    studio: Studio, layout: Layout, title: str, figure: Figure, lines: tuple[Line, ...] = ()
) -> Slide:
    """Return a slide with a picture of the module, its caption and its credit."""
    image = figure.image
    name = image.source.removeprefix(MEDIA)
    beside = (TextFill(BODY, lines),) if lines else ()
    picture = PictureFill(PICTURE, name, "" if image.decorative else image.alt)
    slide = Slide(layout, title, (*beside, picture))
    credit = studio.edition.module.media[name].credit
    words = " – ".join(part for part in (image.caption, credit) if part)
    if not words:
        return slide
    return abridged(studio, slide, CAPTION, "La légende", words, figure.span)


def film(studio: Studio, video: Video, title: str) -> list[Slide]:
    """Return where to see a film, beside its poster, or a screen that stands for it."""
    named = runs(video.title) if plain(video.title) != title else ()
    lines: tuple[Line, ...] = (
        label(studio.wording.kind(Kind.VIDEO), named),
        Line(link(video)),
    )
    figure = poster(video)
    if figure and _known(studio, figure):
        return [_pictured(studio, Layout.ILLUSTRATED, title, figure, lines)]
    if figure:
        lines = (*lines, *studio.wording.lines((figure,)))
    return in_layout(studio, Layout.VIDEO, title, lines)


def table(studio: Studio, content: Table, title: str, layout: Layout = Layout.TABLE) -> list[Slide]:
    """Return the slides of a table; one that cannot be drawn is a list."""
    rows = tuple(
        tuple((Line(runs(cell.children)),) for cell in row.cells)
        for row in (content.header, *content.rows)
    )
    sheet = tables.Sheet(rows, content.aligns, True, content.span)
    drawn = tables.slides(sheet, layout, title, studio.specs[layout], studio.theme)
    return drawn or flow(studio, title, studio.wording.lines((content,)))


def adaptations(studio: Studio, found: tuple[Adaptation, ...], title: str) -> list[Slide]:
    """Return one adaptation as three columns, or several as the rows of a table."""
    card = _card(studio, found[0], title) if len(found) == 1 else None
    slides = [card] if card else _table_of(studio, found, title)
    notes: tuple[Line, ...] = ()
    for one in found:
        if details := (*studio.wording.details(one), *studio.source(one.source)):
            notes = (*notes, label(plain(one.title)), *details)
    return [replace(slides[0], notes=notes), *slides[1:]]


def _card(studio: Studio, card: Adaptation, title: str) -> Slide | None:
    """Return an adaptation whose parts are side by side, or None if one has no room.

    Its need is above them if it has room there; the notes say it anyway.
    """
    fills: list[Fill] = []
    word = studio.wording.kind(Kind.ADAPTATION)
    need = begun(f"{word} – besoin : ", (Line(runs(card.need)),) if card.need else ())
    over = studio.slot(Layout.CARD, NEED)
    if need and total(need, over) <= over.height_pt():
        fills.append(TextFill(NEED, need))
    indexes = ((LABEL, BODY), (OTHER_LABEL, SECOND), (THIRD_LABEL, THIRD))
    for (head, body), word, part in zip(
        indexes, CARD, (card.how, card.avoid, card.measure), strict=True
    ):
        lines, slot = (Line(runs(part)),), studio.slot(Layout.CARD, body)
        if not part or total(lines, slot) > slot.height_pt():
            return None
        fills += [TextFill(head, (said(word),)), TextFill(body, lines)]
    return Slide(Layout.CARD, title, tuple(fills))


def _table_of(studio: Studio, found: tuple[Adaptation, ...], title: str) -> list[Slide]:
    """Return adaptations as the rows of a table, without the columns that all leave empty."""
    parts = [(card.title, card.how, card.avoid, card.measure) for card in found]
    alone = len(found) == 1 and plain(found[0].title) == title
    kept = [column for column in range(alone, 4) if any(row[column] for row in parts)]
    if not kept:
        return flow(studio, title, tuple(studio.wording.details(found[0])))
    names = (studio.wording.kind(Kind.ADAPTATION), *CARD)
    header = tuple((said(names[column]),) for column in kept)
    rows = tuple(tuple((Line(runs(row[column])),) for column in kept) for row in parts)
    sheet = tables.Sheet((header, *rows), (Align.LEFT,) * len(kept), not alone, found[0].span)
    layout = Layout.ADAPTATIONS
    drawn = tables.slides(sheet, layout, title, studio.specs[layout], studio.theme)
    return drawn or flow(studio, title, studio.wording.lines(found))

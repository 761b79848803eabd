"""A frame of the outline becomes slides: the layout of each kind of content."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from emas.diagnostics import Code, Diagnostic, Span
from emas.document import (
    Activity,
    Adaptation,
    Align,
    Callout,
    CalloutKind,
    Columns,
    Inlines,
    Misconception,
    Table,
    Video,
)
from emas.model import Edition, in_words
from emas.theme import Kind, Theme
from emas.transforms.citations import STATES
from emas.transforms.frame import Adaptations, Flow, Hook, Illustration, Shown, Story
from emas.writers.slides import tables
from emas.writers.slides.deck import Cite, Line, PictureFill, Run, Slide, TextFill
from emas.writers.slides.layouts import (
    BODY,
    CAPTION,
    LABEL,
    LONG,
    OTHER_LABEL,
    PICTURE,
    SECOND,
    Layout,
    Slot,
    Spec,
)
from emas.writers.slides.metrics import signs_over, total, width
from emas.writers.slides.pages import fitted, paginated, sentences
from emas.writers.slides.runs import begun, label, plain, runs, said
from emas.writers.slides.wording import CARD, HEARD, KNOWN, Wording, link

MEDIA = "media/"
"""Where authors say a picture is; the media of a module are named without it."""

BESIDE = 0.6
"""A text that fills more than this share of its column leaves the picture a slide of its own."""

BOXES = {CalloutKind.WARNING: Layout.WARNING, CalloutKind.ADVICE: Layout.ADVICE}


@dataclass(frozen=True, slots=True)
class Studio:
    """What slides are made with. `numbers` counts the questions in the order they are asked."""

    edition: Edition
    theme: Theme
    specs: Mapping[Layout, Spec]
    wording: Wording
    numbers: Mapping[str, int]

    def slot(self, layout: Layout, index: int = BODY) -> Slot:
        """Return a slot of a layout."""
        return self.specs[layout].slot(index)

    def source(self, identifier: str) -> tuple[Line, ...]:
        """Return « Source : [3] » for the source of that id, or nothing if it is not cited."""
        for number, source in enumerate(self.edition.citations, 1):
            if source.id == identifier:
                cite = Cite(number, "", STATES[source.reading])
                return (Line((Run("Source : "), Run(f"[{number}]", cite=cite))),)
        return ()


def flow(studio: Studio, title: str, lines: tuple[Line, ...], span: Span) -> list[Slide]:
    """Return `lines` at the largest size that holds them, on several slides if need be."""
    layout, pages = fitted(lines, studio.specs)
    return [page(studio, layout, title, lines, span) for lines in pages]


def pages_of(
    studio: Studio, layout: Layout, title: str, lines: tuple[Line, ...], span: Span
) -> list[Slide]:
    """Return `lines` in that layout, or that for long texts, on several slides if need be."""
    slot = studio.slot(layout)
    if layout in LONG and total(lines, slot) > slot.height_pt():
        layout = LONG[layout]
    pages = paginated(lines, studio.slot(layout))
    return [page(studio, layout, title, part, span) for part in pages]


def page(studio: Studio, layout: Layout, title: str, lines: tuple[Line, ...], span: Span) -> Slide:
    """Return one slide, with a problem if `lines` do not fit."""
    slot = studio.slot(layout)
    found = too_long(lines, total(lines, slot), slot.height_pt(), "Le texte", title, span)
    fills = (TextFill(BODY, lines),) if lines else ()
    return Slide(layout, title, fills, problems=found)


def too_long(
    lines: tuple[Line, ...], height_pt: float, room_pt: float, what: str, title: str, span: Span
) -> tuple[Diagnostic, ...]:
    """Return a diagnostic if `lines` are taller than `room_pt`, by more than a point."""
    if height_pt <= room_pt + 1:
        return ()
    signs = str(signs_over(lines, height_pt, room_pt))
    return (Diagnostic(Code.DIA002, span, {"quoi": what, "titre": title, "signes": signs}),)


def cards(studio: Studio, content: Shown, title: str) -> list[Slide]:
    """Return the slides of `content`, titled."""
    wording = studio.wording
    match content:
        case Flow(blocks):
            return flow(studio, title, wording.lines(blocks), blocks[0].span)
        case Hook(sentence):
            return _hook(title, sentence.children if sentence else ())
        case Illustration():
            return _illustration(studio, content, title)
        case Table():
            return table(studio, content, title)
        case Adaptations(found):
            return _adaptations(studio, found, title)
        case Callout():
            return _callout(studio, content, title)
        case Columns():
            sides = [(plain(c.title), wording.lines(c.blocks)) for c in content.columns]
            return _columns(studio, Layout.COLUMNS, title, sides, content.span)
        case Misconception():
            sides = [(KNOWN, wording.lines(content.known)), (HEARD, wording.lines(content.heard))]
            return _columns(studio, Layout.MISCONCEPTION, title, sides, content.span)
        case Story():
            return _story(studio, content, title)
        case Activity():
            return _activity(studio, content, title)
        case Video():
            word = label(wording.kind(Kind.VIDEO), runs(content.title))
            return flow(studio, title, (word, Line(link(content))), content.span)
        case _:
            assert_never(content)


def _hook(title: str, sentence: Inlines) -> list[Slide]:
    """Return the title and the first sentence, which the notes go on from."""
    if not sentence:
        return [Slide(Layout.TITLE_ONLY, title)]
    first = sentences(Line(runs(sentence)))[0]
    return [Slide(Layout.ROOMY, title, (TextFill(BODY, (first,)),))]


def _illustration(studio: Studio, content: Illustration, title: str) -> list[Slide]:
    image = content.figure.image
    name = image.source.removeprefix(MEDIA)
    media = studio.edition.module.media.get(name)
    lines, span = studio.wording.lines(content.blocks), content.figure.span
    if media is None:
        return flow(studio, title, (*lines, *studio.wording.lines((content.figure,))), span)
    picture = PictureFill(PICTURE, name, "" if image.decorative else image.alt)
    words = " – ".join(part for part in (image.caption, media.credit) if part)
    legend = (TextFill(CAPTION, (said(words),)),) if words else ()
    slot = studio.slot(Layout.ILLUSTRATED)
    if lines and total(lines, slot) <= slot.height_pt() * BESIDE:
        return [Slide(Layout.ILLUSTRATED, title, (TextFill(BODY, lines), picture, *legend))]
    alone = Slide(Layout.PICTURE, title, (picture, *legend))
    return [alone, *(flow(studio, title, lines, span) if lines else ())]


def table(studio: Studio, content: Table, title: str, layout: Layout = Layout.TABLE) -> list[Slide]:
    """Return the slides of a table."""
    rows = tuple(
        tuple((Line(runs(cell.children)),) for cell in row.cells)
        for row in (content.header, *content.rows)
    )
    sheet = tables.Sheet(rows, content.aligns, True, content.span)
    return tables.slides(sheet, layout, title, studio.specs[layout], studio.theme)


def _adaptations(studio: Studio, found: tuple[Adaptation, ...], title: str) -> list[Slide]:
    parts = [(card.title, card.how, card.avoid, card.measure) for card in found]
    alone = len(found) == 1 and plain(found[0].title) == title
    kept = [column for column in range(alone, 4) if any(row[column] for row in parts)]
    names = (studio.wording.kind(Kind.ADAPTATION), *CARD)
    header = tuple((said(names[column]),) for column in kept)
    rows = tuple(tuple((Line(runs(row[column])),) for column in kept) for row in parts)
    if not kept:
        return flow(studio, title, tuple(studio.wording.details(found[0])), found[0].span)
    sheet = tables.Sheet((header, *rows), (Align.LEFT,) * len(kept), not alone, found[0].span)
    layout = Layout.ADAPTATIONS
    slides = tables.slides(sheet, layout, title, studio.specs[layout], studio.theme)
    notes: tuple[Line, ...] = ()
    for card in found:
        if details := (*studio.wording.details(card), *studio.source(card.source)):
            notes = (*notes, label(plain(card.title)), *details)
    return [replace(slides[0], notes=notes), *slides[1:]]


def _callout(studio: Studio, box: Callout, title: str) -> list[Slide]:
    word, lines = studio.wording.kind(box.kind), studio.wording.lines(box.blocks)
    if box.kind is CalloutKind.KEY_MESSAGE:
        named = f"{word} : {title}" if title.casefold() != word.casefold() else word
        return pages_of(studio, Layout.KEY_MESSAGE, named, lines, box.span)
    if box.kind in (CalloutKind.TOMORROW, CalloutKind.WHOM_TO_TELL):
        layout = Layout.TOMORROW if box.kind is CalloutKind.TOMORROW else Layout.WHOM_TO_TELL
        return pages_of(studio, layout, title, lines, box.span)
    layout = BOXES.get(box.kind, Layout.BOX)
    return labelled(pages_of(studio, layout, title, lines, box.span), word)


def labelled(slides: list[Slide], *words: str) -> list[Slide]:
    """Return `slides` with their kind of content in words, above the rest."""
    text = " · ".join(word for word in words if word)
    fill = TextFill(LABEL, (said(text),))
    return [replace(slide, fills=(fill, *slide.fills)) for slide in slides]


def _columns(
    studio: Studio,
    layout: Layout,
    title: str,
    sides: list[tuple[str, tuple[Line, ...]]],
    span: Span,
) -> list[Slide]:
    """Return two columns a slide; each column goes on by itself on the next slide."""
    found: list[Slide] = []
    for rank in range(0, len(sides), 2):
        pair = sides[rank : rank + 2]
        if len(pair) == 1:
            ((name, lines),) = pair
            found += flow(studio, title, (*((label(name),) if name else ()), *lines), span)
            continue
        slot = studio.slot(layout)
        if layout in LONG and any(total(lines, slot) > slot.height_pt() for _, lines in pair):
            layout = LONG[layout]
            slot = studio.slot(layout)
        pages = [paginated(lines, slot) for _, lines in pair]
        for turn in range(max(len(part) for part in pages)):
            fills = []
            problems: tuple[Diagnostic, ...] = ()
            for (name, _), part, head, body in zip(
                pair, pages, (LABEL, OTHER_LABEL), (BODY, SECOND), strict=True
            ):
                if name and turn < len(part):
                    fills.append(TextFill(head, (said(name),)))
                if turn < len(part) and part[turn]:
                    fills.append(TextFill(body, part[turn]))
                    tall = total(part[turn], slot)
                    problems += too_long(
                        part[turn], tall, slot.height_pt(), "Une colonne", title, span
                    )
            found.append(Slide(layout, title, tuple(fills), problems=problems))
    return found


def _story(studio: Studio, story: Story, title: str) -> list[Slide]:
    levels = studio.edition.vocabulary.levels
    words = ", ".join(levels.get(level, level) for level in story.levels)
    lines = studio.wording.lines(story.blocks)
    slides = pages_of(studio, Layout.STORY, title, lines, story.blocks[0].span)
    return labelled(slides, studio.wording.kind(Kind.SITUATION), words)


def _activity(studio: Studio, activity: Activity, title: str) -> list[Slide]:
    wording, slot = studio.wording, studio.slot(Layout.ACTIVITY, LABEL)
    lasts = in_words(activity.duration_min) if activity.duration_min is not None else ""
    words = [wording.kind(Kind.ACTIVITY), lasts, plain(activity.setting)]
    lines = wording.lines(activity.blocks)
    if activity.material:
        lines = (*lines, *begun("Matériel : ", (Line(runs(activity.material)),)))
    if width(" · ".join(words), slot.style.size_pt, True) > slot.width_pt:
        lines = (Line(runs(activity.setting)), *lines)
        words = words[:2]
    slides = labelled(pages_of(studio, Layout.ACTIVITY, title, lines, activity.span), *words)
    return [replace(slides[0], notes=wording.alone(activity)), *slides[1:]]

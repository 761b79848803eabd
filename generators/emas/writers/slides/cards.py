"""A frame of the outline becomes slides: the layout of each kind of content."""

from dataclasses import replace
from typing import assert_never

from emas.diagnostics import Span
from emas.document import (
    Activity,
    Callout,
    CalloutKind,
    Columns,
    Inlines,
    Misconception,
    Table,
    Video,
)
from emas.model import in_words
from emas.theme import Kind
from emas.transforms.frame import Adaptations, Flow, Hook, Illustration, Shown, Story
from emas.writers.slides.columns import columns
from emas.writers.slides.deck import Line, Slide, TextFill
from emas.writers.slides.layouts import SETTING, TIME, Layout
from emas.writers.slides.metrics import total
from emas.writers.slides.objects import adaptations, film, illustration, table
from emas.writers.slides.pages import sentences
from emas.writers.slides.runs import begun, capital, plain, runs, said
from emas.writers.slides.studio import Studio, flow, in_layout, labelled
from emas.writers.slides.wording import HEARD, KNOWN

BOXES = {CalloutKind.WARNING: Layout.WARNING, CalloutKind.ADVICE: Layout.ADVICE}

NO_TIME = "Durée libre"
"""What stands at the place of the duration of an activity that has none."""


def cards(studio: Studio, content: Shown, title: str) -> list[Slide]:
    """Return the slides of `content`, titled."""
    wording = studio.wording
    match content:
        case Flow(blocks):
            return flow(studio, title, wording.lines(blocks))
        case Hook(sentence):
            return _hook(studio, title, sentence.children if sentence else ())
        case Illustration():
            return illustration(studio, content, title)
        case Table():
            return table(studio, content, title)
        case Adaptations(found):
            return adaptations(studio, found, title)
        case Callout():
            return _callout(studio, content, title)
        case Columns():
            sides = [(plain(c.title), wording.lines(c.blocks)) for c in content.columns]
            return columns(studio, Layout.COLUMNS, title, sides, content.span)
        case Misconception():
            sides = [(KNOWN, wording.lines(content.known)), (HEARD, wording.lines(content.heard))]
            return columns(studio, Layout.MISCONCEPTION, title, sides, content.span)
        case Story():
            return _story(studio, content, title)
        case Activity():
            return _activity(studio, content, title)
        case Video():
            return film(studio, content, title)
        case _:
            assert_never(content)


def _hook(studio: Studio, title: str, sentence: Inlines) -> list[Slide]:
    """Return the title and the first sentence, which the notes go on from."""
    if not sentence:
        return [Slide(Layout.TITLE_ONLY, title)]
    return flow(studio, title, sentences(Line(runs(sentence)))[:1])


def _callout(studio: Studio, box: Callout, title: str) -> list[Slide]:
    word, lines = studio.wording.kind(box.kind), studio.wording.lines(box.blocks)
    if box.kind is CalloutKind.KEY_MESSAGE:
        return key_message(studio, title, lines, box.span)
    if box.kind is CalloutKind.WHOM_TO_TELL:
        return in_layout(studio, Layout.WHOM_TO_TELL, title, lines)
    layout = BOXES.get(box.kind, Layout.BOX)
    return labelled(studio, in_layout(studio, layout, title, lines, box.span), word)


def key_message(studio: Studio, title: str, lines: tuple[Line, ...], span: Span) -> list[Slide]:
    """Return the slides of a key message, whose title says that it is one."""
    word = studio.wording.kind(Kind.KEY_MESSAGE)
    named = f"{word} : {title}" if title.casefold() != word.casefold() else word
    return in_layout(studio, Layout.KEY_MESSAGE, named, lines, span)


def _story(studio: Studio, story: Story, title: str) -> list[Slide]:
    levels = studio.edition.vocabulary.levels
    words = ", ".join(levels.get(level, level) for level in story.levels)
    lines = studio.wording.lines(story.blocks)
    slides = in_layout(studio, Layout.STORY, title, lines, story.blocks[0].span)
    return labelled(studio, slides, studio.wording.kind(Kind.SITUATION), words)


def _activity(studio: Studio, box: Activity, title: str) -> list[Slide]:
    """Return the slides of an activity; how to do it alone is said.

    An organisation that has no room beside goes with what there is to do.
    """
    lines = studio.wording.lines(box.blocks)
    beside: tuple[Line, ...] = (Line(capital(runs(box.setting))),) if box.setting else ()
    if box.material:
        beside += begun("Matériel : ", (Line(runs(box.material)),))
    slot = studio.slot(Layout.ACTIVITY, SETTING)
    if total(beside, slot) > slot.height_pt():
        lines, beside = (*beside, *lines), ()
    slides = activity(studio, title, lines, box.duration_min, box.span)
    if beside:
        setting = TextFill(SETTING, beside)
        slides = [replace(slide, fills=(*slide.fills, setting)) for slide in slides]
    return [replace(slides[0], notes=studio.wording.alone(box)), *slides[1:]]


def activity(
    studio: Studio, title: str, lines: tuple[Line, ...], duration_min: int | None, span: Span
) -> list[Slide]:
    """Return the slides of what there is to do, and for how long beside it."""
    lasts = TextFill(TIME, (said(NO_TIME if duration_min is None else in_words(duration_min)),))
    slides = in_layout(studio, Layout.ACTIVITY, title, lines, span)
    slides = [replace(slide, fills=(*slide.fills, lasts)) for slide in slides]
    return labelled(studio, slides, studio.wording.kind(Kind.ACTIVITY))

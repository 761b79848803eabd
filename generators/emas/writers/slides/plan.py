"""From an edition to a deck as data: opening, steps, closing, sources. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from emas.diagnostics import Span
from emas.document import Inlines, QuestionRef, SlideOverride
from emas.model import Edition, Step
from emas.theme import Theme
from emas.transforms.frame import Adaptations, Choices, Frame
from emas.transforms.outline import frames, sections
from emas.writers.slides import ends
from emas.writers.slides.cards import Studio, cards
from emas.writers.slides.choices import decision, question
from emas.writers.slides.deck import Deck, Part, Slide
from emas.writers.slides.gallery import layouts
from emas.writers.slides.layouts import Layout
from emas.writers.slides.overrides import override
from emas.writers.slides.references import with_references
from emas.writers.slides.runs import plain
from emas.writers.slides.titles import settled, unique
from emas.writers.slides.wording import Wording

OPENING, CLOSING = "Ouverture", "Pour finir"
BEGINNING = "Pour commencer"
"""The title of what a step shows before its first heading."""


def plan(edition: Edition, theme: Theme) -> Deck:
    """Return the deck of `edition`: what each slide shows, at which size, and what is said."""
    module = edition.module
    outline = {
        step.id: tuple(frame for part in sections(step.blocks) for frame in frames(part))
        for step in module.steps
    }
    every = [frame for step in module.steps for frame in outline[step.id]]
    studio = Studio(
        edition,
        theme,
        layouts(theme),
        Wording(theme.kinds, edition.vocabulary, {q.id: q for q in module.all_questions()}),
        _numbers(every),
    )
    parts = [Part(OPENING, tuple(ends.opening(studio)))]
    parts += [_step(studio, rank, step, outline[step.id]) for rank, step in enumerate(module.steps)]
    last = [*ends.closing(studio, every)]
    told = [with_references(slide, edition) for part in parts for slide in part.slides]
    told += [with_references(slide, edition) for slide in last]
    parts.append(Part(CLOSING, (*last, *ends.sources(studio, told))))
    finished = tuple(_finished(part, studio) for part in unique(parts))
    return Deck(
        title=module.title,
        subject=module.summary,
        author=edition.team.name,
        footer=ends.footer(edition, theme),
        created=edition.as_of,
        parts=finished,
    )


def _numbers(every: Iterable[Frame]) -> dict[str, int]:
    """Return the rank of each question of the steps, from 1, in the order they are asked."""
    asked = (frame.content.id for frame in every if isinstance(frame.content, QuestionRef))
    return {identifier: rank for rank, identifier in enumerate(dict.fromkeys(asked), 1)}


def _finished(part: Part, studio: Studio) -> Part:
    def whole(slide: Slide) -> Slide:
        told = with_references(slide, studio.edition)
        spec, span = studio.specs[slide.layout], _span(slide, studio)
        return settled(told, spec, studio.theme.slides, span)

    return replace(part, slides=tuple(whole(slide) for slide in part.slides))


def _span(slide: Slide, studio: Studio) -> Span:
    """Return where the words of a slide's title come from: its step, else its module."""
    module = studio.edition.module
    steps = {step.title: step.span for step in module.steps}
    names = (slide.title, *slide.path)
    return next((steps[name] for name in names if name in steps), module.span)


def _step(studio: Studio, rank: int, step: Step, outline: tuple[Frame, ...]) -> Part:
    """Return the section slide of a step, then its slides."""
    slides = [ends.section(studio, rank, step)]
    for frame in outline:
        if frame.closing:
            continue
        notes = studio.wording.lines(frame.notes)
        drawn = list(_drawn(studio, step, frame))
        if drawn:
            drawn[0] = replace(drawn[0], notes=(*notes, *drawn[0].notes))
            slides += drawn
        else:
            slides[-1] = replace(slides[-1], notes=(*slides[-1].notes, *notes))
    return Part(step.title, tuple(slides))


def _own_title(frame: Frame) -> Inlines:
    """Return the title of what a frame shows; adaptations side by side have the section's."""
    if isinstance(frame.content, Adaptations) and len(frame.content.cards) == 1:
        return frame.content.cards[0].title
    return frame.title


def _drawn(studio: Studio, step: Step, frame: Frame) -> Iterator[Slide]:
    """Yield the slides of a frame, with their path and whom they are for."""
    names = [plain(heading) for heading in frame.path]
    title = plain(_own_title(frame)) or (names[-1] if names else BEGINNING)
    whom = [words for words in map(studio.wording.condition, frame.conditions) if words]
    path = (step.title, *(name for name in names if name != title))
    match frame.content:
        case None:
            return
        case QuestionRef():
            slides = question(studio, frame.content)
            path = (step.title, *names)
        case Choices():
            slides = decision(studio, frame.content, title)
        case SlideOverride():
            slides = override(studio, frame.content, title)
        case _:
            slides = cards(studio, frame.content, title)
    for slide in slides:
        named = " – ".join((slide.title, *whom))
        layout = slide.layout if slide.fills else Layout.TITLE_ONLY
        yield replace(slide, layout=layout, title=named, path=path)

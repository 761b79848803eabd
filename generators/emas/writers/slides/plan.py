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
from emas.writers.slides.cards import cards
from emas.writers.slides.choices import decision, question
from emas.writers.slides.deck import Deck, Part, Slide
from emas.writers.slides.gallery import layouts
from emas.writers.slides.layouts import Layout
from emas.writers.slides.overrides import override
from emas.writers.slides.references import with_references
from emas.writers.slides.runs import plain
from emas.writers.slides.studio import Studio
from emas.writers.slides.timing import timed, with_time
from emas.writers.slides.titles import titled, with_crumb
from emas.writers.slides.wording import Wording

OPENING, CLOSING = "Ouverture", "Pour finir"
BEGINNING = "Pour commencer"
"""The title of what a step shows before its first heading."""


def plan(edition: Edition, theme: Theme) -> Deck:
    """Return the deck of `edition`: what each slide shows, at which size, and what is said."""
    module, specs = edition.module, layouts(theme)
    outline = {
        step.id: tuple(frame for part in sections(step.blocks) for frame in frames(part))
        for step in module.steps
    }
    every = [(step.id, frame) for step in module.steps for frame in outline[step.id]]
    questions = {question.id: question for question in module.all_questions()}
    wording = Wording(theme.kinds, edition.vocabulary, questions)
    studio = Studio(edition, theme, specs, wording, _numbers(frame for _, frame in every))
    parts = [Part(OPENING, tuple(ends.opening(studio)))]
    for rank, step in enumerate(module.steps):
        parts.append(_step(replace(studio, step=step.id), rank, step, outline[step.id]))
    last = tuple(ends.closing(studio, every))
    told = [slide for part in parts for slide in part.slides]
    parts.append(Part(CLOSING, (*last, *ends.sources(studio, [*told, *last]))))
    parts = list(timed(parts, edition.running_order))
    named = titled(parts, specs, lambda slide: _span(slide, edition))
    return Deck(
        title=module.title,
        subject=module.summary,
        author=edition.team.name,
        footer=ends.footer(studio),
        created=edition.as_of,
        specs=specs,
        parts=tuple(_finished(part, studio) for part in named),
    )


def _numbers(every: Iterable[Frame]) -> dict[str, int]:
    """Return the rank of each question of the steps, from 1, in the order they are asked."""
    asked = (frame.content.id for frame in every if isinstance(frame.content, QuestionRef))
    return {identifier: rank for rank, identifier in enumerate(dict.fromkeys(asked), 1)}


def _finished(part: Part, studio: Studio) -> Part:
    """Return a part whose slides say where they are, and whose notes begin and end as they must."""

    def whole(slide: Slide) -> Slide:
        told = with_references(with_crumb(slide, studio.specs[slide.layout]), studio.edition)
        return with_time(told)

    return replace(part, slides=tuple(map(whole, part.slides)))


def _span(slide: Slide, edition: Edition) -> Span:
    """Return where the words of a slide's title come from: its step, else its module."""
    spans = {step.id: step.span for step in edition.module.steps}
    return spans.get(slide.sequence[0] if slide.sequence else "", edition.module.span)


def _step(studio: Studio, rank: int, step: Step, outline: tuple[Frame, ...]) -> Part:
    """Return the section slide of a step, then its slides."""
    slides = [replace(ends.section(studio, rank, step), sequence=(step.id, ""))]
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
        yield replace(
            slide,
            layout=slide.layout if slide.fills else Layout.TITLE_ONLY,
            title=" – ".join((slide.title, *whom)),
            path=path,
            sequence=(step.id, frame.sequence),
        )

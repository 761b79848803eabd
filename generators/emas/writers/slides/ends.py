"""What every deck has: how it opens, what a step starts with, how it ends."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from emas.document import Callout, CalloutKind
from emas.model import (
    Contact,
    Edition,
    Mode,
    SequenceKind,
    Step,
    Team,
    day_in_words,
    in_words,
)
from emas.theme import Kind
from emas.transforms.frame import Frame
from emas.writers.slides.deck import Line, Marker, Run, Slide, TextFill
from emas.writers.slides.layouts import BODY, FOOTER, LABEL, Layout
from emas.writers.slides.metrics import fitting, rows
from emas.writers.slides.references import source_line, worst
from emas.writers.slides.runs import label, plain, runs, said
from emas.writers.slides.studio import Studio, abridged, in_layout, labelled
from emas.writers.slides.titles import SEPARATOR

TRY = (
    "Choisissez une seule chose à essayer.",
    "Notez quand, avec qui, et comment vous saurez si elle aide.",
)
"""What « À essayer demain » says when the module has no such box."""


TOGETHER = "Avant de partir"
"""What stands above what to try tomorrow, whose title says what it is."""


def review(edition: Edition) -> str:
    """Return whether the module was read again: « non relu », or by whom and when."""
    done = edition.module.review
    return f"relu le {day_in_words(done.done_on)} par {done.by}" if done else "non relu"


def footer(studio: Studio) -> str:
    """Return what stands at the foot of each slide, without the title if it has no room."""
    edition, slot = studio.edition, studio.slot(Layout.NORMAL, FOOTER)
    module = edition.module
    state = f"version {module.version} · {'relu' if module.review else 'non relu'}"
    for words in (f"{edition.team.name} · {module.title}", edition.team.name):
        if rows(said(f"{words} · {state}"), slot.style.size_pt, slot.width_pt) == 1:
            break
    return fitting(words, f" · {state}", slot)


def opening(studio: Studio) -> Iterator[Slide]:
    """Yield the title slide, then the objectives if there are some."""
    edition = studio.edition
    module, vocabulary = edition.module, edition.vocabulary
    whom = [
        vocabulary.audiences.get(edition.variant.audience or "", ""),
        vocabulary.levels.get(edition.variant.level or "", ""),
        "séance courte" if edition.variant.short else "",
        f"séance de {in_words(edition.variant.minutes)}" if edition.variant.minutes else "",
    ]
    version = f"Version {module.version} · {day_in_words(edition.as_of)} · {review(edition)}"
    lines = [Line((Run(edition.team.name, bold=True),)), said(version)]
    if any(whom):
        lines.append(said(f"Pour : {', '.join(word for word in whom if word)}"))
    told = (said(f"Licence : {module.licence}"), *_left_out(edition))
    cover = Slide(Layout.COVER, module.title, notes=told)
    cover = abridged(studio, cover, BODY, "Le résumé", module.summary, module.span)
    yield replace(cover, fills=(*cover.fills, TextFill(LABEL, tuple(lines))))
    goals = tuple(
        Line((Run(objective.statement),), marker=Marker.BULLET) for objective in module.objectives
    )
    if goals:
        lead = replace(said("À la fin, vous saurez :"), kept=True)
        slides = in_layout(studio, Layout.OBJECTIVES, "Objectifs", (lead, *goals))
        yield replace(slides[0], notes=tuple(_practical(edition)))
        yield from slides[1:]


def _left_out(edition: Edition) -> Iterator[Line]:
    """Yield what the duration of the session leaves out."""
    if edition.running_order.left_out:
        yield label("Laissé de côté")
    for item in edition.running_order.left_out:
        yield _bullet(item.words)


def _practical(edition: Edition) -> Iterator[Line]:
    module, vocabulary = edition.module, edition.vocabulary
    mode = Mode.SHORT if edition.variant.short else Mode.SESSION
    lasts = module.durations.of(mode)
    if lasts is not None:
        yield said(f"Durée prévue : {in_words(lasts)}.")
    if module.audiences:
        names = ", ".join(vocabulary.audiences.get(name, name) for name in module.audiences)
        yield said(f"Publics : {names}.")
    if module.levels:
        names = ", ".join(vocabulary.levels.get(name, name) for name in module.levels)
        yield said(f"Niveaux : {names}.")


def section(studio: Studio, rank: int, step: Step) -> Slide:
    """Return the slide that starts a step: its title, its rank, how long it takes."""
    module = studio.edition.module
    mode = Mode.SHORT if studio.edition.variant.short else Mode.SESSION
    lasts = step.durations.of(mode)
    words = [f"Étape {rank + 1} sur {len(module.steps)}"]
    if lasts is not None:
        words.append(in_words(lasts))
    goals = [goal.statement for goal in module.objectives if goal.id in step.objectives]
    notes = (label("Objectifs de l’étape"), *(_bullet(goal) for goal in goals)) if goals else ()
    fill = TextFill(BODY, (said(" · ".join(words)),))
    return Slide(Layout.SECTION, step.title, (fill,), notes)


def _bullet(text: str) -> Line:
    return Line((Run(text),), marker=Marker.BULLET)


def closing(studio: Studio, every: Iterable[tuple[str, Frame]]) -> Iterator[Slide]:
    """Yield the time to talk, what to try tomorrow, then whom to tell.

    `every` are the frames of all steps, with the id of their step.
    """
    yield from _exchange(studio)
    boxes = [
        (step, frame, frame.content)
        for step, frame in every
        if frame.closing and isinstance(frame.content, Callout)
    ]
    for kind, layout in (
        (CalloutKind.TOMORROW, Layout.TOMORROW),
        (CalloutKind.WHOM_TO_TELL, Layout.WHOM_TO_TELL),
    ):
        here = [(step, frame, box) for step, frame, box in boxes if box.kind is kind]
        shown = tuple(line for _, frame, box in here for line in _boxed(studio, frame, box))
        notes = tuple(line for _, frame, _ in here for line in _told(studio, frame))
        sequence = next(((step, frame.sequence) for step, frame, _ in here), None)
        title = studio.wording.kind(Kind(kind))
        if kind is CalloutKind.TOMORROW:
            lines = shown or tuple(_bullet(text) for text in TRY)
            slides = labelled(studio, in_layout(studio, layout, title, lines), TOGETHER)
        else:
            slides = _whom(studio, title, shown)
        slides[0] = replace(slides[0], notes=notes)
        yield from (replace(slide, sequence=sequence) for slide in slides)


def _whom(studio: Studio, title: str, shown: tuple[Line, ...]) -> list[Slide]:
    """Return whom to tell, then the contacts of the team: on one slide if they fit."""
    layout, contacts = Layout.WHOM_TO_TELL, tuple(_contacts(studio.edition.team))
    together = in_layout(studio, layout, title, (*shown, *contacts))
    if len(together) == 1 or not shown:
        return together
    return [*in_layout(studio, layout, title, shown), *in_layout(studio, layout, title, contacts)]


def _exchange(studio: Studio) -> Iterator[Slide]:
    """Yield the slide of the sequence that ends a session, if there is one."""
    for sequence in studio.edition.running_order.sequences:
        if sequence.kind is SequenceKind.EXCHANGE:
            lasts = TextFill(BODY, (said(in_words(sequence.minutes)),))
            yield Slide(Layout.SECTION, sequence.title, (lasts,), sequence=("", sequence.id))


def _boxed(studio: Studio, frame: Frame, box: Callout) -> Iterator[Line]:
    whom = ", ".join(filter(None, map(studio.wording.condition, frame.conditions)))
    if whom or box.title:
        yield label(whom, runs(box.title))
    yield from studio.wording.lines(box.blocks)


def _told(studio: Studio, frame: Frame) -> Iterator[Line]:
    """Yield the notes of a box, after the headings under which its author wrote it."""
    if frame.path:
        yield label(SEPARATOR.join(plain(heading) for heading in frame.path))
    yield from studio.wording.lines(frame.notes)


def _contacts(team: Team) -> Iterator[Line]:
    yield label(team.name)
    for contact in team.contacts:
        yield _contact(contact)


def _contact(contact: Contact) -> Line:
    parts: tuple[Run, ...] = (Run(contact.role, bold=True),)
    for text in (contact.name, contact.phone):
        if text:
            parts = (*parts, Run(f" · {text}"))
    if contact.email:
        parts = (*parts, Run(" · "), Run(contact.email, href=f"mailto:{contact.email}"))
    if contact.note:
        parts = (*parts, Run(f" – {contact.note}"))
    return Line(parts, marker=Marker.BULLET)


def sources(studio: Studio, told: Iterable[Slide]) -> list[Slide]:
    """Return the list of sources, numbered as cited; none if nothing is cited."""
    cites = {
        run.cite
        for slide in told
        for line in (*slide.lines(), *slide.notes)
        for run in line.runs
        if run.cite
    }
    lines = tuple(
        source_line(source, worst(number, source, cites), number)
        for number, source in enumerate(studio.edition.citations, 1)
    )
    if not lines:
        return []
    return in_layout(studio, Layout.SOURCES, "Sources", lines)

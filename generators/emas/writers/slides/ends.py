"""What every deck has: how it opens, what a step starts with, how it ends."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from emas.document import Callout, CalloutKind
from emas.model import Contact, Edition, Mode, Step, Team, day_in_words, in_words
from emas.theme import Kind, Theme
from emas.transforms.frame import Frame
from emas.writers.slides.cards import Studio, page, pages_of
from emas.writers.slides.deck import Line, Marker, Run, Slide, TextFill
from emas.writers.slides.layouts import BODY, LABEL, Layout
from emas.writers.slides.metrics import width
from emas.writers.slides.references import source_line, worst
from emas.writers.slides.runs import label, plain, runs, said
from emas.writers.slides.titles import SEPARATOR

TRY = (
    "Choisissez une seule chose à essayer.",
    "Notez quand, avec qui, et comment vous saurez si elle aide.",
)
"""What « À essayer demain » says when the module has no such box."""


def review(edition: Edition) -> str:
    """Return whether the module was read again: « non relu », or by whom and when."""
    done = edition.module.review
    return f"relu le {day_in_words(done.done_on)} par {done.by}" if done else "non relu"


def footer(edition: Edition, theme: Theme) -> str:
    """Return what stands at the foot of each slide, without the title if it has no room."""
    module, sizes = edition.module, theme.slides
    state = "relu" if module.review else "non relu"
    words = [edition.team.name, module.title, f"version {module.version}", state]
    room = (sizes.width_in - 2 * sizes.margin_in) * 72 - 2 * 72
    if width(" · ".join(words), sizes.footer.size_pt) > room:
        words.pop(1)
    return " · ".join(words)


def opening(studio: Studio) -> Iterator[Slide]:
    """Yield the title slide, then the objectives if there are some."""
    edition = studio.edition
    module, vocabulary = edition.module, edition.vocabulary
    whom = [
        vocabulary.audiences.get(edition.variant.audience or "", ""),
        vocabulary.levels.get(edition.variant.level or "", ""),
        "séance courte" if edition.variant.short else "",
    ]
    version = f"Version {module.version} · {day_in_words(edition.as_of)} · {review(edition)}"
    lines = [Line((Run(edition.team.name, bold=True),)), said(version)]
    if any(whom):
        lines.append(said(f"Pour : {', '.join(word for word in whom if word)}"))
    cover = page(studio, Layout.COVER, module.title, (said(module.summary),), module.span)
    told = (said(f"Licence : {module.licence}"),)
    yield replace(cover, fills=(*cover.fills, TextFill(LABEL, tuple(lines))), notes=told)
    goals = tuple(
        Line((Run(objective.statement),), marker=Marker.BULLET) for objective in module.objectives
    )
    if goals:
        lead = replace(said("À la fin, vous saurez :"), kept=True)
        slides = pages_of(studio, Layout.OBJECTIVES, "Objectifs", (lead, *goals), module.span)
        yield replace(slides[0], notes=tuple(_practical(edition)))
        yield from slides[1:]


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


def closing(studio: Studio, every: Iterable[Frame]) -> Iterator[Slide]:
    """Yield what to try tomorrow, then whom to tell, from the boxes of all steps."""
    frames = [frame for frame in every if frame.closing]
    for kind, layout in (
        (CalloutKind.TOMORROW, Layout.TOMORROW),
        (CalloutKind.WHOM_TO_TELL, Layout.WHOM_TO_TELL),
    ):
        shown: tuple[Line, ...] = ()
        notes: tuple[Line, ...] = ()
        for frame in frames:
            if isinstance(frame.content, Callout) and frame.content.kind is kind:
                shown += tuple(_boxed(studio, frame, frame.content))
                notes += tuple(_told(studio, frame))
        if kind is CalloutKind.TOMORROW and not shown:
            shown = tuple(_bullet(text) for text in TRY)
        title, span = studio.wording.kind(Kind(kind)), studio.edition.module.span
        slides = pages_of(studio, layout, title, shown, span) if shown else []
        if kind is CalloutKind.WHOM_TO_TELL:
            contacts = tuple(_contacts(studio.edition.team))
            slides += pages_of(studio, layout, title, contacts, span)
        yield replace(slides[0], notes=notes)
        yield from slides[1:]


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
    return pages_of(studio, Layout.SOURCES, "Sources", lines, studio.edition.module.span)

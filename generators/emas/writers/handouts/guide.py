"""What a trainer's guide holds: the session in order, with all the text and all the answers."""

from emas.model import Edition, Sequence, Step
from emas.transforms.outline import sections
from emas.writers.handouts.cards import has_cards
from emas.writers.handouts.compile import place
from emas.writers.handouts.content import blocks, heading
from emas.writers.handouts.context import LINE, Context, Data, around, clock, lasting, printable
from emas.writers.handouts.cover import cover
from emas.writers.handouts.headings import below_headings, held, nested
from emas.writers.handouts.inlines import breakable
from emas.writers.handouts.references import contact, references
from emas.writers.handouts.session import (
    Session,
    cue,
    left_out,
    materials,
    running_order,
    shorter,
    to_print,
    without_projector,
)

KIND = "Guide de l’animateur"


def guide(edition: Edition, booklet: Edition, session: Session, line: int = LINE) -> Data:
    """Return all that the template `guide.typ` prints, in printing order.

    Questions and situations have the numbers that participants read in `booklet`.
    """
    contexts = around(edition, line, booklet)
    order = edition.running_order
    return {
        **cover(edition, KIND, line=line),
        "objectives": [breakable(objective.statement) for objective in edition.module.objectives],
        "total": lasting(order.total_min) if order.total_min else "",
        "slides": len(session.slides),
        "materials": materials(edition, contexts),
        "quizzes": to_print(session),
        "pack": session.pack,
        "cards": _cards(booklet, session),
        "order": running_order(edition, session),
        "left_out": left_out(order),
        "spare": lasting(order.spare_min) if order.spare_min else "",
        "shorter": shorter(session),
        "short": _short(edition),
        "steps": [
            _step(step, contexts[step.id], session, number, len(edition.module.steps))
            for number, step in enumerate(edition.module.steps, 1)
        ],
        "contacts": [contact(somebody) for somebody in edition.team.contacts],
        **references(contexts.values(), edition),
    }


def _cards(booklet: Edition, session: Session) -> str:
    """Return the file of the cards of situations, or nothing if there is none to play."""
    if not has_cards(booklet):
        return ""
    return f"build/livrets/{place(booklet, 'cartes')}" if session.pack else "cartes.pdf"


def _short(edition: Edition) -> str:
    """Return how long the short version lasts, if there is one and this is not it."""
    variant, minutes = edition.variant, edition.module.durations.short_min
    return lasting(minutes) if minutes and not variant.short and variant.minutes is None else ""


def _step(step: Step, context: Context, session: Session, number: int, count: int) -> Data:
    order = context.edition.running_order
    sequences = [item for item in order.of_step(step.id) if item.minutes]
    when = f"de {clock(sequences[0].start_min)} à {clock(_end(sequences[-1]))}" if sequences else ""
    return {
        "title": breakable(step.title),
        "place": " · ".join(part for part in (f"Étape {number} sur {count}", when) if part),
        "blocks": below_headings(
            held(nested(_text(step, context, session))), context.line, step.title
        ),
    }


def _end(sequence: Sequence) -> int:
    return sequence.start_min + sequence.minutes


def _text(step: Step, context: Context, session: Session) -> list[Data]:
    """Return the whole text of a step; each section opens with what its trainer must know."""
    found: list[Data] = []
    for section in sections(printable(step.blocks, context.edition.medium)):
        if section.heading:
            found.append(heading(section.heading, context))
        found.append(
            {
                "type": "cue",
                **cue(context, section, session),
                "without": without_projector(section.blocks, context),
            }
        )
        found += blocks(section.blocks, context)
    return found

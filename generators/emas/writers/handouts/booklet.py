"""What a participant booklet holds, and in which order."""

from emas.document import CalloutKind, QuestionRef, walk
from emas.model import Edition, Step
from emas.transforms.exercises import answered
from emas.writers.handouts.answers import answer, case
from emas.writers.handouts.content import blocks
from emas.writers.handouts.context import (
    LINE,
    Context,
    Data,
    around,
    gathered,
    in_place,
    printable,
    told,
    whole_text,
)
from emas.writers.handouts.cover import cover, durations
from emas.writers.handouts.headings import below_headings, held, nested, without_empty_sections
from emas.writers.handouts.inlines import breakable
from emas.writers.handouts.references import contact, references

KIND, PLAIN_KIND = "Livret du participant", "Livret du participant, version simple"


def booklet(edition: Edition, look: str = "", line: int = LINE) -> Data:
    """Return all that the template `livret.typ` prints, in printing order.

    `look` is what readers call this look; a line of its pages holds `line` signs.
    """
    contexts = around(edition, line)
    steps = [(step, contexts[step.id]) for step in edition.module.steps]
    return {
        **cover(edition, PLAIN_KIND if edition.variant.plain else KIND, look, line),
        "plain": edition.variant.plain,
        "tomorrow": _gathered(steps, CalloutKind.TOMORROW),
        "objectives": [breakable(objective.statement) for objective in edition.module.objectives],
        "steps": [
            _step(step, context, f"Étape {number} sur {len(steps)}")
            for number, (step, context) in enumerate(steps, 1)
        ],
        "cases": [
            case(told_case, context)
            for step, context in steps
            for told_case in told(whole_text(step, edition))
        ],
        "answers": [answer(ref.id, context) for ref, context in _asked(steps)],
        "whom": _gathered(steps, CalloutKind.WHOM_TO_TELL),
        "contacts": [contact(somebody) for somebody in edition.team.contacts],
        **references(contexts.values(), edition),
    }


Steps = list[tuple[Step, Context]]


def _step(step: Step, context: Context, place: str) -> Data:
    text = in_place(printable(step.blocks, context.edition.medium))
    lasts = durations(step.durations, context.edition.variant)
    return {
        "title": breakable(step.title),
        "place": f"{place} · {lasts}" if lasts else place,
        "blocks": below_headings(
            held(nested(without_empty_sections(blocks(text, context)))), context.line, step.title
        ),
    }


def _gathered(steps: Steps, kind: CalloutKind) -> list[Data]:
    """Return the callouts of `kind` of all the steps, without their boxes."""
    found = [
        item
        for step, context in steps
        for item in blocks(
            gathered(printable(step.blocks, context.edition.medium), kind), context.on_its_page()
        )
    ]
    return nested(found)


def _asked(steps: Steps) -> list[tuple[QuestionRef, Context]]:
    return [
        (node, context)
        for step, context in steps
        for node in walk(printable(step.blocks, context.edition.medium))
        if isinstance(node, QuestionRef) and answered(context.question(node.id))
    ]

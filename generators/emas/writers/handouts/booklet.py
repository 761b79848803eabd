"""What a participant booklet holds, and in which order."""

from collections.abc import Iterable, Mapping
from typing import cast

from emas.document import CalloutKind, Image, QuestionRef, walk
from emas.model import Durations, Edition, Media, Step, day_in_words, in_words
from emas.writers.handouts.answers import answer, case
from emas.writers.handouts.boxes import answered, names
from emas.writers.handouts.content import blocks
from emas.writers.handouts.context import (
    Context,
    Data,
    around,
    gathered,
    in_place,
    media_name,
    printable,
    told,
    whole_text,
)
from emas.writers.handouts.references import contact, source, term

SECTION = 1
"""Level of the headings of the parts: the title of a step, « Réponses »…"""


def booklet(edition: Edition) -> Data:
    """Return all that the template `livret.typ` prints, in printing order."""
    contexts = around(edition)
    steps = [(step, contexts[step.id]) for step in edition.module.steps]
    return {
        **_cover(edition),
        "tomorrow": _gathered(steps, CalloutKind.TOMORROW),
        "objectives": [objective.statement for objective in edition.module.objectives],
        "steps": [
            _step(step, context, f"Étape {number} sur {len(steps)}")
            for number, (step, context) in enumerate(steps, 1)
        ],
        "cases": [
            case(told_case, context)
            for step, context in steps
            for told_case in told(whole_text(step, edition.module))
        ],
        "answers": [answer(ref.id, context) for ref, context in _asked(steps)],
        "notes": _notes(steps),
        "terms": [term(entry) for entry in edition.terms],
        "sources": [source(cited, number) for number, cited in enumerate(edition.citations, 1)],
        "credits": _credits(edition),
        "whom": _gathered(steps, CalloutKind.WHOM_TO_TELL),
        "contacts": [contact(somebody) for somebody in edition.team.contacts],
    }


def _cover(edition: Edition) -> Data:
    module, day = edition.module, edition.as_of
    reviewed = module.review
    review = (
        f"Relu le {day_in_words(reviewed.done_on)} par {reviewed.by}" if reviewed else "Non relu"
    )
    version = f"Version {module.version} du {day_in_words(day)}"
    state = "relu" if reviewed else "non relu"
    return {
        "title": module.title,
        "summary": module.summary,
        "team": edition.team.name,
        "audiences": _audiences(edition),
        "durations": _durations(module.durations),
        "version": f"{module.version}, {day_in_words(day)}",
        "review": review,
        "licence": edition.vocabulary.licences.get(module.licence, module.licence),
        "date": [day.year, day.month, day.day],
        "footer": f"{module.title} · {version} · {state}",
    }


def _audiences(edition: Edition) -> str:
    vocabulary, variant = edition.vocabulary, edition.variant
    audiences = (variant.audience,) if variant.audience else edition.module.audiences
    levels = (variant.level,) if variant.level else edition.module.levels
    said = (names(vocabulary.audiences, audiences), names(vocabulary.levels, levels))
    return " · ".join(part for part in said if part)


def _durations(durations: Durations) -> str:
    said = {
        "en ligne": durations.online_min,
        "en séance": durations.session_min,
        "en version courte": durations.short_min,
    }
    return " · ".join(f"{in_words(length)} {how}" for how, length in said.items() if length)


Steps = list[tuple[Step, Context]]


def _step(step: Step, context: Context, place: str) -> Data:
    text = in_place(printable(step.blocks))
    durations = _durations(step.durations)
    return {
        "title": step.title,
        "place": f"{place} · {durations}" if durations else place,
        "blocks": nested(without_empty_sections(blocks(text, context)), SECTION),
    }


def without_empty_sections(found: Iterable[Data]) -> list[Data]:
    """Return `found` without the headings that nothing follows before the next one of their level.

    So is a section that is for the trainer only.
    """
    kept: list[Data] = []
    for item in reversed(list(found)):
        if item["type"] == "heading" and (not kept or _closes(kept[-1], item)):
            continue
        kept.append(item)
    return kept[::-1]


def _closes(following: Data, heading: Data) -> bool:
    return following["type"] == "heading" and _level(following) <= _level(heading)


def _level(heading: Data) -> int:
    return cast(int, heading["level"])


def nested(found: list[Data], level: int) -> list[Data]:
    """Return `found` as it follows a heading of `level`: no level of heading is skipped."""
    last = level

    def visit(item: object) -> object:
        nonlocal last
        if isinstance(item, list):
            return [visit(inner) for inner in item]
        if not isinstance(item, dict):
            return item
        if item.get("type") == "heading":
            last = min(max(_level(item), level + 1), last + 1)
            return {**item, "level": last}
        return {key: visit(value) for key, value in item.items()}

    return [cast(Data, visit(item)) for item in found]


def _gathered(steps: Steps, kind: CalloutKind) -> list[Data]:
    """Return the callouts of `kind` of all the steps, without their boxes."""
    found = [
        item
        for step, context in steps
        for item in blocks(gathered(printable(step.blocks), kind), context.on_its_page())
    ]
    return nested(found, SECTION)


def _asked(steps: Steps) -> list[tuple[QuestionRef, Context]]:
    return [
        (node, context)
        for step, context in steps
        for node in walk(printable(step.blocks))
        if isinstance(node, QuestionRef) and answered(context.question(node.id))
    ]


def _notes(steps: Steps) -> Mapping[str, list[Data]]:
    return {
        context.label(label): blocks(note.blocks, context.of_note())
        for _, context in steps
        for label, note in context.notes.items()
    }


def _credits(edition: Edition) -> list[str]:
    """Return whom to thank for each picture that is printed, in reading order."""
    said: dict[str, str] = {}
    for step in edition.module.steps:
        for node in walk(printable(step.blocks)):
            if isinstance(node, Image) and (name := media_name(edition.module, node.source)):
                said.setdefault(name, _credit(node, edition.module.media[name]))
    return list(said.values())


def _credit(image: Image, media: Media) -> str:
    what = image.caption or image.alt or "Image décorative"
    terms = ", ".join(part for part in (media.credit, media.licence, media.source) if part)
    return f"{what}\u00a0: {terms}"

"""What a trainer's guide says of time, slides and material: tables made from the structure."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from emas.document import (
    Activity,
    Blocks,
    Callout,
    CalloutKind,
    Columns,
    Conditional,
    Decision,
    Figure,
    Misconception,
    Node,
    QuestionRef,
    SlideOverride,
    Table,
    Video,
    Vignette,
    plain_text,
    walk,
)
from emas.model import (
    BEFORE,
    Assessment,
    Edition,
    Planned,
    Projected,
    Quiz,
    RunningOrder,
    Sequence,
    SequenceKind,
    Step,
    title_of,
)
from emas.transforms.frame import Section
from emas.transforms.outline import sections
from emas.transforms.sequences import exercises
from emas.writers.handouts.context import Context, Data, clock, lasting
from emas.writers.handouts.inlines import breakable, inlines


@dataclass(frozen=True, slots=True)
class Session:
    """What comes with a session: its deck, shorter ones by their minutes, its quizzes.

    `prerequisites` are the titles of the modules to follow before, `planned` the sessions of the
    academic plan that give the module. `pack` tells that all is
    printed already, a packet for each participant.
    """

    slides: tuple[Projected, ...] = ()
    shorter: Mapping[int, RunningOrder] = field(default_factory=dict)
    quizzes: tuple[Quiz, ...] = ()
    prerequisites: tuple[str, ...] = ()
    planned: tuple[Planned, ...] = ()
    pack: bool = False

    def of(self, step: str, sequences: Container[str] | None = None) -> tuple[Projected, ...]:
        """Return the slides of a step, or of some of its sequences."""
        return tuple(
            slide
            for slide in self.slides
            if slide.step == step and (sequences is None or slide.sequence in sequences)
        )


def running_order(edition: Edition, session: Session) -> list[Data]:
    """Return the rows of the running order: each step, then its sequences."""
    order = edition.running_order
    rows: list[Data] = []
    for number, step in enumerate(edition.module.steps, 1):
        sequences = [item for item in order.of_step(step.id) if item.minutes]
        if sequences:
            slides, minutes = session.of(step.id), order.step_min(step.id)
            title = f"Étape {number}\u00a0: {step.title}"
            rows.append(_row(title, sequences[0].start_min, minutes, slides, strong=True))
            shown = _slides(step, {item.id for item in sequences}, session)
            rows += [_of(item, shown.get(item.id, ())) for item in sequences]
    return rows + [_of(item, ()) for item in order.of_step("") if item.minutes]


def _slides(step: Step, timed: set[str], session: Session) -> Mapping[str, tuple[Projected, ...]]:
    """Return the slides of each sequence that takes time, by its id.

    Those of a sequence that takes none go with the first one of their section that does.
    """
    found: dict[str, tuple[Projected, ...]] = {}
    for section in sections(step.blocks):
        inside = _sequences(section)
        lasting = [item for item in inside if item in timed]
        found |= {item: session.of(step.id, (item,)) for item in lasting}
        if lasting:
            found[lasting[0]] = session.of(step.id, set(inside) - set(lasting[1:]))
    return found


def _sequences(section: Section) -> tuple[str, ...]:
    """Return the ids of what may take time in a section: its talk, then its exercises."""
    talk = section.heading.id if section.heading else ""
    return (talk, *(box.id for box in exercises(section.blocks)))


TOLD = {SequenceKind.ACTIVITY, SequenceKind.CASE}
"""The kinds that the running order tells; the others have the words of their title."""


def _of(sequence: Sequence, slides: tuple[Projected, ...]) -> Data:
    kind = f" ({sequence.kind})" if sequence.kind in TOLD else ""
    title = f"{sequence.title}{kind}"
    return _row(title, sequence.start_min, sequence.minutes, slides, strong=False)


def _row(
    title: str, start_min: int, minutes: int, slides: tuple[Projected, ...], *, strong: bool
) -> Data:
    return {
        "strong": strong,
        "start": clock(start_min),
        "length": lasting(minutes),
        "title": breakable(title),
        "slides": _numbers(slides),
    }


def _numbers(slides: Iterable[Projected]) -> str:
    """Return « 3 à 7, 9 », or nothing."""
    ranked = enumerate(sorted(slide.number for slide in slides))
    groups = ([number for _, number in group] for _, group in groupby(ranked, _gap))
    return ", ".join(
        str(group[0]) if len(group) == 1 else f"{group[0]} à {group[-1]}" for group in groups
    )


def _gap(ranked: tuple[int, int]) -> int:
    """Return what numbers that follow one another have in common."""
    rank, number = ranked
    return number - rank


def cue(context: Context, section: Section, session: Session) -> Data:
    """Return what a trainer must know before a section: its time and its slides.

    A slide that has the title of the section does not say it again.
    """
    inside = _sequences(section)
    title = plain_text(section.heading.children) if section.heading else ""
    return {
        "time": context.time(inside[0]),
        "slides": [
            {"numbers": _numbers(group), "title": breakable(_shown(topic, title))}
            for topic, group in _by_topic(session.of(context.step, inside))
        ],
    }


def _by_topic(slides: Iterable[Projected]) -> list[tuple[str, list[Projected]]]:
    """Return slides with the title they share: what runs over several slides is told once.

    « Nos avis : Que faites-vous ? » goes with « Que faites-vous ? », which comes before it.
    """
    found: list[tuple[str, list[Projected]]] = []
    for slide in slides:
        whole = re.sub(r"\s\(\d+/\d+\)$", "", slide.title)
        if found and found[-1][0] in whole:
            found[-1][1].append(slide)
        else:
            found.append((whole, [slide]))
    return found


def _shown(topic: str, title: str) -> str:
    """Return the words of a slide that the title of its section does not say."""
    return "" if topic == title else re.sub(rf"\s:\s{re.escape(title)}$", "", topic)


def materials(edition: Edition, contexts: Mapping[str, Context]) -> list[Data]:
    """Return what activities ask for, in reading order."""
    return [
        {
            "what": inlines(node.material, contexts[step.id]),
            "activity": breakable(plain_text(node.title)) or "sans titre",
            "step": number,
        }
        for number, step in enumerate(edition.module.steps, 1)
        for node in walk(step.blocks)
        if isinstance(node, Activity) and node.material
    ]


def to_print(session: Session) -> list[Data]:
    """Return the copies to print for the quizzes of a session, in the order they are given."""
    return [
        {
            "title": breakable(title_of(quiz.assessment.id)),
            "when": given(quiz.assessment),
            "copy": f"quiz-{quiz.assessment.id}.pdf",
            "key": f"corrige-{quiz.assessment.id}.pdf",
        }
        for quiz in session.quizzes
        if quiz.questions
    ]


def given(assessment: Assessment) -> str:
    """Return when an assessment is given: « au début », « 2 mois après »."""
    if assessment.delay_months:
        return f"{assessment.delay_months} mois après"
    return "au début" if assessment.id == BEFORE else "à la fin"


def left_out(order: RunningOrder) -> list[str]:
    """Return what a session leaves out, in reading order."""
    return [breakable(item.words[0].upper() + item.words[1:]) for item in order.left_out]


def shorter(session: Session) -> list[Data]:
    """Return what shorter sessions leave out, by their length."""
    return [
        {
            "length": lasting(minutes),
            "total": lasting(order.total_min),
            "left": left_out(order),
        }
        for minutes, order in sorted(session.shorter.items(), reverse=True)
    ]


def without_projector(blocks: Blocks, context: Context) -> list[str]:
    """Return how to do without the slides of a section, in reading order, without repeats."""
    return list(dict.fromkeys(_instead(blocks, context)))


def _instead(nodes: Iterable[Node], context: Context) -> Iterator[str]:
    """Yield what stands for each thing that would have been projected."""
    for node in nodes:
        match node:
            case Figure():
                if not node.image.decorative:
                    yield "la figure est dans le livret"
            case Table():
                yield "le tableau est dans le livret"
            case Columns():
                yield "les colonnes sont dans le livret"
            case Video():
                yield "racontez la vidéo avec sa transcription, ou gardez-la pour plus tard"
            case Misconception():
                yield "lisez à voix haute la phrase entendue, puis ce que l’on sait"
            case Callout(kind=CalloutKind.KEY_MESSAGE):
                yield "écrivez au tableau la phrase à retenir"
            case SlideOverride():
                yield "écrivez au tableau le texte de la diapositive"
            case QuestionRef():
                yield _question(node, context)
            case Vignette() | Decision():
                yield _case(node, context)
            case Activity():
                yield "lisez la consigne de l’activité, elle est dans le livret"
            case Conditional():
                yield from _instead(node.blocks, context)


def _question(node: QuestionRef, context: Context) -> str:
    number = context.questions.get(node.id)
    if number is None:
        return "lisez la question et ses réponses, puis faites voter à main levée"
    return f"question {number} du livret, vote à main levée"


def _case(node: Vignette | Decision, context: Context) -> str:
    number = context.cases.get(node.id)
    if number is None:
        return "lisez la situation à voix haute"
    aloud = f"situation {number} du livret, lue à voix haute"
    return f"{aloud}\u202f; chacun coche, puis vote à main levée"

"""Small modules with durations and priorities, written by hand or drawn at random."""

from hypothesis import strategies as st
from tests.unit.transforms.written import SPAN, blocks

from emas.document import Activity, Block, Blocks, Heading, Paragraph, Priority, Text, Vignette
from emas.model import Durations, Module, Step


def step(
    name: str,
    text: str | Blocks,
    session_min: int | None = 30,
    *,
    short_min: int | None = None,
    priority: Priority = Priority.USEFUL,
) -> Step:
    content = blocks(text) if isinstance(text, str) else text
    lasts = Durations(5, session_min, short_min)
    return Step(name, name.capitalize(), lasts, (), priority, content, (), SPAN)


def module(*steps: Step) -> Module:
    whole = sum(step.durations.session_min or 0 for step in steps)
    return Module(
        id="essai", title="Essai", family="", summary="", audiences=(), levels=(), objectives=(),
        durations=Durations(session_min=whole), prerequisites=(), assessments=(), version="1",
        licence="", review=None, steps=steps, bank=(), media={}, span=SPAN,
    )  # fmt: skip


def words(count: int) -> str:
    return " ".join(["mot"] * count)


PRIORITIES = st.sampled_from(Priority)


@st.composite
def boxes(draw: st.DrawFn, identifier: str) -> Block:
    """Return an activity with or without a duration, a case, a heading or a paragraph."""
    text = (Text(words(draw(st.integers(1, 60))), SPAN),)
    inside = (Paragraph(text, SPAN),)
    match draw(st.sampled_from(["activity", "case", "heading", "paragraph"])):
        case "activity":
            lasts = draw(st.none() | st.integers(1, 25))
            return Activity(text[:1], lasts, (), (), (), draw(PRIORITIES), inside, identifier, SPAN)
        case "case":
            return Vignette((), (), draw(PRIORITIES), inside, identifier, SPAN)
        case "heading":
            return Heading(2, text[:1], identifier, SPAN)
        case _:
            return inside[0]


@st.composite
def modules(draw: st.DrawFn) -> Module:
    """Return any module whose steps have a session duration."""
    steps = []
    for rank in range(draw(st.integers(1, 5))):
        count = draw(st.integers(0, 6))
        content = tuple(draw(boxes(f"{rank}/bloc-{number}")) for number in range(count))
        lasts = draw(st.integers(1, 60))
        steps.append(step(f"etape-{rank}", content, lasts, priority=draw(PRIORITIES)))
    return module(*steps)

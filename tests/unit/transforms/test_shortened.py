"""A module without what a duration leaves out: nothing of it stays behind."""

from dataclasses import replace

from tests.unit.transforms.sessions import module, step
from tests.unit.transforms.written import SPAN, question

from emas.document import Heading, Medium, Priority, QuestionRef, plain_text, walk
from emas.model import (
    LeftOut,
    Module,
    Objective,
    RunningOrder,
    Sequence,
    SequenceKind,
    Step,
    Variant,
)
from emas.transforms.running_order import running_order
from emas.transforms.selection import select
from emas.transforms.shortened import shortened

CASE = "::: situation Noé {#noe}\nsous la table\n:::\n"
NOTE = "::: animation\nTrois votes.\n:::\n"


def without(written: Step, *boxes: str) -> Step:
    """Return a step once `boxes` are left out."""
    gone = tuple(LeftOut(written.id, box, "", 5, Priority.USEFUL) for box in boxes)
    (found,) = shortened(module(written), RunningOrder(left_out=gone)).steps
    return found


def left(text: str, *boxes: str) -> str:
    return plain_text(without(step("voir", text), *boxes).blocks)


def test_a_box_goes_with_the_notes_that_follow_it() -> None:
    before = "::: animation\nAvant.\n:::\n"
    assert left(f"avant\n\n{before}\n{CASE}\n{NOTE}\n{NOTE}\naprès\n\n{NOTE}", "noe") == (
        "avant Avant. après Trois votes."
    )


def test_a_heading_goes_when_nothing_is_left_below() -> None:
    text = f"## Un cas\n\n### Le récit\n\n{CASE}\n{NOTE}\n## Ensuite\n\nrien"
    assert left(text, "noe") == "Ensuite rien"


def test_a_heading_that_had_nothing_below_stays() -> None:
    assert left(f"## Vide\n\n## Ensuite\n\nrien\n\n{CASE}", "noe") == "Vide Ensuite rien"


def test_a_heading_stays_for_the_text_beside_the_box() -> None:
    assert left(f"## Un cas\n\navant\n\n{CASE}\n### Fin\n\naprès", "noe") == (
        "Un cas avant Fin après"
    )


def test_a_condition_that_held_nothing_else_goes() -> None:
    conditional = f"::: public aesh\n{CASE}\n{NOTE}:::"
    found = without(step("voir", f"avant\n\n{conditional}"), "noe")
    assert len(found.blocks) == 1


def test_a_footnote_that_nothing_calls_any_more_goes() -> None:
    text = (
        "avant[^a]\n\n::: situation Noé {#noe}\nsous la table[^a][^b]\n:::\n\n"
        "[^a]: Une note.\n\n[^b]: Une autre.\n"
    )
    assert left(text, "noe") == "avant Une note."


def test_a_question_asked_in_the_box_only_goes() -> None:
    asked = "::: question unique {{#{0}}}\nVrai ?\n\n- [x] Oui\n- [ ] Non\n:::"
    first, second = (asked.format(name) for name in ("q1", "q2"))
    text = f"{first}\n\n::: situation Noé {{#noe}}\nsous la table\n\n{second}\n:::"
    written = replace(step("voir", text), questions=(question(first), question(second)))
    found = without(written, "noe")
    assert [item.id for item in found.questions] == ["q1"]
    assert [node.id for node in walk(found.blocks) if isinstance(node, QuestionRef)] == ["q1"]


def with_objectives(*steps: Step) -> Module:
    aims = tuple(Objective(name, name, SPAN) for name in ("voir", "agir", "dire"))
    return replace(module(*steps), objectives=aims)


def test_a_step_goes_with_the_objectives_that_it_alone_has() -> None:
    steps = [
        replace(step("voir", "mot"), objectives=("voir",)),
        replace(step("agir", "mot"), objectives=("voir", "agir")),
    ]
    gone = (LeftOut("agir", "", "Agir", 30, Priority.USEFUL),)
    talk = Sequence("voir", "", "Voir", SequenceKind.TALK, 33, 0)
    found = shortened(with_objectives(*steps), RunningOrder((talk,), gone))
    assert [item.id for item in found.steps] == ["voir"]
    assert [item.id for item in found.objectives] == ["voir", "dire"]
    assert found.steps[0].durations.session_min == found.durations.session_min == 33


def test_the_short_version_has_the_objectives_of_its_steps() -> None:
    steps = [
        replace(step("voir", "mot", short_min=10), objectives=("voir",)),
        replace(step("agir", "mot"), objectives=("agir",)),
    ]
    found = select(with_objectives(*steps), Variant(short=True), Medium.PAPER)
    assert [item.id for item in found.objectives] == ["voir", "dire"]


def test_what_paper_alone_has_stays_on_paper() -> None:
    text = f"mot\n\n::: support papier\n{CASE}:::\n\n::: situation Zoé {{#zoe}}\nmot\n:::"
    whole = module(step("voir", text, 30))
    order = running_order(whole, Variant(minutes=13))
    assert [item.id for item in order.left_out] == ["zoe"]
    (found,) = shortened(select(whole, Variant(minutes=13), Medium.PAPER), order).steps
    assert plain_text(found.blocks) == "mot Noé sous la table"


def test_nothing_left_out_leaves_the_text_as_it_is() -> None:
    written = step("voir", f"## Un cas\n\n{CASE}\n{NOTE}")
    assert without(written).blocks == written.blocks
    assert [block for block in written.blocks if isinstance(block, Heading)] != []

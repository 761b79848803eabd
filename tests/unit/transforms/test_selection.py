"""What a variant keeps, on each medium."""

from dataclasses import replace

import pytest
from tests.unit.transforms.written import SPAN, blocks, question

from emas.document import Blocks, Conditional, Medium, Priority, plain_text, walk
from emas.model import Durations, Module, Step, Variant
from emas.transforms.selection import select, select_blocks

SITE, SLIDES, PAPER, GUIDE = Medium.SITE, Medium.SLIDES, Medium.PAPER, Medium.GUIDE
ALL = (SITE, SLIDES, PAPER, GUIDE)


def kept(markdown: str, variant: Variant, medium: Medium) -> str:
    """Return what is kept; a condition that was not decided is between brackets."""
    return " ".join(
        f"[{plain_text((node,))}]" if isinstance(node, Conditional) else plain_text((node,))
        for node in select_blocks(blocks(markdown), variant, medium)
    )


@pytest.mark.parametrize("medium", ALL)
@pytest.mark.parametrize(
    ("condition", "variant", "expected"),
    [
        ("public aesh", Variant(), "[a]"),
        ("public aesh", Variant(audience="aesh"), "a"),
        ("public aesh", Variant(audience="direction"), ""),
        ("public aesh, direction", Variant(audience="direction"), "a"),
        ("sauf-public aesh", Variant(), "[a]"),
        ("sauf-public aesh", Variant(audience="aesh"), ""),
        ("sauf-public aesh", Variant(audience="direction"), "a"),
        ("niveau college", Variant(), "[a]"),
        ("niveau college", Variant(level="college"), "a"),
        ("niveau college", Variant(level="lycee"), ""),
        ("niveau college", Variant(audience="aesh"), "[a]"),
        ("public aesh", Variant(level="lycee"), "[a]"),
    ],
)
def test_audience_and_level_are_decided_by_the_variant_alone(
    condition: str, variant: Variant, expected: str, medium: Medium
) -> None:
    assert kept(f"::: {condition}\na\n:::", variant, medium) == expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("support site", ("a", "", "", "[a]")),
        ("support diapo", ("", "a", "", "[a]")),
        ("support papier", ("", "", "a", "a")),
        ("support site, papier", ("a", "", "a", "a")),
    ],
)
def test_the_medium_always_decides_but_for_the_trainer_who_sees_all(
    condition: str, expected: tuple[str, ...]
) -> None:
    text = f"::: {condition}\na\n:::"
    assert tuple(kept(text, Variant(), medium) for medium in ALL) == expected


@pytest.mark.parametrize(
    ("condition", "short", "expected"),
    [
        ("seance courte", False, ("[a]", "", "", "[a]")),
        ("seance courte", True, ("[a]", "a", "a", "a")),
        ("seance longue", False, ("[a]", "a", "a", "[a]")),
        ("seance longue", True, ("[a]", "", "", "")),
    ],
)
def test_the_length_of_a_session_concerns_decks_and_paper(
    condition: str, short: bool, expected: tuple[str, ...]
) -> None:
    text = f"::: {condition}\na\n:::"
    assert tuple(kept(text, Variant(short=short), medium) for medium in ALL) == expected


def test_conditions_nest() -> None:
    text = "::: public aesh\na\n\n::: niveau college\nb\n\n::: support papier\nc\n:::\n:::\n:::"
    assert kept(text, Variant("aesh", "college"), PAPER) == "a b c"
    assert kept(text, Variant("aesh", "lycee"), PAPER) == "a"
    assert kept(text, Variant("aesh"), SITE) == "a [b]"
    assert kept(text, Variant(level="college"), SITE) == "[a b]"
    assert kept(text, Variant("direction"), PAPER) == ""


@pytest.mark.parametrize("medium", ALL)
def test_drafts_and_comments_are_published_nowhere(medium: Medium) -> None:
    text = (
        "a <!-- secret --> b\n\n<!-- secret -->\n\n::: brouillon\nsecret\n:::\n\n"
        "::: retenir\n::: brouillon\nsecret\n:::\nc\n:::"
    )
    selected = select_blocks(blocks(text), Variant(), medium)
    assert plain_text(selected) == "a b c"
    assert "secret" not in repr(selected)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("::: animation\na\n:::", ("", "a", "", "a")),
        ("::: diapo\na\n:::", ("", "a", "", "a")),
        ("::: simple\na\n:::", ("a", "", "", "")),
        ("::: retenir\na\n:::", ("a", "a", "a", "a")),
    ],
)
def test_each_medium_leaves_out_what_it_has_no_use_for(
    written: str, expected: tuple[str, ...]
) -> None:
    assert tuple(kept(written, Variant(), medium) for medium in ALL) == expected


def test_writing_lines_are_for_participants() -> None:
    lines = blocks("::: lignes 4\n:::")
    assert [select_blocks(lines, Variant(), medium) for medium in ALL] == [lines, (), lines, ()]


def test_a_session_of_a_given_length_is_a_long_one_for_the_trainer_too() -> None:
    text = "::: seance longue\na\n:::\n\n::: seance courte\nb\n:::"
    assert kept(text, Variant(minutes=45), GUIDE) == "a"


def test_a_booklet_is_condensed_whatever_the_audience() -> None:
    text = blocks("Un.\n\nDeux.\n\n::: public aesh\nTrois.\n\nQuatre.\n:::")
    module = replace(a_module(), steps=(a_step("un", 10, text),))
    for variant in (Variant(), Variant(audience="aesh")):
        (paper,), (guide,) = (select(module, variant, medium).steps for medium in (PAPER, GUIDE))
        assert plain_text(paper.blocks) == "Un. Trois."
        assert plain_text(guide.blocks) == "Un. Deux. Trois. Quatre."


def test_plain_words_are_kept_whole() -> None:
    text = blocks("Un.\n\n::: simple\nA.\n\nB.\n:::")
    module = replace(a_module(), steps=(a_step("un", 10, text),))
    (step,) = select(module, Variant(plain=True), PAPER).steps
    assert plain_text(step.blocks) == "A. B."


CASE = "::: situation Un cas\nniveau : college\n\na\n:::"
IDEA = """::: amenagement Une idée
besoin : b
niveaux : college
comment : c
eviter : d
mesurer : e
:::"""


@pytest.mark.parametrize("written", [CASE, IDEA])
def test_cases_and_adaptations_of_another_level_go(written: str) -> None:
    whole = blocks(written)
    assert select_blocks(whole, Variant(), PAPER) == whole
    assert select_blocks(whole, Variant(level="college"), PAPER) == whole
    assert select_blocks(whole, Variant(level="lycee"), PAPER) == ()


def test_a_case_without_level_is_for_all() -> None:
    whole = blocks("::: situation Un cas\na\n:::")
    assert select_blocks(whole, Variant(level="lycee"), PAPER) == whole


QUESTION = """::: question unique {{#{id}}}
objectif : o

Enoncé <!-- secret -->

- [x] Oui
  > Bien.

  ::: public aesh
  pour AESH
  :::
- [ ] Non
  > Non.
:::"""


def a_step(name: str, short_min: int | None, text: Blocks) -> Step:
    return Step(
        name,
        name,
        Durations(5, 30, short_min),
        (),
        Priority.USEFUL,
        text,
        (question(QUESTION.format(id=f"q-{name}")),),
        SPAN,
    )


def a_module() -> Module:
    text = blocks("::: public aesh\na\n:::\n\nb")
    return Module(
        id="essai", title="", family="", summary="", audiences=(), levels=(), objectives=(),
        durations=Durations(), prerequisites=(), assessments=(), version="1", licence="",
        review=None, steps=(a_step("un", 10, text), a_step("deux", None, text)),
        bank=(question(QUESTION.format(id="q-banque")),), media={}, span=SPAN,
    )  # fmt: skip


def test_steps_and_questions_are_selected_too() -> None:
    chosen = select(a_module(), Variant(audience="direction"), PAPER)
    assert [plain_text(step.blocks) for step in chosen.steps] == ["b", "b"]
    asked = [plain_text(item.statement) for item in chosen.all_questions()]
    assert asked == ["Enoncé", "Enoncé", "Enoncé"]
    assert not [
        node
        for item in chosen.all_questions()
        for node in walk(item.texts())
        if isinstance(node, Conditional)
    ]


def test_the_short_version_has_no_step_without_a_short_duration() -> None:
    chosen = select(a_module(), Variant(short=True), PAPER)
    assert [step.id for step in chosen.steps] == ["un"]
    assert [item.id for item in chosen.all_questions()] == ["q-un", "q-banque"]


def test_everything_stays_for_everybody() -> None:
    module = a_module()
    chosen = select(module, Variant(), PAPER)
    assert replace(chosen, bank=(), steps=()) == replace(module, bank=(), steps=())
    assert [step.blocks for step in chosen.steps] == [step.blocks for step in module.steps]

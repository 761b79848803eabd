"""Editions that hold the same blocks in each place where blocks may stand."""

from collections.abc import Callable
from dataclasses import replace

from tests.unit.writers.handouts.every_kind import (
    ACTIVITY,
    ADAPTATION,
    BLOCKS,
    conditional_on,
)
from tests.unit.writers.handouts.samples import (
    ASKED,
    HERE,
    QUESTION,
    callout,
    decision,
    edition,
    edition_of,
    module,
    par,
    step,
    vignette,
)

from emas.document import (
    Blocks,
    BulletList,
    CalloutKind,
    Choice,
    Column,
    Columns,
    Decision,
    Footnote,
    FootnoteRef,
    ListItem,
    Misconception,
    OrderedList,
    Quote,
    Verdict,
    Video,
)
from emas.model import Answer, Edition, Kind, Ticking

Place = Callable[[Blocks], Edition]

ANYWHERE: Blocks = tuple(block for block in BLOCKS if block != ASKED)


def bullet_item(blocks: Blocks) -> Edition:
    return edition(BulletList((ListItem(blocks, None, HERE),), HERE))


def task(blocks: Blocks) -> Edition:
    return edition(BulletList((ListItem(blocks, True, HERE),), HERE))


def numbered_item(blocks: Blocks) -> Edition:
    return edition(OrderedList((ListItem(blocks, None, HERE),), 1, HERE))


def quotation(blocks: Blocks) -> Edition:
    return edition(Quote(blocks, HERE))


def footnote(blocks: Blocks) -> Edition:
    call = par("appel", FootnoteRef("longue", HERE))
    return edition(call, Footnote("longue", (par("note"), *blocks), HERE))


def footnote_without_text(blocks: Blocks) -> Edition:
    call = par("appel", FootnoteRef("longue", HERE))
    return edition(call, Footnote("longue", blocks[2:], HERE))


def box(blocks: Blocks) -> Edition:
    return edition(callout(CalloutKind.EXAMPLE, *blocks))


def first_page(blocks: Blocks) -> Edition:
    return edition(callout(CalloutKind.TOMORROW, *blocks))


def last_page(blocks: Blocks) -> Edition:
    return edition(callout(CalloutKind.WHOM_TO_TELL, *blocks))


def misconception(blocks: Blocks) -> Edition:
    return edition(Misconception((), blocks, (par("entendu"),), "idee", HERE))


def case(blocks: Blocks) -> Edition:
    return edition(replace(vignette(*blocks), id="autre"))


def point_of_decision(blocks: Blocks) -> Edition:
    return edition(replace(decision("choisir"), blocks=blocks))


def feedback_on_a_choice(blocks: Blocks) -> Edition:
    choice = Choice(Verdict.ADVISED, (par("choix"),), blocks, None, HERE)
    return edition(Decision((), (), (choice,), "choisir", HERE))


def activity(blocks: Blocks) -> Edition:
    return edition(replace(ACTIVITY, blocks=blocks))


def adaptation(blocks: Blocks) -> Edition:
    return edition(replace(ADAPTATION, blocks=blocks))


def columns(blocks: Blocks) -> Edition:
    return edition(
        Columns(
            (Column((), blocks, "c", HERE), Column((), (par("à côté"),), "d", HERE)), "cs", HERE
        )
    )


def condition(blocks: Blocks) -> Edition:
    return edition(conditional_on("aesh", *blocks))


def transcript(blocks: Blocks) -> Edition:
    return edition(Video((), "film.mp4", blocks, "v", HERE))


def statement(blocks: Blocks) -> Edition:
    asked = replace(QUESTION, statement=blocks, feedback=())
    return edition_of(module(step(ASKED, questions=(asked,))))


def feedback_on_an_answer(blocks: Blocks) -> Edition:
    answer = Answer(True, (par("réponse"),), blocks, HERE)
    asked = replace(QUESTION, task=Ticking(Kind.SINGLE, (answer,)))
    return edition_of(module(step(ASKED, questions=(asked,))))


PLACES: tuple[Place, ...] = (
    bullet_item,
    task,
    numbered_item,
    quotation,
    footnote,
    footnote_without_text,
    box,
    first_page,
    last_page,
    misconception,
    case,
    point_of_decision,
    feedback_on_a_choice,
    activity,
    adaptation,
    columns,
    condition,
    transcript,
    statement,
    feedback_on_an_answer,
)

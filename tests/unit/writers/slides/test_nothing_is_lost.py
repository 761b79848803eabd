"""Whatever an author writes is on a slide or in its notes."""

from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.writers.slides.samples import (
    SPAN,
    THEME,
    bullets,
    edition,
    question,
    spoken,
    step,
    table,
)  # fmt: skip

from emas.document import (
    Activity,
    Adaptation,
    Axis,
    Block,
    Callout,
    CalloutKind,
    Choice,
    CodeBlock,
    Column,
    Columns,
    Conditional,
    Decision,
    Draft,
    Figure,
    Footnote,
    Heading,
    Image,
    Inlines,
    ListItem,
    Misconception,
    OrderedList,
    Paragraph,
    PlainTwin,
    Priority,
    QuestionRef,
    Quote,
    SlideOverride,
    Text,
    TrainerNote,
    Verdict,
    Video,
    Vignette,
    walk,
)
from emas.transforms.outline import published
from emas.writers.slides.layouts import Layout
from emas.writers.slides.plan import plan

COUNTER = count()


def fresh(size: int) -> str:
    """Return words met nowhere else."""
    return " ".join(f"mot{next(COUNTER)}" for _ in range(size)) + "."


TEXTS = st.integers(1, 70).map(fresh)
INLINES: st.SearchStrategy[Inlines] = TEXTS.map(lambda text: (Text(text, SPAN),))
TITLES = st.integers(0, 4).map(lambda size: (Text(fresh(size), SPAN),) if size else ())
LEAVES: st.SearchStrategy[Block] = st.one_of(
    INLINES.map(lambda inlines: Paragraph(inlines, SPAN)),
    INLINES.map(lambda inlines: Paragraph((*inlines, Text(" Voici :", SPAN)), SPAN)),
    TEXTS.map(lambda text: CodeBlock(text, "", SPAN)),
    TEXTS.map(lambda text: table((fresh(1), fresh(1)), (text, fresh(2)))),
    TEXTS.map(lambda text: Figure(Image("media/absente.svg", text, fresh(1), False, SPAN), SPAN)),
    st.just(QuestionRef("q1", SPAN)),
)


def boxes(inside: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    blocks = st.lists(inside, min_size=1, max_size=3).map(tuple)
    choice = blocks.map(lambda b: Choice(Verdict.POSSIBLE, b[:1], b[1:], None, SPAN))
    kinds = st.sampled_from(CalloutKind)
    return st.one_of(
        blocks.map(lambda b: bullets(*[(block,) for block in b])),
        blocks.map(lambda b: OrderedList((ListItem(b, None, SPAN),), 3, SPAN)),
        blocks.map(lambda b: Quote(b, SPAN)),
        blocks.map(lambda b: Footnote("1", b, SPAN)),
        st.builds(lambda k, t, b: Callout(k, t, b, "c", SPAN), kinds, TITLES, blocks),
        st.builds(lambda t, b, c: Misconception(t, b, c, "i", SPAN), TITLES, blocks, blocks),
        st.builds(lambda t, b: TrainerNote(t, b, "n", SPAN), TITLES, blocks),
        st.builds(lambda t, b: Video(t, "https://emas.example/v", b, "v", SPAN), TITLES, blocks),
        blocks.map(lambda b: Conditional(Axis.AUDIENCE, ("aesh",), b, "p", SPAN)),
        st.builds(
            lambda t, b, c: Vignette(
                t, (), Priority.USEFUL, (*b, Decision(t, b, tuple(c), "d", SPAN)), "v", SPAN
            ),
            TITLES, blocks, st.lists(choice, min_size=1, max_size=3),
        ),
        st.builds(
            lambda t, u, b: Activity(t, 5, u, t, u, Priority.USEFUL, b, "a", SPAN),
            TITLES, INLINES, blocks,
        ),
        st.builds(
            lambda t, u, b: Adaptation(
                u, t, "", (), t, u, t, (), "", b, "m", SPAN
            ),
            TITLES, INLINES, blocks,
        ),
        st.builds(
            lambda t, u, b, c: Columns(
                (Column(t, b, "x", SPAN), Column(u, c, "y", SPAN)), "k", SPAN
            ),
            TITLES, TITLES, blocks, blocks,
        ),
    )  # fmt: skip


HEADINGS = st.builds(
    lambda level, inlines: Heading(level, inlines, "h", SPAN),
    st.integers(2, 4),
    st.integers(1, 6).map(lambda size: (Text(fresh(size), SPAN),)),
)
NESTED = st.recursive(LEAVES, boxes, max_leaves=6)
LAYOUTS = st.sampled_from(["", "Message clé", "Deux colonnes", "Tableau", "inconnue", "Vignette"])
BY_HAND = st.builds(
    lambda layout, title, inside: SlideOverride(layout, title, tuple(inside), "d", SPAN),
    LAYOUTS,
    TITLES,
    st.lists(NESTED, min_size=1, max_size=2),
)
STEPS = st.lists(st.one_of(HEADINGS, NESTED, NESTED, BY_HAND), max_size=7)


def words_of(blocks: tuple[Block, ...]) -> set[str]:
    found: set[str] = set()
    for node in walk(published(blocks)):
        match node:
            case Text() | CodeBlock():
                found |= set(node.text.split())
            case Image():
                found |= set(f"{node.alt} {node.caption}".split())
            case _:
                pass
    return {word.strip(".:") for word in found} - {""}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_every_word_is_shown_or_said(blocks: list[Block]) -> None:
    written = edition(step(*blocks, questions=(question(),)))
    assert words_of(tuple(blocks)) - spoken(plan(written, THEME)) == set()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(NESTED, min_size=1, max_size=3).map(tuple))
def test_no_word_of_a_draft_or_of_a_plain_twin_is_shown_or_said(blocks: tuple[Block, ...]) -> None:
    hidden = (Draft(blocks, "b", SPAN), PlainTwin(blocks, "s", SPAN))
    shown = spoken(plan(edition(step(*hidden)), THEME))
    assert words_of(blocks) & shown <= {"Voici"}


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_titles_are_never_met_twice(blocks: list[Block]) -> None:
    deck = plan(edition(step(*blocks, questions=(question(),))), THEME)
    titles = [slide.title for slide in deck.slides()]
    assert len(titles) == len(set(titles))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_only_a_section_without_words_shows_nothing_but_its_title(blocks: list[Block]) -> None:
    deck = plan(edition(step(*blocks, questions=(question(),))), THEME)
    empty = [slide for slide in deck.slides() if not slide.fills]
    assert {slide.layout for slide in empty} <= {Layout.TITLE_ONLY}

"""Situations whose choices branch, as numbered cards."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.writers.handouts.samples import choice, decision, par, vignette

from emas.document import Decision, Verdict, Vignette
from emas.transforms.cards import Card, Deck, Ending, Outcome, Scene, deck, is_played


def scene(name: str, *goes: str | None) -> Decision:
    """Return a decision with a choice for each of `goes`."""
    choices = (
        choice(Verdict.POSSIBLE, f"{name}-{rank}", f"avis-{name}-{rank}", goto)
        for rank, goto in enumerate(goes)
    )
    return replace(decision(name, *choices), id=name)


STORY = vignette(
    par("récit"),
    scene("un", "trois", None),
    par("entre deux"),
    scene("deux", None, None),
    scene("trois", None, None, None),
    par("épilogue"),
)


def ways(made: Deck, read: tuple[int, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the decisions and choices met on each way through the cards, to its end."""
    cards = {card.number: card for card in made.cards}
    card = cards[read[-1]]
    match card:
        case Scene():
            for rank, number in enumerate(card.leads):
                for rest in ways(made, (*read, number)):
                    yield (f"{card.decision.id}-{rank}", *rest)
        case Outcome():
            following = next((number for number in card.leads if number not in read), None)
            yield from ways(made, (*read, following)) if following else [()]
        case Ending():
            yield ("fin",)


def test_a_situation_where_one_decides_has_cards_whether_or_not_its_choices_lead_somewhere() -> (
    None
):
    assert is_played(STORY)
    assert is_played(vignette(par("récit"), scene("un", None), scene("deux", None)))
    assert not is_played(vignette(par("récit")))


def test_a_card_for_each_decision_and_each_choice_and_for_the_end() -> None:
    made = deck(STORY)
    kinds = [type(card) for card in made.cards]
    assert (kinds.count(Scene), kinds.count(Outcome), kinds.count(Ending)) == (3, 7, 1)
    assert [card.number for card in made.cards] == list(range(1, 12))


def test_cards_lead_where_the_site_leads() -> None:
    made = deck(STORY)
    assert set(ways(made, (made.start,))) == {
        *(("un-0", f"trois-{rank}", "fin") for rank in range(3)),
        *(("un-1", f"deux-{one}", f"trois-{two}", "fin") for one in range(2) for two in range(3)),
    }


def test_a_decision_is_told_with_what_comes_before_it() -> None:
    told = {card.decision.id: card.blocks for card in deck(STORY).cards if isinstance(card, Scene)}
    assert told == {"un": (par("récit"),), "deux": (par("entre deux"),), "trois": ()}


def test_a_choice_may_turn_back_to_a_decision_not_yet_taken() -> None:
    # On the way « un, trois, deux », what follows « deux » was already read: the end.
    made = deck(
        vignette(scene("un", "trois", None), scene("deux", None), scene("trois", "deux", None))
    )
    assert ("un-0", "trois-0", "deux-0") in set(ways(made, (made.start,)))
    assert ("un-1", "deux-0", "trois-1") in set(ways(made, (made.start,)))


def test_no_card_leads_to_the_one_numbered_after_it() -> None:
    assert [card for card in deck(STORY).cards if card.number + 1 in leads(card)] == []


def leads(card: Card) -> tuple[int, ...]:
    return () if isinstance(card, Ending) else card.leads


def test_numbers_depend_on_the_situation_only_and_go_on_from_one_to_the_next() -> None:
    assert deck(STORY) == deck(STORY)
    assert deck(STORY) != deck(replace(STORY, id="autre"))
    assert [card.number for card in deck(STORY, first=12).cards][:2] == [12, 13]


@st.composite
def stories(draw: st.DrawFn) -> Vignette:
    """Return a situation whose choices lead further on, or nowhere in particular."""
    names = [f"d{rank}" for rank in range(draw(st.integers(1, 5)))]
    scenes = [
        scene(
            name,
            *draw(st.lists(st.sampled_from([None, *names[rank + 1 :]]), min_size=2, max_size=3)),
        )
        for rank, name in enumerate(names)
    ]
    return vignette(par("récit"), *scenes)


@settings(max_examples=40)
@given(stories())
def test_whatever_the_situation_no_decision_comes_twice_and_no_card_leads_to_the_next(
    story: Vignette,
) -> None:
    made = deck(story)
    for way in ways(made, (made.start,)):
        decisions = [name.split("-")[0] for name in way]
        assert len(decisions) == len(set(decisions))
    assert [card for card in made.cards if card.number + 1 in leads(card)] == []

from dataclasses import replace

from tests.unit.writers.slides import samples
from tests.unit.writers.slides.samples import THEME, bullets, edition, heading, para, step

from emas.document import Blocks
from emas.model import RunningOrder, Sequence, SequenceKind
from emas.writers.slides.deck import Deck, Timing
from emas.writers.slides.plan import plan


def deck(*sequences: Sequence, blocks: Blocks) -> Deck:
    there = edition(step(*blocks))
    return plan(replace(there, running_order=RunningOrder(sequences)), THEME)


def talk(identifier: str, minutes: int, start: int = 0) -> Sequence:
    return Sequence("voir", identifier, "Voir", SequenceKind.TALK, minutes, start)


BLOCKS = (
    heading("Essayer"),
    bullets("Un geste que l’on essaie pendant trois semaines."),
    samples.activity(para("Notez.")),
    samples.vignette(para("Noé se cache."), samples.decision()),
)
ORDER = (
    talk("essayer", 5),
    Sequence("voir", "a", "Trois pauses", SequenceKind.ACTIVITY, 10, 5),
    Sequence("voir", "v", "Noé", SequenceKind.CASE, 75, 15),
    Sequence("", "", "Questions et échanges", SequenceKind.EXCHANGE, 8, 90),
)


def test_each_slide_has_the_time_of_its_sequence() -> None:
    slides = deck(*ORDER, blocks=BLOCKS).parts[1].slides
    minutes = [slide.timing.minutes for slide in slides if slide.timing]
    assert [slide.sequence for slide in slides] == [
        ("voir", ""), ("voir", "essayer"), ("voir", "a"), ("voir", "v"), ("voir", "v"),
        ("voir", "v"),
    ]  # fmt: skip
    assert (minutes[:3], sum(minutes[3:])) == ([0, 5, 10], 75)


def test_the_time_of_a_slide_begins_when_the_one_before_ends() -> None:
    timings = [slide.timing for slide in deck(*ORDER, blocks=BLOCKS).slides()]
    known = [timing for timing in timings if timing]
    assert len(known) == len(timings)
    ends = [timing.start_min + timing.minutes for timing in known]
    assert [timing.start_min for timing in known[1:]] == ends[:-1]
    assert ends[-1] == 98


def test_notes_begin_with_the_time() -> None:
    slides = deck(*ORDER, blocks=BLOCKS).parts[1].slides
    assert [slide.notes[0].text for slide in slides[:4]] == [
        "Durée\u00a0: moins d’une minute, à 0\u00a0h\u00a000",
        "Durée\u00a0: 5\u00a0min, de 0\u00a0h\u00a000 à 0\u00a0h\u00a005",
        "Durée\u00a0: 10\u00a0min, de 0\u00a0h\u00a005 à 0\u00a0h\u00a015",
        slides[3].notes[0].text,
    ]


def test_a_session_that_ends_with_an_exchange_has_a_slide_for_it() -> None:
    slide = deck(*ORDER, blocks=BLOCKS).parts[-1].slides[0]
    assert (slide.title, slide.timing) == ("Questions et échanges", Timing(90, 8))


def test_the_time_of_a_sequence_without_slides_goes_to_the_first_of_its_step() -> None:
    slides = deck(talk("ailleurs", 6), talk("essayer", 4, 6), blocks=BLOCKS).parts[1].slides
    assert [slide.timing for slide in slides[:2]] == [Timing(0, 6), Timing(6, 4)]


def test_nothing_is_said_of_the_time_of_a_step_without_duration() -> None:
    slides = deck(talk("essayer", 0), blocks=BLOCKS).slides()
    assert {slide.timing for slide in slides} == {None}


def test_without_a_running_order_no_time_is_told() -> None:
    slide = plan(edition(step(heading("Un"), bullets("Deux"), para("À dire."))), THEME).slides()[3]
    assert [line.text for line in slide.notes] == ["À dire."]

"""The trainer's keys: one question open at most, and nothing lost by going back."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from tests.tracking.sessions import NAME, known_sessions

from emas.model.moment import AskedQuestion
from emas.tracking.catalogue import Session, read_plan
from emas.tracking.live.counting import SETTLING, counted
from emas.tracking.live.leading import Lead, Step, moments, moved, start, steps
from emas.tracking.live.scene import FROM, HIDDEN, LAST, shown
from emas.tracking.store.live import Led, Phase, Place

NOW = 10**15
FIRST, SECOND, LAST_ONE = names = ("q1@00000001", "q2@00000002", "q3@00000003")


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A session that asks three questions at the end, then opinions."""
    known = read_plan(known_sessions(tmp_path_factory.mktemp("suivi"))).sessions[NAME]
    part, survey = known.parts
    asked = tuple(replace(part.questions[0], name=name) for name in names)
    return replace(known, parts=(replace(part, questions=asked), survey))


@pytest.fixture
def question(session: Session) -> AskedQuestion:
    return session.parts[0].questions[0]


def played(session: Session, *done: Step, resumed: Mapping[str, Led] | None = None) -> Lead:
    """Return where a session is once the trainer led « acquis » and pressed those keys."""
    led = dict(resumed or {})
    first = start(Lead(session, Place(), {}), "acquis", led)
    assert first
    place = first.place
    for step in done:
        move = moved(Lead(session, place, led), step, NOW)
        if move:
            place = move.place
            if move.changed:
                led[move.changed.question] = move.changed
    return Lead(session, place, led)


def phases(lead: Lead) -> list[str]:
    return [lead.led.get(name, Led(name)).phase.value for name in names]


def test_one_key_goes_through_all_questions(session: Session) -> None:
    lead = played(session, *[Step.NEXT] * 4)
    assert (lead.place.question, phases(lead)) == (SECOND, ["fermee", "ouverte", "prete"])
    lead = played(session, *[Step.NEXT] * 9)
    assert (lead.place.moment, lead.place.question) == ("acquis", "")
    assert phases(lead) == ["fermee"] * 3
    assert steps(lead) == {Step.BACK, Step.HALT}


def test_going_away_closes_what_is_open(session: Session) -> None:
    for away in (Step.BACK, Step.HALT):
        lead = played(session, Step.NEXT, Step.NEXT, Step.NEXT, Step.OPEN, away)
        assert phases(lead) == ["fermee", "fermee", "prete"]


def test_a_question_opens_again_until_its_answer_is_shown(session: Session) -> None:
    assert phases(played(session, Step.OPEN, Step.CLOSE, Step.OPEN))[0] == "ouverte"
    lead = played(session, Step.OPEN, Step.CLOSE, Step.SOLVE, Step.OPEN)
    assert phases(lead)[0] == "corrigee"
    assert steps(lead) == {Step.NEXT, Step.HALT}


def test_keys_without_meaning_do_nothing(session: Session) -> None:
    assert phases(played(session, Step.CLOSE, Step.SOLVE, Step.BACK))[0] == "prete"
    assert moved(Lead(session, Place(), {}), Step.NEXT, NOW) is None


def test_a_moment_is_led_again_from_the_first_question_that_is_not_closed(session: Session) -> None:
    closed = {FIRST: Led(FIRST, Phase.CLOSED)}
    assert played(session, resumed=closed).place.question == SECOND
    every = {name: Led(name, Phase.CLOSED) for name in names}
    assert played(session, resumed=every).place.question == FIRST


def test_nobody_leads_an_opinion(session: Session) -> None:
    assert [name for name, _ in moments(session)] == ["acquis"]
    assert start(Lead(session, Place(), {}), "satisfaction", {}) is None


def arriving(question: AskedQuestion, led: Led, *numbers: int) -> list[int]:
    """Return how many answers the wall shows when so many have come, one time after another."""
    found = []
    for number in numbers:
        led = counted(question, led, ["r0"] * number, NOW) or led
        found.append(led.counted)
    return found


def test_counts_come_at_five_then_every_three(question: AskedQuestion) -> None:
    led = Led(question.name, Phase.OPEN)
    assert arriving(question, led, *range(4, 12)) == [0, 5, 5, 5, 8, 8, 8, 11]
    assert arriving(question, led, 7, 9, 10) == [7, 7, 10]
    assert arriving(question, Led(question.name), 9) == [0]


def test_counts_are_taken_once_the_last_answers_have_come(question: AskedQuestion) -> None:
    led = Led(question.name, Phase.CLOSED, closed=NOW, counted=5, counts=(5, 0))
    assert counted(question, led, ["r0"] * 6, NOW + SETTLING - 1) is None
    taken = counted(question, led, ["r0"] * 6, NOW + SETTLING)
    assert taken
    assert (taken.final, taken.counted, taken.counts) == (True, 6, (6, 0))
    # What comes late is told, and counted by three, so that nobody's answer is seen alone.
    assert arriving(question, taken, 7, 8, 9) == [6, 6, 9]
    few = counted(question, led, ["r0"] * 4, NOW + SETTLING)
    assert few
    assert (few.final, few.counted, few.counts) == (True, 0, ())


def test_what_cannot_be_an_answer_is_not_counted(question: AskedQuestion) -> None:
    led = Led(question.name, Phase.OPEN)
    assert arriving(question, led, 5) == [5]
    wrong = counted(question, led, ["r0", "r0", "r0", "r0", "r9"], NOW)
    assert wrong
    assert wrong.counted == 0


def test_the_wall_says_why_it_shows_no_count(session: Session) -> None:
    def told(answers: int, now: int, led: Led) -> str:
        found = shown(Lead(session, Place("acquis", FIRST), {FIRST: led}), ["r0"] * answers, now)
        assert found
        return found.told

    closed = Led(FIRST, Phase.CLOSED, closed=NOW)
    assert told(3, NOW, Led(FIRST)) == ""
    assert told(3, NOW, Led(FIRST, Phase.OPEN)) == FROM
    assert told(3, NOW, closed) == LAST
    assert told(3, NOW + SETTLING, replace(closed, final=True)) == HIDDEN
    six = replace(closed, final=True, counted=6, counts=(6, 0))
    assert told(6, NOW + SETTLING, six) == "Réponses de 6 personnes."
    assert told(8, NOW + SETTLING, six).endswith("2 autres sont arrivées depuis.")


def test_the_wall_shows_answers_in_the_order_of_the_page_and_what_is_right_when_asked(
    session: Session,
) -> None:
    led = Led(FIRST, Phase.CLOSED, NOW, final=True, counted=6, counts=(2, 4))
    lead = Lead(session, Place("acquis", FIRST), {FIRST: led})
    found = shown(lead, ["r0"] * 6, NOW)
    assert found
    bars = [(one.letter, one.text, one.count, one.length, one.right) for one in found.bars]
    assert bars == [
        ("A", "Ce que l’on devine.", 4, 67, False),
        ("B", "Ce que l’on voit.", 2, 33, False),
    ]
    solved = replace(lead, led={FIRST: replace(led, phase=Phase.SOLVED)})
    after = shown(solved, ["r0"] * 6, NOW)
    assert after
    assert [one.right for one in after.bars] == [False, True]

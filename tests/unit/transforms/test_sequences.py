"""What takes time in a step, and for how long."""

from tests.unit.transforms.sessions import step, words
from tests.unit.transforms.written import question

from emas.model import Question, SequenceKind, Step
from emas.transforms.sequences import planned

TALK, ACTIVITY, CASE = SequenceKind.TALK, SequenceKind.ACTIVITY, SequenceKind.CASE


def plan(written: Step, *questions: Question) -> list[tuple[str, SequenceKind, int]]:
    """Return the title, the kind and the minutes of each sequence."""
    known = {item.id: item for item in questions}
    found = planned(written, written.durations.session_min, known)
    return [(item.title, item.kind, item.minutes) for item in found]


def test_an_activity_lasts_what_its_author_says_and_words_share_the_rest() -> None:
    written = step(
        "voir",
        f"{words(10)}\n\n## Regarder\n\n{words(20)}\n\n::: activite Noter\nduree : 12 min\n\n"
        f"{words(90)}\n:::\n\n{words(20)}\n\n"
        f"## Noé\n\n::: situation Sous la table\n{words(9)}\n:::",
        32,
    )
    assert plan(written) == [
        ("Voir", TALK, 3),
        ("Regarder", TALK, 13),
        ("Noter", ACTIVITY, 12),
        ("Sous la table", CASE, 4),
    ]


def test_an_activity_without_a_duration_shares_the_rest() -> None:
    written = step("voir", f"{words(15)}\n\n::: activite Noter\n{words(14)}\n:::", 10)
    assert plan(written) == [("Voir", TALK, 5), ("Noter", ACTIVITY, 5)]


def test_the_words_of_a_question_are_said_too() -> None:
    asked = f"::: question unique {{#q1}}\n{words(20)}\n\n- [x] Oui\n- [ ] Non\n:::"
    written = step("voir", f"## Une\n\n{words(22)}\n\n## Deux\n\n{asked}", 20)
    assert plan(written, question(asked)) == [("Une", TALK, 10), ("Deux", TALK, 10)]


def test_notes_for_the_trainer_take_no_time_of_their_own() -> None:
    written = step("voir", f"## Une\n\nmot\n\n## Deux\n\n::: animation\n{words(90)}\n:::", 20)
    assert plan(written) == [("Une", TALK, 20)]


def test_an_exercise_inside_of_another_is_part_of_it() -> None:
    written = step(
        "voir",
        "::: situation Noé\nmot\n\n::: activite Noter\nduree : 5 min\n\nmot\n:::\n:::",
        20,
    )
    assert plan(written) == [("Noé", CASE, 20)]


def test_an_exercise_without_a_title_has_the_name_of_its_kind() -> None:
    written = step("voir", "::: activite\nduree : 5 min\n\nmot\n:::\n\n::: situation\nmot\n:::", 20)
    assert plan(written) == [("Activité", ACTIVITY, 5), ("Situation", CASE, 15)]


def test_what_nothing_else_takes_is_the_talk_of_the_step() -> None:
    written = step("voir", "::: activite Noter\nduree : 5 min\n\nmot\n:::", 20)
    assert plan(written) == [("Voir", TALK, 15), ("Noter", ACTIVITY, 5)]
    assert plan(step("vide", "", 20)) == [("Vide", TALK, 20)]


def test_activities_that_ask_for_more_than_the_step_has_are_shortened() -> None:
    written = step(
        "voir",
        "mot\n\n::: activite Une\nduree : 20 min\n\nmot\n:::\n\n"
        "::: activite Deux\nduree : 10 min\n\nmot\n:::",
        15,
    )
    assert plan(written) == [("Voir", TALK, 0), ("Une", ACTIVITY, 10), ("Deux", ACTIVITY, 5)]


def test_a_step_without_a_duration_lasts_what_its_activities_last() -> None:
    written = step("voir", "mot\n\n::: activite Une\nduree : 20 min\n\nmot\n:::", None)
    assert plan(written) == [("Voir", TALK, 0), ("Une", ACTIVITY, 20)]

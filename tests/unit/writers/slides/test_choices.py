from dataclasses import replace

from tests.unit.writers.slides import samples
from tests.unit.writers.slides.samples import (
    LONG,
    asked,
    bullets,
    para,
    question,
    slides_of,
    table_of,
    text_of,
    words,
)  # fmt: skip

from emas.diagnostics import Code
from emas.document import Decision
from emas.model import Answer, Open, Question, Ticking
from emas.writers.slides.deck import Slide, TextFill
from emas.writers.slides.layouts import BODY, BUTTON, LABEL, OPTION, Layout


def answers_of(item: Question) -> tuple[Answer, ...]:
    assert isinstance(item.task, Ticking)
    return item.task.answers


def with_answers(item: Question, answers: tuple[Answer, ...]) -> Question:
    assert isinstance(item.task, Ticking)
    return replace(item, task=replace(item.task, answers=answers))


def leads(slide: Slide) -> set[str]:
    """Return the anchors that clicks on a slide lead to."""
    fills = {fill.to for fill in slide.fills if isinstance(fill, TextFill) and fill.to}
    return fills | {run.to for line in slide.lines() for run in line.runs if run.to}


def boxes(slide: Slide) -> list[TextFill]:
    return [fill for fill in slide.fills if isinstance(fill, TextFill) and fill.slot >= OPTION]


def test_four_short_answers_have_a_box_each_in_large_letters() -> None:
    asking, _ = slides_of(asked(), questions=(question(answers=4),))
    assert (asking.layout, len(boxes(asking))) == (Layout.QUESTION, 4)


def test_six_short_answers_have_a_box_each() -> None:
    asking, _ = slides_of(asked(), questions=(question(answers=6),))
    assert (asking.layout, len(boxes(asking))) == (Layout.QUESTION_LONG, 6)
    assert asking.problems == ()


def test_boxes_are_alike_and_stay_above_the_button() -> None:
    asking, _ = slides_of(asked(), questions=(question(answers=5, long=LONG[:60]),))
    placed = [fill.box for fill in boxes(asking) if fill.box]
    button = samples.SPECS[asking.layout].slot(BUTTON).box
    assert len({box.height for box in placed}) == 1
    assert placed[-1].top + placed[-1].height <= button.top


def test_a_longer_answer_has_a_higher_box_when_they_cannot_be_alike() -> None:
    one = question(answers=5)
    first, *others = answers_of(one)
    long = replace(first, label=(para(LONG * 2),))
    asking, *_ = slides_of(asked(), questions=(with_answers(one, (long, *others)),))
    assert len({fill.box.height for fill in boxes(asking) if fill.box}) == 2


def test_more_answers_than_boxes_are_a_list() -> None:
    asking, *_ = slides_of(asked(), questions=(question(answers=7),))
    assert asking.layout not in (Layout.QUESTION, Layout.ANSWER)
    assert [text[:3] for text in text_of(asking)[2:-1]] == [f"{x}. " for x in "ABCDEFG"]
    assert asking.problems == ()


def test_answers_too_long_for_boxes_are_a_list_and_say_how_much_to_take_away() -> None:
    too_long = question(answers=4, long=LONG * 4)
    asking, *_ = slides_of(asked(), questions=(too_long,))
    (problem,) = asking.problems
    assert (problem.code, boxes(asking)) == (Code.DIA003, [])
    each = int(problem.values["signes"]) // 4 + 1
    shorter = question(answers=4, long=(LONG * 4)[:-each])
    asking, *_ = slides_of(asked(), questions=(shorter,))
    assert (asking.problems, len(boxes(asking))) == ((), 4)


def test_a_question_without_answers_to_choose_from_is_on_a_slide_of_questions() -> None:
    written = replace(question(), task=Open((), collected=False))
    asking, answer = slides_of(asked(), questions=(written,))
    assert (asking.layout, asking.problems, boxes(asking)) == (Layout.QUESTION, (), [])
    assert text_of(asking, BUTTON) == ["Pour en parler"]
    assert leads(asking) == {answer.anchor}


def test_a_question_leads_to_its_answer_and_back() -> None:
    asking, answer = slides_of(asked(), questions=(question(),))
    assert leads(asking) == {answer.anchor}
    assert leads(answer) == {asking.anchor}
    assert text_of(asking, BUTTON) == ["Voir la réponse"]
    assert text_of(answer, BUTTON) == ["Revenir à la question"]


def test_a_list_of_answers_leads_to_the_answer_too() -> None:
    asking, answer = slides_of(asked(), questions=(question(answers=7),))
    assert leads(asking) == {answer.anchor}


def test_the_answer_is_said_in_words_with_its_letter() -> None:
    _, answer = slides_of(asked(), questions=(question(),))
    assert answer.title == "Question 1\u00a0: bonne réponse"
    (key,) = text_of(answer, LABEL)
    assert key[0] == "✓"
    assert key.endswith("\tRéponse 0")


def test_several_right_answers_are_all_there_each_with_its_reason() -> None:
    one = question(answers=5)
    right = tuple(replace(answer, right=rank < 3) for rank, answer in enumerate(answers_of(one)))
    _, answer = slides_of(asked(), questions=(with_answers(one, right),))
    assert answer.title == "Question 1\u00a0: bonnes réponses"
    assert sorted(key.split("\t")[1] for key in text_of(answer, LABEL)) == [
        "Réponse 0", "Réponse 1", "Réponse 2",
    ]  # fmt: skip
    assert sorted(why.split(" – ")[-1] for why in text_of(answer)) == [
        "On décrit des faits.", "Retour 0", "Retour 1", "Retour 2",
    ]  # fmt: skip


def test_an_explanation_that_is_longer_is_smaller_then_has_the_next_slide() -> None:
    shown = []
    for size in (1, 6, 12):
        one = replace(question(), feedback=(para(LONG * size),))
        shown.append([slide.layout for slide in slides_of(asked(), questions=(one,))[1:]])
    assert shown == [
        [Layout.ANSWER], [Layout.ANSWER_LONG], [Layout.ANSWER, Layout.DENSE]
    ]  # fmt: skip


def test_an_answer_taller_than_its_box_is_a_list() -> None:
    found = slides_of(asked(), questions=(question(long=LONG * 12),))
    answer = [slide for slide in found if "bonne réponse" in slide.title]
    assert text_of(answer[0])[0].startswith("✓ ")
    assert Layout.ANSWER not in [slide.layout for slide in answer]


def test_a_question_without_any_explanation_has_only_its_key() -> None:
    bare = tuple(replace(answer, feedback=()) for answer in answers_of(question()))
    one = replace(with_answers(question(), bare), feedback=(), hint=())
    _, key = slides_of(asked(), questions=(one,))
    assert [fill.slot for fill in key.fills] == [LABEL, BUTTON]


def test_a_question_that_is_not_in_the_module_makes_no_slide() -> None:
    assert slides_of(bullets("Un"), asked("ailleurs"))[1:] == []


def test_every_answer_has_a_letter_however_many() -> None:
    asking, *others = slides_of(asked(), questions=(question(answers=30),))
    pages = [asking, *others[:-1]]
    letters = [text.split(".")[0] for slide in pages for text in text_of(slide)]
    assert letters[2:-1] == [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "AA", "AB", "AC", "AD"]


def other(title: str = "Et ensuite ?") -> Decision:
    return replace(samples.decision(), id="suite", title=words(title))


def test_each_choice_leads_to_what_we_think_of_it_and_back() -> None:
    asking, feedback = slides_of(samples.vignette(samples.decision()))
    assert [fill.to for fill in boxes(asking)] == [feedback.anchor] * 2
    assert leads(feedback) == {asking.anchor}


def test_a_choice_leads_to_the_page_that_tells_of_it() -> None:
    choices = tuple(
        replace(samples.decision().choices[0], feedback=(para(f"Avis {rank}. {LONG * 2}"),))
        for rank in range(4)
    )
    asking, *pages = slides_of(samples.vignette(replace(samples.decision(), choices=choices)))
    assert len(pages) > 1
    for rank, fill in enumerate(boxes(asking)):
        (page,) = (page for page in pages if page.anchor == fill.to)
        told = [line.text for line in page.lines()]
        assert any(text.startswith(f"Avis {rank}. ") for text in told)


def test_a_choice_says_where_it_leads_and_leads_there() -> None:
    _, feedback, there, _ = slides_of(samples.vignette(samples.decision("suite"), other()))
    why = table_of(feedback).rows[1][2]
    assert [line.text for line in why] == ["Trop de mots.", "Suite\u00a0: Et ensuite ?"]
    assert why[1].runs[1].to == there.anchor


def test_what_a_decision_tells_before_its_choices_is_above_them() -> None:
    told = replace(samples.decision(), blocks=(para("Il est dix heures."),))
    asking, _ = slides_of(samples.vignette(told))
    assert text_of(asking, BODY) == ["Il est dix heures."]

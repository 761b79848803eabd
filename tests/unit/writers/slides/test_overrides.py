import pytest
from tests.unit.writers.slides import samples
from tests.unit.writers.slides.samples import (
    LONG,
    bullets,
    columns,
    figure,
    heading,
    override,
    para,
    slides_of,
    table,
    text_of,
)  # fmt: skip

from emas.diagnostics import Code
from emas.writers.slides.layouts import LABEL, OPTION, SECOND, TIME, Layout
from emas.writers.slides.overrides import CHOICES, Choice

CONTENT = (
    para("Un seul geste."),
    bullets("un", "deux"),
    figure(),
    table(("a", "b"), ("c", "d")),
    columns(("Avant", (para("Bruit."),)), ("Après", (para("Calme."),))),
)


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.word)
def test_each_layout_shows_what_it_is_for(choice: Choice) -> None:
    found = slides_of(heading("Essayer"), override(choice.word, *CONTENT))
    assert choice.layout in [slide.layout for slide in found]
    assert [slide.problems for slide in found] == [()] * len(found)


@pytest.mark.parametrize("name", ["message clé", "Message-cle", "MESSAGE CLE"])
def test_a_layout_is_named_with_or_without_accents(name: str) -> None:
    (slide,) = slides_of(heading("Essayer"), override(name, para("Un seul geste.")))
    assert (slide.layout, slide.problems) == (Layout.KEY_MESSAGE, ())


@pytest.mark.parametrize(
    ("name", "layout"),
    [
        ("À essayer demain", Layout.TOMORROW),
        ("contenu-normal", Layout.NORMAL),
        ("Contenu dense", Layout.DENSE),
    ],
)
def test_a_layout_has_the_name_that_powerpoint_shows_too(name: str, layout: Layout) -> None:
    (slide,) = slides_of(heading("Essayer"), override(name, para("Un seul geste.")))
    assert slide.layout is layout


def test_no_two_layouts_have_the_same_word() -> None:
    assert len({choice.word for choice in CHOICES}) == len(CHOICES)


def test_an_unknown_layout_is_an_error_where_it_is_written_with_the_nearest() -> None:
    (slide,) = slides_of(heading("Essayer"), override("mesage clé", para("Un seul geste.")))
    (problem,) = slide.problems
    assert (problem.code, problem.span) == (Code.DIA001, samples.at(7))
    assert "« message-clé »" in problem.message
    assert text_of(slide) == ["Un seul geste."]


def test_a_layout_without_what_it_shows_is_a_warning() -> None:
    (slide,) = slides_of(heading("Essayer"), override("tableau", para("Un seul geste.")))
    (problem,) = slide.problems
    assert (problem.code, slide.layout) == (Code.DIA004, Layout.ROOMY)
    assert "« tableau »" in problem.message


def test_a_key_message_by_hand_says_that_it_is_one() -> None:
    (slide,) = slides_of(heading("Essayer"), override("message-clé", para("Un seul geste.")))
    assert slide.title == "À retenir\u00a0: Essayer"


def test_an_activity_by_hand_has_its_time() -> None:
    (slide,) = slides_of(heading("Essayer"), override("activité", para("Notez."), minutes=15))
    assert (text_of(slide, TIME), text_of(slide, LABEL)) == (["15 min"], ["Activité"])


def test_a_question_by_hand_has_a_box_for_each_item_and_leads_nowhere() -> None:
    blocks = (para("Que fait-on\u202f?"), bullets("Rien", "Baisser la voix"))
    (slide,) = slides_of(heading("Essayer"), override("question", *blocks))
    assert [text_of(slide, OPTION + rank) for rank in (0, 1)] == [
        ["A\tRien"],
        ["B\tBaisser la voix"],
    ]
    assert text_of(slide) == ["Que fait-on\u202f?"]


def test_a_decision_by_hand_too_long_for_boxes_is_a_list() -> None:
    (slide, *_) = slides_of(heading("Essayer"), override("décision", bullets(*[LONG * 4] * 4)))
    assert [problem.code for problem in slide.problems] == [Code.DIA003]
    assert text_of(slide)[0] == "À vous de décider"


def test_a_misconception_by_hand_tells_what_we_know_first() -> None:
    (slide,) = slides_of(heading("Essayer"), override("idée-reçue", bullets("On sait.", "On dit.")))
    assert (text_of(slide), text_of(slide, SECOND)) == (["On sait."], ["On dit."])


def test_a_misconception_by_hand_with_a_third_side_loses_nothing_and_says_so() -> None:
    sides = bullets("On sait.", "On dit.", "On croit.")
    (slide,) = slides_of(heading("Essayer"), override("idée-reçue", sides))
    assert [problem.code for problem in slide.problems] == [Code.DIA004]
    assert text_of(slide) == ["On sait.", "On dit.", "On croit."]


def test_text_before_a_misconception_by_hand_has_its_own_slide() -> None:
    blocks = (para("Écoutons."), bullets("On sait.", "On dit."))
    first, second = slides_of(heading("Essayer"), override("idée-reçue", *blocks))
    assert (first.layout, second.layout) == (Layout.ROOMY, Layout.MISCONCEPTION)


def test_an_empty_slide_by_hand_has_only_its_title() -> None:
    (slide,) = slides_of(heading("Essayer"), override("encadré"))
    assert slide.layout is Layout.TITLE_ONLY


def test_two_pictures_by_hand_have_a_slide_each() -> None:
    found = slides_of(heading("Essayer"), override("image", figure(), figure()))
    assert [slide.layout for slide in found] == [Layout.PICTURE, Layout.PICTURE]

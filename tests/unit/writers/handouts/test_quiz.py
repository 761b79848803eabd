"""Quizzes on paper: a copy for a pen, the same in large print, a key for the trainer."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from tests.conftest import Golden
from tests.pdf_check import problems
from tests.unit.writers.handouts.every_kind import PARAGRAPH, PICTURE, TABLE, TASKS
from tests.unit.writers.handouts.kinds import catalogue, quizzes
from tests.unit.writers.handouts.samples import HERE, THEME, edition, line, par, words_of

from emas import pipeline
from emas.document import Figure, Footnote, Medium, Paragraph, QuestionRef, Video, plain_text, walk
from emas.model import Kind, Ordering, Question, Scale, Sorting, Ticking, Variant, asked
from emas.transforms.exercises import exercise
from emas.writers.handouts import quiz, write_quiz
from emas.writers.handouts.booklet import booklet
from emas.writers.handouts.context import LINE
from emas.writers.handouts.key import key
from emas.writers.handouts.marking import expected, in_points, points
from emas.writers.handouts.quiz import TOLD, asked_in, copy, fits

QUIZ, DRAWN = quizzes()


@pytest.fixture(scope="module")
def printed() -> Mapping[str, bytes]:
    """The sheets of an assessment that asks a question of each kind."""
    written = write_quiz(QUIZ, THEME)
    assert [item.values["cause"] for item in written.diagnostics] == []
    return {path.stem: pdf for path, pdf in written.files.items()}


@pytest.fixture(scope="module")
def words(printed: Mapping[str, bytes]) -> Mapping[str, str]:
    return {name: words_of(pdf) for name, pdf in printed.items()}


COPIES = ("quiz-positionnement", "quiz-positionnement-gros-caracteres")
KEY = "corrige-positionnement"


def question(kind: Kind) -> Question:
    (found,) = (item for item in QUIZ.questions if item.kind is kind)
    return found


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("kind", Kind)
def test_a_booklet_says_what_is_found_at_its_end_for_each_kind(kind: Kind) -> None:
    asked = question(kind)
    shown = edition(QuestionRef(asked.id, HERE))
    (only,) = shown.module.steps
    step = replace(only, questions=(asked,))
    data = booklet(replace(shown, module=replace(shown.module, steps=(step,))))
    said = {Kind.OPEN: "un exemple", Kind.SCALE: "nos pistes", Kind.POSITION: "nos pistes"}
    assert f'"found": "{said.get(kind, "la réponse")}"' in json.dumps(data, ensure_ascii=False)


def test_each_kind_becomes_data(golden: Golden) -> None:
    assert {item.kind for item in QUIZ.questions} == set(Kind)
    for name, data in (("quiz", copy(QUIZ)), ("corrige", key(QUIZ))):
        golden(f"handouts/{name}.json", json.dumps(data, ensure_ascii=False, indent=1) + "\n")


@pytest.mark.parametrize("name", [*COPIES, KEY])
def test_a_sheet_is_a_tagged_pdf_without_any_known_problem(
    name: str, printed: Mapping[str, bytes]
) -> None:
    assert problems(printed[name]) == []


def test_the_same_quiz_gives_the_same_bytes(printed: Mapping[str, bytes]) -> None:
    again = write_quiz(QUIZ, THEME).files
    assert {path.stem: pdf for path, pdf in again.items()} == printed


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_holds_what_is_asked_and_how_to_answer(name: str, words: Mapping[str, str]) -> None:
    for item in QUIZ.questions:
        asked_of = exercise(item)
        parts = [*(plain_text(option) for option in asked_of.options), *statement(item)]
        assert [part for part in parts if bare(part) not in words[name]] == []
        if item.kind is not Kind.CATEGORIES:  # it depends on the room
            assert bare(TOLD[item.kind]) in words[name]


def statement(item: Question) -> list[str]:
    """Return the words of a statement, without its gaps."""
    return re.split("[…]+", plain_text(item.statement)) if item.kind is not Kind.GAPS else []


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_says_nothing_of_the_answers_nor_of_a_score(
    name: str, words: Mapping[str, str]
) -> None:
    hidden = [*(plain_text(item.feedback) for item in QUIZ.questions), "Bonne réponse", "points"]
    hidden += ["seuil", "objectif", "score", "25%", "neurodéveloppement", "80%"]
    assert [text for text in hidden if text and bare(text) in words[name]] == []


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_asks_for_a_code_and_never_for_a_name(name: str, words: Mapping[str, str]) -> None:
    assert "Moncode:" in words[name]
    assert re.findall(r"[Nn]om(?::|deparent)", words[name]) == []
    assert "N’écrivezjamaislenomd’unélève." in words[name]
    assert "Nenommezaucunélève." in words[name]


def test_every_page_says_its_version_and_that_nobody_reviewed_it(
    printed: Mapping[str, bytes],
) -> None:
    for pdf in printed.values():
        pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
        said = [bare(page).count("Version1.0du21novembre2026·nonrelu") for page in pages]
        assert said == [1] * len(pages)


def test_large_print_has_one_question_a_page(printed: Mapping[str, bytes]) -> None:
    pages = PdfReader(BytesIO(printed[COPIES[1]])).pages
    told = [re.findall(r"Question \d+", page.extract_text()) for page in pages]
    found = [questions for questions in told if questions]
    assert found == [[f"Question {number}"] for number in range(1, len(QUIZ.questions) + 1)]


def test_what_somebody_thinks_is_kept_on_a_page_of_its_own(printed: Mapping[str, bytes]) -> None:
    # A position is for the learner alone: its page is not handed in, and has no code.
    assert QUIZ.questions[-1].kind is Kind.POSITION
    last = bare(PdfReader(BytesIO(printed[COPIES[0]])).pages[-1].extract_text())
    assert last.startswith("Àgarderpourvous")
    assert "Moncode" not in last
    assert re.findall(r"Question\d+", last) == ["Question11"]


def test_before_a_module_there_is_room_to_answer_again_after() -> None:
    position = question(Kind.POSITION)
    later = replace(QUIZ, assessment=replace(QUIZ.assessment, id="a-froid"))
    forms = [quiz.item(position, 1, asked_in(one, LINE))["form"] for one in (QUIZ, later)]
    assert forms == ["before-after", "points"]
    written = write_quiz(later, THEME)
    assert written.diagnostics == ()
    found = [words_of(pdf) for path, pdf in written.files.items() if path.stem == "quiz-a-froid"]
    assert ["celled’avantlaformation" in words for words in found] == [True]


def test_the_key_says_each_answer_and_all_that_is_said_of_it(words: Mapping[str, str]) -> None:
    for item in QUIZ.questions:
        said = walk((*exercise(item).solution, *item.feedback))
        texts = [plain_text((node,)) for node in said if isinstance(node, Paragraph)]
        parts = [expected(item), points(item), *texts]
        assert [part for part in parts if bare(part) not in words[KEY]] == []


def test_the_key_says_where_to_go_back_to() -> None:
    assert key(QUIZ)["objectives"] == [
        {
            "statement": "décrire ce que l’on voit",
            "questions": "1 et 4",
            "points": "2\u00a0points",
            "least": "1,4\u00a0point",
            "steps": ["Étape 1\u00a0: La seule étape", "Étape 2\u00a0: Onze façons de répondre"],
        }
    ]


def test_a_threshold_that_nobody_set_is_told_as_a_mark_to_go_by() -> None:
    assert (key(QUIZ)["set"], key(QUIZ)["threshold"]) == (False, "70\u00a0%")
    assert (key(DRAWN)["set"], key(DRAWN)["threshold"]) == (True, "80\u00a0%")


def test_letters_and_places_are_those_of_the_copy() -> None:
    for item in QUIZ.questions:
        options = [plain_text(option) for option in exercise(item).options]
        match item.task:
            case Ticking(kind=Kind.MULTIPLE) as task:
                right = [plain_text(answer.label) for answer in task.answers if answer.right]
                letters = expected(item).split(", ")
                assert {options["ABC".index(letter)] for letter in letters} == set(right)
            case Ordering() as task:
                ranks = expected(item).removeprefix("de haut en bas\u00a0: ").split(", ")
                ordered = [text for _, text in sorted(zip(ranks, options, strict=True))]
                assert ordered == [plain_text(one.label) for one in task.items]


def test_a_statement_may_hold_anything_and_its_notes_and_sources_are_printed() -> None:
    notes = (Footnote("a", (par("mot-note-a"),), HERE), Footnote("b", (par("mot-note-b"),), HERE))
    film = Video(line("mot-vidéo"), "https://exemple.fr/mot-film", (par("mot-dit"),), "v", HERE)
    told = (PARAGRAPH, *notes, TABLE, Figure(PICTURE, HERE), film, TASKS)
    some = replace(QUIZ.questions[0], statement=told)
    rich = replace(
        QUIZ, edition=replace(edition(), terms=()), questions=(some, *QUIZ.questions[1:])
    )
    written = write_quiz(rich, THEME)
    assert [item.values["cause"] for item in written.diagnostics] == []
    expected_words = set(re.findall(r"mot-[\w-]+", repr(told))) - {"mot-remplacement"}
    for pdf in written.files.values():
        assert problems(pdf) == []
        words = words_of(pdf)
        assert {word for word in expected_words if word not in words} == set()


def test_paper_asks_what_the_site_asks_before_any_draw_of_its_own() -> None:
    whole = catalogue()
    module = whole.module("essai")
    drawn = [item.id for item in asked(module, module.assessments[1], "essai")]
    for variant in (Variant(), Variant(short=True), Variant(audience="aesh", minutes=45)):
        (_, drawing) = pipeline.quizzes(whole, "essai", variant)
        assert [item.id for item in drawing.questions] == drawn
        assert drawing.edition.medium is Medium.PAPER


def test_a_variant_has_its_own_folder() -> None:
    (_, drawing) = pipeline.quizzes(catalogue(), "essai", Variant(short=True))
    assert {str(path.parent) for path in write_quiz(drawing, THEME).files} == {"essai--courte"}


def test_points_of_a_scale_stand_side_by_side_where_they_have_room() -> None:
    scale = question(Kind.SCALE)
    long = replace(scale, task=Scale(tuple((par("tout à fait d’accord " * 5),) for _ in range(5))))
    forms = [quiz.item(one, 1, asked_in(QUIZ, LINE))["across"] for one in (scale, long)]
    assert forms == [True, False]


def test_things_are_sorted_in_a_table_where_its_columns_have_room() -> None:
    task = question(Kind.CATEGORIES).task
    assert isinstance(task, Sorting)
    many = replace(task, categories=tuple((par(f"sorte {rank}"),) for rank in range(6)))
    long = replace(task, categories=((par("institutionnellement"),), (par("Fait"),)))
    assert [fits(one, LINE) for one in (task, many, long)] == [True, False, False]
    assert not fits(task, LINE // 2)


@pytest.mark.parametrize(
    ("value", "said"), [(0, "0 point"), (0.7, "0,7 point"), (1.4, "1,4 point"), (2, "2 points")]
)
def test_points_are_written_in_french(value: float, said: str) -> None:
    assert in_points(value) == said.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Kind.SINGLE, "1 point si cette case, et elle seule, est cochée."),
        (
            Kind.MULTIPLE,
            "Ajoutez un demi-point par bonne réponse cochée, enlevez un demi-point par "
            "mauvaise\u00a0: jamais moins de 0.",
        ),
        (Kind.ORDER, "Un quart de point par élément à sa place."),
        (Kind.MATCHING, "Un tiers de point par lettre juste."),
        (Kind.CATEGORIES, "Un quart de point par ligne juste."),
        (
            Kind.GAPS,
            "Un demi-point par trou juste. "
            "Majuscules, accents, traits d’union, ponctuation et pluriel ne comptent pas.",
        ),
        (Kind.NUMBER, "1 point si le nombre est accepté."),
        (Kind.OPEN, "Pas de point\u00a0: il n’y a pas de bonne réponse."),
    ],
)
def test_the_rule_of_each_kind_is_told_in_words(kind: Kind, said: str) -> None:
    assert points(question(kind)) == said

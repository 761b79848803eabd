"""What a trainer reads, in the order of the session."""

from dataclasses import replace

import pytest
from tests.pdf_check import problems, structure
from tests.unit.writers.handouts.every_kind import ACTIVITY, BLOCKS, PICTURE
from tests.unit.writers.handouts.kinds import quizzes
from tests.unit.writers.handouts.samples import (
    ASKED,
    HERE,
    QUESTION,
    THEME,
    callout,
    choice,
    decision,
    edition,
    edition_of,
    line,
    module,
    par,
    row,
    step,
    table,
    vignette,
    words_of,
)

from emas.document import (
    Axis,
    Block,
    CalloutKind,
    Conditional,
    Figure,
    Heading,
    Medium,
    Misconception,
    Priority,
    SlideOverride,
    TrainerNote,
    Verdict,
    Video,
)
from emas.model import (
    Durations,
    Edition,
    LeftOut,
    Projected,
    RunningOrder,
    Sequence,
    SequenceKind,
    Variant,
)
from emas.writers.handouts import Session, write_guide
from emas.writers.handouts.context import Data
from emas.writers.handouts.guide import guide

SECTION = Heading(2, line("Décrire"), "decrire", HERE)
CASE = vignette(par("récit"), decision("d1", choice(Verdict.ADVISED, "agir", "parce que")))
ORDER = RunningOrder(
    (
        Sequence("voir", "decrire", "Décrire", SequenceKind.TALK, 12, 0),
        Sequence("voir", ACTIVITY.id, "Du jugement au fait", SequenceKind.ACTIVITY, 8, 12),
        Sequence("", "", "Questions et échanges", SequenceKind.EXCHANGE, 45, 20),
    )
)
SLIDES = (
    Projected(1, "Le titre", "", ""),
    Projected(2, "Voir et décrire", "voir", ""),
    Projected(3, "Décrire (1/2)", "voir", "decrire"),
    Projected(4, "Décrire (2/2)", "voir", "decrire"),
    Projected(5, "Du jugement au fait", "voir", ACTIVITY.id),
    Projected(6, "Question 1", "voir", "decrire"),
)


def for_trainer(*blocks: Block) -> Edition:
    return replace(edition(*blocks), medium=Medium.GUIDE, running_order=ORDER)


def data_of(*blocks: Block, session: Session | None = None) -> Data:
    return guide(for_trainer(*blocks), edition(*blocks), session or Session(SLIDES))


def only_step(data: Data) -> list[Data]:
    steps = data["steps"]
    assert isinstance(steps, list)
    (only,) = steps
    found = only["blocks"]
    assert isinstance(found, list)
    return found


def the(kind: str, *blocks: Block) -> Data:
    (found,) = (item for item in only_step(data_of(*blocks)) if item["type"] == kind)
    return found


@pytest.fixture(scope="module")
def whole_guide() -> bytes:
    """A guide that holds one node of each kind."""
    blocks = tuple(block for block in BLOCKS)
    written = write_guide(for_trainer(*blocks), edition(*blocks), Session(SLIDES), THEME)
    assert [item.values["cause"] for item in written.diagnostics] == []
    (pdf,) = written.files.values()
    return pdf


def test_a_guide_is_a_tagged_pdf_without_any_known_problem(whole_guide: bytes) -> None:
    assert problems(whole_guide) == []
    assert {"H1", "H2", "Table", "TH", "L", "Link"} - set(structure(whole_guide)) == set()


def test_what_is_for_the_trainer_is_there_and_what_is_published_nowhere_is_not(
    whole_guide: bytes,
) -> None:
    words = words_of(whole_guide)
    assert [word for word in ("tu-animation", "tu-diapo") if word not in words] == []
    hidden = ("tu-simple", "tu-brouillon", "tu-commentaire", "tu-remarque")
    assert [word for word in hidden if word in words] == []


def test_the_running_order_counts_from_the_start_and_names_the_slides() -> None:
    rows = data_of(SECTION, par("texte"), ACTIVITY)["order"]
    assert isinstance(rows, list)
    assert [(row["start"], row["length"], row["title"], row["slides"]) for row in rows] == [
        ("0\u00a0h\u00a000", "20\u00a0min", "Étape 1\u00a0: Voir et décrire", "2 à 6"),
        ("0\u00a0h\u00a000", "12\u00a0min", "Décrire", "3 à 4, 6"),
        ("0\u00a0h\u00a012", "8\u00a0min", "Du jugement au fait (activité)", "5"),
        ("0\u00a0h\u00a020", "45\u00a0min", "Questions et échanges", ""),
    ]


def test_a_question_and_its_answer_are_told_once() -> None:
    # « Nos avis : Que faites-vous ? » adds nothing, nor does the title of the section once more.
    titles = ("Que faites-vous ?", "Nos avis : Que faites-vous ?", "À retenir\u00a0: Décrire")
    slides = (Projected(rank, title, "voir", "decrire") for rank, title in enumerate(titles, 3))
    cue = only_step(data_of(SECTION, par("texte"), session=Session(tuple(slides))))[1]
    assert cue["slides"] == [
        {"numbers": "3 à 4", "title": "Que faites-vous ?"},
        {"numbers": "5", "title": "À retenir"},
    ]


def test_a_very_long_word_of_the_running_order_may_be_broken() -> None:
    order = RunningOrder((Sequence("voir", "long", "x" * 60, SequenceKind.TALK, 10, 0),))
    rows = guide(replace(for_trainer(), running_order=order), edition(), Session())["order"]
    assert isinstance(rows, list)
    assert rows[1]["title"] == "\u200b".join(["x" * 12] * 5)


def test_the_slides_of_a_section_that_says_nothing_go_with_its_exercise() -> None:
    order = RunningOrder((Sequence("voir", "noe", "Noé", SequenceKind.CASE, 10, 0),))
    some = replace(for_trainer(SECTION, CASE), running_order=order)
    rows = guide(some, edition(SECTION, CASE), Session(SLIDES))["order"]
    assert isinstance(rows, list)
    assert [row["slides"] for row in rows] == ["2 à 6", "3 à 4, 6"]


def test_each_section_opens_with_its_time_and_its_slides() -> None:
    # What runs over several slides is told once, and the title of the section not again.
    assert only_step(data_of(SECTION, par("texte"), ACTIVITY))[1] == {
        "type": "cue",
        "time": "0\u00a0h\u00a000 · 12\u00a0min",
        "slides": [
            {"numbers": "3 à 4", "title": ""},
            {"numbers": "5", "title": "Du jugement au fait"},
            {"numbers": "6", "title": "Question 1"},
        ],
        "without": ["lisez la consigne de l’activité, elle est dans le livret"],
    }


@pytest.mark.parametrize(
    ("block", "instead"),
    [
        (Figure(PICTURE, HERE), "la figure est dans le livret"),
        (table(row("a"), row("b")), "le tableau est dans le livret"),
        (callout(CalloutKind.KEY_MESSAGE, par("mot")), "écrivez au tableau la phrase à retenir"),
        (
            Misconception((), (par("su"),), (par("dit"),), "i", HERE),
            "lisez à voix haute la phrase entendue, puis ce que l’on sait",
        ),
        (
            SlideOverride("", (), (par("mot"),), "s", HERE),
            "écrivez au tableau le texte de la diapositive",
        ),
        (
            Video((), "film.mp4", (par("mot"),), "v", HERE),
            "racontez la vidéo avec sa transcription, ou gardez-la pour plus tard",
        ),
        (ASKED, "question 1 du livret, vote à main levée"),
        (
            CASE,
            "situation 1 du livret, lue à voix haute\u202f; chacun coche, puis vote à main levée",
        ),
        (ACTIVITY, "lisez la consigne de l’activité, elle est dans le livret"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_section_says_how_to_do_without_its_slides(block: Block, instead: str) -> None:
    assert the("cue", SECTION, block)["without"] == [instead]


def test_what_stands_for_slides_is_told_once() -> None:
    picture = Figure(PICTURE, HERE)
    assert the("cue", SECTION, picture, picture)["without"] == ["la figure est dans le livret"]


def test_answers_are_where_the_questions_are() -> None:
    key = the("question", ASKED)["key"]
    assert isinstance(key, dict)
    assert sum(choice["right"] for choice in key["choices"]) == 2


def test_opinions_are_where_the_decisions_are() -> None:
    case = the("vignette", CASE)
    blocks = case["blocks"]
    assert isinstance(blocks, list)
    assert [choice["verdict"] for choice in blocks[1]["key"]] == ["conseillé"]


def test_a_question_that_the_booklet_does_not_have_has_no_number() -> None:
    some = for_trainer(ASKED)
    asked = only_step(guide(some, edition(par("rien")), Session()))[-1]
    assert asked["number"] is None


def test_a_note_has_its_title_and_its_text() -> None:
    note = TrainerNote(line("Avant"), (par("dire"),), "n", HERE)
    assert the("animation", note)["title"] == [{"type": "text", "text": "Avant"}]


def test_what_is_for_another_medium_is_labelled() -> None:
    on_slides = Conditional(Axis.MEDIUM, ("diapo",), (par("mot"),), "s", HERE)
    assert the("conditional", on_slides)["label"] == "Seulement au diaporama"


def test_the_material_of_each_activity_is_listed() -> None:
    assert data_of(ACTIVITY)["materials"] == [
        {
            "what": [{"type": "text", "text": "mot-matériel"}],
            "activity": "mot-activité",
            "step": 1,
        }
    ]


def test_quizzes_are_listed_to_print_with_when_they_are_given() -> None:
    before, _ = quizzes()
    later = replace(before.assessment, id="a-froid", delay_months=2)
    nothing_asked = replace(before, questions=())
    session = Session(quizzes=(before, replace(before, assessment=later), nothing_asked))
    assert data_of(par("mot"), session=session)["quizzes"] == [
        {
            "title": "Me situer avant de commencer",
            "copy": "quiz-positionnement.pdf",
            "key": "corrige-positionnement.pdf",
            "when": "au début",
        },
        {
            "title": "Faire le point, plus tard",
            "copy": "quiz-a-froid.pdf",
            "key": "corrige-a-froid.pdf",
            "when": "2 mois après",
        },
    ]


def test_cards_are_listed_to_print_where_a_situation_branches() -> None:
    one_way = choice(Verdict.ADVISED, "agir", "parce que", goto="d2")
    branching = vignette(
        par("récit"),
        decision("d1", one_way, choice(Verdict.AVOID, "attendre", "parce que")),
        decision("d2", choice(Verdict.ADVISED, "parler", "parce que")),
    )
    assert not data_of(par("mot"))["cards"]
    assert data_of(branching)["cards"]


def test_shorter_sessions_say_what_they_leave_out_the_longest_first() -> None:
    gone = LeftOut("voir", "", "Voir", 35, Priority.USEFUL)
    orders = {45: RunningOrder(left_out=(gone,)), 90: RunningOrder()}
    found = data_of(par("mot"), session=Session(shorter=orders))["shorter"]
    assert isinstance(found, list)
    assert [(plan["length"], plan["left"]) for plan in found] == [
        ("1\u00a0h\u00a030", []),
        ("45\u00a0min", ["Étape «\u00a0Voir\u00a0» (35 min), utile"]),
    ]


@pytest.mark.parametrize(
    ("variant", "told"),
    [(Variant(), "45\u00a0min"), (Variant(short=True), ""), (Variant(minutes=90), "")],
)
def test_the_short_version_is_told_where_it_could_be_chosen(variant: Variant, told: str) -> None:
    lasts = Durations(session_min=180, short_min=45)
    some = replace(edition_of(replace(module(), durations=lasts)), variant=variant)
    assert guide(some, some, Session())["short"] == told


def test_a_module_without_any_duration_has_a_guide_all_the_same() -> None:
    bare = replace(edition_of(module(step(ASKED, questions=(QUESTION,)))), medium=Medium.GUIDE)
    written = write_guide(bare, bare, Session(), THEME)
    (pdf,) = written.files.values()
    assert problems(pdf) == []
    assert "Déroulé" not in words_of(pdf)

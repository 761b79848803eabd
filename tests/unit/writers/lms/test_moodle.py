"""Moodle XML: what Moodle imports, and how it will mark it."""

import random
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from tests.conftest import Golden
from tests.generated import with_exercises
from tests.moodle import asked, mark, text
from tests.unit.writers.handouts.every_kind import PICTURE
from tests.unit.writers.handouts.kinds import catalogue
from tests.unit.writers.handouts.samples import HERE, line, par
from tests.unit.writers.lms.samples import edition, of_kind

from emas import pipeline
from emas.diagnostics import Code
from emas.document import Blocks, Figure, Gap, Paragraph
from emas.model import (
    Answer,
    Edition,
    Gaps,
    Kind,
    Media,
    Open,
    Ordering,
    Question,
    Sorting,
    Ticking,
    gaps,
    key,
    score,
)
from emas.writers.lms import moodle


def written(edition: Edition) -> Element:
    (data,) = moodle.write(edition).files.values()
    return ElementTree.fromstring(data)


def found(root: Element, identifier: str) -> Element:
    (only,) = (item for item in root if text(item, "idnumber") == identifier)
    return only


def alone(question: Question) -> Element:
    return found(written(edition(question)), question.id)


def test_each_kind_is_written_as_moodle_writes_it(golden: Golden) -> None:
    (data,) = moodle.write(pipeline.platform_edition(catalogue(), "essai")).files.values()
    golden("lms/moodle.xml", data.decode())


def test_the_same_module_gives_the_same_bytes() -> None:
    first, second = (
        moodle.write(pipeline.platform_edition(catalogue(), "essai")).files for _ in range(2)
    )
    assert first == second


# Marks

DICE = random.Random("moodle")


def tried(question: Question) -> Iterator[tuple[object, object]]:
    """Yield answers at random: as our key numbers them, then as Moodle receives them."""
    item = alone(question)
    match question.task:
        case Ticking(answers=answers, kind=kind):
            several = kind is Kind.MULTIPLE
            for _ in range(20):
                size = DICE.randint(0, len(answers)) if several else 1
                ticked = DICE.sample(range(len(answers)), size)
                if kind is Kind.TRUE_FALSE:  # Moodle has « true » first
                    texts = ["true", "false"]
                    words = [text(answer, "text") for answer in item.findall("answer")]
                    assert words == texts
                yield ticked, ticked
        case Ordering(items=items):
            shown = [int(text(row, "answer/text")) - 1 for row in asked(item)]
            for _ in range(20):
                order = DICE.sample(range(len(items)), len(items))
                yield order, [str(order.index(number) + 1) for number in shown]
        case Gaps():
            ways = [[*gap.accepted, "autre"] for gap in gaps(question)]
            for _ in range(20):
                words = [DICE.choice(way) for way in ways]
                yield words, words
        case Sorting(entries=entries, categories=categories):
            names = [text(row, "answer/text") for row in item.findall("subquestion")]
            assert len(set(names)) == len(categories)
            by_number = {entry.category: name for entry, name in zip(entries, names, strict=False)}
            for _ in range(20):
                chosen = [DICE.choice([None, *by_number]) for _ in entries]
                yield chosen, [None if one is None else by_number[one] for one in chosen]
        case _:
            for given in ("24", "25 %", "27", "27,5", "25,0", "-25", "25 kg", "vingt"):
                yield given, given


SCORED = (
    Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE,
    Kind.ORDER, Kind.CATEGORIES, Kind.GAPS, Kind.NUMBER,
)  # fmt: skip


@pytest.mark.parametrize("kind", SCORED)
def test_moodle_marks_as_we_do(kind: Kind) -> None:
    question = of_kind(kind)
    item = alone(question)
    for ours, theirs in tried(question):
        expected = score(key(question), ours)  # type: ignore[arg-type] # JSON, as it comes
        assert mark(item, theirs) == pytest.approx(expected, abs=1e-6), (ours, theirs)


def test_pairs_are_worth_their_share() -> None:
    item = alone(of_kind(Kind.MATCHING))
    rights = [text(row, "answer/text") for row in asked(item)]
    assert mark(item, rights) == 1
    assert mark(item, [rights[1], rights[1], None]) == pytest.approx(1 / 3)


@pytest.mark.parametrize("count", range(1, 13))
def test_right_answers_share_the_points_and_wrong_ones_take_a_share_back(count: int) -> None:
    answers = tuple(Answer(rank < count, (par("mot"),), (), HERE) for rank in range(count + 1))
    question = replace(of_kind(Kind.MULTIPLE), task=Ticking(Kind.MULTIPLE, answers))
    shares = [float(item.get("fraction", "")) for item in alone(question).findall("answer")]
    assert sum(shares[:count]) == pytest.approx(100, abs=1e-3)
    assert shares[-1] == pytest.approx(-100 / count, abs=1e-4)


def test_moodle_has_no_share_for_eleven_right_answers() -> None:
    answers = tuple(Answer(rank < 11, (par("mot"),), (), HERE) for rank in range(12))
    question = replace(of_kind(Kind.MULTIPLE), task=Ticking(Kind.MULTIPLE, answers))
    details = [item.values.get("detail") for item in moodle.write(edition(question)).diagnostics]
    assert "le partage exact des points" in details


@pytest.mark.parametrize("kind", [Kind.SCALE, Kind.POSITION, Kind.OPEN])
def test_what_has_no_right_answer_is_worth_nothing(kind: Kind) -> None:
    assert text(alone(of_kind(kind)), "defaultgrade") == "0"


# Privacy


@pytest.mark.parametrize("kind", [Kind.POSITION, Kind.OPEN])
def test_what_is_for_the_learner_alone_asks_for_nothing(kind: Kind) -> None:
    item = alone(of_kind(kind))
    assert item.get("type") == "description"
    assert "rien n’est envoyé" in text(item, "questiontext/text")


def test_an_open_answer_is_collected_where_its_author_says_so() -> None:
    question = replace(of_kind(Kind.OPEN), task=Open((par("un exemple"),), collected=True))
    item = alone(question)
    assert item.get("type") == "essay"
    assert text(item, "graderinfo/text") == "<p>un exemple</p>"
    assert "Ne nommez aucun élève. La plateforme garde" in text(item, "questiontext/text")


# Texts

HOSTILE = (
    "a~b",
    "x}",
    "{1:SA:=y}",
    "50 %",
    "*",
    "R&D",
    "<b>",
    "C#",
    'l\'an "1"',
    "a\\b",
    "=z",
    "%5%q",
)


@pytest.mark.parametrize("word", HOSTILE)
def test_any_word_may_fill_a_gap(word: str) -> None:
    statement: Blocks = (Paragraph((Gap(1, (word,), HERE), *line(" fin")), HERE),)
    question = replace(of_kind(Kind.GAPS), statement=statement, task=Gaps(strict=True))
    assert mark(alone(question), [word]) == 1
    assert mark(alone(question), ["autre"]) == 0


def test_a_picture_travels_with_the_text_that_shows_it() -> None:
    shown = edition(replace(of_kind(Kind.SINGLE), statement=(Figure(PICTURE, HERE),)))
    media = {"carte.svg": Media("carte.svg", b"<svg viewBox='0 0 900 20'/>", "", "", "")}
    item = written(replace(shown, module=replace(shown.module, media=media)))[1]
    assert '<img src="@@PLUGINFILE@@/carte.svg" alt="mot-remplacement" width="640">' in text(
        item, "questiontext/text"
    )
    (file,) = item.findall("questiontext/file")
    assert (file.get("name"), file.get("encoding")) == ("carte.svg", "base64")
    assert file.text == "PHN2ZyB2aWV3Qm94PScwIDAgOTAwIDIwJy8+"


def test_the_right_column_loses_what_a_menu_cannot_show() -> None:
    question = of_kind(Kind.CATEGORIES)
    assert isinstance(question.task, Sorting)
    shaped = replace(question.task, categories=((Figure(PICTURE, HERE),), (par("mot"),)))
    losses = moodle.write(edition(replace(question, task=shaped))).diagnostics
    assert [item.code for item in losses] == [Code.EXP003]
    assert losses[0].values["questions"] == question.id


def test_a_category_is_a_path_whose_names_may_hold_a_slash() -> None:
    shown = edition(of_kind(Kind.SINGLE))
    root = written(replace(shown, module=replace(shown.module, title="Avant/après")))
    assert text(root[0], "category/text").startswith("$course$/top/Avant//après/")


@pytest.mark.parametrize("seed", range(3))
def test_drawn_modules_are_well_formed(seed: int) -> None:
    loaded = pipeline.load_sources(with_exercises(seed))
    for module in loaded.catalogue.modules:
        ids = [
            text(item, "idnumber")
            for item in written(pipeline.platform_edition(loaded.catalogue, module.id))
            if item.get("type") != "category"
        ]
        assert sorted(ids) == sorted(question.id for question in module.all_questions())

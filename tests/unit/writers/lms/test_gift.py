"""GIFT: what the reference parser reads is what was written."""

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import Golden
from tests.generated import with_exercises
from tests.js.gift import parsed
from tests.unit.writers.handouts.every_kind import PICTURE
from tests.unit.writers.handouts.kinds import catalogue
from tests.unit.writers.handouts.samples import HERE, line, par
from tests.unit.writers.lms.samples import edition, of_kind

from emas import pipeline
from emas.document import CodeBlock, Figure, Gap, Paragraph
from emas.model import Answer, Edition, Gaps, Kind, Matching, Pair, Question, Ticking
from emas.writers.lms import gift


def written(edition: Edition) -> str:
    (data,) = gift.write(edition).files.values()
    return data.decode()


def read(*questions: Question) -> list[dict[str, Any]]:
    (found,) = parsed([written(edition(*questions))])
    return [item for item in found if item["type"] != "Category"]


def test_each_kind_that_gift_has_is_written(golden: Golden) -> None:
    text = written(pipeline.platform_edition(catalogue(), "essai"))
    golden("lms/questions.gift", text)
    (found,) = parsed([text])
    assert {item["id"]: item["type"] for item in found if item["type"] != "Category"} == {
        "gen-unique": "MC",
        "gen-multiple": "MC",
        "gen-vrai-faux": "TF",
        "gen-ordre": "Matching",
        "gen-association": "Matching",
        "gen-categories": "Matching",
        "gen-numerique": "Numerical",
        "gen-ouverte": "Description",
        "gen-position": "Description",
        "ess-q01": "MC",
    }


def test_what_gift_has_not_is_told() -> None:
    told = gift.write(pipeline.platform_edition(catalogue(), "essai")).diagnostics
    left = {item.values["quoi"]: item.values["questions"] for item in told if "quoi" in item.values}
    assert left == {
        "un texte qui a plusieurs trous": "gen-trous",
        "une échelle": "gen-echelle",
    }


def test_a_choice_says_what_is_right_and_why() -> None:
    (item,) = read(of_kind(Kind.SINGLE))
    choices = [
        (choice["isCorrect"], choice["text"]["text"], choice["feedback"]["text"])
        for choice in item["choices"]
    ]
    assert choices == [
        (True, "<p>Un fait.</p>", "<p>Il se date.</p>"),
        (False, "<p>Un avis.</p>", "<p>Il se discute.</p>"),
    ]
    assert item["tags"] == ["objectif:decrire"]


def test_a_text_with_one_gap_keeps_what_stands_around_it() -> None:
    statement = (Paragraph((*line("avant "), Gap(1, ("élève",), HERE), *line(" après")), HERE),)
    question = replace(of_kind(Kind.GAPS), statement=statement, task=Gaps(strict=False))
    (item,) = read(question)
    assert item["type"] == "Short"
    assert item["hasEmbeddedAnswers"]
    accepted = [choice["text"]["text"] for choice in item["choices"]]
    assert accepted == ["élève", "élèves", "eleve", "eleves"]


def test_a_picture_is_described_and_its_loss_is_told() -> None:
    question = replace(of_kind(Kind.SINGLE), statement=(Figure(PICTURE, HERE),))
    (item,) = read(question)
    assert "[Image : mot-remplacement]" in item["stem"]["text"]
    told = [item.values.get("detail", "") for item in gift.write(edition(question)).diagnostics]
    assert told == ["les images, dont elle garde la description"]


def test_lines_of_code_stay_lines() -> None:
    question = replace(of_kind(Kind.SINGLE), statement=(CodeBlock("un\n{deux}", "", HERE),))
    assert read(question)[0]["stem"]["text"] == "<pre><code>un\n{deux}</code></pre>"


TEXTS = st.text(alphabet="aé \\~=#{}:%&<>-[]*$/\"'’→0T", min_size=1, max_size=12).filter(str.strip)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=8, max_size=8))
def test_any_text_is_read_back(texts: list[tuple[str, str]]) -> None:
    """Several questions a run: starting the parser is what takes time."""
    asked = [
        replace(
            of_kind(Kind.SINGLE),
            statement=(par(first),),
            task=Ticking(
                Kind.SINGLE,
                (
                    Answer(True, (par(second),), (par(first),), HERE),
                    Answer(False, (par("autre"),), (), HERE),
                ),
            ),
        )
        for first, second in texts
    ]
    for item, (first, second) in zip(read(*asked), texts, strict=True):
        assert bare(item["stem"]["text"]) == first.strip()
        assert bare(item["choices"][0]["text"]["text"]) == second.strip()
        assert bare(item["choices"][0]["feedback"]["text"]) == first.strip()


def bare(text: str) -> str:
    return unescape(text.removeprefix("<p>").removesuffix("</p>")).strip()


def test_any_right_column_is_read_back() -> None:
    pairs = tuple(
        Pair((par(f"a -> {number}"),), (par(right),), HERE)
        for number, right in enumerate(("b=c", "50 %", "x -> y", "T", "{z}", "\\", "#1"))
    )
    task = Matching((par("gauche"),), (par("droite"),), pairs)
    (item,) = read(replace(of_kind(Kind.MATCHING), task=task))
    # The parser leaves its own marks there in place of the letters that were escaped.
    found = [re.sub("&&(\\d+);", _letter, pair["subanswer"]) for pair in item["matchPairs"]]
    assert found == ["b=c", "50 %", "x -> y", "T", "{z}", "\\", "#1"]


def _letter(mark: re.Match[str]) -> str:
    return chr(int(mark[1]))


@pytest.mark.parametrize("seed", range(3))
def test_drawn_modules_are_read_by_the_reference_parser(seed: int) -> None:
    catalogue = pipeline.load_sources(with_exercises(seed)).catalogue
    texts = [written(pipeline.platform_edition(catalogue, item.id)) for item in catalogue.modules]
    assert all(parsed(texts))

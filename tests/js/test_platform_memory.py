"""What a platform keeps of a session: 4,096 printable signs at most, found again, never trusted."""

import json
import random
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import pytest
from tests.generated import with_exercises

from emas import pipeline
from emas.model import Module
from emas.project import Project
from emas.writers.lms.course import course

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "themes" / "emas" / "plateforme" / "js" / "garde.js"
ROOM = 4096
LARGEST_DRAWN = 30
"""The seed that gives most questions, of a hundred."""

Course = dict[str, Any]


def run(packs: Iterable[Any] = (), unpacks: Iterable[Any] = ()) -> dict[str, list[Any]]:
    """Run the script of the launch page: what it writes of each memory, reads in each text."""
    asked = {"scripts": [str(SCRIPT)], "packs": list(packs), "unpacks": list(unpacks)}
    done = subprocess.run(
        ["node", str(ROOT / "tests" / "js" / "garder.mjs")],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return cast("dict[str, list[Any]]", json.loads(done.stdout))


def facts(module: Module) -> Course:
    return cast("Course", json.loads(json.dumps(course(module))))


def answer(question: Course) -> list[str]:
    """Return an answer as the player keeps it, about as long as there are."""
    key = question.get("corrige", {"kind": "decision"})
    match key["kind"]:
        case "multiple" | "ordre" | "association":
            return [str(number) for number in range(key["count"])]
        case "categories":
            return [str(number) for number in key["right"]]
        case "trous":
            return [words[0] for words in key["words"]]
        case "numerique":
            return [key["value"]]
        case _:
            return ["1"]


def whole(course: Course) -> tuple[Course, Course]:
    """Return the memory of somebody who read everything and answered everything."""
    name = course["id"]
    steps = [f"{name}/{step['id']}" for step in course["etapes"]]
    last = course["etapes"][-1]
    answers = {
        question["cle"]: {
            "version": question["version"],
            "reponse": answer(question),
            "vue": True,
            **({} if "corrige" in question else {"suite": True}),
        }
        for question in course["questions"]
    }
    seeds = {
        f"{name}/{drawn}": {"version": "graine", "reponse": ["k3x9w0ab"]}
        for drawn in course["tirages"]
    }
    place = {"etape": steps[-1], "titre": last["titre"], "ancre": "a-retenir"}
    return {"lues": steps, "derniere": place}, {**answers, **seeds}


@pytest.fixture(scope="module")
def autisme() -> Course:
    return facts(pipeline.load(Project(ROOT)).catalogue.module("autisme"))


@pytest.fixture(scope="module")
def drawn() -> Course:
    (module,) = pipeline.load_sources(with_exercises(LARGEST_DRAWN)).catalogue.modules
    return facts(module)


@pytest.mark.parametrize("name", ["autisme", "drawn"])
def test_a_module_wholly_answered_comes_back_whole(
    name: str, request: pytest.FixtureRequest
) -> None:
    module = request.getfixturevalue(name)
    progress, answers = whole(module)
    (text,) = run(packs=[(module, progress, answers)])["packed"]
    assert len(text) <= ROOM
    assert text.isascii()
    assert text.isprintable()
    assert run(unpacks=[(module, text)])["unpacked"] == [{"progres": progress, "reponses": answers}]


def long_module(steps: int, questions: int) -> Course:
    """Return a module that no platform can remember whole."""
    key = {"kind": "trous", "words": [["réponse"]], "strict": False}
    places = ("", "avant/", "modules/long/", "acquis/")
    asked = [
        {"cle": f"{place}q{rank}", "version": "v", "code": f"{place[:2]}{rank}",
         **({} if place == "modules/long/" else {"corrige": key})}
        for place in places for rank in range(questions)
    ]  # fmt: skip
    return {
        "id": "long",
        "etapes": [{"id": f"une-etape-au-nom-long-{n}", "titre": "É"} for n in range(steps)],
        "tirages": ["acquis"],
        "questions": asked,
        "compte": {"id": "acquis"},
    }


@pytest.mark.parametrize(("steps", "questions"), [(5, 60), (5, 400), (300, 100)])
def test_what_does_not_fit_is_forgotten_the_least_useful_first(steps: int, questions: int) -> None:
    module = long_module(steps, questions)
    progress, answers = whole(module)
    (text,) = run(packs=[(module, progress, answers)])["packed"]
    assert ROOM * 0.9 < len(text) <= ROOM
    (found,) = run(unpacks=[(module, text)])["unpacked"]
    kept = [cle for cle in answers if cle in found["reponses"] and cle != "long/acquis"]
    # The order of `answers` is that of their use: the steps, before, the situations, « acquis ».
    assert kept == [cle for cle in answers if cle != "long/acquis"][len(answers) - 1 - len(kept) :]
    assert (len(kept) > 0) is (steps == 5)
    read = found["progres"]["lues"]
    assert read == progress["lues"][: len(read)]
    assert (len(read) == steps) is (steps == 5)


def test_an_answer_of_another_version_or_too_long_is_not_kept(autisme: Course) -> None:
    old, long = autisme["questions"][:2]
    answers = {
        old["cle"]: {"version": "ancienne", "reponse": ["1"], "vue": True},
        long["cle"]: {"version": long["version"], "reponse": ["é" * 300], "vue": True},
        "aut-f05": {"version": "v", "reponse": ["Un texte libre."], "vue": True},
    }
    (text,) = run(packs=[(autisme, {}, answers)])["packed"]
    assert json.loads(text) == {"v": 1, "l": [], "g": {}, "r": {}}


def test_a_damaged_text_gives_what_it_can_and_never_more(autisme: Course) -> None:
    progress, answers = whole(autisme)
    (text,) = run(packs=[(autisme, progress, answers)])["packed"]
    dice = random.Random("abîmé")
    damaged = ["", "null", "[]", '{"v":2}', '{"v":1}', '{"v":1,"l":7,"r":[],"g":[1],"d":{}}',
               '{"v":1,"l":["<b>"],"d":["comprendre","\\"><img>"],"g":{"acquis":{}},"r":{"J6_G":"x"}}',
               text[:2000]]  # fmt: skip
    for _ in range(300):
        signs = list(text)
        for _ in range(dice.randint(1, 4)):
            signs[dice.randrange(len(signs))] = dice.choice('{}[]",:0a<')
        damaged.append("".join(signs))
    for found in run(unpacks=[(autisme, item) for item in damaged])["unpacked"]:
        assert set(found["reponses"]) <= set(answers)
        assert set(found["progres"]["lues"]) <= set(progress["lues"])
        place = found["progres"].get("derniere")
        assert place is None or place["etape"] in progress["lues"]

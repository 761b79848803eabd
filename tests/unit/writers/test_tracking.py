"""The catalogue of the tracking service: what was asked, and its keys."""

import json
from dataclasses import replace

from tests import plans

from emas import pipeline
from emas.model import Status, planned
from emas.writers.tracking import PATH, write

CATALOGUE = plans.catalogue()
SESSIONS = [(item, pipeline.session_parts(CATALOGUE, item)) for item in planned(CATALOGUE.plans)]


def content(sessions: object = None) -> dict:  # type: ignore[type-arg]
    every = [item for item, _ in SESSIONS]
    chosen = sessions or SESSIONS
    written = write(chosen, every, CATALOGUE.team, CATALOGUE.vocabulary)  # type: ignore[arg-type]
    return json.loads(written.files[PATH])  # type: ignore[no-any-return]


def test_each_session_says_what_it_asks() -> None:
    found = content()["sessions"]["aut-aesh-2027-01"]
    assert (found["titre"], found["publics"], found["close"]) == (
        "Autisme : comprendre et aider au quotidien",
        ["aesh"],
        False,
    )
    assert [(part["moment"], part["questionnaire"]) for part in found["moments"]] == [
        ("acquis", False),
        ("satisfaction", True),
    ]
    (question,) = found["moments"][0]["questions"]
    assert question["nom"].startswith("aut-q01@")
    assert question["cle"] == {"kind": "unique", "count": 2, "right": [0]}
    assert [question["options"][number] for number in question["ordre"]] == [
        "Ce que l’on devine.",
        "Ce que l’on voit.",
    ]


def test_cancelled_sessions_are_left_out() -> None:
    (item, parts), *rest = SESSIONS
    cancelled = replace(item, session=replace(item.session, status=Status.CANCELLED))
    assert item.session.id not in content([(cancelled, parts), *rest])["sessions"]


def test_what_stays_with_the_learner_is_told() -> None:
    survey = content()["sessions"]["aut-aesh-2027-01"]["moments"][1]
    assert [question["recueillie"] for question in survey["questions"]] == [True] * 6 + [False] * 2

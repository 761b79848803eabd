"""The statements of a participant: what the service makes of them, whatever the page said.

The actor, the session, the definition, the score and the success are ours: what a page claims of
them is a claim.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from emas import xapi
from emas.model import Response, score
from emas.model.interaction import TYPES, read
from emas.model.moment import AskedQuestion
from emas.model.sheet import LONGEST, is_short
from emas.tracking.catalogue import Session
from emas.xapi import Received, Statement, json_text, names
from emas.xapi.vocabulary import ANSWERED, ASSESSMENT, COMPLETED, INTERACTION, MEETING

LANGUAGE = "fr"


class NotAskedError(Exception):
    """A statement that a participant of this session may not send; the reason is in English."""


@dataclass(frozen=True, slots=True)
class Learner:
    """A participant of a session, under a code."""

    session: Session
    code: str

    def agent(self) -> Statement:
        """Return the agent that stands for the participant."""
        home = names.session(self.session.id)
        return {"objectType": "Agent", "account": {"homePage": home, "name": self.code}}

    def registration(self) -> str:
        """Return the id of this enrolment: the same on every computer."""
        return str(uuid5(NAMESPACE_URL, f"{names.session(self.session.id)}/{self.code}"))


def fitted(
    sent: Received, learner: Learner, extensions: Mapping[str, int] | None = None
) -> Received:
    """Return the statement to keep for what a participant sent.

    `extensions` are what the service knows of where it was read; a page gives none.

    Raises:
        NotAskedError: if it is no answer to what the session asks.
    """
    value = sent.value
    if value["verb"]["id"] != ANSWERED:
        raise NotAskedError("only answers are taken")
    moment = _moment(value, learner.session.id)
    name = names.said_question(str(value["object"].get("id")))
    question = learner.session.question(moment, name or "")
    if question is None or moment in learner.session.surveys():
        raise NotAskedError("this question is not asked then")
    text = value.get("result", {}).get("response")
    try:
        response = read(question.key, text)
    except (ValueError, TypeError, AttributeError) as error:
        raise NotAskedError(f"result.response: {error}") from error
    if not is_short(response):
        raise NotAskedError(f"result.response: more than {LONGEST} signs")
    kept = {
        **({"id": value["id"]} if "id" in value else {}),
        "actor": learner.agent(),
        "verb": {"id": ANSWERED, "display": {LANGUAGE: "a répondu"}},
        "object": _activity(question),
        "result": _result(question, response, text),
        "context": _context(learner, moment, extensions or {}),
        **({"timestamp": value["timestamp"]} if "timestamp" in value else {}),
    }
    return xapi.receive(json_text.written(kept), kept)


def sent(learner: Learner, moment: str, question: str, text: str) -> dict[str, Any]:
    """Return what a page would send: `text` answers `question@version` at a moment."""
    parent = {"id": names.moment(learner.session.id, moment)}
    return {
        "actor": learner.agent(),
        "verb": {"id": ANSWERED},
        "object": {"id": names.question(question)},
        "result": {"response": text},
        "context": {"contextActivities": {"parent": [parent]}},
    }


def handed_in(learner: Learner, moment: str, extensions: Mapping[str, int]) -> dict[str, Any]:
    """Return what says that a sheet was handed in: the only trace of one without answers."""
    titles = {part.moment: part.title for part in learner.session.parts}
    iri = names.moment(learner.session.id, moment)
    return {
        "actor": learner.agent(),
        "verb": {"id": COMPLETED, "display": {LANGUAGE: "a rendu"}},
        "object": {"objectType": "Activity", **_named(iri, ASSESSMENT, titles.get(moment, moment))},
        "context": _context(learner, moment, extensions),
    }


def _moment(value: Statement, session: str) -> str:
    """Return the moment that a statement names among its parents."""
    parents = value.get("context", {}).get("contextActivities", {}).get("parent", [])
    said = [names.said_moment(str(one.get("id"))) for one in parents]
    found = [one[1] for one in said if one and one[0] == session]
    if len(found) != 1:
        raise NotAskedError("context.contextActivities.parent must be a moment of this session")
    return found[0]


def _activity(question: AskedQuestion) -> Statement:
    kind = TYPES[question.kind]
    definition: dict[str, Any] = {
        "type": INTERACTION,
        "interactionType": kind,
        "name": {LANGUAGE: question.statement},
    }
    lists = {"choice": "choices", "likert": "scale"}
    if question.options and kind in lists:
        definition[lists[kind]] = [
            {"id": f"r{number}", "description": {LANGUAGE: label}}
            for number, label in enumerate(question.options)
        ]
    return {"objectType": "Activity", "id": names.question(question.name), "definition": definition}


def _result(question: AskedQuestion, response: Response, text: str) -> Statement:
    points = score(question.key, response)
    scored = {} if points is None else {"score": {"scaled": points}, "success": points == 1.0}
    return {"response": text, **scored}


def _context(learner: Learner, moment: str, extensions: Mapping[str, int]) -> Statement:
    session = learner.session
    titles = {part.moment: part.title for part in session.parts}
    iri = names.moment(session.id, moment)
    return {
        "registration": learner.registration(),
        "language": LANGUAGE,
        "contextActivities": {
            "parent": [_named(iri, ASSESSMENT, titles.get(moment, moment))],
            "grouping": [_named(names.session(session.id), MEETING, session.title)],
        },
        **({"extensions": dict(extensions)} if extensions else {}),
    }


def _named(iri: str, kind: str, title: str) -> Statement:
    return {"id": iri, "definition": {"type": kind, "name": {LANGUAGE: title}}}

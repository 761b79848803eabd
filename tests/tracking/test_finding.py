"""Each filter finds what it should, and pages hold it all once."""

import json
from typing import Any

import pytest
from tests.tracking.asking import ANSWERED, Lrs, about, new_id, somebody, statement


def activity() -> dict[str, str]:
    return {"id": f"https://suivi.example/a/{new_id()}"}


@pytest.mark.parametrize("place", ["actor", "object", "member"])
def test_an_agent_is_found_as_actor_object_or_member(lrs: Lrs, place: str) -> None:
    who = somebody()
    group = {"objectType": "Group", "member": [who, somebody()]}
    parts: dict[str, dict[str, Any]] = {
        "actor": {"actor": who},
        "object": {"object": {"objectType": "Agent", **who}},
        "member": {"actor": group},
    }
    sent = statement(**parts[place])
    lrs.post(sent)
    assert lrs.ids(agent=json.dumps(who)) == [sent["id"]]


def test_related_agents_are_those_around_too(lrs: Lrs) -> None:
    who = somebody()
    inside = {name: value for name, value in statement(actor=who).items() if name != "id"}
    sent = [
        statement(context={"instructor": who}),
        statement(context={"team": {"objectType": "Group", "member": [who]}}),
        statement(object={"objectType": "SubStatement", **inside}),
    ]
    lrs.post(sent)
    assert lrs.ids(agent=json.dumps(who)) == []
    found = lrs.ids(agent=json.dumps(who), related_agents="true", ascending="true")
    assert found == [one["id"] for one in sent]


def test_related_activities_are_those_of_the_context_too(lrs: Lrs) -> None:
    quiz = activity()
    groups = ("parent", "grouping", "category", "other")
    sent = [statement(context={"contextActivities": {name: quiz}}) for name in groups]
    lrs.post([*sent, own := statement(object=quiz)])
    assert lrs.ids(activity=quiz["id"]) == [own["id"]]
    found = lrs.ids(activity=quiz["id"], related_activities="true", ascending="true")
    assert found == [one["id"] for one in [*sent, own]]


def test_context_activities_are_always_given_as_arrays(lrs: Lrs) -> None:
    quiz = activity()
    sent = statement(context={"contextActivities": {"parent": quiz}})
    lrs.post(sent)
    assert lrs.one(sent["id"])["context"] == {"contextActivities": {"parent": [quiz]}}


def test_all_filters_must_be_met(lrs: Lrs) -> None:
    who, quiz, registration = somebody(), activity(), new_id()
    whole: dict[str, Any] = {
        "actor": who,
        "object": quiz,
        "context": {"registration": registration},
        "verb": {"id": f"x:verb-{new_id()}"},
    }
    asked = {
        "actor": {"agent": json.dumps(who)},
        "object": {"activity": quiz["id"]},
        "context": {"registration": registration.upper()},
        "verb": {"verb": whole["verb"]["id"]},
    }
    match = statement(**whole)
    others = [
        statement(**{name: value for name, value in whole.items() if name != left_out})
        for left_out in whole
    ]
    lrs.post([match, *others])
    filters: dict[str, str] = {}
    for said in asked.values():
        filters |= said
    assert lrs.ids(**filters) == [match["id"]]


def test_a_statement_about_another_is_found_by_what_finds_that_one(lrs: Lrs) -> None:
    who = somebody()
    first = statement(actor=who)
    second = about(first["id"], ANSWERED)
    third = about(second["id"], ANSWERED)
    for one in (third, first, second):  # the chain is whole at the end only
        lrs.post(one)
    found = lrs.ids(agent=json.dumps(who))
    assert found == [second["id"], first["id"], third["id"]]


def test_statements_that_are_about_each_other_end(lrs: Lrs) -> None:
    one, other = new_id(), new_id()
    who = somebody()
    lrs.post({**about(other, ANSWERED), "id": one, "actor": who})
    assert lrs.post({**about(one, ANSWERED), "id": other}).status_code == 200
    assert lrs.ids(agent=json.dumps(who)) == [other, one]


@pytest.mark.parametrize("ascending", ["true", "false"])
def test_pages_hold_each_statement_once(lrs: Lrs, ascending: str) -> None:
    who = somebody()
    sent = [statement(actor=who) for _ in range(7)]
    lrs.post(sent)
    lrs.post([about(one["id"]) for one in sent[1:3]])
    voiding = {one["id"] for one in sent[1:3]}
    page = lrs.get(agent=json.dumps(who), limit="2", ascending=ascending, verb=ANSWERED).json()
    found = page["statements"]
    while page["more"]:
        assert len(page["statements"]) == 2
        page = lrs.ask("GET", page["more"].removeprefix("/xAPI/")).json()
        found += page["statements"]
    own = [one["id"] for one in found if one["verb"]["id"] == ANSWERED]
    kept = [one["id"] for one in sent if one["id"] not in voiding]
    assert own == (kept if ascending == "true" else kept[::-1])


def test_moments_are_those_at_which_statements_were_stored(lrs: Lrs) -> None:
    who = json.dumps(somebody())
    sent = [statement(actor=json.loads(who)) for _ in range(3)]
    for one in sent:
        lrs.post(one)
    stored = [lrs.one(one["id"])["stored"] for one in sent]
    assert stored == sorted(set(stored))
    assert lrs.ids(agent=who, since=stored[0], until=stored[1]) == [sent[1]["id"]]
    assert lrs.ids(agent=who, until=stored[0]) == [sent[0]["id"]]
    assert lrs.ids(agent=who, since=stored[2]) == []


def test_a_page_says_until_when_it_knows_everything(lrs: Lrs) -> None:
    sent = statement()
    lrs.post(sent)
    said = lrs.get(limit="1").headers["X-Experience-API-Consistent-Through"]
    assert said >= lrs.one(sent["id"])["stored"]


def test_forms_keep_ids_only_or_one_language(lrs: Lrs) -> None:
    quiz = activity()
    french = {"name": {"fr": "Autisme", "en": "Autism"}}
    sent = statement(
        actor={"name": "Noé", **somebody()},
        verb={"id": ANSWERED, "display": {"fr": "a répondu", "en": "answered"}},
        object={**quiz, "definition": french},
    )
    later = statement(object={**quiz, "definition": {"description": {"en": "A quiz"}}})
    lrs.post([sent, later])
    short = lrs.get(statementId=sent["id"], format="ids").json()
    assert (short["actor"].keys(), short["verb"], short["object"]) == (
        {"account"},
        {"id": ANSWERED},
        quiz,
    )
    asked = {"statementId": sent["id"], "format": "canonical"}
    told = lrs.ask("GET", "statements", {"Accept-Language": "en;q=0.5, fr-CA"}, params=asked).json()
    assert told["verb"]["display"] == {"fr": "a répondu"}
    assert told["object"]["definition"] == {
        "name": {"fr": "Autisme"},
        "description": {"en": "A quiz"},
    }
    known = lrs.ask("GET", "activities", params={"activityId": quiz["id"]}).json()
    assert known == {
        "objectType": "Activity",
        **quiz,
        "definition": french | {"description": {"en": "A quiz"}},
    }

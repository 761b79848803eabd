"""Statements are kept once, whole, as they were sent, and never changed."""

import json
import re

import pytest
from tests.tracking.asking import Lrs, about, new_id, somebody, statement


def test_a_statement_that_was_put_is_given_as_it_was_sent(lrs: Lrs) -> None:
    sent = statement(result={"response": "b", "score": {"scaled": 0.5}})
    assert lrs.put(sent).status_code == 204
    given = lrs.one(sent["id"])
    assert {name: given[name] for name in sent} == sent


def test_numbers_and_spaces_come_back_exactly(lrs: Lrs) -> None:
    number = "12345678901234567890.10"
    sent = json.dumps(statement()).replace(
        "{", '{ "result": {"extensions":{"x:n":' + number + "}},", 1
    )
    (name,) = lrs.ask(
        "POST", "statements", {"Content-Type": "application/json"}, content=sent
    ).json()
    assert lrs.get(statementId=name).text.startswith(sent[:-1])


def test_the_service_adds_what_only_it_knows(lrs: Lrs) -> None:
    sent = statement(stored="2001-01-01T00:00:00Z", authority=somebody())
    lrs.post(sent)
    given = lrs.one(sent["id"])
    assert given["authority"]["account"] == {"homePage": "https://suivi.example", "name": "essai"}
    assert given["version"] == "1.0.0"
    assert given["timestamp"] == given["stored"] != sent["stored"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", given["stored"])


def test_ids_are_answered_in_the_order_of_the_statements(lrs: Lrs) -> None:
    first, second = statement(), statement()
    unnamed = {name: value for name, value in statement().items() if name != "id"}
    ids = lrs.post([first, unnamed, second]).json()
    assert (ids[0], ids[2], len(set(ids))) == (first["id"], second["id"], 3)
    assert lrs.one(ids[1])["actor"] == unnamed["actor"]


def test_one_bad_statement_keeps_the_others_of_its_request_out(lrs: Lrs) -> None:
    good = statement()
    refused = lrs.post([good, statement(verb={"id": "no scheme"})])
    assert refused.status_code == 400
    assert refused.json() == {"error": "statement.verb.id must be an IRI with a scheme (RFC 3987)"}
    assert lrs.get(statementId=good["id"]).status_code == 404


def test_the_same_statement_twice_is_the_same_as_once(lrs: Lrs) -> None:
    sent = statement()
    again = {**sent, "id": sent["id"].upper(), "version": "1.0.3", "object": dict(sent["object"])}
    again["object"]["definition"] = {"name": {"fr": "Question"}}
    assert [lrs.post(sent).status_code, lrs.post(again).status_code] == [200, 200]
    assert lrs.put(sent).status_code == 204
    assert lrs.ids(agent=json.dumps(sent["actor"])) == [sent["id"]]


def test_another_statement_with_the_same_id_is_a_conflict(lrs: Lrs) -> None:
    sent = statement()
    lrs.post(sent)
    other = {**sent, "actor": somebody()}
    companion = statement()
    assert lrs.put(other).status_code == 409
    assert lrs.post([companion, other]).status_code == 409
    assert lrs.one(sent["id"])["actor"] == sent["actor"]
    assert lrs.get(statementId=companion["id"]).status_code == 404


@pytest.mark.parametrize(
    ("kept", "sent"), [(True, 1), (1, True), (0, False)], ids=["true-1", "1-true", "0-false"]
)
def test_true_is_not_one(lrs: Lrs, kept: object, sent: object) -> None:
    first = statement(result={"extensions": {"x:answer": kept}})
    lrs.post(first)
    assert lrs.put({**first, "result": {"extensions": {"x:answer": sent}}}).status_code == 409


def test_the_address_and_the_statement_agree_on_the_id(lrs: Lrs) -> None:
    sent = statement()
    asked = lrs.ask("PUT", "statements", params={"statementId": new_id()}, json=sent)
    assert asked.status_code == 400


def test_a_voided_statement_is_only_given_as_such(lrs: Lrs) -> None:
    sent = statement()
    lrs.post(sent)
    voiding = about(sent["id"])
    lrs.post(voiding)
    assert lrs.get(statementId=sent["id"]).status_code == 404
    assert lrs.get(voidedStatementId=sent["id"]).json()["id"] == sent["id"]
    assert lrs.ids(agent=json.dumps(sent["actor"])) == [voiding["id"]]


def test_a_statement_may_be_voided_before_it_comes(lrs: Lrs) -> None:
    sent = statement()
    lrs.post(about(sent["id"]))
    lrs.post(sent)
    assert lrs.get(statementId=sent["id"]).status_code == 404


def test_what_voids_cannot_be_voided(lrs: Lrs) -> None:
    sent = statement()
    voiding = about(sent["id"])
    lrs.post([sent, voiding, about(voiding["id"])])
    assert lrs.one(voiding["id"])["object"]["id"] == sent["id"]
    assert lrs.get(statementId=sent["id"]).status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({"attachments": [{"usageType": "x:u"}]}, id="incomplete"),
        pytest.param(
            {
                "attachments": [
                    {
                        "usageType": "http://adlnet.gov/expapi/attachments/signature",
                        "display": {"fr": "signature"},
                        "contentType": "application/octet-stream",
                        "length": 1,
                        "sha2": "0" * 64,
                        "fileUrl": "https://suivi.example/f",
                    }
                ]
            },
            id="signature",
        ),
    ],
)
def test_attachments_that_we_cannot_keep_are_refused(lrs: Lrs, body: dict[str, object]) -> None:
    assert lrs.post(statement(**body)).status_code == 400

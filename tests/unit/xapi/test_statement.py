"""What is a statement, to the letter of xAPI 1.0.3, and the reason given when it is not."""

from typing import Any

import pytest
from tests.unit.xapi.samples import ACTIVITY, AGENT, WHOLE, at

from emas.xapi import StatementError, check

REFERENCE = {"objectType": "StatementRef", "id": "fd41c918-b88b-4b20-a0a5-a4c32391aaa1"}
SUB = {"objectType": "SubStatement", "actor": AGENT, "verb": {"id": "x:v"}, "object": ACTIVITY}
VOIDED = "http://adlnet.gov/expapi/verbs/voided"


def test_a_statement_may_have_every_part() -> None:
    assert check(WHOLE) is WHOLE


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("actor", {"openid": "https://exemple.fr/moi"}),
        ("actor", {"mbox_sha1sum": "A" * 40}),
        ("actor", {"objectType": "Group", "mbox": "mailto:a@b.fr", "member": []}),
        ("object", {"id": "tag:exemple.fr,2026:é"}),
        ("object.definition.interactionType", "choice"),
        ("timestamp", "2026-11-21T09:00Z"),
        ("timestamp", "20261121T090000,5+0100"),
        ("timestamp", "2016-12-31T23:59:60Z"),
        ("timestamp", "2026-11-21T09:00:00"),
        ("result.duration", "P1W"),
        ("result.duration", "P1Y2M3DT4H5M6S"),
        ("result.score", {"raw": -1}),
        ("result.extensions", {"x:a": {"b": [None]}}),
        ("context.language", "zh-cmn-Hans-CN"),
        ("context.language", "x-classe"),
        ("version", "1.0"),
        ("attachments", []),
    ],
)
def test_the_other_ways_to_write_a_part_are_accepted(path: str, value: object) -> None:
    changed = at(path, value)
    assert check(changed) is changed


@pytest.mark.parametrize(
    "target", [AGENT, {"objectType": "Group", "member": [AGENT]}, REFERENCE, SUB]
)
def test_an_object_may_be_something_else_than_an_activity(target: dict[str, Any]) -> None:
    minimal = {"actor": AGENT, "verb": {"id": "x:v"}, "object": target}
    assert check(minimal) is minimal


REFUSED = [
    ("actor", {"name": "Noé"}, "statement.actor must have exactly one of mbox, mbox_sha1sum, openid, account"),
    ("actor", {"mbox": "noe@exemple.fr"}, "statement.actor.mbox must be mailto: and one address"),
    ("actor", {"mbox": "mailto:a@b.fr", "openid": "x:y"}, "statement.actor must have exactly one of mbox, mbox_sha1sum, openid, account"),
    ("actor", {"mbox_sha1sum": "abc"}, "statement.actor.mbox_sha1sum must be a SHA-1 in hexadecimal"),
    ("actor", {"account": {"name": "a"}}, "statement.actor.account must have homePage"),
    ("actor", {"objectType": "Group"}, "statement.actor has no identifier: it must have members"),
    ("actor", {"objectType": "Group", "member": [{"objectType": "Group", "mbox": "mailto:a@b.fr"}]}, "statement.actor.member[0].objectType must be 'Agent'"),
    ("actor", {**AGENT, "member": []}, "statement.actor has an unknown property 'member'"),
    ("actor", [], "statement.actor must be an object"),
    ("verb.id", "answered", "statement.verb.id must be an IRI with a scheme (RFC 3987)"),
    ("verb.display", {"fr_FR": "a"}, "the key 'fr_FR' of statement.verb.display must be a language tag (RFC 5646)"),
    ("verb.display", {"fr": 1}, "statement.verb.display.fr must be a string"),
    ("verb.id", VOIDED, "statement voids: its object must be a StatementRef"),
    ("object.objectType", "activity", "statement.object.objectType is not one of Activity, Agent, Group, StatementRef"),
    ("object.definition.interactionType", "drag", "statement.object.definition.interactionType must be one of true-false, choice, fill-in, long-fill-in, matching, performance, sequencing, likert, numeric, other"),
    ("object.definition.interactionType", "likert", "statement.object.definition of type likert cannot have choices"),
    ("object.definition.choices", [{"id": "a"}, {"id": "a"}], "statement.object.definition.choices has the same id twice"),
    ("object.definition.choices", [{}], "statement.object.definition.choices[0] must have id"),
    ("object.definition.extensions", {"e": 1}, "the key 'e' of statement.object.definition.extensions must be an IRI with a scheme (RFC 3987)"),
    ("object", {**SUB, "id": WHOLE["id"]}, "statement.object has an unknown property 'id'"),
    ("object", {**SUB, "object": SUB}, "statement.object.object.objectType is not one of Activity, Agent, Group, StatementRef"),
    ("object", AGENT, "statement.context.revision needs an activity as the object"),
    ("result.score.scaled", 1.01, "statement.result.score.scaled must be between -1 and 1"),
    ("result.score.scaled", True, "statement.result.score.scaled must be a number"),
    ("result.score.raw", 3, "statement.result.score.raw must be between statement.result.score.min and statement.result.score.max"),
    ("result.score.min", 9, "statement.result.score.min must be less than statement.result.score.max"),
    ("result.success", "true", "statement.result.success must be true or false"),
    ("result.duration", "PT1.5M2S", "statement.result.duration must be a duration (ISO 8601)"),
    ("result.duration", "P", "statement.result.duration must be a duration (ISO 8601)"),
    ("result.response", None, "statement.result.response is null"),
    ("context.registration", "1", "statement.context.registration must be a UUID (RFC 4122)"),
    ("context.team", AGENT, "statement.context.team.objectType must be 'Group'"),
    ("context.contextActivities", {"parents": []}, "statement.context.contextActivities has an unknown property 'parents'"),
    ("context.statement", {"id": REFERENCE["id"]}, "statement.context.statement must have objectType"),
    ("context.language", "français", "statement.context.language must be a language tag (RFC 5646)"),
    ("timestamp", "2026-11-21", "statement.timestamp must be a date with a time (ISO 8601)"),
    ("timestamp", "2026-02-30T09:00:00Z", "statement.timestamp must be a date with a time (ISO 8601)"),
    ("timestamp", "2026-11-21T09:00:00-00:00", "statement.timestamp must be a date with a time (ISO 8601)"),
    ("authority", {"objectType": "Group", "member": [AGENT]}, "statement.authority as a group must be anonymous, with two members"),
    ("version", "1.1.0", "statement.version must be 1.0 or 1.0.x"),
    ("attachments.0.length", -1, "statement.attachments[0].length must be a number of bytes"),
    ("attachments.0.sha2", "0" * 63, "statement.attachments[0].sha2 must be a SHA-2 in hexadecimal"),
    ("attachments.0.contentType", "png", "statement.attachments[0].contentType must be a media type (RFC 6838)"),
    ("id", "fd41c918-b88b-4b20-c0a5-a4c32391aaa0", "statement.id must be a UUID (RFC 4122)"),
    ("more", 1, "statement has an unknown property 'more'"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "reason"), REFUSED)
def test_the_reason_says_where_and_what(path: str, value: object, reason: str) -> None:
    with pytest.raises(StatementError) as told:
        check(at(path, value))
    assert str(told.value) == reason


@pytest.mark.parametrize("path", ["actor", "verb", "object", "verb.id", "object.id"])
def test_what_must_be_there_is_said(path: str) -> None:
    parent, _, name = f"statement.{path}".rpartition(".")
    with pytest.raises(StatementError) as told:
        check(at(path, None, remove=True))
    assert str(told.value) == f"{parent} must have {name}"

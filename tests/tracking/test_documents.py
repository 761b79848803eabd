"""Documents of states and profiles: kept byte for byte, changed only when that is what is meant."""

import json
from collections.abc import Mapping

import pytest
from tests.tracking.asking import Lrs, new_id, somebody

Where = dict[str, str]


def state() -> Where:
    """Return the place of a state that nothing else has."""
    who, quiz = json.dumps(somebody()), f"https://suivi.example/q/{new_id()}"
    return {"activityId": quiz, "agent": who, "stateId": "réponses"}


def put(lrs: Lrs, where: Where, content: bytes, headers: Mapping[str, str] | None = None) -> int:
    said = {"Content-Type": "text/plain"} | dict(headers or {})
    return lrs.ask("PUT", "activities/state", said, params=where, content=content).status_code


def test_a_document_is_given_as_it_was_sent(lrs: Lrs) -> None:
    where = state()
    content = bytes(range(256))
    assert put(lrs, where, content, {"Content-Type": "application/octet-stream"}) == 204
    given = lrs.ask("GET", "activities/state", params=where)
    assert (given.content, given.headers["Content-Type"]) == (content, "application/octet-stream")
    assert "sandbox" in given.headers["Content-Security-Policy"]


def test_json_objects_are_merged_one_level_deep(lrs: Lrs) -> None:
    where = state()
    for value in ({"a": {"x": 1}, "b": 1}, {"a": {"y": 2}}):
        assert lrs.ask("POST", "activities/state", params=where, json=value).status_code == 204
    assert lrs.ask("GET", "activities/state", params=where).json() == {"a": {"y": 2}, "b": 1}


@pytest.mark.parametrize("value", [[1], "text", None])
def test_only_json_objects_are_merged(lrs: Lrs, value: object) -> None:
    where = state()
    lrs.ask("PUT", "activities/state", params=where, json={"a": 1})
    assert lrs.ask("POST", "activities/state", params=where, json=value).status_code == 400
    assert lrs.ask("GET", "activities/state", params=where).json() == {"a": 1}


def test_what_is_not_json_cannot_be_merged(lrs: Lrs) -> None:
    where = state()
    put(lrs, where, b"text")
    assert lrs.ask("POST", "activities/state", params=where, json={"a": 1}).status_code == 400


def test_an_etag_keeps_two_writers_apart(lrs: Lrs) -> None:
    where = state()
    assert put(lrs, where, b"first", {"If-None-Match": "*"}) == 204
    assert put(lrs, where, b"other", {"If-None-Match": "*"}) == 412
    etag = lrs.ask("GET", "activities/state", params=where).headers["ETag"]
    assert put(lrs, where, b"second", {"If-Match": etag}) == 204
    assert put(lrs, where, b"third", {"If-Match": etag}) == 412
    assert lrs.ask("GET", "activities/state", params=where).content == b"second"
    gone = lrs.ask("DELETE", "activities/state", {"If-Match": etag}, params=where)
    assert gone.status_code == 412


def test_the_names_of_documents_are_given_since_a_moment(lrs: Lrs) -> None:
    where = state()
    place = {name: value for name, value in where.items() if name != "stateId"}
    put(lrs, where | {"stateId": "one"}, b"1")
    through = lrs.ask("GET", "activities/state", params=place).headers
    since = through["X-Experience-API-Consistent-Through"]
    put(lrs, where | {"stateId": "two"}, b"2")
    assert lrs.ask("GET", "activities/state", params=place).json() == ["one", "two"]
    asked = place | {"since": since}
    assert lrs.ask("GET", "activities/state", params=asked).json() == ["two"]


def test_a_registration_is_a_place_of_its_own(lrs: Lrs) -> None:
    where = state()
    inside = where | {"registration": new_id()}
    put(lrs, where, b"outside")
    put(lrs, inside, b"inside")
    assert lrs.ask("GET", "activities/state", params=where).content == b"outside"
    several = {name: value for name, value in inside.items() if name != "stateId"}
    assert lrs.ask("DELETE", "activities/state", params=several).status_code == 204
    assert lrs.ask("GET", "activities/state", params=inside).status_code == 404
    assert lrs.ask("GET", "activities/state", params=where).status_code == 200


@pytest.mark.parametrize("path", ["activities/profile", "agents/profile"])
def test_a_profile_is_replaced_by_those_who_have_read_it(lrs: Lrs, path: str) -> None:
    place = state()
    del place["agent" if path.startswith("activities") else "activityId"], place["stateId"]
    where = place | {"profileId": "p"}
    assert lrs.ask("PUT", path, params=where, json={}).status_code == 400
    first = lrs.ask("PUT", path, {"If-None-Match": "*"}, params=where, json={"a": 1})
    assert first.status_code == 204
    assert lrs.ask("PUT", path, params=where, json={}).status_code == 409
    etag = lrs.ask("GET", path, params=where).headers["ETag"]
    assert lrs.ask("PUT", path, {"If-Match": etag}, params=where, json={}).status_code == 204
    assert lrs.ask("GET", path, params=place).json() == ["p"]
    assert lrs.ask("DELETE", path, params=where).status_code == 204
    assert lrs.ask("DELETE", path, params=place).status_code == 400

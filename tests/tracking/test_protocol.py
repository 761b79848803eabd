"""What any request must say, how it may be written, and what nobody may ask."""

import json

import pytest
from tests.tracking.asking import VERSION, Lrs, somebody, statement

FORM = "application/x-www-form-urlencoded"


def test_about_says_the_versions_to_anybody(lrs: Lrs) -> None:
    given = lrs.client.get("/xAPI/about")
    assert (given.status_code, given.json()["version"][0]) == (200, "1.0.3")
    assert given.headers["X-Experience-API-Version"] == "1.0.3"


@pytest.mark.parametrize(
    ("said", "status"),
    [(None, 400), ("0.95", 400), ("1.0", 200), ("1.0.9", 200), ("1.1.0", 400), ("2.0.0", 400)],
)
def test_requests_speak_xapi_1_0(lrs: Lrs, said: str | None, status: int) -> None:
    headers = {} if said is None else {"X-Experience-API-Version": said}
    given = lrs.client.get("/xAPI/statements?limit=1", headers=headers, auth=lrs.account)
    assert given.status_code == status
    assert given.headers["X-Experience-API-Version"] == "1.0.3"


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Basic",
        "Basic !",
        "Basic " + "YQ==",
        "Bearer abc",
        "Basic ZXNzYWk6ZmF1eA==",
        "Basic AGE6Yg==",
    ],
)
def test_who_is_not_known_reads_nothing(lrs: Lrs, header: str) -> None:
    headers = VERSION | {"Authorization": header}
    given = lrs.client.get("/xAPI/statements", headers=headers)
    assert given.status_code == 401
    assert given.headers["WWW-Authenticate"].startswith("Basic ")


def test_head_is_get_without_the_body(lrs: Lrs) -> None:
    sent = statement()
    lrs.post(sent)
    asked = {"statementId": sent["id"]}
    head = lrs.ask("HEAD", "statements", params=asked)
    got = lrs.ask("GET", "statements", params=asked)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["Content-Length"] == str(len(got.content))


def test_a_form_may_stand_for_a_request(lrs: Lrs) -> None:
    sent = statement()
    form = {"statementId": sent["id"], "content": json.dumps(sent), **VERSION}
    done = lrs.client.post("/xAPI/statements?method=PUT", data=form, auth=lrs.account)
    assert done.status_code == 204
    asked = {"statementId": sent["id"], **VERSION}
    given = lrs.client.post("/xAPI/statements?method=GET", data=asked, auth=lrs.account)
    assert given.json()["id"] == sent["id"]


@pytest.mark.parametrize(
    ("query", "kind", "body"),
    [
        ("method=PUT&statementId=1", FORM, "content={}"),
        ("method=PATCH", FORM, "content={}"),
        ("method=PUT", FORM, "statementId=1"),
        ("method=PUT", FORM, "content={}&content={}"),
        ("method=PUT", "application/json", "{}"),
    ],
)
def test_a_form_that_is_not_whole_is_refused(lrs: Lrs, query: str, kind: str, body: str) -> None:
    headers = {"Content-Type": kind}
    done = lrs.ask("POST", f"statements?{query}", headers, content=body)
    assert done.status_code == 400


@pytest.mark.parametrize(
    "query",
    [
        "verb=a",
        "agent={}",
        'agent={"objectType":"Group","member":[{"mbox":"mailto:a@b.fr"}]}',
        "agent=[[",
        "activity=nothing",
        "registration=1",
        "since=2026-11-21",
        "until=soon",
        "limit=-1",
        "limit=1e3",
        "ascending=yes",
        "related_agents=1",
        "format=short",
        "Verb=x:a",
        "verb=x:a&verb=x:b",
        "verb=x:%00",
        "unknown=1",
        "statementId=37c3459f-c9ee-41e5-a2ba-44b2cb636d71&voidedStatementId=37c3459f-c9ee-41e5-a2ba-44b2cb636d71",
        "statementId=37c3459f-c9ee-41e5-a2ba-44b2cb636d71&limit=1",
        "statementId=1",
        "cursor=a",
    ],
)
def test_a_parameter_that_means_nothing_is_refused(lrs: Lrs, query: str) -> None:
    given = lrs.ask("GET", f"statements?{query}")
    assert given.status_code == 400
    assert given.json()["error"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{" * 100_000, 400),
        (b"[" * 100_000, 400),
        (b'{"a":' * 2000 + b"1" + b"}" * 2000, 400),
        (b"9" * 5000, 400),
        (b'{"id": 1, "id": 2}', 400),
        (b"\xff\xfe", 400),
        (b'"\\ud800"', 400),
        (b"NaN", 400),
        (b"[1e999]", 400),
        (b"", 400),
        (b"[{}", 400),
        (b"[{},]", 400),
        (b"{} {}", 400),
        (b" " * 300_000, 413),
    ],
    ids=lambda value: repr(value)[:24] if isinstance(value, bytes) else str(value),
)
def test_a_body_that_is_not_sound_is_refused(lrs: Lrs, body: bytes, status: int) -> None:
    given = lrs.ask("POST", "statements", {"Content-Type": "application/json"}, content=body)
    assert given.status_code == status


def test_a_body_is_said_to_be_json(lrs: Lrs) -> None:
    body = json.dumps(statement())
    for kind in ("text/plain", "multipart/mixed; boundary=a", ""):
        given = lrs.ask("POST", "statements", {"Content-Type": kind}, content=body)
        assert given.status_code == 400


def test_an_agent_is_given_as_a_person(lrs: Lrs) -> None:
    who = somebody()
    given = lrs.ask("GET", "agents", params={"agent": json.dumps(who | {"name": "Noé"})})
    assert given.json() == {"objectType": "Person", "name": ["Noé"], "account": [who["account"]]}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("DELETE", "statements", 405), ("PUT", "about", 405), ("GET", "nowhere", 404)],
)
def test_what_does_not_exist_is_said(lrs: Lrs, method: str, path: str, status: int) -> None:
    given = lrs.ask(method, path)
    assert (given.status_code, given.headers["X-Experience-API-Version"]) == (status, "1.0.3")

"""Statements to send, and a client that speaks xAPI."""

import uuid
from typing import Any

import httpx

Statement = dict[str, Any]

VERSION = {"X-Experience-API-Version": "1.0.3"}
ANSWERED = "http://adlnet.gov/expapi/verbs/answered"
VOIDED = "http://adlnet.gov/expapi/verbs/voided"


def new_id() -> str:
    return str(uuid.uuid4())


def somebody() -> Statement:
    """Return an agent that nobody else is."""
    return {"account": {"homePage": "https://suivi.example/s/1", "name": new_id()}}


def statement(**changed: Any) -> Statement:
    """Return a statement that is like no other."""
    return {
        "id": new_id(),
        "actor": somebody(),
        "verb": {"id": ANSWERED},
        "object": {"id": f"https://suivi.example/q/{new_id()}"},
        **changed,
    }


def about(target: str, verb: str = VOIDED) -> Statement:
    """Return a statement whose object is another one."""
    return statement(verb={"id": verb}, object={"objectType": "StatementRef", "id": target})


class Lrs:
    """Asks a service, with an account and the version header unless told otherwise."""

    def __init__(self, client: httpx.Client, account: tuple[str, str]) -> None:
        self.client = client
        self.account = account

    def ask(
        self, method: str, path: str, headers: dict[str, str] | None = None, **more: Any
    ) -> httpx.Response:
        said = VERSION | (headers or {})
        return self.client.request(method, f"/xAPI/{path}", headers=said, auth=self.account, **more)

    def post(self, body: Any) -> httpx.Response:
        return self.ask("POST", "statements", json=body)

    def put(self, one: Statement) -> httpx.Response:
        return self.ask("PUT", "statements", params={"statementId": one["id"]}, json=one)

    def get(self, **asked: str) -> httpx.Response:
        return self.ask("GET", "statements", params=asked)

    def one(self, name: str) -> Statement:
        found = self.get(statementId=name)
        assert found.status_code == 200, found.text
        value: Statement = found.json()
        return value

    def ids(self, **asked: str) -> list[str]:
        """Return the ids of the statements that a query gives, on its first page."""
        found = self.get(**asked)
        assert found.status_code == 200, found.text
        return [one["id"] for one in found.json()["statements"]]

"""Documents: states of activities, profiles of activities and agents (Communication 2.2)."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from emas.tracking.store.errors import ConflictError, PreconditionError, RefusedError
from emas.tracking.store.schema import digest, document
from emas.tracking.store.writer import Transaction
from emas.xapi import StatementError, json_text

JSON_TYPE = "application/json"


class Resource(IntEnum):
    """Which documents. The numbers are kept in databases."""

    STATE = 1
    ACTIVITY_PROFILE = 2
    AGENT_PROFILE = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where documents are: what a resource has no use for is None.

    `registration`: None is a place of its own for one document, any of them for several.
    """

    resource: Resource
    activity: str | None = None
    agent: str | None = None
    registration: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was sent."""

    content: bytes
    content_type: str

    @property
    def etag(self) -> str:
        """The SHA-1 of its bytes, as Communication 3.1 asks."""
        return hashlib.sha1(self.content, usedforsecurity=False).hexdigest()

    @property
    def is_json(self) -> bool:
        """Whether it says that it is JSON."""
        return self.content_type.partition(";")[0].strip().lower() == JSON_TYPE

    def json_object(self) -> dict[str, Any] | None:
        """Return what it says, if it is a JSON object.

        Raises:
            StatementError: if it says that it is JSON, and is not.
        """
        value = json_text.parse(self.content) if self.is_json else None
        return value if isinstance(value, dict) else None


@dataclass(frozen=True, slots=True)
class Condition:
    """What must be there for a write to be done: etags, or « * » for any document."""

    match: frozenset[str] | None = None
    none_match: frozenset[str] | None = None
    required: bool = False
    """Whether a write that does not say what must be there is refused."""


class Verb(IntEnum):
    """What to do with a document."""

    PUT = 1
    MERGE = 2
    DELETE = 3


@dataclass(frozen=True, slots=True)
class Change:
    """One write; without a name, it deletes every document of the place."""

    verb: Verb
    place: Place
    name: str | None
    document: Document | None = None
    condition: Condition = Condition()


@dataclass(frozen=True, slots=True)
class Found:
    """A document, and when it was last written, in microseconds since 1970."""

    document: Document
    updated: int


def read(connection: Connection, place: Place, name: str) -> Found | None:
    """Return a document."""
    query = select(document.c.content, document.c.content_type, document.c.updated)
    row = connection.execute(query.where(*_at(place, name))).one_or_none()
    if row is None:
        return None
    return Found(Document(bytes(row.content), row.content_type), row.updated)


def names(connection: Connection, place: Place, since: int | None) -> tuple[list[str], int]:
    """Return the names of the documents written after `since`, and when the last one was."""
    query = select(document.c.name, document.c.updated).where(*_within(place))
    if since is not None:
        query = query.where(document.c.updated > since)
    rows = connection.execute(query).all()
    return sorted(row.name for row in rows), max((row.updated for row in rows), default=0)


def change(transaction: Transaction, changes: Sequence[Change]) -> list[Exception | None]:
    """Make each change, in turn."""
    outcomes: list[Exception | None] = []
    for one in changes:
        try:
            _make(transaction, one)
        except (RefusedError, StatementError) as refusal:
            outcomes.append(refusal)
        else:
            outcomes.append(None)
    return outcomes


def _make(transaction: Transaction, one: Change) -> None:
    connection = transaction.connection
    if one.name is None:
        connection.execute(delete(document).where(*_within(one.place)))
        return
    found = read(connection, one.place, one.name)
    former = found.document if found else None
    _check(one.condition, former)
    if one.document is None:
        connection.execute(delete(document).where(*_at(one.place, one.name)))
        return
    new = _merged(former, one.document) if one.verb is Verb.MERGE and former else one.document
    values = {
        "updated": transaction.now,
        "content_type": new.content_type,
        "etag": new.etag,
        "content": new.content,
    }
    if former is None:
        keys = _keys(one.place, one.name)
        connection.execute(insert(document).values(**keys, name=one.name, **values))
    else:
        connection.execute(update(document).where(*_at(one.place, one.name)).values(values))


def _check(condition: Condition, former: Document | None) -> None:
    match, none_match = condition.match, condition.none_match
    if match is not None and not (former and ("*" in match or former.etag in match)):
        raise PreconditionError("the document is not the one of If-Match")
    if none_match is not None and former and ("*" in none_match or former.etag in none_match):
        raise PreconditionError("there is a document that If-None-Match excludes")
    if condition.required and match is None and none_match is None:
        if former:
            raise ConflictError("there is a document: say which one with If-Match")
        raise RefusedError("say with If-None-Match: * that there is no document yet")


def _merged(former: Document, new: Document) -> Document:
    """Return both JSON objects as one: the properties of `new` replace the same ones, whole."""
    added, kept = new.json_object(), former.json_object()
    if added is None or kept is None:
        raise RefusedError("both documents must be JSON objects to become one")
    return Document(json_text.written(kept | added).encode(), new.content_type)


def _keys(place: Place, name: str) -> Mapping[str, object]:
    return {
        "resource": int(place.resource),
        "activity": _key(place.activity),
        "agent": _key(place.agent),
        "registration": _key(place.registration),
        "key": digest(name),
    }


def _key(said: str | None) -> bytes:
    return b"" if said is None else digest(said)


def _at(place: Place, name: str) -> tuple[ColumnElement[bool], ...]:
    return tuple(document.c[column] == value for column, value in _keys(place, name).items())


def _within(place: Place) -> tuple[ColumnElement[bool], ...]:
    columns = ["resource", "activity", "agent"]
    if place.registration is not None:
        columns.append("registration")
    keys = _keys(place, "")
    return tuple(document.c[column] == keys[column] for column in columns)

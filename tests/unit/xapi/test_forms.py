"""JSON kept as it is, moments, who is who, what two statements have in common."""

import json
import time
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.xapi.samples import ACTIVITY, AGENT, WHOLE, at

from emas import xapi
from emas.xapi import StatementError, json_text, patterns
from emas.xapi.activities import merged
from emas.xapi.actors import identity
from emas.xapi.comparison import same
from emas.xapi.mentions import Role, mentions
from emas.xapi.times import MomentError, moment, stamp

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inside, max_size=4)
    ),
    max_leaves=20,
)


@given(st.lists(json_values, max_size=5), st.sampled_from([None, 1, "\t\n "]), st.booleans())
def test_each_item_of_an_array_keeps_its_text(
    values: list[Any], indent: int | str | None, escaped: bool
) -> None:
    text = json.dumps(values, indent=indent, ensure_ascii=escaped)
    found, several = json_text.statements(text.encode())
    assert several
    assert [value for _, value in found] == values
    assert [json.loads(said) for said, _ in found] == values
    assert all(said in text and said == said.strip(" \t\n") for said, _ in found)


@given(st.text(alphabet='[]{},:"\\ud8null0.e-1 a'))
def test_any_text_is_json_or_refused(text: str) -> None:
    try:
        found, _ = json_text.statements(text.encode())
    except StatementError:
        return
    assert all(json.loads(said) == value for said, value in found)


def test_what_services_set_is_taken_out_then_added() -> None:
    sent = xapi.receive(json.dumps(WHOLE), WHOLE)
    assert {"stored", "authority"} & sent.value.keys() == set()
    kept = xapi.completed(sent, "2026-11-22T00:00:00.000000Z", AGENT)
    assert json.loads(kept.text) == kept.value
    assert (kept.value["authority"], kept.value["version"]) == (AGENT, "1.0.3")
    assert kept.value["timestamp"] == WHOLE["timestamp"]


@given(st.datetimes(), st.integers(-23 * 60, 23 * 60).filter(bool))
def test_a_moment_is_the_same_in_any_zone(when: datetime, minutes: int) -> None:
    hours, rest = divmod(abs(minutes), 60)
    zone = f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"
    since = when - datetime(1970, 1, 1) - timedelta(minutes=minutes)
    text = when.isoformat(timespec="microseconds")
    assert moment(f"{text}{zone}") == since // timedelta(microseconds=1)


def test_moments_are_written_in_utc_with_microseconds() -> None:
    assert stamp(moment("2026-11-21T09:00:00.1234567+01:00")) == "2026-11-21T08:00:00.123456Z"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026",
        "2026-11-21T24:00:00Z",
        "2026-11-21T09:61Z",
        "2026-11-21T09:00+25:00",
        "2026-11-21 09:00Z",
        "٢٠٢٦-11-21T09:00Z",
        "2026-11-21T09:00:00-0000",
    ],
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(MomentError):
        moment(text)


def test_agents_are_the_same_by_their_identifier_only() -> None:
    bare = {"mbox": AGENT["mbox"]}
    assert identity(AGENT) == identity(bare)
    assert identity({"objectType": "Group", **bare}) != identity(bare)
    assert identity({"objectType": "Group", "member": [AGENT]}) is None


def test_a_sub_statement_is_only_related() -> None:
    sub = {"objectType": "SubStatement", "actor": AGENT, "verb": {"id": "x:v"}, "object": ACTIVITY}
    found = mentions({"actor": {"openid": "x:me"}, "verb": {"id": "x:says"}, "object": sub})
    said = {role: {what for one, what in found if one is role} for role in Role}
    me = json.dumps(["Agent", "openid", "x:me"])
    assert said == {
        Role.VERB: {"x:says"},
        Role.AGENT: {me},
        Role.RELATED_AGENT: {me, json.dumps(["Agent", "mbox", AGENT["mbox"]])},
        Role.ACTIVITY: set(),
        Role.RELATED_ACTIVITY: {ACTIVITY["id"]},
        Role.REGISTRATION: set(),
    }


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("stored", "2027-01-01T00:00:00Z"),
        ("version", "1.0.0"),
        ("verb.display", {"en": "answered"}),
        ("object.definition", {}),
        ("timestamp", "2026-11-21T08:00:00.123Z"),
        ("context.registration", "ec531277-b57b-4c15-8d91-d292c5b2b8f7"),
        ("context.contextActivities.parent", [{"id": "x:p", "objectType": "Activity"}]),
        ("actor", {"name": "Noé", "mbox": "mailto:noe@exemple.fr"}),
    ],
)
def test_what_is_not_part_of_a_statement_makes_no_other(path: str, value: object) -> None:
    assert same(WHOLE, at(path, value))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("timestamp", "2026-11-21T09:00:00.124+01:00"),
        ("actor.name", "Noë"),
        ("verb.id", "x:v"),
        ("object.id", "x:o"),
        ("result.score.scaled", True),
        ("context.extensions", {}),
        ("context.contextActivities.parent", []),
    ],
)
def test_what_is_part_of_a_statement_makes_another(path: str, value: object) -> None:
    assert not same(WHOLE, at(path, value))


def test_definitions_add_up() -> None:
    former = {"name": {"fr": "a"}, "type": "x:t", "interactionType": "choice", "choices": []}
    new = {"name": {"en": "b"}, "interactionType": "likert", "scale": []}
    assert merged(former, new) == {
        "name": {"fr": "a", "en": "b"},
        "type": "x:t",
        "interactionType": "likert",
        "scale": [],
    }


HOSTILE = {
    "IRI": "x:" + "a:" * 50_000 + "<",
    "MAILBOX": "mailto:" + "a" * 100_000,
    "LANGUAGE": "fr-" + "abcde-" * 20_000,
    "DURATION": "P" + "1" * 100_000,
    "MEDIA_TYPE": "a/b" + ";a=b" * 20_000 + " " * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_pattern_takes_long(name: str) -> None:
    start = time.process_time()
    assert getattr(patterns, name).fullmatch(HOSTILE[name]) is None
    assert time.process_time() - start < 1

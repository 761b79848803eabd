"""Whatever is asked, the service answers, and what it accepts comes back unchanged."""

import json
from typing import Any
from urllib.parse import urlencode

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.tracking.asking import VERSION, Lrs, new_id, statement
from tests.unit.xapi.samples import WHOLE
from tests.unit.xapi.test_forms import json_values

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
known = st.sampled_from(
    [
        *("statements", "activities/state", "activities/profile", "agents/profile"),
        *("activities", "agents", "about", "nowhere"),
    ]
)
names = st.sampled_from(
    [
        *("statementId", "voidedStatementId", "agent", "verb", "activity", "registration"),
        *("related_activities", "related_agents", "since", "until", "limit", "ascending"),
        *("format", "attachments", "cursor", "activityId", "stateId", "profileId", "method"),
    ]
)
values = words | st.sampled_from(
    [
        *("x:a", '{"mbox":"mailto:a@b.fr"}', new_id(), "true", "1", "99999999999999999999", "POST"),
        *("2026-11-21T09:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"),
        *("ids", "canonical", "\x00", "[" * 2000),
    ]
)
headers = st.dictionaries(
    st.sampled_from(["If-Match", "If-None-Match", "Content-Type", "Accept-Language"]),
    st.sampled_from(
        [
            *("*", '"a"', "application/json", "text/plain", "multipart/mixed", "fr;q=x,*", "é"),
            "application/x-www-form-urlencoded",
        ]
    ),
)


def changed(value: Any, draw: Any) -> Any:
    """Return a statement with one of its parts, however deep, that is something else."""
    if not isinstance(value, dict | list) or not value or draw(st.integers(0, 3)) == 0:
        return draw(json_values)
    keys = list(value) if isinstance(value, dict) else range(len(value))
    key = draw(st.sampled_from(keys))
    items = value.items() if isinstance(value, dict) else enumerate(value)
    made = {name: changed(item, draw) if name == key else item for name, item in items}
    return made if isinstance(value, dict) else list(made.values())


@st.composite
def bodies(draw: Any) -> bytes:
    kind = draw(st.integers(0, 3))
    if kind == 0:
        body: bytes = draw(st.binary(max_size=60))
        return body
    one = {**WHOLE, "id": new_id()} if kind == 1 else json_values
    value = changed(one, draw) if kind == 1 else draw(json_values)
    return json.dumps([value] if kind == 2 else value).encode()


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(
    method=st.sampled_from(["GET", "PUT", "POST", "DELETE", "HEAD"]),
    path=known,
    query=st.lists(st.tuples(names, values), max_size=4),
    said=headers,
    body=bodies(),
)
def test_no_request_makes_the_service_fail(
    lrs: Lrs,
    method: str,
    path: str,
    query: list[tuple[str, str]],
    said: dict[str, str],
    body: bytes,
) -> None:
    raw = [(name.encode(), value.encode()) for name, value in {**VERSION, **said}.items()]
    given = lrs.client.request(
        method,
        f"/xAPI/{path}",
        params=urlencode(query).encode(),
        headers=raw,
        content=body,
        auth=lrs.account,
    )
    assert given.status_code in (200, 204, 400, 404, 405, 409, 412)


@settings(max_examples=25)
@given(
    result=json_values,
    response=words,
    score=st.floats(-1, 1),
    indent=st.sampled_from([None, 0, "\t"]),
    escaped=st.booleans(),
)
def test_what_is_accepted_comes_back_unchanged(
    lrs: Lrs, result: Any, response: str, score: float, indent: int | str | None, escaped: bool
) -> None:
    sent = statement(
        result={"response": response, "score": {"scaled": score}, "extensions": {"x:e": result}}
    )
    text = json.dumps(sent, indent=indent, ensure_ascii=escaped)
    kind = {"Content-Type": "application/json"}
    assert lrs.ask("POST", "statements", kind, content=text.encode()).status_code == 200
    given = lrs.get(statementId=sent["id"])
    assert given.text.startswith(text[:-1].rstrip())
    assert {name: given.json()[name] for name in sent} == sent

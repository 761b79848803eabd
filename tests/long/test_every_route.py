"""Anything asked of any route of the service, by anybody who may: it answers, and never fails."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.routing import BaseRoute, Mount, Route
from tests.tracking.asking import VERSION
from tests.tracking.desks import PASSWORD, WHO, enter
from tests.tracking.serving import running
from tests.tracking.sessions import NAME, known_sessions
from tests.tracking.test_rooms import IN_TIME
from tests.unit.xapi.test_forms import json_values

from emas.model.codes import new_codes
from emas.tracking.app import create_app
from emas.tracking.desk import passwords
from emas.tracking.settings import Settings
from emas.tracking.store import Store
from emas.tracking.store.desk import Coordinator, keep

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

(CODE,) = islice(new_codes(), 1)
EXAMPLES = 3000
ENDLESS = re.compile(r"direct|flux")
"""Streams of events, which have no end."""
PARAMETER = re.compile(r"\{[^}]*\}")

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
texts = words | st.sampled_from(
    [NAME, CODE, "acquis", "' OR 1=1 --", "<script>", "../..", "\x00", "9" * 40, "é" * 300, "null"]
)
names = st.sampled_from(
    [*("session", "seance", "code", "nom", "passe", "jeton", "vers", "moment", "question"), "a"]
)
TYPES = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data", "text/é"]


def paths(routes: list[BaseRoute], before: str = "") -> Iterator[str]:
    """Yield the paths of all routes, their parameters between braces."""
    for one in routes:
        if isinstance(one, Mount):
            inside = one.app
            while not hasattr(inside, "routes") and hasattr(inside, "app"):
                inside = inside.app
            yield from paths(getattr(inside, "routes", []), before + one.path)
        elif isinstance(one, Route):
            yield before + one.path


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[httpx.Client, list[str]]]:
    """A service, somebody who is signed in and has a token, and all its paths."""
    folder: Path = tmp_path_factory.mktemp("suivi")
    url = f"sqlite:///{folder / 'suivi.db'}"
    store = Store(url)
    who = Coordinator(passwords.key_of(WHO), passwords.clean_name(WHO), passwords.hashed(PASSWORD))
    store.write(keep, who).result()
    store.close()
    app = create_app(
        Settings(
            url,
            "http://127.0.0.1:8710",
            known_sessions(folder),
            printed=lambda session: {CODE} if session == NAME else (),
            today=lambda: IN_TIME,
        )
    )
    with running(app) as address, httpx.Client(base_url=address, timeout=60) as client:
        client.headers["Origin"] = address
        enter(client)
        joined = client.post("/suivi/rejoindre", json={"session": NAME, "code": CODE})
        client.headers.update(VERSION)
        client.headers["Authorization"] = f"Bearer {joined.json()['jeton']}"
        found = sorted(path for path in paths(app.routes) if not ENDLESS.search(path))
        assert {"/suivi/rejoindre", "/xAPI/statements", "/bureau/entrer"} <= set(found)
        yield client, found


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_request_makes_the_service_fail(
    place: tuple[httpx.Client, list[str]], data: st.DataObject
) -> None:
    client, found = place
    path = data.draw(st.sampled_from(found))
    filled = PARAMETER.sub(lambda _: quote(data.draw(texts), safe="/"), path)
    pairs: Any = data.draw(st.lists(st.tuples(names, texts), max_size=4))
    body = data.draw(
        st.binary(max_size=60)
        | json_values.map(lambda value: json.dumps(value).encode())
        | st.just(urlencode(pairs).encode())
    )
    said = client.request(
        data.draw(st.sampled_from(["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"])),
        filled,
        params=urlencode(pairs).encode(),
        content=body,
        headers={b"Content-Type": data.draw(st.sampled_from(TYPES)).encode()},
    )
    assert said.status_code < 500, (path, said.status_code, said.text[:200])

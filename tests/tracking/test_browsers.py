"""Which sites may ask the service, and what browsers are told of every answer."""

import json
from collections.abc import Iterator

import httpx
import pytest
from tests.tracking.serving import running
from tests.tracking.sessions import NAME, known_sessions

from emas.tracking.app import create_app
from emas.tracking.settings import Settings

SITE = "https://emas.exemple.fr"
OTHERS = ("https://ailleurs.exemple.fr", "http://emas.exemple.fr", "null", f"{SITE}.exemple.org")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    folder = tmp_path_factory.mktemp("suivi")
    known = known_sessions(folder)
    content = json.loads(known.read_text("utf-8")) | {"pages": f"{SITE}/formation/"}
    known.write_text(json.dumps(content), "utf-8")
    (folder / "index.html").write_text("<!doctype html><title>Le site</title>", "utf-8")
    url = f"sqlite:///{folder / 'suivi.db'}"
    settings = Settings(url, "https://suivi.exemple.fr", known, site=folder)
    with running(create_app(settings)) as address, httpx.Client(base_url=address) as found:
        yield found


def preflight(client: httpx.Client, path: str, origin: str) -> httpx.Response:
    headers = {
        "Origin": origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type,x-experience-api-version",
    }
    return client.options(path, headers=headers)


@pytest.mark.parametrize("path", ["/suivi/rejoindre", "/xAPI/statements"])
def test_the_published_site_may_ask(client: httpx.Client, path: str) -> None:
    said = preflight(client, path, SITE)
    assert said.status_code == 200
    assert said.headers["access-control-allow-origin"] == SITE
    assert "access-control-allow-credentials" not in said.headers
    assert said.headers["access-control-max-age"] == "7200"


def test_a_refusal_can_be_read_by_the_site(client: httpx.Client) -> None:
    said = client.post("/suivi/rejoindre", json={"session": NAME}, headers={"Origin": SITE})
    assert said.status_code == 404
    assert said.headers["access-control-allow-origin"] == SITE
    assert "retry-after" in said.headers["access-control-expose-headers"]


@pytest.mark.parametrize("origin", OTHERS)
@pytest.mark.parametrize("path", ["/suivi/rejoindre", "/xAPI/statements", "/bureau/entrer"])
def test_no_other_site_may(client: httpx.Client, path: str, origin: str) -> None:
    said = preflight(client, path, origin)
    assert "access-control-allow-origin" not in said.headers
    asked = client.get("/suivi/etat", headers={"Origin": origin})
    assert "access-control-allow-origin" not in asked.headers


PATHS = ["/", "/absente", "/suivi/etat", "/xAPI/about", "/xAPI/statements", "/bureau/entrer"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_says_what_a_page_may_do(client: httpx.Client, path: str) -> None:
    said = client.get(path).headers
    policy = said["content-security-policy"]
    assert "object-src 'none'" in policy or "default-src 'none'" in policy
    assert "base-uri" in policy
    assert "frame-ancestors" in policy
    assert said["x-content-type-options"] == "nosniff"
    assert said["referrer-policy"] == "same-origin"
    assert said["strict-transport-security"] == "max-age=31536000; includeSubDomains"


@pytest.mark.parametrize("method", ["TRACE", "TRACK", "CONNECT", "DELETE"])
def test_a_method_without_use_is_refused(client: httpx.Client, method: str) -> None:
    for path in ("/", "/suivi/etat", "/suivi/rejoindre"):
        assert client.request(method, path).status_code in (400, 405)

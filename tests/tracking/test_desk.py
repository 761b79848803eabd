"""The way in of the coordinators: where pages are seen, who sees them, whose forms are taken."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import update
from tests.tracking.conftest import ENGINES, new
from tests.tracking.desks import PASSWORD, WHO, coordinator, enter
from tests.tracking.serving import running

from emas.tracking.app import create_app
from emas.tracking.desk import passwords
from emas.tracking.desk.cookie import hashed
from emas.tracking.settings import Settings
from emas.tracking.store import Store
from emas.tracking.store.desk import IDLE, LASTING, Coordinator, keep
from emas.tracking.store.desk_schema import visit
from emas.tracking.store.writer import Transaction

PUBLIC = "https://suivi.exemple.fr"


@pytest.fixture(scope="module")
def kept() -> Coordinator:
    return coordinator()


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path, kept: Coordinator) -> str:
    """The address of a database with one coordinator."""
    url = new(getattr(request, "param", "sqlite"), request, tmp_path)
    change(url, keep, kept)
    return url


@pytest.fixture
def client(database: str) -> Iterator[httpx.Client]:
    """A browser on the computer of the service."""
    with (
        running(create_app(Settings(database, "http://127.0.0.1:8710"))) as address,
        httpx.Client(base_url=address, headers={"Origin": address}) as found,
    ):
        yield found


@pytest.fixture
def far(database: str) -> Iterator[httpx.Client]:
    """A browser behind the proxy of a service whose address is public."""
    headers = {"Host": "suivi.exemple.fr", "X-Forwarded-Proto": "https", "Origin": PUBLIC}
    with (
        running(create_app(Settings(database, PUBLIC))) as address,
        httpx.Client(base_url=address, headers=headers) as found,
    ):
        yield found


def change(url: str, operation: object, argument: object) -> None:
    store = Store(url)
    try:
        store.write(operation, argument).result()  # type: ignore[arg-type]
    finally:
        store.close()


def token(client: httpx.Client) -> str:
    """Return the token of the forms of a page."""
    found = re.search(r'name="jeton" value="([0-9a-f]{64})"', client.get("/bureau/").text)
    assert found
    return found[1]


@pytest.mark.parametrize("database", ENGINES, indirect=True)
def test_a_coordinator_comes_in_and_goes_out(client: httpx.Client) -> None:
    asked = client.get("/bureau/")
    assert (asked.status_code, asked.headers["location"]) == (303, "/bureau/entrer?vers=/bureau/")
    said = enter(client, "  zoé MARTIN ")
    assert (said.status_code, said.headers["location"]) == (
        303,
        "/bureau/entrer?entre=oui&vers=/bureau/",
    )
    assert client.get("/bureau/entrer?vers=/bureau/").headers["location"] == "/bureau/"
    shown = client.get("/bureau/")
    assert (shown.status_code, "Zoé Martin" in shown.text) == (200, True)
    out = client.post("/bureau/sortir", data={"jeton": token(client)})
    assert (out.status_code, client.get("/bureau/").status_code) == (303, 303)


def test_the_cookie_is_for_this_host_and_for_no_script(client: httpx.Client) -> None:
    said = enter(client).headers["set-cookie"]
    name, *attributes = said.split("; ")
    assert name.startswith("__Host-emas-bureau=")
    assert sorted(attributes) == ["HttpOnly", "Path=/", "SameSite=lax", "Secure"]


def test_the_database_holds_no_secret(client: httpx.Client, database: str) -> None:
    enter(client)
    secret = client.headers["Cookie"].partition("=")[2]
    folder = Path(database.removeprefix("sqlite:///")).parent
    kept = b"".join(path.read_bytes() for path in folder.iterdir())
    assert (secret.encode() in kept, hashed(secret) in kept) == (False, True)


@pytest.mark.parametrize(
    ("name", "password"),
    [(WHO, "un autre mot de passe"), ("Personne", PASSWORD), ("", ""), (WHO, "é" * 999)],
)
def test_others_stay_out(client: httpx.Client, name: str, password: str) -> None:
    said = enter(client, name, password)
    assert (said.status_code, "set-cookie" in said.headers) == (403, False)
    assert "ne vont pas ensemble" in said.text


def test_one_name_is_not_tried_for_ever_and_others_still_come_in(
    client: httpx.Client, database: str, kept: Coordinator
) -> None:
    change(database, keep, Coordinator("autre", "Autre", kept.password_hash))
    tried = [enter(client, WHO, f"essai {rank}").status_code for rank in range(11)]
    assert tried == [403] * 10 + [429]
    assert enter(client).status_code == 429
    assert enter(client, "Autre").status_code == 303


def test_a_change_of_password_ends_visits(
    client: httpx.Client, database: str, kept: Coordinator
) -> None:
    enter(client)
    assert client.get("/bureau/").status_code == 200
    change(database, keep, kept)
    assert client.get("/bureau/").status_code == 303


@pytest.mark.parametrize(("column", "elapsed"), [("seen", IDLE), ("ends", LASTING)])
def test_a_visit_ends_by_itself(
    client: httpx.Client, database: str, column: str, elapsed: int
) -> None:
    def earlier(transaction: Transaction, elapsed: list[int]) -> list[None]:
        query = update(visit).values({column: visit.c[column] - elapsed[0]})
        transaction.connection.execute(query)
        return [None]

    enter(client)
    change(database, earlier, elapsed - 1_000_000_000)
    assert client.get("/bureau/").status_code == 200
    change(database, earlier, 1_000_000_000 + (elapsed if column == "seen" else 0))
    assert client.get("/bureau/").status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "192.168.1.20:8710"},
        {"Host": "suivi.exemple.fr"},
        {"Host": "localhost.exemple.fr"},
        {"X-Forwarded-For": "192.168.1.20"},
        {"X-Forwarded-Proto": "https"},
        {"Forwarded": "for=192.168.1.20"},
        {"Via": "1.1 mandataire"},
    ],
)
def test_pages_are_seen_on_this_computer_alone(
    client: httpx.Client, headers: dict[str, str]
) -> None:
    enter(client)
    for path in ("/bureau/", "/bureau/entrer"):
        said = client.get(path, headers=headers)
        assert (said.status_code, "ne s’ouvre pas ici" in said.text) == (403, True)
    assert client.post("/bureau/entrer", headers=headers, data={}).status_code == 403


@pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1", "[::1]:8710", "LOCALHOST"])
def test_this_computer_has_several_names(client: httpx.Client, host: str) -> None:
    assert client.get("/bureau/entrer", headers={"Host": host}).status_code == 200


def test_a_public_address_is_the_only_one(far: httpx.Client) -> None:
    assert enter(far).status_code == 303
    shown = far.get("/bureau/")
    assert (shown.status_code, "max-age" in shown.headers["strict-transport-security"]) == (
        200,
        True,
    )
    for other in (
        {"X-Forwarded-Proto": "http"},
        {"Host": "127.0.0.1"},
        {"Host": "suivi.exemple.fr:8443"},
    ):
        assert far.get("/bureau/", headers=other).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://autre.exemple"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_no_other_site_sends_our_forms(client: httpx.Client, headers: dict[str, str]) -> None:
    enter(client)
    good = {"jeton": token(client)}
    assert client.post("/bureau/sortir", data=good, headers=headers).status_code == 403
    wrong = {"nom": WHO, "passe": PASSWORD}
    assert client.post("/bureau/entrer", data=wrong, headers=headers).status_code == 403
    assert client.get("/bureau/").status_code == 200


@pytest.mark.parametrize(
    "data", [{"autre": "x"}, {"jeton": ""}, {"jeton": "0" * 64}, {"jeton": "é"}]
)
def test_a_form_has_the_token_of_its_visit(client: httpx.Client, data: dict[str, str]) -> None:
    enter(client)
    assert client.post("/bureau/sortir", data=data).status_code == 403
    assert client.get("/bureau/").status_code == 200


def test_a_form_without_origin_is_refused(client: httpx.Client) -> None:
    del client.headers["Origin"]
    assert enter(client).status_code == 403
    assert enter_with(client, {"Sec-Fetch-Site": "same-origin"}) == 303


def enter_with(client: httpx.Client, headers: dict[str, str]) -> int:
    data = {"nom": WHO, "passe": PASSWORD}
    return client.post("/bureau/entrer", data=data, headers=headers).status_code


@pytest.mark.parametrize(
    "wanted", ["https://autre.exemple", "//autre.exemple", "/bureau//x", "/bureau/\\x", "/", ""]
)
def test_the_way_in_leads_nowhere_else(client: httpx.Client, wanted: str) -> None:
    enter(client)
    said = client.get("/bureau/entrer", params={"vers": wanted})
    assert said.headers["location"] == "/bureau/"


def test_each_page_is_closed_to_scripts_and_frames(client: httpx.Client) -> None:
    enter(client)
    for path in ("/bureau/", "/bureau/entrer", "/bureau/rien", "/bureau/fichiers/css/suivi.css"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        stored = "no-cache" if "fichiers" in path else "no-store"
        assert headers["cache-control"] == stored


def test_a_file_is_sent_once(client: httpx.Client) -> None:
    first = client.get("/bureau/fichiers/css/theme.css")
    again = client.get(
        "/bureau/fichiers/css/theme.css", headers={"If-None-Match": first.headers["etag"]}
    )
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")


@pytest.mark.parametrize("path", ["rien", "fichiers/rien.css", "fichiers/../page.html", "sortir"])
def test_what_is_not_there_is_said_in_french(client: httpx.Client, path: str) -> None:
    enter(client)
    said = client.get(f"/bureau/{path}")
    assert said.status_code in (404, 405)
    assert '<html lang="fr">' in said.text


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"nom=" + b"a" * 20_000, "application/x-www-form-urlencoded", 413),
        (b"&".join([b"a=b"] * 200), "application/x-www-form-urlencoded", 400),
        (b"nom=%ff", "application/x-www-form-urlencoded", 400),
        (b"\xff", "application/x-www-form-urlencoded", 400),
        (b"{}", "application/json", 400),
    ],
)
def test_any_form_has_an_answer(client: httpx.Client, body: bytes, kind: str, status: int) -> None:
    said = client.post("/bureau/entrer", content=body, headers={"Content-Type": kind})
    assert said.status_code == status


def test_names_are_escaped(client: httpx.Client) -> None:
    said = enter(client, '"><script>alert(1)</script>')
    assert "<script>" not in said.text


@pytest.mark.parametrize(
    ("name", "password", "why"),
    [
        ("", PASSWORD, "un nom a de 1 à 80 signes"),
        ("a\0", PASSWORD, "un nom a de 1 à 80 signes"),
        ("a" * 81, PASSWORD, "un nom a de 1 à 80 signes"),
        ("Zoé", "onze signes", "au moins 12 signes"),
        ("Zoé", "a1" * 101, "au plus 200 signes"),
        ("Zoé", "abababababab", "se devine vite"),
        ("Zoé", "azertyuiop12", "se devine vite"),
        ("Zoé", "motdepasse123", "se devine vite"),
        ("Zoé", "emas emas emas", "se devine vite"),
        ("Zoé", "bonjour zoé et Ali", "le nom du compte"),
        ("Zoé", PASSWORD, ""),
    ],
)
def test_a_password_is_long_and_varied(name: str, password: str, why: str) -> None:
    said = passwords.refusal(name, password)
    assert (why in said, bool(said)) == (True, bool(why))

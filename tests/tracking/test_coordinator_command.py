"""The command that opens the coordinators' pages to somebody, and the public address."""

from pathlib import Path

import pytest
from tests.copies import run

from emas.project import Project
from emas.tracking.store import Store
from emas.tracking.store.desk import find

LONG = "une phrase que l’on retient"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The least that is a project."""
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    return Project(tmp_path)


def opened(project: Project, password: str) -> tuple[int, str, str]:
    said = f"{password}\n{password}\n"
    done = run(project, "track", "coordinateur", "  Zoé  Martin", text=said)
    return done.exit_code, done.stdout, done.stderr


def test_a_coordinator_is_added_then_has_another_password(project: Project) -> None:
    assert opened(project, LONG)[1].endswith(
        "« Zoé Martin » peut entrer. Le bureau est à l’adresse que dit « emas track serve ».\n"
    )
    assert "« Zoé Martin » a un autre mot de passe." in opened(project, LONG)[1]
    store = Store(f"sqlite:///{project.data / 'suivi' / 'suivi.db'}")
    kept = store.read(find, "zoé martin")
    store.close()
    assert kept
    assert (kept.name, kept.password_hash.startswith("$argon2id$")) == ("Zoé Martin", True)


def test_who_leaves_comes_in_no_more(project: Project) -> None:
    opened(project, LONG)
    gone, again = (run(project, "track", "coordinateur", "zoé martin", "--retirer") for _ in "ab")
    assert (gone.exit_code, gone.stdout) == (0, "« zoé martin » n’entre plus.\n")
    assert again.stdout == "« zoé martin » n’avait pas de compte.\n"


def test_a_short_password_is_refused(project: Project) -> None:
    status, _, problem = opened(project, "trop court")
    assert status == 2
    assert problem.endswith(
        "Erreur : un mot de passe a au moins 12 signes : une phrase se retient bien.\n"
    )


@pytest.mark.parametrize(
    "address",
    [
        "http://suivi.exemple.fr",
        "https://",
        "https://a.fr/suivi",
        "https://a.fr:x",
        "suivi",
        "https://[",
    ],
)
def test_a_public_address_is_that_of_a_host_in_https(project: Project, address: str) -> None:
    done = run(project, "track", "serve", "--adresse", address)
    assert (done.exit_code, "une adresse publique s’écrit" in done.stderr) == (2, True)

"""A room, with the command: phones answer the service, results have what they said."""

import re
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import httpx
import pytest
from tests import plans
from tests.copies import EMAS, run
from tests.tracking.asking import VERSION
from tests.tracking.sessions import NAME
from tests.tracking.test_rooms import answer, join, opinion

from emas.model.codes import new_codes
from emas.model.sheet import Sheet
from emas.project import Project
from emas.records.codes import session_codes
from emas.records.sheets import keep_sheets
from emas.tracking.catalogue import Session, read_plan

READY = re.compile(r"http://127\.0\.0\.1:(\d+)")


@pytest.fixture
def place(tmp_path: Path, root: Path) -> Project:
    """The project of the eight fixture sessions, today being a day of its first one."""
    for path, data in plans.sources().files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    (tmp_path / "mkdocs.yml").write_bytes((root / "mkdocs.yml").read_bytes())
    plan = tmp_path / "content" / "plan" / "2026-2027-lille.yml"
    today = plan.read_text("utf-8").replace("2027-01-13", date.today().isoformat())
    plan.write_text(today, encoding="utf-8")
    done = run(Project(tmp_path), "build", "--cible", "suivi")
    assert done.exit_code == 0, done.stderr
    return Project(tmp_path)


def test_phones_answer_and_results_say_so(place: Project) -> None:
    codes = session_codes(place, NAME, 6, 6).participants
    session = read_plan(place.build / "suivi" / "catalogue.json").sessions[NAME]
    command = [str(EMAS), "track", "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=place.root, stdout=subprocess.PIPE, text=True) as service:
        try:
            assert service.stdout
            found = READY.search(service.stdout.readline())
            assert found
            with httpx.Client(base_url=f"http://127.0.0.1:{found[1]}") as client:
                for rank, code in enumerate(codes):
                    _answer_all(client, session, code, rank)
                said = run(place, "track", "salle", NAME, "--port", found[1])
                assert (said.exit_code, "Code de la séance" in said.stdout) == (0, True)
        finally:
            stop = signal.SIGTERM if sys.platform == "win32" else signal.SIGINT
            service.send_signal(stop)
    done = run(place, "track", "relever", NAME)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{NAME} : 12 feuilles lues : 12 nouvelles.")
    assert run(place, "track", "relever", NAME).stdout.startswith(
        f"{NAME} : 12 feuilles lues : 12 déjà là."
    )
    _correct_on_paper(place, session, codes[0])
    for count in ("1 réponse ajoutée", "0 réponse ajoutée"):
        done = run(place, "track", "verser", NAME)
        assert done.stdout == f"{NAME} : 12 feuilles lues, {count}, 0 avis ajouté.\n"
    page = (place.build / "resultats" / NAME / "resultats.html").read_text("utf-8")
    right = session.parts[0].questions[0]
    assert right.statement in page
    assert "6\u00a0réponses" in page


def _answer_all(client: httpx.Client, session: Session, code: str, rank: int) -> None:
    """Join with a printed code, answer the question, say an opinion."""
    said = join(client, code=code)
    assert said.status_code == 200, said.text
    bearer = {"Authorization": f"Bearer {said.json()['jeton']}"}
    one = answer(session.parts[0].questions[0], f"r{rank % 2}")
    assert client.post("/xAPI/statements", json=one, headers=VERSION | bearer).status_code == 200
    given = opinion(session, rank % 5) | {"code": next(new_codes())}
    assert client.post("/suivi/avis", json=given, headers=bearer).status_code == 204


def _correct_on_paper(place: Project, session: Session, code: str) -> None:
    """Type a sheet of somebody whose phone has answered."""
    sheet = Sheet("acquis", code, 1, {session.parts[0].questions[0].name: [1]})
    keep_sheets(place, NAME, [sheet], session.surveys(), replacing=True)

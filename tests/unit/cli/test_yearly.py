"""`emas plan bilan`: what it prints, in French numbers."""

from pathlib import Path

from tests import plans
from tests.copies import run

from emas.model.attendance import Attendance
from emas.project import Project
from emas.records.attendance import keep_attendance

NAME = "aut-aesh-2027-01"


def project_of(place: Path, root: Path) -> Project:
    """Return a project of the eight fixture sessions, the first of them being closed."""
    for path, data in plans.sources().files.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(data)
    (place / "mkdocs.yml").write_bytes((root / "mkdocs.yml").read_bytes())
    plan = place / "content" / "plan" / "2026-2027-lille.yml"
    text = plan.read_text("utf-8").replace("places: {min: 8, max: 15}", "statut: close", 1)
    plan.write_text(text, encoding="utf-8")
    return Project(place)


def test_the_year_is_printed_and_written(tmp_path: Path, root: Path) -> None:
    project = project_of(tmp_path, root)
    keep_attendance(project, NAME, Attendance((11,), 12, {"aesh": 9}))
    done = run(project, "plan", "bilan")
    assert (done.exit_code, done.stderr) == (0, "")
    said = done.stdout.splitlines()
    assert said[:3] == ["Année scolaire : 2026-2027", "Sessions au plan : 8", "dont prévues : 6"]
    assert "Heures de formation tenues : 3" in said
    assert "Participations (une personne venue à une session) : 12" in said
    assert "dont AESH : 9" in said
    assert "dont public non noté : 3" in said
    assert "Heures suivies, toutes personnes ajoutées : 33" in said
    assert (project.build / "resultats" / "bilan-2026-2027.xlsx").is_file()


def test_another_year_is_told_with_those_there_are(tmp_path: Path, root: Path) -> None:
    done = run(project_of(tmp_path, root), "plan", "bilan", "2030-2031")
    assert done.exit_code == 2
    assert "l’année « 2030-2031 » n’existe pas." in done.stderr

"""`emas session`: what comes back from a room is kept, counted, and told in French."""

import json
from itertools import islice
from pathlib import Path

import pytest
from tests import plans
from tests.copies import files_under, run

from emas import pipeline
from emas.model import is_collected, planned
from emas.model.codes import new_codes
from emas.model.sheet import versioned
from emas.project import Project
from emas.records.attendance import kept_attendance
from emas.records.codes import session_codes
from emas.records.sheets import kept_sheets

NAME = "aut-aesh-2027-01"
CODES = list(islice(new_codes(), 6))


@pytest.fixture
def room(tmp_path: Path, root: Path) -> Project:
    """A project with the eight fixture sessions on four small modules."""
    project = Project(tmp_path / "projet")
    for path, data in plans.sources().files.items():
        place = project.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    (project.root / "mkdocs.yml").write_bytes((root / "mkdocs.yml").read_bytes())
    return project


def typed(project: Project, *lines: str, moment: str = "acquis") -> str:
    """Return what is said to somebody who types `lines`."""
    done = run(project, "session", "saisir", NAME, "--moment", moment, text="\n".join(lines) + "\n")
    assert done.exit_code == 0, done.output
    return done.output


def answers(project: Project) -> list[object]:
    return [next(iter(sheet.answers.values()), None) for sheet in kept_sheets(project, NAME)]


def test_a_sheet_is_kept_as_soon_as_it_is_finished(room: Project) -> None:
    said = typed(room, CODES[0], "A", "")
    assert f"Feuille {CODES[0][:3]}-{CODES[0][3:]} gardée : 1 réponses sur 1." in said
    assert [sheet.code for sheet in kept_sheets(room, NAME)] == [CODES[0]]


def test_the_same_sheet_twice_changes_nothing(room: Project) -> None:
    typed(room, CODES[0], "A", "")
    before = files_under(room.data)
    assert "déjà saisie" in typed(room, CODES[0], "", "")
    typed(room, CODES[0], "A", "")
    assert files_under(room.data) == before


def test_a_slip_is_told_and_asked_again(room: Project) -> None:
    said = typed(room, "ZZZ", CODES[0], "Q", "A", "")
    assert "Ce n’est pas un code" in said
    assert "Cela ne convient pas." in said
    assert len(kept_sheets(room, NAME)) == 1


def test_a_code_of_another_pile_is_questioned(room: Project) -> None:
    printed = session_codes(room, NAME, 2, 2)
    said = typed(
        room, printed.opinions[0], "n", CODES[0], "o", "A", printed.participants[0], "A", ""
    )
    assert said.count("Le prendre quand même") == 2
    assert {sheet.code for sheet in kept_sheets(room, NAME)} == {CODES[0], printed.participants[0]}


def test_the_table_to_fill_in_has_the_printed_codes(room: Project, tmp_path: Path) -> None:
    printed = session_codes(room, NAME, 2, 2)
    table = tmp_path / "saisie.csv"
    assert run(room, "session", "saisir", NAME, "--modele", str(table)).exit_code == 0
    lines = [line.split(";")[:2] for line in table.read_text("utf-8-sig").splitlines()[1:]]
    assert lines == [
        *(["acquis", code] for code in printed.participants),
        *(["satisfaction", code] for code in printed.opinions),
    ]


def test_another_answer_replaces_the_first_one(room: Project) -> None:
    typed(room, CODES[0], "A", "")
    (first,) = answers(room)
    typed(room, CODES[0], "B", "")
    (second,) = answers(room)
    assert (first != second, kept_sheets(room, NAME)[0].number) == (True, 2)


def test_an_answer_may_be_taken_away(room: Project) -> None:
    typed(room, CODES[0], "A", "")
    typed(room, CODES[0], ".", "")
    assert answers(room) == [None]


def test_a_scanned_code_is_taken(room: Project) -> None:
    typed(room, f"https://exemple.fr/sessions/{NAME}/acquis.html#code={CODES[1]}", "A", "")
    assert [sheet.code for sheet in kept_sheets(room, NAME)] == [CODES[1]]


def test_an_unknown_session_is_told_with_those_there_are(room: Project) -> None:
    done = run(room, "session", "saisir", "aut-aesh-2027-02")
    assert done.exit_code == 2
    assert f"Voulez-vous dire « {NAME} » ?" in done.stderr or NAME in done.stderr


def test_a_table_is_written_filled_in_and_read(room: Project, tmp_path: Path) -> None:
    table = tmp_path / "saisie.csv"
    assert run(room, "session", "saisir", NAME, "--modele", str(table)).exit_code == 0
    lines = table.read_text("utf-8-sig").splitlines()
    columns = len(lines[0].split(";"))
    lines += [f"acquis;{code};A" + ";" * (columns - 3) for code in CODES[:2]]
    table.write_text("\n".join(lines), encoding="utf-8")
    done = run(room, "session", "saisir", NAME, "--fichier", str(table))
    assert (done.exit_code, done.stdout) == (0, "2 feuilles lues : 2 nouvelles.\n")
    again = run(room, "session", "saisir", NAME, "--fichier", str(table))
    assert again.stdout == "2 feuilles lues : 2 déjà là.\n"


def test_counts_are_kept_and_unknown_is_not_zero(room: Project) -> None:
    done = run(room, "session", "presences", NAME, text="12\n?\n0\n")
    assert done.exit_code == 0
    counted = kept_attendance(room, NAME)
    assert (counted.half_days, counted.people, dict(counted.audiences)) == (
        (12,),
        None,
        {"aesh": 0},
    )


def answer_file(room: Project, code: str, response: object = (0,)) -> bytes:
    """Return the file of a participant who answered the first question."""
    catalogue = pipeline.load(room).catalogue
    item = next(one for one in planned(catalogue.plans) if one.session.id == NAME)
    part = pipeline.session_parts(catalogue, item)[0]
    question = next(one for one in part.questions if is_collected(one))
    content = {
        "format": "emas-reponses-1",
        "session": NAME,
        "moment": "acquis",
        "code": code,
        "numero": 1,
        "reponses": {versioned(question): response},
    }
    return json.dumps(content).encode()


def test_files_are_collected_counted_and_told(room: Project, tmp_path: Path) -> None:
    folder = tmp_path / "cle"
    folder.mkdir()
    for code in CODES:
        (folder / f"reponses-{code}.json").write_bytes(answer_file(room, code))
    (folder / "abime.json").write_bytes(b"{")
    done = run(room, "session", "collecter", str(folder))
    assert done.exit_code == 1
    assert f"{NAME} : 6 feuilles lues : 6 nouvelles." in done.stdout
    assert "REP001" in done.stderr
    page = (room.build / "resultats" / NAME / "resultats.html").read_text("utf-8")
    assert "6\u00a0réponses" in page
    (folder / "abime.json").unlink()
    again = run(room, "session", "collecter", str(folder))
    assert (again.exit_code, again.stderr) == (0, "")
    assert f"{NAME} : 6 feuilles lues : 6 déjà là." in again.stdout


def test_four_answers_stay_hidden(room: Project, tmp_path: Path) -> None:
    for code in CODES[:4]:
        (tmp_path / f"{code}.json").write_bytes(answer_file(room, code))
    assert run(room, "session", "collecter", str(tmp_path)).exit_code == 0
    page = (room.build / "resultats" / NAME / "resultats.html").read_text("utf-8")
    assert "Moins de 5\u00a0réponses" in page
    assert "4\u00a0réponses" not in page


def test_other_answers_under_the_same_code_are_left_and_told(room: Project, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(answer_file(room, CODES[0], [0]))
    (tmp_path / "b.json").write_bytes(answer_file(room, CODES[0], [1]))
    done = run(room, "session", "collecter", str(tmp_path))
    assert "REP007" in done.stderr
    assert answers(room) == [[0]]


def test_damaged_records_stop_everything_and_lose_nothing(room: Project, tmp_path: Path) -> None:
    kept = room.data / "sessions" / NAME / "reponses.json"
    kept.parent.mkdir(parents=True)
    kept.write_text("abîmé", encoding="utf-8")
    (tmp_path / "a.json").write_bytes(answer_file(room, CODES[0]))
    done = run(room, "session", "collecter", str(tmp_path))
    assert done.exit_code == 1
    assert "reponses.json est abîmé" in done.stderr
    assert kept.read_text("utf-8") == "abîmé"


def test_a_session_closed_then_changed_is_told_by_the_next_check(room: Project) -> None:
    plan = room.root / "content" / "plan" / "2026-2027-lille.yml"
    text = plan.read_text("utf-8")
    closed = text.replace("places: {min: 8, max: 15}", "statut: close", 1)
    plan.write_text(closed, encoding="utf-8")
    assert run(room, "build", "--cible", "diapos").exit_code == 0
    assert "SES002" not in run(room, "check").stderr
    plan.write_text(closed.replace("2027-01-13", "2027-01-20"), encoding="utf-8")
    done = run(room, "check")
    assert (done.exit_code, "SES002" in done.stderr) == (0, True)

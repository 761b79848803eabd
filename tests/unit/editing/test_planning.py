"""The plan brought up to an export of Sofia-FMO: added, changed, left; nothing overwritten."""

from datetime import date, datetime
from pathlib import Path, PurePosixPath

import pytest
from tests.copies import files_under
from tests.good_french import faults_of
from tests.sofia import PLAN, WRITTEN, export_csv, imported, line, plan_of, small_project

from emas import pipeline
from emas.diagnostics import Code
from emas.editing.plan_memory import PATH as MEMORY
from emas.editing.plan_session import LONGEST_ID, Difference, plain_id
from emas.editing.planning import Receiver, Request
from emas.project import Project
from emas.readers.sofia import Key

SESSION = """\
        sessions:
          - id: M75003-01-S1
            modalite: presentiel
            demi-journees:
              - {date: 2026-11-18, debut: "09:00", fin: "12:00", lieu: Collège X}
            places: {max: 25}
"""


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """The minimal project, its plan having a module without sessions."""
    return small_project(tmp_path)


def put(project: Project, old: str, new: str) -> None:
    """Change the plan by hand."""
    text = plan_of(project)
    assert text.count(old) == 1
    (project.root / PLAN).write_text(text.replace(old, new), encoding="utf-8")


def take(project: Project, code: str = "75003", **receiver: str) -> Request:
    """Return what asks for a module of Sofia-FMO with our only module."""
    (module,) = pipeline.load(project).catalogue.modules
    path = PurePosixPath(receiver.pop("path", PLAN))
    return Request({code: module}, Receiver(path, **receiver))


def test_sessions_are_added_and_the_rest_stays_letter_for_letter(small: Project) -> None:
    report = imported(small, export_csv(line()))
    before, comment = WRITTEN.rsplit("        #", 1)
    assert plan_of(small) == before + SESSION + "        #" + comment
    assert report.outcome.added == [("M75003-01-S1", "2026-11-18, 09:00 à 12:00, Collège X")]
    assert (report.files, report.diagnostics) == ([PurePosixPath(PLAN)], [])
    assert pipeline.load(small).diagnostics == ()


def test_a_second_time_nothing_changes(small: Project) -> None:
    imported(small, export_csv(line(), line(groupe="02")))
    before = files_under(small.root)
    report = imported(small, export_csv(line(), line(groupe="02")))
    assert files_under(small.root) == before
    assert (report.files, report.outcome.added, report.outcome.changed) == ([], [], [])


def test_what_the_import_wrote_is_brought_up(small: Project) -> None:
    imported(small, export_csv(line()))
    report = imported(
        small,
        export_csv(
            line(debut="18/11/2026 9:30", lieu="Collège Y", places=30, modalite="Hybride"),
        ),
    )
    assert plan_of(small).count("id:") == 1
    changed = SESSION.replace("09:00", "09:30").replace("Collège X", "Collège Y")
    assert changed.replace("25", "30").replace("presentiel", "hybride") in plan_of(small)
    assert report.outcome.changed[0] == Difference("M75003-01-S1", "places au plus", "25", "30")
    assert [item.what for item in report.outcome.changed] == [
        "places au plus",
        "modalité",
        "début de la demi-journée 1",
        "lieu de la demi-journée 1",
    ]


def test_what_was_changed_by_hand_is_left_and_told(small: Project) -> None:
    imported(small, export_csv(line()))
    put(small, "lieu: Collège X", "lieu: Collège X bis, salle: B12")
    put(small, "{max: 25}", "{min: 8, max: 12}")
    before = plan_of(small)
    report = imported(small, export_csv(line(lieu="Collège Y")))
    assert plan_of(small) == before
    assert report.outcome.kept == [
        Difference("M75003-01-S1", "places au plus", "12", "25"),
        Difference("M75003-01-S1", "lieu de la demi-journée 1", "Collège X bis", "Collège Y"),
    ]


def test_fields_that_the_import_never_writes_are_never_touched(small: Project) -> None:
    imported(small, export_csv(line()))
    put(small, "lieu: Collège X}", "lieu: Collège X, salle: B12}  # au fond")
    put(small, "places: {max: 25}", "statut: ouverte\n            places: {min: 8, max: 25}")
    before = plan_of(small)
    imported(small, export_csv(line(places=30, lieu="Collège Y")))
    assert plan_of(small) == before.replace("25", "30").replace("Collège X", "Collège Y")


def test_a_field_that_was_taken_out_by_hand_is_not_put_back(small: Project) -> None:
    imported(small, export_csv(line()))
    put(small, "            places: {max: 25}\n", "")
    before = plan_of(small)
    report = imported(small, export_csv(line()))
    assert plan_of(small) == before
    assert report.outcome.kept == [Difference("M75003-01-S1", "places au plus", "", "25")]


def test_what_sofia_no_longer_says_is_not_taken_out(small: Project) -> None:
    imported(small, export_csv(line()))
    before = plan_of(small)
    unknown = line(debut="18/11/2026", fin="18/11/2026", lieu=None, places=None, modalite=None)
    report = imported(small, export_csv(unknown))
    assert plan_of(small) == before
    assert (report.outcome.kept, report.diagnostics) == ([], [])


def test_seats_that_sofia_says_later_are_added(small: Project) -> None:
    imported(small, export_csv(line(places=None)))
    imported(small, export_csv(line()))
    assert SESSION in plan_of(small)


def test_more_seats_than_the_most_is_not_written(small: Project) -> None:
    imported(small, export_csv(line()))
    put(small, "{max: 25}", "{min: 20, max: 25}")
    report = imported(small, export_csv(line(places=12)))
    assert report.outcome.kept == [Difference("M75003-01-S1", "places au plus", "25", "12")]


def test_a_session_that_left_the_export_is_told_and_stays(small: Project) -> None:
    imported(small, export_csv(line(), line(groupe="02")))
    before = plan_of(small)
    report = imported(small, export_csv(line()))
    assert (plan_of(small), report.outcome.gone) == (before, ["M75003-02-S1"])


def test_a_session_taken_out_by_hand_does_not_come_back(small: Project) -> None:
    # The groups of other departments: somebody else gives them.
    imported(small, export_csv(line(), line(groupe="02", lieu="Loin")))
    start = plan_of(small).index("          - id: M75003-02-S1")
    end = plan_of(small).index("        # les sessions")
    put(small, plan_of(small)[start:end], "")
    before = plan_of(small)
    report = imported(small, export_csv(line(), line(groupe="02", lieu="Loin")))
    assert (plan_of(small), report.outcome.removed) == (before, ["M75003-02-S1"])


def test_a_session_that_somebody_typed_is_recognised_by_its_hours(small: Project) -> None:
    typed = SESSION.replace("M75003-01-S1", "tnd-2026-01").replace('"09:00"', "9 h")
    put(small, "        # les sessions", f"{typed}        # les sessions")
    before = plan_of(small)
    report = imported(small, export_csv(line(lieu="Collège X, salle 2")))
    assert (plan_of(small), report.outcome.recognised) == (before, ["tnd-2026-01"])
    assert [item.what for item in report.outcome.kept] == ["lieu de la demi-journée 1"]
    again = imported(small, export_csv(line(), line(groupe="02")))
    assert again.outcome.recognised == []
    assert [name for name, _ in again.outcome.added] == ["M75003-02-S1"]


def test_two_groups_at_the_same_time_are_not_taken_for_the_one_typed(small: Project) -> None:
    typed = SESSION.replace("M75003-01-S1", "tnd-2026-01")
    put(small, "        # les sessions", f"{typed}        # les sessions")
    report = imported(small, export_csv(line(), line(groupe="02")))
    assert [name for name, _ in report.outcome.added] == ["M75003-01-S1", "M75003-02-S1"]


def test_a_session_keeps_its_place_wherever_it_was_moved(small: Project) -> None:
    imported(small, export_csv(line()))
    put(small, 'code: "75003"', "code: interne")
    imported(small, export_csv(line(lieu="Collège Y")))
    assert "lieu: Collège Y" in plan_of(small)


def test_what_was_written_is_recognised_without_the_memory(small: Project) -> None:
    imported(small, export_csv(line()))
    (small.root / MEMORY).unlink()
    before = plan_of(small)
    report = imported(small, export_csv(line(lieu="Collège Y", places=30)))
    assert plan_of(small) == before  # who wrote what is not known any more: it is left
    assert len(report.outcome.kept) == 2


@pytest.mark.parametrize("data", [b"", b"[]", b'{"version": 9, "sessions": []}', b"\xff"])
def test_a_memory_that_cannot_be_read_is_told_and_made_again(small: Project, data: bytes) -> None:
    imported(small, export_csv(line()))
    (small.root / MEMORY).write_bytes(data)
    report = imported(small, export_csv(line()))
    assert [item.code for item in report.diagnostics] == [Code.SOF005]
    assert imported(small, export_csv(line())).diagnostics == []


MORNING = {"debut": datetime(2026, 12, 2, 9), "fin": datetime(2026, 12, 2, 12)}
AFTERNOON = {"debut": datetime(2026, 12, 2, 14), "fin": datetime(2026, 12, 2, 17)}


def test_a_half_day_more_is_added_one_less_is_told(small: Project) -> None:
    imported(small, export_csv(line(**MORNING), line()))
    report = imported(small, export_csv(line(**MORNING), line(), line(**AFTERNOON)))
    assert plan_of(small).count("- {date") == 3
    assert report.outcome.changed == [
        Difference("M75003-01-S1", "demi-journée", "", "2026-12-02, 14:00 à 17:00, Collège X")
    ]
    before = plan_of(small)
    report = imported(small, export_csv(line(**AFTERNOON), line()))
    assert plan_of(small) == before
    assert report.outcome.kept == [
        Difference("M75003-01-S1", "demi-journée", "2026-12-02, 09:00 à 12:00, Collège X", "")
    ]


def test_a_half_day_that_moved_is_changed_where_it_is(small: Project) -> None:
    imported(small, export_csv(line(), line(**MORNING)))
    imported(small, export_csv(line(**AFTERNOON), line()))
    assert [text for text in plan_of(small).split("\n") if "- {date" in text] == [
        '              - {date: 2026-11-18, debut: "09:00", fin: "12:00", lieu: Collège X}',
        '              - {date: 2026-12-02, debut: "14:00", fin: "17:00", lieu: Collège X}',
    ]


def test_half_days_that_were_parted_by_hand_are_left(small: Project) -> None:
    imported(small, export_csv(line(fin=datetime(2026, 11, 18, 17))))
    day = '- {date: 2026-11-18, debut: "09:00", fin: "17:00", lieu: Collège X}'
    parted = f"{day.replace('17:00', '12:00')}\n              {day.replace('09:00', '14:00')}"
    put(small, day, parted)
    before = plan_of(small)
    report = imported(small, export_csv(line(debut=datetime(2026, 11, 18, 10))))
    assert plan_of(small) == before
    assert [item.what for item in report.outcome.kept] == ["demi-journées"]


def test_a_session_without_hours_is_told_and_not_written(small: Project) -> None:
    report = imported(small, export_csv(line(debut="18/11/2026", fin="18/11/2026")))
    (found,) = report.diagnostics
    assert (found.code, found.span.line) == (Code.SOF002, 2)
    assert (plan_of(small), faults_of(found)) == (WRITTEN, [])


def test_a_session_on_ones_own_is_open_from_day_to_day(small: Project) -> None:
    on_ones_own = {"modalite": "Asynchrone", "fin": "2027-07-02"}
    imported(small, export_csv(line(debut="2027-01-04", **on_ones_own)))
    assert "ouverte: {du: 2027-01-04, au: 2027-07-02}" in plan_of(small)
    imported(small, export_csv(line(debut="2027-01-11", **on_ones_own)))
    assert "ouverte: {du: 2027-01-11, au: 2027-07-02}" in plan_of(small)


def test_a_session_that_is_no_longer_on_ones_own_is_left_and_so_is_the_other_way(
    small: Project,
) -> None:
    on_ones_own = line(debut="2027-01-04", fin="2027-07-02", modalite="Asynchrone")
    imported(small, export_csv(line(groupe="02"), on_ones_own))
    before = plan_of(small)
    changed = line(groupe="02", debut="2027-01-04", fin="2027-07-02", modalite="Asynchrone")
    report = imported(small, export_csv(line(), changed))
    met, opened = "2026-11-18, 09:00 à 12:00, Collège X", "ouverte du 2027-01-04 au 2027-07-02"
    assert plan_of(small) == before
    assert report.outcome.kept == [
        Difference("M75003-01-S1", "dates", opened, met),
        Difference("M75003-02-S1", "dates", met, opened),
    ]


def test_what_sofia_does_not_say_is_marked_until_it_does(small: Project) -> None:
    imported(small, export_csv(line(modalite=None, lieu=None)))
    assert "modalite: presentiel  # à vérifier : Sofia-FMO ne le dit pas\n" in plan_of(small)
    assert "lieu: à préciser}  # à vérifier : Sofia-FMO ne le dit pas\n" in plan_of(small)
    imported(small, export_csv(line(modalite="Hybride")))
    assert SESSION.replace("presentiel", "hybride") in plan_of(small)


def test_other_modules_are_only_counted(small: Project) -> None:
    others = (line(module=80000 + rank) for rank in range(20))
    report = imported(small, export_csv(*others, line(dispositif="26A0150999")))
    assert (plan_of(small), len(report.outcome.elsewhere)) == (WRITTEN, 21)


TAKEN = """\
      - code: "80001"
        titre: Comprendre
        contenu: [essai]
        duree: 3 h
        publics: [aesh]  # à vérifier : Sofia-FMO ne le dit pas
        inscription: individuelle  # à vérifier : Sofia-FMO ne le dit pas
        sessions:
          - id: M80001-01-S1
"""


def test_a_module_that_is_asked_for_is_taken_in(small: Project) -> None:
    report = imported(small, export_csv(line(module=80001)), take(small, "80001"))
    assert plan_of(small).startswith(WRITTEN.split("        #")[0])
    assert TAKEN in plan_of(small)
    assert report.outcome.modules == ["80001"]
    assert pipeline.load(small).diagnostics == ()


def test_a_dispositif_that_the_plan_lacks_comes_with_it(small: Project) -> None:
    imported(small, export_csv(line(dispositif="26D0590001")), take(small))
    assert """\
  - code: 26D0590001
    titre: Élèves à besoins particuliers
    cadre: paf  # à vérifier : Sofia-FMO ne le dit pas
    modules:
      - code: "75003"
""" in plan_of(small)


def test_a_file_is_made_for_another_year(small: Project) -> None:
    path = "content/plan/2027-2028-lille.yml"
    asked = take(small, "80001", path=path, year="2027-2028", academy="Lille : l’académie")
    other = line(module=80001, dispositif="27A0150123", duree=None, debut="2027-11-17", fin="?")
    report = imported(small, export_csv(other), asked)
    assert (
        (small.root / path).read_text("utf-8")
        == """\
annee: 2027-2028
academie: "Lille : l’académie"
dispositifs:
  - code: 27A0150123
    titre: Élèves à besoins particuliers
    cadre: paf  # à vérifier : Sofia-FMO ne le dit pas
    modules:
      - code: "80001"
        titre: Comprendre
        contenu: [essai]
        duree: 3 h  # à vérifier : Sofia-FMO ne le dit pas
        publics: [aesh]  # à vérifier : Sofia-FMO ne le dit pas
        inscription: individuelle  # à vérifier : Sofia-FMO ne le dit pas
"""
    )
    assert [item.code for item in report.diagnostics] == [Code.SOF002]


def test_sessions_come_later_to_a_module_that_had_none(small: Project) -> None:
    imported(small, export_csv(line(module=80001, debut=None)), take(small, "80001"))
    imported(small, export_csv(line(module=80001)))
    assert "          - id: M80001-01-S1" in plan_of(small)


def test_a_code_that_the_export_lacks_stops_everything(small: Project) -> None:
    report = imported(small, export_csv(line()), take(small, "75004"))
    assert (report.refused, plan_of(small)) == (True, WRITTEN)
    (found,) = report.diagnostics
    assert found.message.endswith("Vouliez-vous dire « 75003 » ?")


def test_shown_only_nothing_is_written(small: Project) -> None:
    before = files_under(small.root)
    report = imported(small, export_csv(line()), Request(write=False))
    (small.root / "export").unlink()
    assert (files_under(small.root), len(report.outcome.added)) == (before, 1)


def test_lines_of_windows_stay_so(tmp_path: Path) -> None:
    small = small_project(tmp_path, b"\xef\xbb\xbf" + WRITTEN.replace("\n", "\r\n").encode())
    imported(small, export_csv(line()))
    data = (small.root / PLAN).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf#")
    assert data.count(b"\n") == data.count(b"\r\n") == WRITTEN.count("\n") + SESSION.count("\n")


IN_BRACKETS = WRITTEN.split("    modules:")[0] + (
    '    modules: [{code: "75003", titre: Une, contenu: [essai], duree: 3 h, publics: [aesh],'
    " inscription: individuelle, sessions: [{id: a, modalite: asynchrone,"
    " ouverte: {du: 2027-01-04, au: 2027-07-02}}]}]\n"
)


@pytest.mark.parametrize(
    ("spoiled", "cause"),
    [
        (WRITTEN.replace("paf", "pof"), f"« {PLAN} » a des erreurs"),
        (
            IN_BRACKETS,
            f"« {PLAN} » est écrit d’une façon qui ne laisse pas ajouter de lignes",
        ),
    ],
)
def test_a_plan_that_cannot_receive_sessions_stays_as_it_was(
    tmp_path: Path, spoiled: str, cause: str
) -> None:
    small = small_project(tmp_path, spoiled)
    before = files_under(small.root)
    report = imported(small, export_csv(line()))
    (small.root / "export").unlink()
    assert (report.refused, files_under(small.root)) == (True, before)
    (found,) = report.diagnostics
    assert (found.values["cause"], faults_of(found)) == (cause, [])


def test_hours_of_which_one_was_changed_by_hand_are_left_together(small: Project) -> None:
    imported(small, export_csv(line()))
    put(small, 'debut: "09:00"', 'debut: "11:00"')
    before = plan_of(small)
    report = imported(small, export_csv(line(fin=datetime(2026, 11, 18, 10, 30))))
    assert plan_of(small) == before
    assert [(item.what, item.theirs) for item in report.outcome.kept] == [
        ("début de la demi-journée 1", "09:00"),
        ("fin de la demi-journée 1", "10:30"),
    ]


def test_a_plan_that_would_have_errors_is_not_written(small: Project) -> None:
    report = imported(small, export_csv(line(dispositif="9" * 3000)), take(small))
    assert (report.refused, plan_of(small)) == (True, WRITTEN)
    assert report.diagnostics[0].message.startswith(
        "Le plan n’a pas été mis à jour : le plan aurait une erreur ("
    )
    assert faults_of(report.diagnostics[0]) == []


def test_a_file_in_the_place_of_a_new_plan_is_left(small: Project) -> None:
    (small.root / "content/plan/notes.txt").write_text("à moi", encoding="utf-8")
    asked = take(small, "80001", path="content/plan/notes.txt", year="2027-2028", academy="Lille")
    report = imported(small, export_csv(line(module=80001)), asked)
    assert report.diagnostics[0].values["cause"].endswith("n’est pas un fichier de plan")


def test_when_the_disk_refuses_the_memory_the_plan_is_as_before(small: Project) -> None:
    (small.root / MEMORY.parent).symlink_to("ailleurs")
    report = imported(small, export_csv(line()))
    assert (report.refused, plan_of(small)) == (True, WRITTEN)
    assert faults_of(report.diagnostics[0]) == []


def test_a_memory_that_the_disk_does_not_give_stops_everything(small: Project) -> None:
    (small.root / MEMORY).mkdir(parents=True)
    report = imported(small, export_csv(line()))
    assert (report.refused, plan_of(small)) == (True, WRITTEN)
    assert "un dossier occupe la place d’un fichier" in report.diagnostics[0].message


@pytest.mark.parametrize(
    ("codes", "identifier"),
    [
        (("75003", "01", "S1"), "M75003-01-S1"),
        (("75003", "", ""), "M75003"),
        (("ÉCO/12", "Nord & Sud", "1"), "ECO-12-Nord-Sud-1"),
        (("?", "?", "?"), "M"),
    ],
)
def test_an_id_is_made_of_the_codes(codes: tuple[str, str, str], identifier: str) -> None:
    assert plain_id(Key("26A", *codes)) == identifier


def test_an_id_is_never_too_long_nor_the_same_for_two_sessions(small: Project) -> None:
    long = "26A0150123-75003-01-2026-11-18-matin"
    report = imported(
        small,
        export_csv(
            line(session=long),
            line(session=f"{long}-bis"),
            line(session="S/1"),
            line(session="S-1"),
            line(session="s 1"),
        ),
    )
    names = [name for name, _ in report.outcome.added]
    assert len({name.casefold() for name in names}) == 5
    assert max(map(len, names)) <= LONGEST_ID
    assert pipeline.load(small).diagnostics == ()


def test_signs_that_titles_cannot_hold_are_replaced(small: Project) -> None:
    imported(small, export_csv(line(lieu="<b>Collège</b> " + "x" * 300)))
    (plan,) = pipeline.load(small).catalogue.plans
    place = plan.programmes[0].trainings[0].sessions[0].half_days[0].place
    assert (place[:13], len(place)) == ("‹b›Collège‹/b", 200)


def test_a_day_without_hours_in_a_workbook_is_a_date(small: Project) -> None:
    day = date(2026, 11, 18)
    assert imported(small, export_csv(line(debut=day, fin=day))).outcome.added == []

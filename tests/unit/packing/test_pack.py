"""The packs of the eight fixture sessions, as files."""

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests import plans
from tests.packs import PEOPLE, SESSIONS, WORDS, item, packed
from tests.pdf_check import problems
from tests.seeking import holders

from emas import packing
from emas.diagnostics import Code
from emas.model import Planned
from emas.model.codes import shown_code
from emas.model.people import Person
from emas.packing import Packed
from emas.packing.folders import leftovers_cleared
from emas.project import Project

pytestmark = pytest.mark.xdist_group("packs")

PRINTER = ("dossier-a-imprimer", "livrets", "quiz-", "satisfaction", "essais")
"""How the names of the files begin that are for a copier only, and have no tags."""

NAMED = {"emargement", "chevalets", "rappel-pratique", "attestations", "dossier-a-imprimer"}


@dataclass(frozen=True, slots=True)
class Made:
    """A project in which the eight packs were made for the same people."""

    root: Path
    packs: Mapping[str, Packed]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = tmp_path_factory.mktemp("seances")
    return Made(root, {session: packed(root, session) for session in SESSIONS})


def folder(root: Path, session: str) -> Path:
    return root / "build" / "sessions" / session


def words(pdf: Path, page: int) -> str:
    """Return the text of a page, from 1, on one line."""
    command = ["pdftotext", "-f", str(page), "-l", str(page), str(pdf), "-"]
    return " ".join(
        subprocess.run(command, capture_output=True, check=True).stdout.decode().split()
    )


def pages(pdf: Path) -> int:
    return len(PdfReader(pdf).pages)


def test_every_document_to_read_is_tagged_and_well_made(made: Made) -> None:
    tagged = [
        path
        for session in made.packs
        for path in folder(made.root, session).iterdir()
        if not path.name.startswith(PRINTER)
    ]
    assert len(tagged) > 4 * len(SESSIONS)
    assert {path.name: problems(path.read_bytes()) for path in tagged} == {
        path.name: [] for path in tagged
    }


def test_the_file_for_the_copier_has_the_sheets_that_are_announced(made: Made) -> None:
    for session, pack in made.packs.items():
        assert pack.slip is not None
        whole = folder(made.root, session) / "dossier-a-imprimer.pdf"
        assert pages(whole) in (2 * pack.slip.sheets, 2 * pack.slip.sheets - 1)
        first = words(whole, 1)
        assert f"{pack.slip.sheets} feuilles A4, recto verso, noir et blanc" in first
        assert f"{pack.slip.pages} faces imprimées" in first


def test_each_copy_begins_on_a_sheet_of_its_own(made: Made) -> None:
    # Pages of a copy are numbered from 1: two guides, two keys, then in each of five packets two
    # booklets and two sheets.
    whole = folder(made.root, "peri-2027-06") / "dossier-a-imprimer.pdf"
    firsts = [
        number for number in range(1, pages(whole) + 1) if "page 1 / " in words(whole, number)
    ]
    assert len(firsts) == 2 + 2 + 5 * 4
    assert [number for number in firsts if number % 2 == 0] == []


def test_a_packet_has_one_code_that_is_on_each_page_of_its_sheets(made: Made) -> None:
    session = "peri-2027-06"
    kept = json.loads((made.root / "donnees" / "sessions" / session / "codes.json").read_text())
    codes = [shown_code(code) for code in kept["participants"]]
    assert len(codes) == len(PEOPLE) + packing.SPARE
    whole = folder(made.root, session) / "dossier-a-imprimer.pdf"
    seen = [words(whole, number) for number in range(1, pages(whole) + 1)]
    stamps = [next((code for code in codes if code in page), "") for page in seen]
    in_order = [code for code in stamps if code]
    # Two booklets, then a page of quiz for each of the two modules.
    assert in_order == [code for code in codes for _ in range(4)]
    booklets = [page for page in seen if "Exemplaire 2 · " + codes[1] in page]
    assert len(booklets) == 2
    assert len([page for page in seen if "Exemplaire 2 · code " + codes[1] in page]) == 2


def test_long_words_and_many_half_days_stay_on_their_pages(tmp_path: Path) -> None:
    catalogue = plans.catalogue()
    chosen = item(catalogue, "aut-aesh-2027-01")
    (half,) = chosen.session.half_days
    place = "École élémentaire publique Jean-Jacques-Rousseau-et-Simone-Veil, bâtiment C"
    weeks = [replace(half, day=half.day + timedelta(7 * week), place=place) for week in range(6)]
    session = replace(chosen.session, half_days=tuple(weeks), access="Par la cour. " * 40)
    training = replace(
        chosen.training, title="Besoins éducatifs particuliers\u00a0: " * 6, sessions=(session,)
    )
    programme = replace(chosen.programme, trainings=(training,), code="X" * 80)
    plan = replace(chosen.plan, programmes=(programme,))
    people = tuple(
        Person("Wolfeschlegelstein" * k, "Jean-" * k + "X", "Lycée " * 20) for k in (1, 4)
    )
    packing.pack(
        Project(tmp_path),
        replace(catalogue, plans=(plan,)),
        Planned(plan, programme, training, session),
        people,
        3,
    )
    made = folder(tmp_path, session.id)
    wrong = {path.name: problems(path.read_bytes()) for path in made.iterdir()}
    assert {
        name: found for name, found in wrong.items() if found and not name.startswith(PRINTER)
    } == {}


def test_opinions_have_codes_of_their_own(made: Made) -> None:
    session = "aut-aesh-2027-01"
    kept = json.loads((made.root / "donnees" / "sessions" / session / "codes.json").read_text())
    sheets = folder(made.root, session) / "satisfaction.pdf"
    text = " ".join(words(sheets, number) for number in range(1, pages(sheets) + 1))
    assert [code for code in kept["avis"] if f"Code {shown_code(code)}" not in text] == []
    assert [code for code in kept["participants"] if shown_code(code) in text] == []
    assert set(kept["avis"]) & set(kept["participants"]) == set()


def test_no_name_is_outside_of_the_documents_that_need_it(made: Made) -> None:
    found = {Path(name) for name in holders(made.root, WORDS)}
    assert {name.stem for name in found} == NAMED
    assert {name.parent.parent for name in found} == {Path("build/sessions")}


def test_what_has_no_use_on_paper_is_left_out_and_told(made: Made) -> None:
    files = {
        session: {path.name for path in pack.sizes} - {"dossier-a-imprimer.pdf"}
        for session, pack in made.packs.items()
    }
    assert files["aut-parcours-2027-05"] == {"rappel-pratique.pdf"}
    assert files["cadre-dir-2027-04"] == {
        "rappel-pratique.pdf", "deroule.pdf", "guide-animateur-cadre.pdf", "attestations.pdf",
    }  # fmt: skip
    told = {name: pack.slip.left_out for name, pack in made.packs.items() if pack.slip}
    assert [len(reasons) for _, reasons in sorted(told.items())] == [0, 2, 2, 0, 0, 1, 0, 1]


def test_a_cancelled_session_and_a_length_that_cannot_be_held_are_told(made: Made) -> None:
    codes = [item.code for item in made.packs["crise-lycee-2027-07"].diagnostics]
    assert codes == [Code.DOS001, Code.DOS002]


def test_a_pack_made_again_has_the_same_codes(tmp_path: Path) -> None:
    def codes(copies: int) -> list[str]:
        packed(tmp_path, "aut-aesh-2027-01", (), copies)
        quiz = folder(tmp_path, "aut-aesh-2027-01") / "quiz-autisme-acquis.pdf"
        seen = [words(quiz, number) for number in range(1, pages(quiz) + 1)]
        return [page.split("code ")[-1][:8] for page in seen if "Exemplaire" in page]

    three = codes(3)
    five = codes(5)
    assert (len(three), len(five), five[:3], codes(2)) == (3, 5, three, three[:2])


def test_a_sign_that_no_font_has_leaves_the_former_pack(tmp_path: Path) -> None:
    packed(tmp_path, "aut-parcours-2027-05")
    former = folder(tmp_path, "aut-parcours-2027-05") / "rappel-pratique.pdf"
    before = former.read_bytes()
    made = packed(tmp_path, "aut-parcours-2027-05", (Person("\U00012000"),))
    assert [item.code for item in made.diagnostics] == [Code.SOR001]
    assert former.read_bytes() == before
    assert [path.name for path in former.parent.parent.iterdir()] == ["aut-parcours-2027-05"]


def test_forgetting_leaves_no_file_and_no_name(tmp_path: Path) -> None:
    project = Project(tmp_path)
    packed(tmp_path, "aut-parcours-2027-05")
    left = tmp_path / "build" / "sessions" / ".aut-parcours-2027-05.partiel"
    left.mkdir()
    (left / "rappel-pratique.pdf").write_bytes(b"%PDF")
    assert packing.kept(project) == ["aut-parcours-2027-05"]
    assert packing.forget(project, "aut-parcours-2027-05") == 2
    assert list((tmp_path / "build" / "sessions").iterdir()) == []
    assert holders(tmp_path, WORDS) == set()


def test_a_pack_that_was_moved_aside_comes_back(tmp_path: Path) -> None:
    # A run cut short between the two renames leaves no pack in place, but the former one aside.
    packed(tmp_path, "aut-parcours-2027-05")
    place = folder(tmp_path, "aut-parcours-2027-05")
    place.rename(place.with_name(".aut-parcours-2027-05.ancien"))
    leftovers_cleared(Project(tmp_path), "aut-parcours-2027-05")
    assert (place / "rappel-pratique.pdf").is_file()


@pytest.mark.parametrize(
    ("people", "copies", "wanted"),
    [(0, None, 15), (0, 4, 4), (9, None, 11), (9, 4, 9), (9, 20, 20)],
)
def test_how_many_people_are_expected(people: int, copies: int | None, wanted: int) -> None:
    session = item(plans.catalogue(), "aut-aesh-2027-01").session
    assert packing.expected(session, people, copies) == wanted

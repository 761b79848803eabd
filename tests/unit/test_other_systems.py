"""What Windows and macOS do otherwise, played here: open files, names, ends of lines, encodings."""

import os
import shutil
import subprocess
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.copies import EMAS, add_module, files_under, run
from tests.small import small_project
from tests.windows import windows_disk

from emas import pipeline
from emas.diagnostics import Code, has_errors
from emas.files import read_sources
from emas.project import Project

pytestmark = pytest.mark.xdist_group("other-systems")

LEFT_BY_SYSTEMS = (".DS_Store", "._01-lire.md", "Thumbs.db", "desktop.ini", "~$notes.docx")
"""What macOS, Windows and Word leave in folders."""


@pytest.fixture(scope="module")
def first(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Two small modules, built while nothing may be moved that is open; to copy only."""
    place = small_project(root, tmp_path_factory.mktemp("ailleurs") / "projet")
    with windows_disk():
        assert run(place, "build").exit_code == 0
    return place


@pytest.fixture
def place(first: Project, tmp_path: Path) -> Project:
    shutil.copytree(first.root, tmp_path / "projet")
    return Project(tmp_path / "projet")


def edit(place: Project, old: str, new: str) -> Path:
    """Change words of the small module; return its step."""
    step = place.root / "modules" / "voisin" / "01-lire.md"
    text = step.read_text("utf-8")
    assert old in text
    step.write_text(text.replace(old, new), encoding="utf-8")
    return step


def codes(place: Project) -> list[Code]:
    found = pipeline.load(place).diagnostics
    return [item.code for item in found if item.code is not Code.QUIZ007]


# Open files


def test_no_command_moves_what_it_holds_open(place: Project) -> None:
    with windows_disk():
        step = edit(place, "Un chat", "L'autre chat")
        assert run(place, "fix").exit_code == 0
        assert "L’autre chat" in step.read_text("utf-8")
        assert run(place, "build").exit_code == 0
        assert run(place, "revenir", "--quand", "hier").exit_code == 2  # nothing so old
        edit(place, "autre chat", "loup")
        assert run(place, "session", "pack", "lire-2027-01", "--copies", "3").exit_code == 0
        assert run(place, "session", "pack", "lire-2027-01", "--copies", "2").exit_code == 0
        assert run(place, "session", "oublier", "lire-2027-01").exit_code == 0


def test_a_deck_open_in_powerpoint_stays_and_the_rest_is_made(place: Project) -> None:
    deck, page = place.build / "diapos" / "voisin.pptx", place.build / "diapos" / "voisin.html"
    before = deck.read_bytes()
    edit(place, "Un chat", "Un loup")
    with windows_disk([deck]):
        done = run(place, "build", "--cible", "diapos", "--cible", "livrets")
    assert done.exit_code == 1
    assert "« build/diapos/voisin.pptx » n’a pas été remplacé" in done.stderr
    assert "fermez-le là où il est ouvert" in done.stderr
    assert (deck.read_bytes() == before, "Un loup" in page.read_text("utf-8")) == (True, True)
    again = run(place, "build", "--cible", "diapos")
    assert (again.exit_code, "build/diapos/voisin.pptx  " in again.stdout) == (0, True)
    assert deck.read_bytes() != before


def test_an_open_deck_of_a_module_that_is_gone_goes_once_it_is_closed(place: Project) -> None:
    deck = place.build / "diapos" / "voisin.pptx"
    for left in (place.root / "modules" / "voisin", place.root / "content" / "plan"):
        shutil.rmtree(left)
    rules = place.root / "modules" / "essai" / "module.yml"
    rules.write_text(rules.read_text("utf-8").replace("[voisin]", "[]"), encoding="utf-8")
    with windows_disk([deck]):
        assert run(place, "build", "--cible", "diapos").exit_code == 1
    assert deck.is_file()
    assert run(place, "build", "--cible", "diapos").exit_code == 0
    assert not deck.exists()


def test_an_open_pack_stays_whole(place: Project) -> None:
    assert run(place, "session", "pack", "lire-2027-01", "--copies", "2").exit_code == 0
    folder = place.build / "sessions" / "lire-2027-01"
    before = files_under(folder)
    with windows_disk([next(folder.glob("*.pdf"))]):
        done = run(place, "session", "pack", "lire-2027-01", "--copies", "3")
    assert (done.exit_code, "ouvert dans un autre programme" in done.stderr) == (1, True)
    assert files_under(folder) == before


# Texts


def test_the_ends_of_lines_of_windows_change_no_output(first: Project, place: Project) -> None:
    for folder in ("content", "modules"):
        for path in (place.root / folder).rglob("*"):
            if path.suffix in {".md", ".yml"}:
                path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    shutil.rmtree(place.build)
    shutil.rmtree(place.work)
    assert run(place, "build").exit_code == 0
    assert files_under(place.build) == files_under(first.build)


@pytest.mark.parametrize("encoding", ["cp850", "cp1252"])
def test_an_output_without_our_signs_stops_nothing(place: Project, encoding: str) -> None:
    edit(place, "::: demain", "::: domain")
    settings = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(
        [EMAS, "check"], cwd=place.root, env=settings, capture_output=True, check=False
    )
    said = done.stderr.decode(encoding)
    assert (done.returncode, "Traceback" in said, "?\N{SPACE}" in said) == (1, False, False)
    assert "voisin/01-lire.md:11:1: erreur" in said


def test_no_file_is_read_or_written_in_the_encoding_of_the_computer(place: Project) -> None:
    edit(place, "Un chat", "Un grand chat")
    program = (
        "import warnings; from emas.cli import main\n"
        "warnings.filterwarnings('error', category=EncodingWarning, module='emas')\n"
        "main(['build'])"
    )
    done = subprocess.run(
        [EMAS.parent / "python", "-X", "warn_default_encoding", "-c", program],
        cwd=place.root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, "EncodingWarning" in done.stderr) == (0, False), done.stderr


# Names


def test_a_picture_named_on_a_mac_is_found(place: Project) -> None:
    media = place.root / "modules" / "essai" / "media"
    (media / "carre.svg").rename(media / unicodedata.normalize("NFD", "carré.svg"))
    for path in (media / "medias.yml", media.parent / "01-etape.md"):
        path.write_text(path.read_text("utf-8").replace("carre.svg", "carré.svg"), "utf-8")
    assert codes(place) == []
    assert run(place, "build", "--cible", "site").exit_code == 0
    page = (place.build / "site" / "modules" / "essai" / "etape.html").read_text("utf-8")
    (name,) = (path.name for path in (place.build / "site" / "modules").rglob("carr*.svg"))
    assert quote(name) in page


def test_capitals_count_on_every_computer(place: Project) -> None:
    step = place.root / "modules" / "essai" / "01-etape.md"
    step.write_text(step.read_text("utf-8").replace("carre.svg", "Carre.svg"), encoding="utf-8")
    assert codes(place) == [Code.IMG001]


def test_what_systems_leave_in_folders_is_no_source(place: Project) -> None:
    for folder in ("modules/voisin", "modules/essai/media", "content/pages", "content/plan"):
        for name in LEFT_BY_SYSTEMS:
            (place.root / folder / name).write_bytes(b"\0\1\xff")
    assert codes(place) == []
    assert run(place, "build", "--cible", "site").exit_code == 0
    kept = [path.name for path in (place.build / "site").rglob("*")]
    assert [name for name in kept if name in LEFT_BY_SYSTEMS] == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Mon module", Code.IDE002),
        ("élan", Code.IDE002),
        ("aux", Code.IDE004),
        ("com1", Code.IDE004),
    ],
)
def test_a_module_is_called_as_any_computer_allows(place: Project, name: str, code: Code) -> None:
    add_module(place, name)
    assert codes(place) == [code]


def test_so_is_a_step(place: Project) -> None:
    step = place.root / "modules" / "voisin" / "01-lire.md"
    step.rename(step.with_name("01-con.md"))
    loaded = pipeline.load(place)
    assert [item.code for item in loaded.diagnostics if has_errors([item])] == [Code.IDE004]


def test_no_output_has_a_path_too_long_for_windows(first: Project) -> None:
    # 260 signs with the folder of the project, which a team may well keep a hundred deep.
    assert max(len(name) for name in files_under(first.build)) < 120


def test_sources_are_never_links(place: Project) -> None:
    assert not any(path.is_symlink() for path in place.root.rglob("*"))
    assert read_sources(place.root).links == frozenset()

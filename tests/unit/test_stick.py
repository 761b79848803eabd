"""A USB stick: what is on it, what never is, and what is not copied twice."""

import json
import shutil
from hashlib import sha256
from pathlib import Path, PurePosixPath

import pytest
from tests.copies import files_under, run

from emas import packing, pipeline, stick, theme
from emas.compiler import Built, Request, Target, build
from emas.diagnostics import Code
from emas.jobs import OutputError
from emas.project import Project
from emas.writers.stick import LONGEST, refused

pytestmark = pytest.mark.xdist_group("stick")

SESSION = "aut-aesh-2027-01"
NAME = "Balandreau"
STICK = Request((Target.STICK,))
COPIED = ("site", "diapos", "livrets", "supports")


@pytest.fixture(scope="module")
def made(built_project: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The real project with its stick, to read and copy only."""
    place = Project(tmp_path_factory.mktemp("cle") / "projet")
    shutil.copytree(built_project.root, place.root)
    assert built(place).diagnostics == []
    return place


@pytest.fixture
def project(made: Project, tmp_path: Path) -> Project:
    shutil.copytree(made.root, tmp_path / "projet")
    return Project(tmp_path / "projet")


def built(project: Project, request: Request = STICK) -> Built:
    return build(project, pipeline.load(project), request)


def packed(project: Project) -> None:
    """Put a document with a name where the print pack of a session is."""
    folder = project.build / "sessions" / SESSION
    folder.mkdir(parents=True)
    (folder / "dossier-a-imprimer.pdf").write_bytes(f"%faux {NAME}".encode())


def named(project: Project) -> set[str]:
    """Return the files that hold the name, wherever they are."""
    found = (path for path in project.root.rglob("*") if path.is_file())
    return {
        path.relative_to(project.root).as_posix()
        for path in found
        if NAME.encode() in path.read_bytes()
    }


def test_it_holds_what_was_built_a_page_and_checksums(made: Project) -> None:
    copies = {
        f"{folder}/{name}": found
        for folder in COPIED
        for name, found in files_under(made.build / folder).items()
    }
    there = dict(files_under(made.build / "cle-usb"))
    sums = (made.build / "cle-usb" / "SOMMES.sha256").read_text("utf-8").splitlines()
    del there["SOMMES.sha256"]
    assert sums == [f"{found}  {name}" for name, found in sorted(there.items())]
    del there["LISEZ-MOI.html"]
    assert there == copies


def test_its_first_page_leads_to_the_paper_of_the_project(made: Project) -> None:
    page = (made.build / "cle-usb" / "LISEZ-MOI.html").read_text("utf-8")
    paper = [path.name for path in (made.build / "supports").iterdir()]
    assert "echelle-du-volume.pdf" in paper
    assert "amenagements-temps.pdf" in paper
    assert [name for name in paper if f'href="supports/{name}"' not in page] == []


def test_everything_on_it_suits_every_computer(made: Project) -> None:
    folder = made.build / "cle-usb"
    paths = list(folder.rglob("*"))
    assert [path for path in paths if path.is_symlink()] == []
    assert list(refused(PurePosixPath(path.relative_to(folder)) for path in paths)) == []


@pytest.mark.parametrize(
    ("paths", "reason"),
    [
        (["con.pptx"], "« con.pptx » : Windows garde le nom « con.pptx » pour un appareil"),
        (["a?.md"], "« a?.md » : Windows refuse le signe « ? » dans un nom"),
        (["a /b"], "« a /b » : Windows refuse un nom qui finit par un point ou une espace"),
        (["Été/a", "été/b"], "« été » et « Été » sont un même nom sous Windows"),
        (["e\u0301", "é"], "« é » et « e\u0301 » sont un même nom sous Windows"),
        (["a" * LONGEST], f"« {'a' * LONGEST} » a 180 signes, il en faut moins de 180"),
        (["contact.html", "livrets/a/aux-autres.pdf", "a" * (LONGEST - 1)], None),
    ],
)
def test_a_name_that_some_computer_cannot_hold_is_refused(
    paths: list[str], reason: str | None
) -> None:
    assert next(refused(map(PurePosixPath, paths)), None) == reason


def test_what_did_not_change_is_not_copied_again(project: Project) -> None:
    before = files_under(project.build)
    assert built(project).sizes == {}
    (project.build / "cle-usb" / "diapos" / "autisme.pptx").unlink()
    again = built(project).sizes
    names = ("LISEZ-MOI.html", "SOMMES.sha256", "diapos/autisme.pptx")
    assert sorted(map(str, again)) == [f"build/cle-usb/{name}" for name in names]
    assert files_under(project.build) == before


def test_what_is_no_longer_built_leaves_the_stick(project: Project) -> None:
    noted = project.work / "empreintes.json"
    hashes = json.loads(noted.read_text("utf-8"))
    del hashes["build/diapos/autisme.html"]
    noted.write_text(json.dumps(hashes), encoding="utf-8")
    (project.build / "diapos" / "autisme.html").unlink()
    built(project)
    assert [path.name for path in (project.build / "cle-usb" / "diapos").iterdir()] == [
        "autisme.pptx"
    ]


def test_a_name_that_does_not_suit_leaves_the_former_stick(project: Project) -> None:
    before = files_under(project.build / "cle-usb")
    data = b"un diaporama"
    (project.build / "diapos" / "con.pptx").write_bytes(data)
    noted = project.work / "empreintes.json"
    hashes = json.loads(noted.read_text("utf-8"))
    hashes["build/diapos/con.pptx"] = sha256(data).hexdigest()
    noted.write_text(json.dumps(hashes), encoding="utf-8")
    for _ in range(2):  # what is refused is not remembered as made
        (problem,) = built(project).diagnostics
        assert problem.code is Code.SOR001
        assert "Windows garde le nom « con.pptx »" in problem.message
    assert files_under(project.build / "cle-usb") == before


def test_a_heavy_stick_is_told_each_time(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stick, "BUDGET", 1_000_000)
    (project.build / "cle-usb" / "LISEZ-MOI.html").unlink()
    for _ in range(2):
        assert [item.code for item in built(project).diagnostics] == [Code.SOR005]


def test_without_a_site_there_is_no_stick(root: Path, tmp_path: Path) -> None:
    place = Project(tmp_path)
    catalogue = pipeline.load(Project(root)).catalogue
    with pytest.raises(OutputError, match="le site n’a pas pu être produit"):
        stick.make(place, catalogue, theme.read(theme.locate()), None)


def test_names_are_on_it_only_when_asked_and_are_forgotten(project: Project) -> None:
    packed(project)
    pack = f"build/sessions/{SESSION}/dossier-a-imprimer.pdf"
    copy = f"build/cle-usb/sessions/{SESSION}/dossier-a-imprimer.pdf"
    done = run(project, "build", "--cible", "cle-usb", "--session", SESSION)
    assert "Des noms y sont peut-être : effacez la clé après la session." in done.stdout
    assert named(project) == {pack, copy}
    page = (project.build / "cle-usb" / "LISEZ-MOI.html").read_text("utf-8")
    assert f'href="sessions/{SESSION}/dossier-a-imprimer.pdf"' in page
    run(project, "build", "--cible", "cle-usb")
    assert named(project) == {pack}
    packing.carry(project, SESSION)
    assert named(project) == {pack, copy}
    forgotten = run(project, "session", "oublier", SESSION)
    assert "Il est aussi effacé de build/cle-usb" in forgotten.stdout
    assert named(project) == set()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--session", SESSION], "--session demande « --cible cle-usb »."),
        (["--cible", "cle-usb", "--session", SESSION], f"« emas session pack {SESSION} »"),
        (["--cible", "cle-usb", "--session", "autre"], "la session « autre » n’existe pas."),
        (["--cible", "cle-usb", "--courte"], "--courte"),
    ],
)
def test_a_wrong_argument_is_told(made: Project, arguments: list[str], told: str) -> None:
    done = run(made, "build", *arguments)
    assert (done.exit_code, told in done.stderr) == (2, True)

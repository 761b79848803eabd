"""`emas session pack` and `emas session oublier`, as a coordinator types them."""

from pathlib import Path

import pytest
from tests.copies import run
from tests.packs import LIST, WORDS
from tests.seeking import holders

from emas.project import Project

SESSION = "aut-parcours-2027-05"


@pytest.fixture
def names(tmp_path: Path) -> Path:
    """The list that somebody has outside of the project."""
    path = tmp_path / "liste" / "inscrits.csv"
    path.parent.mkdir()
    path.write_text(LIST, encoding="utf-8")
    return path


def test_a_pack_announces_what_the_copier_will_use(
    project: Project, names: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    done = run(project, "session", "pack", "aut-aesh-2027-01", "--inscrits", str(names))
    assert done.exit_code == 0
    folder = "build/sessions/aut-aesh-2027-01"
    assert f"À donner au copieur\u00a0: {folder}/dossier-a-imprimer.pdf" in done.stdout
    assert f"« emas session oublier {Path(folder).name} »" in done.stdout
    assert {Path(name).parent.as_posix() for name in holders(project.root, WORDS)} == {folder}
    assert holders(temporary, WORDS) == set()
    forgotten = run(project, "session", "oublier", "aut-aesh-2027-01")
    assert f"{folder} est effacé (16 fichiers)." in forgotten.stdout
    assert "les réponses saisies, sans nom, jusqu’au 12\u00a0avril 2028." in forgotten.stdout
    assert holders(project.root, WORDS) == set()


def test_a_list_with_mistakes_writes_nothing(project: Project, names: Path) -> None:
    names.write_text("Nom;Prénom\n;Camille\n", encoding="utf-8")
    done = run(project, "session", "pack", SESSION, "--inscrits", str(names))
    assert (done.exit_code, "erreur DOS003" in done.stderr) == (1, True)
    assert not (project.build / "sessions").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("pack", "aut-aesh-2027-1"), "la session « aut-aesh-2027-1 » n’existe pas."),
        (("oublier", "autre"), "la session « autre » n’existe pas."),
        (("pack", SESSION, "--inscrits", "absent.csv"), "il n’y a pas de fichier « absent.csv »."),
        (("pack", SESSION, "--copies", "0"), "0"),
    ],
)
def test_a_wrong_argument_is_told(project: Project, arguments: tuple[str, ...], told: str) -> None:
    done = run(project, "session", *arguments)
    assert (done.exit_code, told in done.stderr) == (2, True)


def test_a_module_with_errors_stops_the_pack(project: Project) -> None:
    (project.root / "modules" / "autisme" / "module.yml").write_text("titre: rien\n")
    done = run(project, "session", "pack", SESSION)
    assert done.exit_code == 2
    assert "le module « autisme » de cette session a des erreurs" in done.stderr


def test_nothing_to_forget_is_told(project: Project) -> None:
    done = run(project, "session", "oublier", SESSION)
    assert done.exit_code == 0
    assert f"Il n’y avait rien dans build/sessions/{SESSION}." in done.stdout


def test_damaged_codes_are_told(project: Project) -> None:
    kept = project.root / "donnees" / "sessions" / "aut-aesh-2027-01" / "codes.json"
    kept.parent.mkdir(parents=True)
    kept.write_text("{", encoding="utf-8")
    done = run(project, "session", "pack", "aut-aesh-2027-01")
    assert (done.exit_code, "codes.json est abîmé" in done.stderr) == (1, True)
    assert list((project.build / "sessions").iterdir()) == []

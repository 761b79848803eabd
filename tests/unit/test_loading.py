"""From files to a catalogue: what an error stops, and what it must not hide or accuse."""

from pathlib import PurePosixPath

from tests.suite_cases import HERE, MINIMAL, places

from emas.pipeline import Loaded, load, load_sources
from emas.project import Project
from emas.readers.sources import Sources

MODULE = PurePosixPath("modules/essai/module.yml")
STEP = PurePosixPath("modules/essai/01-etape.md")
TEAM = PurePosixPath("content/equipe.yml")
VOCABULARY = PurePosixPath("content/vocabulaire.yml")


def loaded(path: PurePosixPath, old: str, new: str) -> Loaded:
    """Return the minimal project with one text changed."""
    text = MINIMAL.files[path].decode()
    assert old in text
    return load_sources(Sources({**MINIMAL.files, path: text.replace(old, new).encode()}))


def ids(project: Loaded) -> list[str]:
    return [module.id for module in project.catalogue.modules]


def test_a_project_is_loaded_from_its_folder() -> None:
    project = load(Project(HERE / "fixtures" / "minimal"))
    assert project.diagnostics == ()
    assert ids(project) == ["essai"]
    assert [page.uri for page in project.catalogue.pages] == ["index.md"]


def test_a_guide_is_a_page_in_a_folder_of_its_own() -> None:
    guide = PurePosixPath("content/guide/ecrire.md")
    text = "---\ntitre: Écrire\n---\n\nVoir [l’accueil](../pages/index.md).\n".encode()
    project = load_sources(Sources({**MINIMAL.files, guide: text}))
    assert project.diagnostics == ()
    assert [page.uri for page in project.catalogue.pages] == ["guide/ecrire.md", "index.md"]


def test_a_module_with_an_error_is_left_out_and_named() -> None:
    project = loaded(STEP, "[@has-2026]", "[@autre-2026]")
    assert ids(project) == []
    assert project.broken == frozenset({"essai"})
    assert not project.unusable


def test_a_module_with_a_warning_is_kept() -> None:
    project = loaded(MODULE, "5 min", "50 min")
    assert places(list(project.diagnostics)) == {(str(MODULE), 8, "DUR001")}
    assert ids(project) == ["essai"]


def test_an_error_in_content_concerns_every_output() -> None:
    project = loaded(TEAM, "nom: Équipe d'essai", "nome: Équipe d'essai")
    assert project.unusable
    assert project.broken == frozenset()


def test_an_error_in_content_does_not_hide_those_of_modules() -> None:
    step = MINIMAL.files[STEP].replace(b"[@has-2026]", b"[@autre]")
    project = load_sources(Sources({**MINIMAL.files, TEAM: b"nom: [a]\n", STEP: step}))
    assert places(list(project.diagnostics)) == {
        (str(TEAM), 1, "YML008"),
        (str(STEP), 9, "SRC001"),
    }


def test_nothing_else_is_checked_without_a_vocabulary() -> None:
    project = loaded(VOCABULARY, "familles:", "famille:")
    assert {place for place, _, _ in places(list(project.diagnostics))} == {str(VOCABULARY)}
    assert project.unusable
    assert ids(project) == []


def test_a_module_needed_by_another_and_broken_is_not_called_unknown() -> None:
    other = PurePosixPath("modules/suite")
    bank = MINIMAL.files[STEP.parent / "questions.md"]
    step, _, _ = MINIMAL.files[STEP].partition(b"![")
    files = {
        **MINIMAL.files,
        MODULE: b"titre: [a\n",
        other / "module.yml": MINIMAL.files[MODULE].replace(b"ess-", b"sui-")
        + b"prerequis: [essai]\n",
        other / "01-etape.md": step,
        other / "questions.md": bank.replace(b"ess-", b"sui-"),
    }
    project = load_sources(Sources(files))
    assert places(list(project.diagnostics)) == {(str(MODULE), 1, "YML001")}
    assert ids(project) == ["suite"]


def test_no_file_at_all_is_told() -> None:
    project = load_sources(Sources({}))
    assert {code for _, _, code in places(list(project.diagnostics))} == {"TXT007"}

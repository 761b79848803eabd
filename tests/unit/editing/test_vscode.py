"""What Visual Studio Code is given: each block, each question, and settings that stay one's own."""

import json
from pathlib import Path

import pytest
from tests.copies import run
from tests.schemas import refused
from tests.small import MINIMAL
from tests.unit.readers.samples import codes

from emas.editing.starting import first_files
from emas.editing.vscode import SETTINGS, changes, files
from emas.editing.vscode.blocks import BLOCKS, HEADERS
from emas.editing.vscode.snippets import filled, snippets
from emas.model import Kind
from emas.project import Project
from emas.readers.markdown.boxes import WORDS

INSIDE = {
    "decision": "::: situation Un cas\n\nCe qui se passe.\n\n{}\n:::",
    "colonne": "::: colonnes\n{}\n::: colonne\nUn texte.\n:::\n:::",
    "indice": "::: question ouverte {{#ab-q02}}\nQuoi ?\n\n{}\n:::",
}
"""What stands around a block that has no place alone."""

THE_VOCABULARY = {"IDE003", "VOC001"}
"""The samples have a smaller vocabulary than ours."""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    return Project(tmp_path)


def test_every_block_and_every_question_can_be_inserted() -> None:
    words = {*(word for word in WORDS if word != "question"), *(f"question {k}" for k in Kind)}
    assert set(snippets()) == {f"::: {word}" for word in words} | {
        f"En-tête : {name}" for name in HEADERS
    }


@pytest.mark.parametrize("name", [name for name in snippets() if name.startswith(":::")])
def test_what_is_inserted_has_no_mistake(name: str) -> None:
    word = name.removeprefix("::: ")
    body = snippets()[name]["body"]
    assert isinstance(body, list)
    text = INSIDE.get(word, "{}").format(filled(body).strip())
    assert {code for code, _ in codes(text)} <= THE_VOCABULARY


def test_holes_are_numbered_from_one_without_a_gap() -> None:
    for told, text in (*BLOCKS.values(), *HEADERS.values()):
        holes = [int(part[:1]) for part in text.split("${")[1:]]
        assert (holes, told[-1]) == (list(range(1, len(holes) + 1)), ".")


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_that_is_inserted_has_no_mistake(name: str) -> None:
    text = filled(HEADERS[name][1].split("\n")).split("---\n")[1]
    assert refused(name, text) == []


def test_a_new_project_has_them() -> None:
    assert files().items() <= first_files().items()


def test_it_is_written_once(project: Project) -> None:
    done = run(project, "editeur")
    assert ".vscode/settings.json" in done.stdout.split("\n")
    assert run(project, "editeur").stdout == "Tout est déjà à jour.\n"


def test_settings_of_ones_own_stay(project: Project) -> None:
    mine = {"editor.fontSize": 20, "files.eol": "\r\n", "yaml.schemas": {"a.json": ["b.yml"]}}
    place = project.root / SETTINGS
    place.parent.mkdir()
    place.write_text(json.dumps(mine), encoding="utf-8")
    run(project, "editeur")
    found = json.loads(place.read_text("utf-8"))
    assert (found["editor.fontSize"], found["files.eol"]) == (20, "\r\n")
    assert found["yaml.schemas"]["a.json"] == ["b.yml"]
    assert "./.vscode/emas/module.json" in found["yaml.schemas"]
    assert changes(project) == ({}, [])
    assert run(project, "revenir", "--quand", "1", "--oui").exit_code == 0
    assert json.loads(place.read_text("utf-8")) == mine


def test_remarks_are_not_lost(project: Project) -> None:
    place = project.root / SETTINGS
    place.parent.mkdir()
    place.write_text('{\n  // à moi\n  "editor.fontSize": 20\n}\n', encoding="utf-8")
    done = run(project, "editeur")
    assert "ajoutez-y ce que contient .vscode/emas/a-ajouter/settings.json" in done.stderr
    assert "// à moi" in place.read_text("utf-8")
    assert (project.root / ".vscode/emas/a-ajouter/settings.json").is_file()


def test_each_schema_that_is_named_is_there() -> None:
    made = {str(path): data for path, data in files().items()}
    named = json.loads(made[str(SETTINGS)])["yaml.schemas"]
    assert {name.removeprefix("./") for name in named} <= set(made)


def test_the_files_of_the_minimal_project_have_a_schema() -> None:
    named = json.loads(files()[SETTINGS])["yaml.schemas"]
    globs = [glob for listed in named.values() for glob in listed]
    found = {path for glob in globs for path in MINIMAL.glob(glob)}
    assert found == set(MINIMAL.rglob("*.yml"))

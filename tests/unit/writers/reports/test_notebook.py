"""What a notebook works on: numbers that may be said, no text and nobody."""

import ast
import json
from pathlib import Path

import nbformat
import pytest
from tests.notebooks import SECRET, told

from emas.writers.reports.notebook import FOLDER, NAME, data_of, filled


@pytest.fixture
def template(root: Path) -> Path:
    return root / "themes" / "emas" / FOLDER / NAME


def test_there_is_no_text_and_no_code_in_it() -> None:
    written = json.dumps(data_of(*told(14)), ensure_ascii=False)
    assert [one for one in (SECRET, "CODE", "AVIS") if one in written] == []


def test_a_question_with_few_answers_is_only_counted() -> None:
    parts = data_of(*told(14))["parties"]
    assert [part["cachees"] for part in parts] == [1, 1, 0]
    assert [part["cachees"] for part in data_of(*told(4))["parties"]] == [4, 4, 2]


def test_the_cell_of_data_says_it_and_the_rest_stays(template: Path) -> None:
    before = json.loads(template.read_text("utf-8"))
    data = data_of(*told(14))
    after = filled(before, data)
    changed = [
        (old, new) for old, new in zip(before["cells"], after["cells"], strict=True) if old != new
    ]
    ((_, new),) = changed
    (assigned,) = ast.parse(new["source"]).body
    assert isinstance(assigned, ast.Assign)
    assert ast.literal_eval(assigned.value) == data
    assert after["metadata"]["title"] == "Un essai <b>gras</b> – carnet d’analyse"


def test_the_template_is_a_notebook_that_nobody_executed(template: Path) -> None:
    notebook = nbformat.reads(template.read_text("utf-8"), as_version=4)  # type: ignore[no-untyped-call]
    nbformat.validate(notebook)
    assert all(not cell.get("outputs") for cell in notebook.cells)
    assert "http" not in template.read_text("utf-8")

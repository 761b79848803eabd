"""The notebook of a session, executed: a page that fetches nothing and that everybody reads."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.conftest import violations
from tests.copies import run
from tests.notebooks import SECRET, look, told
from tests.tracking.sessions import NAME as SESSION
from tests.tracking.test_room_commands import place

from emas.model.sheet import Sheet
from emas.project import Project
from emas.records.sheets import keep_sheets
from emas.tracking.catalogue import read_plan
from emas.writers.reports.notebook import NAME, PAGE, NotebookError, write

__all__ = ["place"]
pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def made(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the notebook of a room of fourteen."""
    folder = tmp_path_factory.mktemp("carnet")
    for path, data in write(*told(14), look(root)).files.items():
        (folder / path.name).write_bytes(data)
    return folder


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_is_accessible_and_fetches_nothing(
    browser: Browser, axe: str, made: Path, width: int
) -> None:
    here = browser.new_page(viewport={"width": width, "height": 800})
    asked: list[str] = []
    here.on("request", lambda request: asked.append(request.url))
    here.goto((made / PAGE).as_uri())
    assert asked == [(made / PAGE).as_uri()]
    assert violations(here, axe) == []
    assert here.evaluate("document.documentElement.scrollWidth") <= width
    assert here.evaluate("document.documentElement.lang") == "fr"
    here.close()


def test_each_figure_is_said_in_words(made: Path) -> None:
    page = (made / PAGE).read_text("utf-8")
    assert "http" not in page
    assert "Un essai &lt;b&gt;gras&lt;/b&gt;" in page
    figures = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    said = [re.search(r"<title[^>]*>.+?</title><desc[^>]*>.+?\.</desc>", one) for one in figures]
    assert len(figures) == 6
    assert None not in said
    assert len(figures) <= page.count("<table>")


def test_neither_file_tells_of_anybody_or_of_this_computer(made: Path) -> None:
    for name in (NAME, PAGE):
        written = (made / name).read_text("utf-8")
        found = [
            one for one in (SECRET, "CODE0", "AVIS0", str(Path.home()), "/tmp") if one in written
        ]
        assert found == []


def test_the_notebook_may_be_executed_again(made: Path) -> None:
    notebook = json.loads((made / NAME).read_text("utf-8"))
    outputs = [cell["outputs"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert sum(map(bool, outputs)) == len(outputs) - 2


def test_what_fails_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nulle/part/python")
    with pytest.raises(NotebookError, match="python"):
        write(*told(5), look(root))


def test_the_command_counts_paper_too(place: Project) -> None:
    asked = read_plan(place.build / "suivi" / "catalogue.json").sessions[SESSION].parts[0]
    name = asked.questions[0].name
    sheets = [Sheet("acquis", f"K7FMXR{rank}", 1, {name: [rank % 2]}) for rank in range(6)]
    keep_sheets(place, SESSION, sheets, ())
    done = run(place, "track", "rapport", SESSION, "--carnet")
    assert (done.exit_code, done.stderr) == (0, "")
    folder = place.build / "resultats" / SESSION
    assert "6\u00a0feuilles" in (folder / PAGE).read_text("utf-8")
    assert (folder / NAME).is_file()

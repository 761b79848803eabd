"""What the preview answers, and to whom."""

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.copies import files_under
from tests.previews import Previewed, previewed
from tests.small import small_project

from emas.preview.documents import name_of
from emas.preview.editor import Editor
from emas.project import Project

STEP = "modules/voisin/01-lire.md"
PAGE = "modules/voisin/lire.html"
NOTES = "import sys; open(sys.argv[1], 'w').write(' '.join(sys.argv[2:]))"


@pytest.fixture(scope="module")
def small(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    return small_project(root, tmp_path_factory.mktemp("apercu") / "projet")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the editor writes what it was asked to open."""
    return tmp_path_factory.mktemp("editeur") / "ouvert"


@pytest.fixture(scope="module")
def preview(small: Project, opened: Path) -> Iterator[Previewed]:
    words = (sys.executable, "-c", NOTES, str(opened), "{fichier}", "{ligne}", "{colonne}")
    with previewed(small, Editor(words)) as shown:
        shown.until(lambda: bool(shown.state(PAGE)["pret"] and shown.state(PAGE)["documents"]))
        yield shown


def _errors(preview: Previewed) -> list[Any]:
    found = preview.state(PAGE)["diagnostics"]
    return [item for item in found if item["gravite"] == "erreur"]


def test_pages_styles_slides_and_sheets_are_given(preview: Previewed) -> None:
    def kinds() -> list[str]:
        documents = preview.state(PAGE)["documents"]
        paths = (
            "/",
            "/apercu/js/apercu.js",
            "/apercu/icone.svg",
            f"/site/{PAGE}",
            "/site/assets/emas/css/atelier.css",
            f"/contenu/{documents['diapos']}.html",
            f"/contenu/{documents['livret'][0]}.svg",
            "/etat",
        )
        answers = [preview.ask(path) for path in paths]
        return [answer.kind.partition(";")[0] for answer in answers if answer.status == 200]

    wanted = ["text/html", "text/javascript", "image/svg+xml", "text/html", "text/css"]
    wanted += ["text/html", "image/svg+xml", "application/json"]
    preview.until(lambda: kinds() == wanted)  # slides and sheets may just have changed


def test_what_a_browser_has_is_not_sent_again(preview: Previewed) -> None:
    path = "/site/assets/emas/css/atelier.css"
    tag = f'"{name_of(preview.ask(path).body)}"'
    again = preview.ask(path, If_None_Match=tag)
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    "path",
    ["/site/rien.html", "/site/../mkdocs.yml", "/apercu/../tokens.yml", "/contenu/0.svg", "/rien"],
)
def test_nothing_else_is_given(path: str, preview: Previewed) -> None:
    answer = preview.ask(path)
    assert (answer.status, b"emas" in answer.body) == (404, False)


def test_another_name_of_this_computer_is_refused(preview: Previewed) -> None:
    # A page of a site whose name was made to lead here would else read everything.
    answer = preview.ask("/etat", Host=f"ailleurs.example:{preview.serving.port}")
    assert (answer.status, answer.body.decode()) == (421, "L’aperçu ne répond qu’à son adresse.")


def test_only_our_page_opens_the_editor_and_only_where_something_is_told(
    preview: Previewed, small: Project, opened: Path
) -> None:
    step = small.root / STEP
    text = step.read_text("utf-8")
    step.write_text(text + "\n::: retenir\nJamais fermé.\n", "utf-8")
    preview.until(lambda: [item["code"] for item in _errors(preview)] == ["BLO002"])
    (told,) = _errors(preview)
    body = json.dumps({name: told[name] for name in ("fichier", "ligne", "colonne")}).encode()
    elsewhere = json.dumps({"fichier": "mkdocs.yml", "ligne": 1, "colonne": 1}).encode()
    token = preview.text("/").partition('data-jeton="')[2].partition('"')[0]
    statuses = [
        preview.ask("/ouvrir", "POST", body).status,
        preview.ask("/ouvrir", "POST", elsewhere, X_Jeton=token).status,
        preview.ask("/ouvrir", "POST", b"{", X_Jeton=token).status,
        preview.ask("/etat", "POST", body, X_Jeton=token).status,
        preview.ask("/ouvrir", "PUT", body, X_Jeton=token).status,
        preview.ask("/ouvrir", "POST", body, X_Jeton=token).status,
    ]
    assert statuses == [403, 404, 400, 400, 501, 204]
    preview.until(lambda: opened.is_file() and bool(opened.read_text()))
    assert opened.read_text() == f"{step} {told['ligne']} 1"
    step.write_text(text, "utf-8")
    preview.until(lambda: not _errors(preview))


def test_a_change_is_told_to_who_listens(preview: Previewed, small: Project) -> None:
    with closing(preview.lines("/evenements")) as lines:
        first, end = next(lines), next(lines)
        step = small.root / STEP
        text = step.read_bytes()
        step.write_bytes(text + b"\nUne phrase.\n")
        assert (next(lines) > first, end) == (True, b"\n")
        step.write_bytes(text)


def test_the_charter_is_told_beside_the_page(preview: Previewed, small: Project) -> None:
    def told() -> list[tuple[str, str]]:
        found = preview.state(PAGE)["diagnostics"]
        return [(item["code"], item["gravite"]) for item in found if item["code"] == "CHA009"]

    path = small.root / STEP
    before = path.read_bytes()
    path.write_bytes(before + b"\nKevin est en CE1.\n")
    preview.until(lambda: told() == [("CHA009", "avertissement")])
    path.write_bytes(before)
    preview.until(lambda: told() == [])


def test_coverage_counts_the_blocks_of_each_output(preview: Previewed) -> None:
    outputs = ("Site", "Diapositives", "Livret")
    wanted: list[tuple[str, list[str]]] = [(output, []) for output in outputs]

    def measured() -> list[tuple[str, list[str]]]:
        found = json.loads(preview.text("/couverture?module=voisin"))
        return [(item["support"], item["manquent"]) for item in found]

    preview.until(lambda: measured() == wanted)  # slides and sheets follow the page


def test_a_preview_writes_nothing(root: Path, tmp_path: Path) -> None:
    project = small_project(root, tmp_path / "projet")
    before = files_under(project.root)
    with previewed(project) as shown:
        shown.until(lambda: bool(shown.state(PAGE)["pret"] and shown.state(PAGE)["documents"]))
    assert files_under(project.root) == before
    assert not project.work.exists()

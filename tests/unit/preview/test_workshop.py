"""What is shown while files change, break and go."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.copies import MODULE, STEP, add_module
from tests.previews import Previewed, previewed
from tests.shared_adaptations import ENTRY, NAMED
from tests.small import small_project

from emas.project import Project

PAGE = "modules/voisin/lire.html"


@pytest.fixture(scope="module")
def small(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    return small_project(root, tmp_path_factory.mktemp("apercu") / "projet")


@pytest.fixture(scope="module")
def preview(small: Project) -> Iterator[Previewed]:
    with previewed(small) as shown:
        shown.until(lambda: bool(shown.state(PAGE)["pret"]))
        yield shown


def _cut(project: Project) -> None:
    path = project.root / "modules" / "voisin" / "01-lire.md"
    path.write_bytes(path.read_bytes()[:30])


def _no_module(project: Project) -> None:
    (project.root / "modules" / "voisin" / "module.yml").unlink()


def _no_vocabulary(project: Project) -> None:
    (project.root / "content" / "vocabulaire.yml").write_text("familles: [", "utf-8")


def _no_content(project: Project) -> None:
    shutil.rmtree(project.root / "content")


def _no_settings(project: Project) -> None:
    (project.root / "mkdocs.yml").unlink()


def _bad_settings(project: Project) -> None:
    (project.root / "mkdocs.yml").write_text("theme: {name: [\n", "utf-8")


def _other_settings(project: Project) -> None:
    (project.root / "mkdocs.yml").write_text("site_name: Rien d’autre\n", "utf-8")


def _bad_tokens(project: Project) -> None:
    (project.root / "themes" / "emas" / "tokens.yml").write_text("couleurs: 3\n", "utf-8")


def _bad_template(project: Project) -> None:
    (project.root / "themes" / "emas" / "site" / "main.html").write_text("{% block %}", "utf-8")


def _bad_partial(project: Project) -> None:
    (project.root / "themes" / "emas" / "site" / "partials" / "nav.html").write_text("{{ a.b }}")


def _no_style(project: Project) -> None:
    (project.root / "themes" / "emas" / "site" / "assets" / "emas" / "css" / "page.css").unlink()


def _no_theme(project: Project) -> None:
    shutil.rmtree(project.root / "themes" / "emas" / "site")


SOME = (_cut, _no_content, _bad_settings, _bad_tokens, _bad_template)
OTHERS = (
    _no_module, _no_vocabulary, _no_settings, _other_settings, _bad_partial, _no_style, _no_theme,
)  # fmt: skip


@pytest.mark.parametrize(
    "breaks", [*SOME, *(pytest.param(one, marks=pytest.mark.long) for one in OTHERS)]
)
def test_what_breaks_leaves_the_last_good_page_and_is_told(
    breaks: Callable[[Project], None], preview: Previewed, small: Project, tmp_path: Path
) -> None:
    good = preview.text(f"/site/{PAGE}")
    kept = tmp_path / "garde"
    shutil.copytree(small.root, kept)
    breaks(small)
    preview.until(lambda: preview.state(PAGE)["bandeau"] is not None)
    assert preview.text(f"/site/{PAGE}") == good
    for name in ("content", "modules", "themes", "mkdocs.yml"):
        if (kept / name).is_dir():
            shutil.copytree(kept / name, small.root / name, dirs_exist_ok=True)
        else:
            shutil.copy(kept / name, small.root / name)
    preview.until(lambda: preview.state(PAGE)["bandeau"] is None)
    assert (preview.text(f"/site/{PAGE}"), preview.unexpected) == (good, [])


def test_a_module_that_comes_then_goes_is_in_the_menu_then_is_not(
    preview: Previewed, small: Project
) -> None:
    folder = small.root / "modules" / "nouveau"
    folder.mkdir()
    (folder / "module.yml").write_text(MODULE.format(name="nouveau"), "utf-8")
    (folder / "01-lire.md").write_text(STEP, "utf-8")
    preview.until(lambda: "Le module nouveau" in preview.text(f"/site/{PAGE}"))
    shutil.rmtree(folder)
    preview.until(lambda: "Le module nouveau" not in preview.text(f"/site/{PAGE}"))
    assert preview.unexpected == []


def test_what_is_broken_from_the_start_is_shown_as_it_was_last_built(
    root: Path, tmp_path: Path
) -> None:
    project = small_project(root, tmp_path / "projet")
    shutil.copytree(project.root / "modules", project.work / "bons" / "modules")
    _cut(project)
    with previewed(project) as shown:
        shown.until(lambda: bool(shown.state(PAGE)["pret"]))
        assert shown.state(PAGE)["bandeau"]["titre"] == "Ce module a une erreur."
        assert "Un chat dort sur le radiateur" in shown.text(f"/site/{PAGE}")


def test_what_is_broken_from_the_start_is_told_then_shown_once_it_is_mended(
    root: Path, tmp_path: Path
) -> None:
    project = small_project(root, tmp_path / "projet")
    tokens = project.root / "themes" / "emas" / "tokens.yml"
    good = tokens.read_bytes()
    _bad_tokens(project)
    with previewed(project) as shown:
        shown.until(lambda: shown.state()["bandeau"] is not None)
        assert shown.state()["bandeau"]["titre"] == "Rien ne peut être montré."
        tokens.write_bytes(good)
        shown.until(lambda: bool(shown.state()["pret"]))
        assert (shown.state()["bandeau"], shown.unexpected) == (None, [])


def test_a_word_is_shown_before_all_is_made_again_whatever_modules_share(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = small_project(root, tmp_path / "projet")
    shared = project.root / "content" / "amenagements" / "consigne-un-verbe.md"
    shared.parent.mkdir()
    shared.write_text(ENTRY, "utf-8")
    for name in ("trois", "quatre", "cinq"):
        add_module(project, name)
    for step in (project.root / "modules").glob("*/01-*.md"):
        with step.open("a", encoding="utf-8") as text:
            text.write(NAMED)
    with previewed(project) as shown:
        shown.until(lambda: bool(shown.state(PAGE)["pret"]))
        monkeypatch.setattr(shown.serving.workshop, "_make_site", lambda: False)
        step = project.root / "modules" / "voisin" / "01-lire.md"
        step.write_text(step.read_text("utf-8").replace("Un chat", "Un renard"), "utf-8")
        shown.until(lambda: "Un renard dort" in shown.text(f"/site/{PAGE}"))
        assert shown.unexpected == []

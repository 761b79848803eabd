"""What is installed from the wheel, without anything that development needs."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

UV = Path(sys.executable).parent / "uv"
FOLDERS = ("generators", "themes", "content", "modules")
SOURCES = (*FOLDERS, "pyproject.toml", "uv.lock", "README.md")
PLACES = {
    "themes": "emas/_themes",
    "content": "emas/_contenu/content",
    "modules": "emas/_contenu/modules",
}


@pytest.fixture(scope="module")
def checkout(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the wheel is made from."""
    place = tmp_path_factory.mktemp("roue")
    for source in [*(root / name for name in SOURCES), *root.glob("LICENSE*")]:
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, place / source.name, ignore=ignored)
        else:
            shutil.copy(source, place)
    return place


def uv(checkout: Path, *arguments: str) -> None:
    """Run uv with what its cache has: `make` has filled it."""
    environment = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(checkout / "env")}
    subprocess.run(
        [UV, *arguments, "--offline", "--quiet"], cwd=checkout, env=environment, check=True
    )


def test_the_wheel_holds_the_package_the_theme_and_the_contents(checkout: Path) -> None:
    uv(checkout, "build", "--wheel", "--out-dir", "dist")
    (wheel,) = (checkout / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    expected = {
        f"{PLACES.get(folder, '')}/{path.relative_to(checkout / folder).as_posix()}".lstrip("/")
        for folder in FOLDERS
        for path in (checkout / folder).rglob("*")
        if path.is_file()
    }
    assert names == expected
    theme = checkout / "themes"
    fonts = {name for name in names if name.endswith((".ttf", ".woff2"))}
    assert len(fonts) == len({*theme.rglob("*.ttf"), *theme.rglob("*.woff2")}) > 0


@pytest.mark.long
def test_the_wheel_works_without_development_tools(checkout: Path, tmp_path: Path) -> None:
    uv(checkout, "sync", "--locked", "--no-dev", "--no-editable")
    installed = checkout / "env" / "bin"
    bare = {"PATH": "/usr/bin:/bin"}

    def said(*command: object) -> str:
        return subprocess.run(
            [str(part) for part in command],
            cwd=tmp_path,
            env=bare,
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    where = said(installed / "python", "-c", "import emas.theme; print(emas.theme.locate())")
    assert Path(where.strip()).relative_to(checkout / "env").parts[-3:] == (
        "emas", "_themes", "emas",
    )  # fmt: skip
    assert said(installed / "emas", "--aide").startswith("Emploi : emas")
    said(installed / "emas", "init", ".")
    said(installed / "emas", "build")
    assert {path.name for path in (tmp_path / "build").iterdir()} == {
        *("diapos", "livrets", "lms", "site", "supports"),
    }  # fmt: skip
    page = (tmp_path / "build" / "site" / "index.html").read_text("utf-8")
    assert "assets/emas/css/atelier.css" in page
    said(installed / "mkdocs", "build", "--quiet", "--site-dir", "apercu")
    assert (tmp_path / "apercu" / "index.html").read_text("utf-8") == page

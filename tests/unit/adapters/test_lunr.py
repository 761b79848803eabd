"""What MkDocs brings for the search."""

from pathlib import Path

from emas.adapters.lunr import FOLDER, lunr_files


def test_the_scripts_are_there_and_are_those_we_know() -> None:
    first_lines = {
        uri: path.read_text(encoding="utf-8")[:200] for uri, path in lunr_files().items()
    }
    assert "2.3.9" in first_lines[f"{FOLDER}/lunr.js"]
    assert "`French` language" in first_lines[f"{FOLDER}/lunr.fr.js"]


def test_their_licences_go_with_them(root: Path) -> None:
    theme = root / "themes" / "emas" / "site"
    licences = (theme / FOLDER / "LICENCES.txt").read_text(encoding="utf-8")
    assert [Path(uri).name for uri in lunr_files() if Path(uri).name not in licences] == []

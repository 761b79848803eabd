"""The search for names finds a planted one, wherever it hides."""

import sqlite3
import zipfile
from io import BytesIO
from pathlib import Path

import typst
from tests.seeking import holders

NAME = "Zéphyrine Balandreau"


def _pdf(text: str) -> bytes:
    made = typst.compile(text.encode(), format="pdf")
    assert isinstance(made, bytes)
    return made


def _zip(files: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def _database(path: Path) -> None:
    with sqlite3.connect(path) as base:
        base.execute("create table reponses (texte text)")
        base.execute("insert into reponses values (?)", (NAME,))
    base.close()


def test_a_planted_name_is_found_in_each_kind_of_file(tmp_path: Path) -> None:
    planted = {
        "texte.md": f"Bonjour {NAME}".encode(),
        "vieux.csv": "Zéphyrine;Balandreau".encode("latin-1"),
        "windows.txt": NAME.encode("utf-16"),
        "page.pdf": _pdf(f"#set page(width: 3cm)\n{NAME}"),
        "signet.pdf": _pdf(f'#set document(title: "{NAME}")\nRien.'),
        "paquet.zip": _zip({"dedans.zip": _zip({"page.html": NAME.encode()})}),
        "ZÉPHYRINE.txt": b"",
    }
    for name, data in {**planted, "rien.pdf": _pdf("Rien."), "rien.md": b"Rien."}.items():
        (tmp_path / name).write_bytes(data)
    _database(tmp_path / "suivi.db")
    assert holders(tmp_path, ["Zéphyrine", "Balandreau"]) == {*planted, "suivi.db"}

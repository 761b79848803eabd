"""Libraries that somebody gives: read from folders and archives, whatever these hold."""

import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from tests.h5p_libraries import install

from emas.libraries import LARGEST_JSON, LibrariesError, read_libraries

FACTS = json.dumps({"machineName": "H5P.Seul", "majorVersion": 1, "minorVersion": 4})


def archive(path: Path, **files: str | bytes) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as opened:
        for name, data in files.items():
            opened.writestr(name, data)
    return path


def test_a_folder_of_libraries(tmp_path: Path) -> None:
    found = read_libraries(install(tmp_path / "libs", ["H5P.Blanks-1.14", "H5P.Image-1.1"]))
    assert sorted(found) == ["H5P.Blanks 1.14", "H5P.Image 1.1"]
    assert "caseSensitive" in str(found["H5P.Blanks 1.14"])


def test_packages_with_their_libraries_and_the_folder_that_holds_them(tmp_path: Path) -> None:
    names = ("H5P.Seul-1.4.2/library.json", "H5P.Seul-1.4.2/semantics.json")
    given = archive(
        tmp_path / "don.h5p",
        **dict(zip(names, (FACTS, '[{"name": "x", "type": "text"}]'), strict=True)),
        **{"content/content.json": "{}", "FontAwesome-4.5/library.json": "{}"},
    )
    assert list(read_libraries(given)) == ["H5P.Seul 1.4"]
    assert list(read_libraries(tmp_path)) == ["H5P.Seul 1.4"]


def junk(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 400)


def cut(path: Path) -> None:
    whole = archive(path, **{"a-1.0/library.json": FACTS * 50}).read_bytes()
    path.write_bytes(whole[20:])


def outside(path: Path) -> None:
    archive(path, **{"../a-1.0/library.json": FACTS})


def bomb(path: Path) -> None:
    archive(path, **{"a-1.0/semantics.json": b" " * 20_000_000})


def lying_list(path: Path) -> None:
    data = bytearray(archive(path, **{"a-1.0/library.json": FACTS}).read_bytes())
    end = data.rfind(b"PK\x05\x06")
    data[end + 12 : end + 16] = (900_000_000).to_bytes(4, "little")
    path.write_bytes(data)


def not_fields(path: Path) -> None:
    archive(path, **{"a-1.0/library.json": FACTS, "a-1.0/semantics.json": '{"a": 1}'})


def deep(path: Path) -> None:
    nested = "[" * 100_000 + "]" * 100_000
    archive(path, **{"a-1.0/library.json": nested, "a-1.0/semantics.json": "[]"})


def nothing(path: Path) -> None:
    archive(path, **{"content/content.json": "{}"})


@pytest.mark.parametrize(
    ("make", "cause"),
    [
        (junk, "ne se lit pas, ou est abîmé"),
        (cut, "ne se lit pas, ou est abîmé"),
        (outside, "contient un chemin qui sort de son dossier"),
        (bomb, "est trop gros"),
        (lying_list, "a trop de fichiers"),
        (not_fields, "n’est pas une bibliothèque H5P"),
        (deep, "n’est pas une bibliothèque H5P"),
        (nothing, "n’a aucune bibliothèque H5P"),
    ],
)
def test_what_cannot_be_read_is_refused_in_little_memory(
    make: Callable[[Path], None], cause: str, tmp_path: Path
) -> None:
    path = tmp_path / "don.h5p"
    make(path)
    tracemalloc.start()
    with pytest.raises(LibrariesError, match=cause):
        read_libraries(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 10 * LARGEST_JSON


def test_a_place_where_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(LibrariesError, match="« absent » ne se lit pas"):
        read_libraries(tmp_path / "absent")

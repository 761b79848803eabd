"""How sources are read, and the one way in which a file is written."""

import errno
import os
import resource
import stat
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from threading import Timer

import pytest
from tests.windows import windows_disk

from emas import files
from emas.files import CAUSES, cause, read_sources, text_lines, write, write_all
from emas.readers.source import MAX_BYTES


def test_a_file_is_written_whole_in_folders_made_for_it(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b" / "c.txt", b"texte")
    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == b"texte"
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["c.txt"]


def test_a_file_can_be_read_by_all_whatever_the_mask(tmp_path: Path) -> None:
    former = os.umask(0o077)
    try:
        write(tmp_path / "c.txt", b"texte")
    finally:
        os.umask(former)
    assert stat.S_IMODE((tmp_path / "c.txt").stat().st_mode) == 0o644


WRITES = """
import sys
from pathlib import Path
from emas.files import write
try:
    write(Path(sys.argv[1]), b"x" * 5000)
except OSError as error:
    print(error.errno)
"""


def test_a_write_that_fails_leaves_the_former_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    write(path, b"avant")
    done = subprocess.run(
        [sys.executable, "-c", WRITES, path],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"{errno.EFBIG}\n"
    assert [(item.name, item.read_bytes()) for item in tmp_path.iterdir()] == [("c.txt", b"avant")]


@pytest.mark.parametrize("number", CAUSES)
def test_what_the_disk_refuses_is_told_in_french(number: int) -> None:
    assert cause(OSError(number, os.strerror(number))) == CAUSES[number]


def test_an_unknown_refusal_keeps_its_number() -> None:
    assert cause(OSError(errno.ELOOP, "loop")) == f"le disque a refusé (erreur {errno.ELOOP})"
    assert cause(OSError("sans numéro")) == "le disque a refusé (erreur None)"


def test_sources_are_the_files_of_two_folders_but_hidden_ones(tmp_path: Path) -> None:
    for name in ("content/a.yml", "modules/m/b.md", "modules/m/.c.md", "modules/.d/e.md", "f.md"):
        write(tmp_path / name, name.encode())
    (tmp_path / "modules" / "m" / "lien.md").symlink_to(tmp_path / "f.md")
    (tmp_path / "modules" / "dossier").symlink_to(tmp_path / "content")
    sources = read_sources(tmp_path)
    assert sources.files == {
        PurePosixPath("content/a.yml"): b"content/a.yml",
        PurePosixPath("modules/m/b.md"): b"modules/m/b.md",
    }
    assert sources.links == {
        PurePosixPath("modules/m/lien.md"),
        PurePosixPath("modules/dossier"),
    }


def test_a_project_without_sources_has_no_file(tmp_path: Path) -> None:
    assert read_sources(tmp_path).files == {}


def test_a_huge_text_is_read_just_far_enough_to_be_refused(tmp_path: Path) -> None:
    write(tmp_path / "content" / "a.md", b"x" * (MAX_BYTES + 100))
    write(tmp_path / "content" / "a.png", b"x" * (MAX_BYTES + 100))
    sizes = {path.name: len(data) for path, data in read_sources(tmp_path).files.items()}
    assert sizes == {"a.md": MAX_BYTES + 1, "a.png": MAX_BYTES + 100}


def test_lines_can_be_shown_whatever_the_file_is(tmp_path: Path) -> None:
    write(tmp_path / "a.md", b"\xef\xbb\xbfun\r\ndeux\rtro\xffis\n")
    assert text_lines(tmp_path / "a.md") == ["un", "deux", "tro\ufffdis", ""]
    assert text_lines(tmp_path / "absent.md") == []


@pytest.mark.parametrize("start", [b"PK\x03\x04\n", b"\xd0\xcf\x11\xe0\xa1\n"])
def test_a_workbook_has_no_line_to_show(tmp_path: Path, start: bytes) -> None:
    (tmp_path / "a.xlsx").write_bytes(start)
    assert text_lines(tmp_path / "a.xlsx") == []
    assert text_lines(tmp_path) == []


def test_when_one_file_is_refused_those_before_it_become_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"ancien")
    (tmp_path / "c").mkdir()
    with pytest.raises(OSError, match="c"):
        write_all(
            tmp_path,
            {
                PurePosixPath("a.txt"): b"un",
                PurePosixPath("b.txt"): b"deux",
                PurePosixPath("c"): b"",
            },
        )
    assert (tmp_path / "a.txt").read_bytes() == b"ancien"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "c"]


def test_a_file_is_removed_and_comes_back_when_the_rest_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"ancien")
    (tmp_path / "c").mkdir()
    with pytest.raises(OSError, match="c"):
        write_all(tmp_path, {PurePosixPath("a.txt"): None, PurePosixPath("c"): b""})
    assert (tmp_path / "a.txt").read_bytes() == b"ancien"
    write_all(tmp_path, {PurePosixPath("a.txt"): None})
    assert not (tmp_path / "a.txt").exists()


class Stopped(Mapping[PurePosixPath, bytes | None]):
    """Files to write, after which somebody types Ctrl+C."""

    def __getitem__(self, path: PurePosixPath) -> bytes | None:
        return b"un"

    def __len__(self) -> int:
        return 2

    def __iter__(self) -> Iterator[PurePosixPath]:
        yield from (PurePosixPath("a.txt"), PurePosixPath("b.txt"))
        raise KeyboardInterrupt


def test_a_command_that_is_stopped_leaves_all_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"ancien")
    with pytest.raises(KeyboardInterrupt):
        write_all(tmp_path, Stopped())
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"ancien"]


def test_what_is_open_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As on Windows, where an antivirus opens each new file.
    (tmp_path / "fait").write_bytes(b"un")
    monkeypatch.setattr(files, "TRIES", 100)
    with windows_disk(), (tmp_path / "fait").open("rb") as looking:
        Timer(0.02, looking.close).start()
        files.move(tmp_path / "fait", tmp_path / "place")
    assert (tmp_path / "place").read_bytes() == b"un"

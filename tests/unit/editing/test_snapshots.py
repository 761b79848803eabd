"""The sources as they were: kept once each, found again, put back, and never for ever."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath

import pytest
from tests.copies import files_under
from tests.mended import MODULE, STEP, minimal_project

from emas.editing.changing import change_sources
from emas.editing.restoring import NotUnderstoodError, chosen, go_back, prepared
from emas.editing.snapshots import DAYS, FEWEST, LAST, Snapshot, folder, snapshots, take, to_keep
from emas.project import Project

NOW = datetime(2026, 11, 22, 17, 42, tzinfo=UTC)


@pytest.fixture
def small(tmp_path: Path) -> Project:
    return minimal_project(tmp_path)


def contents(place: Project) -> int:
    return len(files_under(folder(place) / "contenus"))


def test_a_content_is_kept_once(small: Project) -> None:
    take(small, "emas fix", now=NOW)
    before = contents(small)
    change_sources(small, {STEP: b"un"}, "emas fix")
    take(small, "emas import", now=NOW)
    assert contents(small) == before + 1


def test_only_sources_are_kept(small: Project) -> None:
    for name in (".cache/un.md", "build/site/index.html", "content/.cache", "donnees/codes.json"):
        file = small.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"autre")
    (small.root / "content" / "lien.md").symlink_to(small.root / "build" / "site" / "index.html")
    kept = take(small, "emas fix").files
    assert {path.parts[0] for path in kept} == {"content", "modules", "mkdocs.yml"}
    assert not any("lien" in str(path) or ".cache" in str(path) for path in kept)


def test_what_is_too_large_is_told_and_left(
    small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("emas.editing.snapshots.MAX_FILE", 1000)
    film = PurePosixPath("modules/essai/media/film.mp4")
    (small.root / film).write_bytes(b"0" * 1001)
    taken = take(small, "emas fix")
    assert taken.left == (film,)
    assert prepared(small, taken).newer == []


def test_the_same_sources_have_one_snapshot(small: Project) -> None:
    take(small, "emas import", now=NOW)
    take(small, "emas fix", now=NOW)
    assert [item.before for item in snapshots(small)] == ["emas fix"]


def test_going_back_then_back_again(small: Project) -> None:
    old = (small.root / STEP).read_bytes()
    change_sources(small, {STEP: b"un"}, "emas fix")
    (first,) = snapshots(small)
    go_back(small, prepared(small, first))
    assert (small.root / STEP).read_bytes() == old
    go_back(small, prepared(small, snapshots(small)[-1]))
    assert (small.root / STEP).read_bytes() == b"un"


def test_a_file_that_is_gone_comes_back_and_a_newer_one_stays(small: Project) -> None:
    first = take(small, "emas fix")
    newer = MODULE.parent / "02-suite.md"
    (small.root / STEP).unlink()
    (small.root / newer).write_bytes(b"suite")
    result = prepared(small, first)
    assert (list(result.files), result.newer, result.lost) == ([STEP], [newer], [])
    go_back(small, result)
    assert (small.root / STEP).is_file()
    assert (small.root / newer).read_bytes() == b"suite"


def test_a_damaged_content_is_not_put_back(small: Project) -> None:
    first = take(small, "emas fix")
    for file in (folder(small) / "contenus").glob("*/*"):
        file.write_bytes(b"autre")
    (small.root / STEP).write_bytes(b"un")
    assert prepared(small, first).lost == [STEP]


def test_nothing_is_written_through_a_link(small: Project, tmp_path: Path) -> None:
    first = take(small, "emas fix")
    (small.root / STEP).unlink()
    (small.root / STEP).symlink_to(tmp_path / "ailleurs.md")
    assert prepared(small, first).lost == [STEP]


LISTED = """\
{"pris": "2026-11-22T17:42:00Z", "avant": "emas fix", "fichiers": {"%s": "%s"}, "laisses": []}
"""


@pytest.mark.parametrize(
    "text",
    ["", "{", LISTED % ("../x", "0" * 64), LISTED % ("/x", "0" * 64), LISTED % ("content/x", "")],
)
def test_a_list_that_is_not_ours_is_left_aside(small: Project, text: str) -> None:
    take(small, "emas fix")
    (folder(small) / "etats" / "000002.json").write_text(text)
    assert [item.number for item in snapshots(small)] == [1]


def at(number: int, taken: datetime, content: str = "a") -> Snapshot:
    return Snapshot(number, taken, "emas fix", {STEP: content})


def test_the_last_ones_are_kept_then_one_a_day_then_none() -> None:
    hours = [NOW - timedelta(hours=12 * rank) for rank in range(400)]
    known = [at(number, taken) for number, taken in enumerate(reversed(hours), 1)]
    kept = to_keep(known, {})
    assert kept[-LAST:] == known[-LAST:]
    older = kept[:-LAST]
    assert len({item.taken.date() for item in older}) == len(older)
    assert NOW - kept[0].taken <= timedelta(days=DAYS)
    assert len(kept) < LAST + DAYS


def test_the_oldest_go_when_there_is_too_much() -> None:
    known = [at(number, NOW, str(number)) for number in range(1, 9)]
    sizes = {str(number): 60_000_000 for number in range(1, 9)}
    assert to_keep(known, sizes) == known[-FEWEST:]
    assert to_keep([], {}) == []


def test_what_no_snapshot_holds_goes_later(small: Project) -> None:
    take(small, "emas fix")
    orphan = folder(small) / "contenus" / "00" / ("0" * 64)
    orphan.parent.mkdir(exist_ok=True)
    orphan.write_bytes(b"")
    take(small, "emas fix")
    assert orphan.is_file()
    os.utime(orphan, (0, 0))
    take(small, "emas fix")
    assert not orphan.exists()


KNOWN = [
    at(1, datetime(2025, 11, 21, 9, 0, tzinfo=UTC)),
    at(2, datetime(2026, 11, 20, 9, 0, tzinfo=UTC)),
    at(3, datetime(2026, 11, 21, 8, 5, tzinfo=UTC)),
    at(4, datetime(2026, 11, 21, 17, 42, tzinfo=UTC)),
    at(5, datetime(2026, 11, 22, 9, 5, tzinfo=UTC)),
]


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("1", 5),
        ("5", 1),
        ("6", None),
        ("0", None),
        ("hier", 4),
        ("Hier à 8 h 05", 3),
        ("hier 8h", 3),
        ("avant-hier", 2),
        ("aujourd’hui", 5),
        ("aujourd'hui à 10 h", None),
        ("17 h 42", 4),
        ("17:42", 4),
        ("9 h", 5),
        ("2026-11-21", 4),
        ("2026-11-21 08:05", 3),
        ("21/11", 4),
        ("21/11/2025", 1),
        ("21 novembre", 4),
        ("le 21 novembre 2025 à 9 h 00", 1),
        ("1er mai", None),
    ],
)
def test_when_is_said_in_many_ways(asked: str, number: int | None) -> None:
    found = chosen(KNOWN, asked, NOW)
    assert (found.number if found else None) == number


@pytest.mark.parametrize("asked", ["", "demain", "31/02", "12 brumaire", "hier soir", "25 h"])
def test_the_rest_is_not_understood(asked: str) -> None:
    with pytest.raises(NotUnderstoodError):
        chosen(KNOWN, asked, NOW)

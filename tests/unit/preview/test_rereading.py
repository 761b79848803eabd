"""Files are read again where they changed, and nowhere else."""

import os
from pathlib import Path

from emas.preview.rereading import Rereading
from emas.preview.watching import marks
from emas.project import Project

LONG_AGO = (1_600_000_000, 1_600_000_000)


def test_what_has_not_changed_is_the_same_object(tmp_path: Path) -> None:
    path, read = tmp_path / "texte.md", Rereading()
    path.write_text("bonjour")
    first = read(path)
    path.write_text("bonjour")
    assert (first, read(path) is first) == (b"bonjour", True)


def test_what_changes_twice_under_one_date_is_seen(tmp_path: Path) -> None:
    # Dates of FAT disks have two seconds, and « rouge » is as long as « jaune ».
    path, read = tmp_path / "texte.md", Rereading()
    path.write_text("rouge")
    date = path.stat().st_mtime_ns
    first = read(path)
    path.write_text("jaune")
    os.utime(path, ns=(date, date))
    assert (first, read(path)) == (b"rouge", b"jaune")


def test_marks_tell_what_is_replaced_under_the_same_date_and_size(tmp_path: Path) -> None:
    project = Project(tmp_path)
    (tmp_path / "modules").mkdir()
    path, new = tmp_path / "modules" / "texte.md", tmp_path / "tampon"
    for place, text in ((path, "rouge"), (new, "jaune")):
        place.write_text(text)
        os.utime(place, LONG_AGO)
    before = marks(project)
    new.replace(path)
    assert marks(project).sources != before.sources
    assert marks(project).around == before.around

"""Backups: whole while the service runs, and nothing that was erased comes back with them."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.copies import run
from tests.tracking.asking import statement
from tests.tracking.test_durability import files_no_larger_than
from tests.tracking.test_erasing import HERS, HIS, SAID, SESSION, fill, told
from tests.tracking.writing import opened, write

from emas.project import Project
from emas.tracking.catalogue import TrackedPlan
from emas.tracking.keeping.backing import BackupError, back_up, restore
from emas.tracking.keeping.erasing import erase
from emas.tracking.keeping.purging import purge
from emas.tracking.store import Store
from emas.tracking.store.auditing import Deed, lines
from emas.tracking.store.erasing import Target
from emas.tracking.store.reading import Query, page
from emas.tracking.store.rooms import answers_of

DEED = Deed("commande", "effacement", SESSION)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The least that is a project."""
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    return Project(tmp_path)


@pytest.fixture
def database(project: Project) -> Path:
    return project.data / "suivi" / "suivi.db"


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    with opened(f"sqlite:///{database}") as found:
        yield found


def count(database: Path) -> int:
    with opened(f"sqlite:///{database}") as store:
        return len(store.read(page, Query()).statements)


def test_a_backup_is_whole_while_the_database_is_written(
    store: Store, database: Path, project: Project
) -> None:
    write(store, *(statement() for _ in range(5)))
    copy = project.root / "copie.db"
    assert run(project, "track", "sauvegarder", str(copy)).exit_code == 0
    write(store, statement())
    with closing(sqlite3.connect(copy)) as found:
        assert found.execute("SELECT count(*) FROM statement").fetchone() == (5,)
    assert (copy.stat().st_mode & 0o777, [*project.root.glob(".*")]) == (0o600, [])
    assert [one.deed.action for one in store.read(lines, 9)] == ["sauvegarde"]
    again = run(project, "track", "sauvegarder", str(copy))
    assert (again.exit_code, "existe déjà" in again.stderr) == (1, True)
    assert database.exists()


def test_what_was_erased_is_erased_again(project: Project, database: Path) -> None:
    copy = project.root / "copie.db"
    with opened(f"sqlite:///{database}") as store:
        fill(store)
        back_up(database, copy)
        erase(project, store, Target(SESSION, HERS), DEED)
        write(store, told(HIS, "after the backup"))
    done = run(project, "track", "restaurer", str(copy))
    assert (done.exit_code, done.stderr) == (0, "")
    assert "3 énoncés effacés de nouveau, 0 avis." in done.stdout
    with opened(f"sqlite:///{database}") as store:
        assert list(store.read(answers_of, SESSION)) == [("acquis", HIS)]
        assert [one.deed.action for one in store.read(lines, 9)] == ["restauration"]
    folder = database.parent
    assert [one for one in folder.iterdir() if HERS.encode() in one.read_bytes()] == []
    former, here = sorted(path.name for path in folder.iterdir())
    assert (former[:12], here) == ("suivi.avant-", "suivi.db")
    assert b"after the backup" in (folder / former).read_bytes()


def test_what_is_erased_later_leaves_the_former_database_too(
    project: Project, database: Path
) -> None:
    copy = project.root / "copie.db"
    with opened(f"sqlite:///{database}") as store:
        fill(store)
    back_up(database, copy)
    aside, _ = restore(project, database, copy)
    assert aside
    assert HERS.encode() in aside.read_bytes()
    with opened(f"sqlite:///{database}") as store:
        erase(project, store, Target(SESSION, HERS), DEED)
        assert HERS.encode() not in aside.read_bytes()
        assert SAID.encode() in aside.read_bytes()  # the opinion is nobody's
        today = date.today()
        list(purge(project, store, TrackedPlan(), today + timedelta(30), "service"))
        assert aside.exists()
        list(purge(project, store, TrackedPlan(), today + timedelta(31), "service"))
    assert not aside.exists()


def test_nothing_is_put_in_the_place_of_a_database_that_is_used(
    store: Store, project: Project, database: Path
) -> None:
    write(store, statement())
    copy = project.root / "copie.db"
    back_up(database, copy)
    write(store, statement())
    done = run(project, "track", "restaurer", str(copy))
    assert (done.exit_code, done.stderr) == (
        1,
        "Erreur : la base est utilisée : arrêtez d’abord le service. Rien n’a été changé.\n",
    )
    write(store, statement())
    assert len(store.read(page, Query()).statements) == 3


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + b"x" * 5000])
def test_what_is_no_backup_changes_nothing(
    project: Project, database: Path, content: bytes
) -> None:
    with opened(f"sqlite:///{database}") as store:
        write(store, statement())
    wrong = project.root / "copie.db"
    wrong.write_bytes(content)
    done = run(project, "track", "restaurer", str(wrong))
    assert (done.exit_code, "Rien n’a été changé." in done.stderr) == (1, True)
    assert [path.name for path in database.parent.iterdir()] == ["suivi.db"]
    assert count(database) == 1


def test_a_damaged_backup_is_told(project: Project, database: Path) -> None:
    with opened(f"sqlite:///{database}") as store:
        write(store, *(statement() for _ in range(200)))
    copy = project.root / "copie.db"
    back_up(database, copy)
    data = bytearray(copy.read_bytes())
    data[20_000:24_000] = bytes(4000)
    copy.write_bytes(data)
    with pytest.raises(BackupError):
        restore(project, database, copy)
    assert count(database) == 100  # a page of statements: all are there


def test_a_damaged_database_gives_way_and_stays_beside(project: Project, database: Path) -> None:
    with opened(f"sqlite:///{database}") as store:
        write(store, statement())
    copy = project.root / "copie.db"
    back_up(database, copy)
    database.write_bytes(b"burnt")
    told = run(project, "track", "purger")
    assert (told.exit_code, "la base de données ne s’ouvre pas" in told.stderr) == (1, True)
    aside, _ = restore(project, database, copy)
    assert aside
    assert (aside.read_bytes(), count(database)) == (b"burnt", 1)


def test_a_new_computer_starts_from_a_backup(project: Project, database: Path) -> None:
    with opened(f"sqlite:///{database}") as store:
        write(store, statement())
    copy = project.root / "copie.db"
    back_up(database, copy)
    shutil.rmtree(project.data)
    assert restore(project, database, copy)[0] is None
    assert count(database) == 1


def test_postgresql_has_its_own_tools(project: Project) -> None:
    done = run(project, "track", "sauvegarder", "x", "--base", "postgresql://personne@ici/suivi")
    assert (done.exit_code, "pg_dump" in done.stderr) == (2, True)


def test_a_full_disk_leaves_the_former_database(project: Project, database: Path) -> None:
    with opened(f"sqlite:///{database}") as store:
        write(store, statement())
    copy = project.root / "copie.db"
    back_up(database, copy)
    with files_no_larger_than(10_000):
        done = run(project, "track", "restaurer", str(copy))
    assert (done.exit_code, "ne se copie pas" in done.stderr) == (1, True)
    assert ([path.name for path in database.parent.iterdir()], count(database)) == (["suivi.db"], 1)

"""What is erased leaves the files too, and does not come back: not even from an older database."""

import shutil
import uuid
from itertools import islice
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url
from tests.tracking.asking import ANSWERED, Statement, about
from tests.tracking.postgres import new_database
from tests.tracking.writing import opened, write

from emas.model.codes import new_codes
from emas.model.sheet import Sheet
from emas.project import Project
from emas.records.codes import read_codes, session_codes
from emas.records.errors import RecordsError
from emas.records.sheets import keep_sheets, kept_sheets
from emas.tracking.keeping.erasing import erase, reconcile
from emas.tracking.store import ErasedError, Store
from emas.tracking.store.auditing import Deed, lines
from emas.tracking.store.documents import Change, Document, Place, Resource, Verb, change
from emas.tracking.store.erasing import Deleted, Target
from emas.tracking.store.reading import by_id
from emas.tracking.store.rooms import Opinion, Token, answers_of, give, opinions_of, say
from emas.xapi import names
from emas.xapi.actors import identity

SESSION = "aut-aesh-2027-01"
HERS, HIS, SHEET = islice(new_codes(), 3)
SAID = "Zuydcoote-4217"
"""What she wrote: nothing else in a database looks like it."""


def account(code: str) -> Statement:
    return {"account": {"homePage": names.session(SESSION), "name": code}}


def told(code: str, response: str = "r0", question: str = "aut-q01@00000000") -> Statement:
    """Return the answer of a participant, as the service keeps it."""
    return {
        "id": str(uuid.uuid4()),
        "actor": account(code),
        "verb": {"id": ANSWERED},
        "object": {
            "id": names.question(question),
            "definition": {"name": {"fr": f"Question {question}"}},
        },
        "result": {"response": response},
        "context": {
            "contextActivities": {
                "parent": [{"id": names.moment(SESSION, "acquis")}],
                "grouping": [{"id": names.session(SESSION)}],
            }
        },
    }


def fill(store: Store) -> list[Statement]:
    """Have both answer, one of them alone to a question; return what is about her."""
    said = [told(HERS, SAID), told(HERS, SAID, "aut-q02@00000000")]
    said.append(about(said[0]["id"], "http://example.org/commented"))
    write(store, *said, told(HIS))
    for code in (HERS, HIS):
        store.write(give, Token(code.encode().ljust(32), SESSION, code, 2**62)).result()
        place = Place(Resource.STATE, "x:a", identity(account(code)))
        store.write(change, Change(Verb.PUT, place, "lu", Document(SAID.encode(), "text/plain")))
    store.write(say, Opinion(SESSION, "satisfaction", SHEET, {"avis@1": SAID})).result()
    return said


def files_of(url: str, folder: Path) -> list[Path]:
    """Return the files where a database keeps its rows."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return [*folder.glob("suivi.db*")]
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        row = connection.execute(
            "SELECT current_setting('data_directory'), oid FROM pg_database"
            " WHERE datname = current_database()"
        ).fetchone()
    assert row
    return [path for path in (Path(row[0]) / "base" / str(row[1])).iterdir() if path.is_file()]


def wal_of_postgresql(url: str) -> list[Path]:
    """Return the files of the journal of PostgreSQL, once it keeps none that it needs no more."""
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        for step in ("SELECT pg_switch_wal()", "CHECKPOINT"):
            connection.execute(step)
        row = connection.execute("SELECT current_setting('data_directory')").fetchone()
    assert row
    return [path for path in (Path(row[0]) / "pg_wal").iterdir() if path.is_file()]


def holding(url: str, folder: Path, said: str) -> list[str]:
    """Return the names of the files where those bytes are."""
    return [one.name for one in files_of(url, folder) if said.encode() in one.read_bytes()]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_no_byte_of_a_participant_is_left(database: str, tmp_path: Path, project: Project) -> None:
    with opened(database) as store:
        said = fill(store)
        store.write(say, Opinion(SESSION, "satisfaction", HIS, {"avis@1": "autre"})).result()
        done = erase(project, store, Target(SESSION, HERS), Deed("commande", "effacement", SESSION))
        assert done.rows == Deleted(statements=3, answers=2, opinions=0, documents=1)
        assert [store.read(by_id, one["id"], voided=False) for one in said] == [None] * 3
        assert list(store.read(answers_of, SESSION)) == [("acquis", HIS)]
        assert len(store.read(opinions_of, SESSION)) == 2
        erase(project, store, Target(SESSION, SHEET), Deed("commande", "effacement", SESSION))
        assert [one.code for one in store.read(opinions_of, SESSION)] == [HIS]
        place = Place(Resource.STATE, "x:a", identity(account(HIS)))
        store.write(change, Change(Verb.DELETE, place, None)).result()
        assert holding(database, tmp_path, SAID) != []
        store.compact()
        assert [holding(database, tmp_path, one) for one in (SAID, HERS, SHEET)] == [[], [], []]
        assert holding(database, tmp_path, "aut-q02@") == []
        assert holding(database, tmp_path, HIS) != []
        assert [one.deed for one in store.read(lines, 9)] == [
            Deed("commande", "effacement", SESSION)
        ] * 2


def test_the_journal_of_postgresql_forgets_at_its_next_checkpoint(
    postgresql: str, project: Project
) -> None:
    """If it does not recycle its segments: docs/exploitation.md asks for it."""
    database = new_database(postgresql, uuid.uuid4().hex)
    with opened(database) as store:
        fill(store)
        erase(project, store, Target(SESSION), Deed("commande", "effacement", SESSION))
        store.compact()
    segments = wal_of_postgresql(database)
    assert segments != []
    assert [one.name for one in segments if SAID.encode() in one.read_bytes()] == []


def test_what_was_erased_does_not_come_back(database: str, project: Project) -> None:
    with opened(database) as store:
        said = fill(store)
        erase(project, store, Target(SESSION, HERS), Deed("commande", "effacement", SESSION))
        fresh, other = told(HERS, "later"), told(HIS, "later")
        write(store, *said, fresh, other)
        kept = [store.read(by_id, one["id"], voided=False) for one in (*said, fresh, other)]
        assert [one is not None for one in kept] == [False] * 4 + [True]
        assert store.read(answers_of, SESSION) == {("acquis", HIS): {"aut-q01@00000000": "later"}}
        with pytest.raises(ErasedError):
            store.write(give, Token(b"x" * 32, SESSION, HERS, 2**62)).result()
        store.write(give, Token(b"y" * 32, "another", HERS, 2**62)).result()


def test_a_whole_session_takes_nothing_any_more(
    database: str, tmp_path: Path, project: Project
) -> None:
    with opened(database) as store:
        fill(store)
        done = erase(project, store, Target(SESSION), Deed("commande", "effacement", SESSION))
        assert done.rows == Deleted(statements=4, answers=3, opinions=1, documents=2)
        store.compact()
        said = (SAID, HERS, HIS, SHEET)
        assert [holding(database, tmp_path, one) for one in said] == [[]] * 4
        write(store, told(HIS))
        assert store.read(answers_of, SESSION) == {}
        assert not store.write(say, Opinion(SESSION, "satisfaction", SHEET, {})).result()
        with pytest.raises(ErasedError):
            store.write(give, Token(b"x" * 32, SESSION, "K7FMXR4", 2**62)).result()


def test_an_older_database_is_cleaned_of_what_was_erased_since(
    database: str, tmp_path: Path, project: Project
) -> None:
    """The journal alone remembers: the database is another one, where nothing was erased."""
    with opened(f"sqlite:///{tmp_path / 'other' / 'suivi.db'}") as store:
        erase(project, store, Target(SESSION, HERS), Deed("commande", "effacement", SESSION))
        erase(project, store, Target("gone"), Deed("commande", "effacement", "gone"))
    with opened(database) as store:
        said = fill(store)
        store.write(say, Opinion("gone", "satisfaction", SHEET, {"avis@1": SAID})).result()
        assert reconcile(project, store) == Deleted(3, 2, 1, 1)
        assert reconcile(project, store) == Deleted()
        write(store, *said)
        assert list(store.read(answers_of, SESSION)) == [("acquis", HIS)]
        assert store.read(opinions_of, "gone") == []


def test_paper_does_not_bring_it_back(tmp_path: Path, project: Project) -> None:
    hers, his = session_codes(project, SESSION, 2, 1).participants
    sheets = [Sheet("acquis", code, 1, {"aut-q01@00000000": SAID}) for code in (hers, his)]
    keep_sheets(project, SESSION, sheets, ())
    with opened(f"sqlite:///{tmp_path / 'suivi.db'}") as store:
        done = erase(project, store, Target(SESSION, hers), Deed("commande", "effacement", SESSION))
    assert done.sheets == 1
    assert kept_sheets(project, SESSION) == (sheets[1],)
    merged = keep_sheets(project, SESSION, sheets, (), replacing=True)
    assert (merged.added, merged.erased) == ((), (sheets[0],))
    renewed, same = read_codes(project, SESSION).participants
    assert (renewed != hers, same) == (True, his)
    everywhere = [path for path in project.data.rglob("*") if path.is_file()]
    assert [path.name for path in everywhere if hers.encode() in path.read_bytes()] == []


def test_a_copy_of_the_sheets_is_cleaned_too(tmp_path: Path, project: Project) -> None:
    keep_sheets(project, SESSION, [Sheet("acquis", HERS, 1, {"aut-q01@00000000": SAID})], ())
    copied = shutil.copytree(project.data / "sessions", tmp_path / "copy")
    with opened(f"sqlite:///{tmp_path / 'suivi.db'}") as store:
        erase(project, store, Target(SESSION, HERS), Deed("commande", "effacement", SESSION))
        shutil.copytree(copied, project.data / "sessions", dirs_exist_ok=True)
        reconcile(project, store)
    assert kept_sheets(project, SESSION) == ()


def test_a_damaged_journal_stops_everything(tmp_path: Path, project: Project) -> None:
    project.data.mkdir()
    (project.data / "effacements.json").write_text("{}", encoding="utf-8")
    with opened(f"sqlite:///{tmp_path / 'suivi.db'}") as store, pytest.raises(RecordsError):
        reconcile(project, store)

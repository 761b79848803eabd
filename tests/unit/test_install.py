"""Outputs take the place of the former ones: all or nothing, nothing lost."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path, PurePosixPath

import pytest
from tests.copies import files_under

from emas.install import Placed, install, noted, recover
from emas.project import Project

DECK = PurePosixPath("autisme.pptx")
OTHER = PurePosixPath("voisin.pptx")
IN_BUILD = PurePosixPath("build/diapos/autisme.pptx")


@pytest.fixture
def place(tmp_path: Path) -> Project:
    """An empty project: what is installed needs no source."""
    return Project(tmp_path)


def contents(place: Project) -> dict[str, bytes]:
    return {name: (place.build / name).read_bytes() for name in files_under(place.build)}


def test_outputs_are_put_in_place_and_noted(place: Project) -> None:
    install(place, "diapos", {DECK: b"un", PurePosixPath("a/b.pptx"): b"deux"})
    assert contents(place) == {"diapos/a/b.pptx": b"deux", "diapos/autisme.pptx": b"un"}
    assert noted(place) == {
        "build/diapos/a/b.pptx": sha256(b"deux").hexdigest(),
        "build/diapos/autisme.pptx": sha256(b"un").hexdigest(),
    }
    assert sorted(files_under(place.work)) == ["empreintes.json"]


def test_what_the_program_made_is_replaced_without_a_copy(place: Project) -> None:
    install(place, "diapos", {DECK: b"un"})
    assert install(place, "diapos", {DECK: b"deux"}) == Placed()
    assert contents(place) == {"diapos/autisme.pptx": b"deux"}


def test_a_file_edited_by_hand_is_kept_beside(place: Project) -> None:
    install(place, "diapos", {DECK: b"un"})
    (place.build / "diapos" / DECK).write_bytes(b"ma version")
    placed = install(place, "diapos", {DECK: b"deux"})
    assert placed.kept == {IN_BUILD: PurePosixPath("build/diapos/autisme (modifié).pptx")}
    assert contents(place) == {
        "diapos/autisme (modifié).pptx": b"ma version",
        "diapos/autisme.pptx": b"deux",
    }


def test_a_second_edited_file_has_a_name_of_its_own(place: Project) -> None:
    install(place, "diapos", {DECK: b"un"})
    for version in (b"a", b"b", b"c"):
        (place.build / "diapos" / DECK).write_bytes(version)
        install(place, "diapos", {DECK: b"encore"})
    assert contents(place) == {
        "diapos/autisme (modifié).pptx": b"a",
        "diapos/autisme (modifié 2).pptx": b"b",
        "diapos/autisme (modifié 3).pptx": b"c",
        "diapos/autisme.pptx": b"encore",
    }


def test_a_file_that_nobody_noted_is_kept_too(place: Project) -> None:
    (place.build / "diapos").mkdir(parents=True)
    (place.build / "diapos" / DECK).write_bytes("d’une autre machine".encode())
    install(place, "diapos", {DECK: b"un"})
    assert sorted(contents(place)) == ["diapos/autisme (modifié).pptx", "diapos/autisme.pptx"]


def test_the_same_bytes_are_no_edit(place: Project) -> None:
    (place.build / "diapos").mkdir(parents=True)
    (place.build / "diapos" / DECK).write_bytes(b"un")
    assert install(place, "diapos", {DECK: b"un"}) == Placed()
    assert contents(place) == {"diapos/autisme.pptx": b"un"}


def test_pages_of_the_site_are_replaced_whatever_they_hold(place: Project) -> None:
    # « mkdocs build » writes there too; « index (modifié).html » would be published.
    page, old = PurePosixPath("index.html"), PurePosixPath("old.html")
    install(place, "site", {page: b"un", old: b"un"})
    (place.build / "site" / page).write_bytes(b"autre")
    (place.build / "site" / old).write_bytes(b"autre")
    assert install(place, "site", {page: b"deux"}, [old], keep_edited=False) == Placed()
    assert contents(place) == {"site/index.html": b"deux"}


def test_obsolete_outputs_go_and_leave_no_empty_folder(place: Project) -> None:
    sheet = PurePosixPath("voisin/livret.pdf")
    install(place, "livrets", {sheet: b"un", PurePosixPath("autisme/livret.pdf"): b"un"})
    install(place, "livrets", {}, [sheet])
    assert contents(place) == {"livrets/autisme/livret.pdf": b"un"}
    assert not (place.build / "livrets" / "voisin").exists()
    assert list(noted(place)) == ["build/livrets/autisme/livret.pdf"]


def test_an_obsolete_output_that_was_edited_stays(place: Project) -> None:
    install(place, "diapos", {DECK: b"un", OTHER: b"un"})
    (place.build / "diapos" / OTHER).write_bytes(b"ma version")
    install(place, "diapos", {DECK: b"un"}, [OTHER])
    assert contents(place) == {"diapos/autisme.pptx": b"un", "diapos/voisin.pptx": b"ma version"}


def test_what_others_put_in_build_is_not_touched(place: Project) -> None:
    (place.build / "sessions" / "s1").mkdir(parents=True)
    (place.build / "sessions" / "s1" / "emargement.pdf").write_bytes(b"signatures")
    (place.build / "notes.txt").write_bytes(b"notes")
    install(place, "diapos", {DECK: b"un", OTHER: b"un"})
    install(place, "diapos", {DECK: b"deux"}, [OTHER])
    assert contents(place) == {
        "diapos/autisme.pptx": b"deux",
        "notes.txt": b"notes",
        "sessions/s1/emargement.pdf": b"signatures",
    }


Cut = Callable[[Project], None]


def nothing_moved(_: Project) -> None:
    """The journal was written, and that is all."""


def one_moved(place: Project) -> None:
    (place.work / "chantier" / "00000").replace(place.build / "diapos" / DECK)


def edited_set_aside(place: Project) -> None:
    """The edited file is beside; the new one is not yet in its place."""
    other = place.build / "diapos" / OTHER
    other.replace(other.with_name("voisin (modifié).pptx"))


def all_moved(place: Project) -> None:
    edited_set_aside(place)
    one_moved(place)
    (place.work / "chantier" / "00001").replace(place.build / "diapos" / OTHER)


def removed(place: Project) -> None:
    all_moved(place)
    (place.build / "diapos" / "ancien.pptx").unlink()


def noted_too(place: Project) -> None:
    removed(place)
    journal = json.loads((place.work / "journal.json").read_text())
    (place.work / "empreintes.json").write_text(json.dumps(journal["hashes"]))


def interrupted(place: Project, cut: Cut) -> None:
    """Leave what a run leaves that puts two decks, one of them edited, and is cut short."""
    old = PurePosixPath("ancien.pptx")
    install(place, "diapos", {DECK: b"un", OTHER: b"un", old: b"un"})
    (place.build / "diapos" / OTHER).write_bytes(b"ma version")
    staging = place.work / "chantier"
    staging.mkdir()
    (staging / "00000").write_bytes(b"deux")
    (staging / "00001").write_bytes(b"deux")
    hashes = {f"build/diapos/{name}": sha256(b"deux").hexdigest() for name in (DECK, OTHER)}
    journal = {
        "moves": [
            {"staged": ".emas/chantier/00000", "final": "build/diapos/autisme.pptx"},
            {"staged": ".emas/chantier/00001", "final": "build/diapos/voisin.pptx"},
        ],
        "removals": ["build/diapos/ancien.pptx"],
        "hashes": hashes,
        "keep_edited": True,
    }
    (place.work / "journal.json").write_text(json.dumps(journal))
    cut(place)


CUTS = (nothing_moved, one_moved, edited_set_aside, all_moved, removed, noted_too)


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: cut.__name__)
def test_a_run_cut_short_is_finished_at_the_next_start(place: Project, cut: Cut) -> None:
    interrupted(place, cut)
    recover(place)
    assert contents(place) == {
        "diapos/autisme.pptx": b"deux",
        "diapos/voisin (modifié).pptx": b"ma version",
        "diapos/voisin.pptx": b"deux",
    }
    assert sorted(files_under(place.work)) == ["empreintes.json"]
    assert noted(place) == {
        f"build/diapos/{name}": sha256(b"deux").hexdigest() for name in (DECK, OTHER)
    }


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: cut.__name__)
def test_finishing_twice_changes_nothing_more(place: Project, cut: Cut) -> None:
    interrupted(place, cut)
    journal = (place.work / "journal.json").read_bytes()
    recover(place)
    once = contents(place)
    (place.work / "journal.json").write_bytes(journal)  # as after a crash of the computer
    assert recover(place) == Placed()
    assert contents(place) == once


def test_a_deck_edited_between_the_cut_and_the_next_start_is_kept(place: Project) -> None:
    interrupted(place, nothing_moved)
    (place.build / "diapos" / DECK).write_bytes(b"ma version aussi")
    assert recover(place).kept == {
        IN_BUILD: PurePosixPath("build/diapos/autisme (modifié).pptx"),
        PurePosixPath("build/diapos/voisin.pptx"): PurePosixPath(
            "build/diapos/voisin (modifié).pptx"
        ),
    }


def test_what_was_staged_without_a_journal_is_dropped(place: Project) -> None:
    install(place, "diapos", {DECK: b"un"})
    (place.work / "chantier").mkdir()
    (place.work / "chantier" / "00000").write_bytes(b"deux")
    (place.work / ".ab12cd.partiel").write_bytes(b"de")
    assert recover(place) == Placed()
    assert contents(place) == {"diapos/autisme.pptx": b"un"}
    assert sorted(files_under(place.work)) == ["empreintes.json"]


def test_hashes_that_cannot_be_read_count_as_none(place: Project) -> None:
    place.work.mkdir()
    (place.work / "empreintes.json").write_text("{à moitié")
    assert noted(place) == {}


def test_what_the_disk_refuses_leaves_the_former_outputs(place: Project) -> None:
    install(place, "diapos", {DECK: b"un"})
    (place.work / "chantier").write_text("un fichier là où il faut un dossier")
    with pytest.raises(OSError, match="exists"):
        install(place, "diapos", {DECK: b"deux"})
    assert contents(place) == {"diapos/autisme.pptx": b"un"}

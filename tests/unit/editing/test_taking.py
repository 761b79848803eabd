"""Our modules taken, then updated: what we bring, what the team keeps."""

from functools import cache
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.mended import ESSAI, MODULE, STEP
from tests.shared_adaptations import ENTRY, NAMED, PATH
from tests.shelves import (
    SECOND,
    SOURCES,
    TEAM,
    V1,
    V2,
    VOCABULARY,
    entry,
    project_of,
    second_step,
    shelf,
    sources_file,
    written,
)

from emas.diagnostics import has_errors
from emas.editing.taken_fates import Fate
from emas.editing.taken_memory import PATH as TAKEN
from emas.editing.taken_memory import Memory, read_memory
from emas.editing.taking import ASIDE, RefusedError, Report, taken
from emas.editing.yaml_text import tree
from emas.pipeline import load_sources
from emas.readers.sources import Sources

BEFORE = project_of(V1)


def take(project: Sources, ours: Sources, memory: Memory) -> tuple[Sources, Memory, Report]:
    """Return the project, the memory and the report once « essai » was taken."""
    report = taken(project, ours, memory, ["essai"])
    data = report.changes.get(TAKEN)
    after = read_memory(data) if data else memory
    assert after is not None
    return written(project, report.changes), after, report


@cache
def first() -> tuple[Sources, Memory]:
    """Return a project that took the first version."""
    project, memory, _ = take(BEFORE, V1, Memory())
    return project, memory


def edited(changes: dict[PurePosixPath, bytes | None]) -> tuple[Sources, Memory]:
    project, memory = first()
    return written(project, changes), memory


def inside(sources: Sources) -> dict[PurePosixPath, bytes]:
    return {path: data for path, data in sources.files.items() if path.is_relative_to(ESSAI)}


def test_a_module_comes_with_what_it_needs_and_has_no_error() -> None:
    project, memory = first()
    assert inside(project) == inside(V1)
    text = project.files[SOURCES].decode()
    assert text.startswith("# Les sources de l'équipe\nhas-2026:\n")
    assert "titre: Une expertise  # inserm-2024\n" in text
    assert project.files[TEAM] == BEFORE.files[TEAM]
    assert not has_errors(load_sources(project).diagnostics)
    assert memory.modules["essai"].version == "1.0"


def test_a_project_that_nobody_touched_ends_with_the_new_version() -> None:
    project, memory, report = take(*edited({})[:1], V2, first()[1])
    assert inside(project) == inside(V2)
    assert tree(project.text(SOURCES)[0]) == tree(V2.text(SOURCES)[0])
    assert report.files[SECOND] is Fate.REMOVED
    assert memory.modules["essai"].version == "1.1"
    assert not has_errors(load_sources(project).diagnostics)


def test_taking_twice_changes_nothing() -> None:
    project, memory = first()
    assert take(project, V1, memory)[2].changes == {}


def test_what_both_changed_is_kept_and_ours_is_put_aside() -> None:
    project, memory = edited({STEP: b"Le texte de l'\xc3\xa9quipe."})
    after, memory, report = take(project, V2, memory)
    assert report.files[STEP] is Fate.BOTH
    assert after.files[STEP] == project.files[STEP]
    assert report.changes[ASIDE / STEP] == V2.files[STEP]
    again = take(after, V2, memory)[2]
    assert again.files[STEP] is Fate.KEPT
    assert set(again.changes) == {ASIDE / STEP}


def test_what_the_team_alone_changed_or_erased_stays_so() -> None:
    picture = ESSAI / "media" / "carre.svg"
    project, memory = edited({picture: b"<svg/>", ESSAI / "questions.md": None})
    after, _, report = take(project, V2, memory)
    assert (report.files[picture], after.files[picture]) == (Fate.KEPT, b"<svg/>")
    assert ESSAI / "questions.md" not in after.files


def test_a_file_that_we_removed_stays_if_the_team_changed_it() -> None:
    project, memory = edited({SECOND: second_step("Notre fait")})
    after, _, report = take(project, V2, memory)
    assert report.files[SECOND] is Fate.LEFT
    assert after.files[SECOND] == project.files[SECOND]


def test_line_ends_of_windows_are_no_change_of_the_team() -> None:
    project, memory = first()
    windows = {path: data.replace(b"\n", b"\r\n") for path, data in project.files.items()}
    after, _, _ = take(Sources(windows), V2, memory)
    assert after.files[STEP] == V2.files[STEP]
    assert b"Une expertise, revue" in after.files[SOURCES]
    assert b"\n" not in after.files[SOURCES].replace(b"\r\n", b"")


def test_an_entry_that_the_team_changed_is_kept_and_told() -> None:
    project, memory = first()
    text = project.files[SOURCES].replace(b"Une expertise", b"Notre titre") + b"# fin\n"
    after, _, report = take(written(project, {SOURCES: text}), V2, memory)
    assert report.entries[SOURCES, "inserm-2024"] is Fate.BOTH
    assert b"Notre titre" in after.files[SOURCES]
    assert after.files[SOURCES].endswith(b"# fin\n")
    assert report.changes[ASIDE / SOURCES] == V2.files[SOURCES]


def test_a_new_entry_follows_the_one_before_it() -> None:
    project, memory = first()
    own = entry("a-nous", "Notre source").encode()
    after, _, _ = take(written(project, {SOURCES: project.files[SOURCES] + own}), V2, memory)
    text = after.files[SOURCES].decode()
    assert text.index("inserm-2024:") < text.index("drees-2025:") < text.index("a-nous:")
    assert text.endswith(own.decode())


def test_a_word_of_the_vocabulary_goes_to_its_section() -> None:
    lacking = BEFORE.files[VOCABULARY].replace("  college: Collège\n".encode(), b"")
    after, _, _ = take(written(BEFORE, {VOCABULARY: lacking}), V1, Memory())
    assert after.files[VOCABULARY] == BEFORE.files[VOCABULARY]
    none = lacking.replace(b"licences:\n  cc-by-sa-4-0: CC BY-SA 4.0\n", b"")
    after, _, _ = take(written(BEFORE, {VOCABULARY: none}), V1, Memory())
    assert after.files[VOCABULARY] == BEFORE.files[VOCABULARY]


def test_a_folder_that_the_team_wrote_is_refused() -> None:
    own = written(BEFORE, {MODULE: b"titre: Le n\xc3\xb4tre\n"})
    with pytest.raises(RefusedError, match="est à vous"):
        taken(own, V1, Memory(), ["essai"])


def test_what_a_module_needs_comes_with_it() -> None:
    needs = V1.files[MODULE] + b"prerequis: [avant]\n"
    other = {
        PurePosixPath("modules/avant", *path.parts[2:]): data.replace(b"ess-q", b"ava-q")
        for path, data in inside(V1).items()
    }
    ours = shelf({"has-2026": "Une", "inserm-2024": "Deux"}, {MODULE: needs, **other})
    report = taken(BEFORE, ours, Memory(), ["essai"])
    assert report.along == ["avant"]
    assert not has_errors(load_sources(written(BEFORE, report.changes)).diagnostics)


def test_a_shared_adaptation_that_a_module_names_comes_with_what_it_cites() -> None:
    named = V1.files[STEP] + NAMED.encode()
    other = PATH.with_name("pauses.md")
    ours = written(V1, {STEP: named, PATH: ENTRY.encode(), other: ENTRY.encode()})
    report = taken(BEFORE, ours, Memory(), ["essai"])
    assert report.changes[PATH] == ENTRY.encode()
    assert other not in report.changes
    project = written(BEFORE, report.changes)
    assert not has_errors(load_sources(project).diagnostics)
    memory = read_memory(report.changes[TAKEN] or b"")
    assert memory is not None
    mine = written(project, {PATH: ENTRY.replace("Une consigne", "Notre consigne").encode()})
    newer = written(ours, {PATH: ENTRY.replace("Une consigne", "Deux consignes").encode()})
    assert taken(project, newer, memory, ["essai"]).entries[PATH, PATH.stem] is Fate.UPDATED
    again = taken(mine, newer, memory, ["essai"])
    assert again.entries[PATH, PATH.stem] is Fate.BOTH
    assert again.changes[ASIDE / PATH] == newer.files[PATH]


def test_a_file_that_cannot_be_completed_is_refused_with_a_remedy() -> None:
    with pytest.raises(RefusedError, match=r"sources\.yml.*emas check"):
        taken(written(BEFORE, {SOURCES: b"{a: b}"}), V1, Memory(), ["essai"])


NAMES = [MODULE, STEP, SECOND, ESSAI / "03-fin.md", ESSAI / "media" / "note.txt"]
EDITS = st.dictionaries(
    st.sampled_from(NAMES), st.one_of(st.none(), st.binary(max_size=3).map(lambda b: b"x" + b))
)
IDS = st.sampled_from(["has-2026", "inserm-2024", "drees-2025", "a-nous"])
TITLES = st.dictionaries(IDS, st.sampled_from(["Un", "Deux", "Une expertise"]), min_size=1)


@settings(max_examples=150, deadline=None)
@given(EDITS, TITLES, EDITS, TITLES)
def test_nothing_that_the_team_wrote_is_lost(
    team: dict[PurePosixPath, bytes | None],
    titles: dict[str, str],
    ours: dict[PurePosixPath, bytes | None],
    our_titles: dict[str, str],
) -> None:
    header = b'titre: Le module\nversion: "2"\n# has-2026 inserm-2024 drees-2025\n'
    new = shelf(our_titles, {**ours, MODULE: header})
    project, memory = edited({**team, SOURCES: sources_file(titles)})
    given_before = first()[0]
    if not inside(project):
        return
    after, memory, _ = take(project, new, memory)
    for path, data in project.files.items():
        if path != SOURCES and data != given_before.files.get(path):
            assert after.files[path] == data
    known, now = (tree(each.text(SOURCES)[0]) for each in (given_before, after))
    assert isinstance(known, dict)
    assert isinstance(now, dict)
    for name, value in tree_of(project).items():
        assert now[name] == value or value == known.get(name)
    assert set(take(after, new, memory)[2].changes) <= {ASIDE / path for path in (*NAMES, SOURCES)}


def tree_of(project: Sources) -> dict[str, object]:
    said = tree(project.text(SOURCES)[0])
    assert isinstance(said, dict)
    return dict(said)

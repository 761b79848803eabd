"""What is not made again, and what always is."""

import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
from tests.copies import add_module, break_module, files_under, run
from tests.shared_adaptations import ENTRY, NAMED
from tests.small import built, from_nothing, small_project

from emas import cache, pipeline, theme
from emas.adapters.configuration import reads_elsewhere
from emas.cache import Record
from emas.compiler import DOCUMENTS, PROJECT, Request
from emas.diagnostics import Applicability, Code, Diagnostic, Edit, file_start
from emas.document import Priority
from emas.install import install, noted
from emas.jobs import Job, Target
from emas.model import LeftOut, RunningOrder, Sequence, SequenceKind, Variant
from emas.project import Project

pytestmark = pytest.mark.xdist_group("small")

SLIDES = Request((Target.SLIDES,))
PAGES = Request((Target.SITE, Target.TRACKING))


@pytest.fixture(scope="module")
def ready(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small project, built whole; to copy only."""
    place = small_project(root, tmp_path_factory.mktemp("petit") / "projet")
    built(place)
    return place


@pytest.fixture
def place(ready: Project, tmp_path: Path) -> Project:
    shutil.copytree(ready.root, tmp_path / "projet")
    return Project(tmp_path / "projet")


def change(project: Project, name: str, old: str, new: str) -> None:
    path = project.root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def made(project: Project, request: Request | None = None) -> list[str]:
    """Return what a build made: « diapos essai », « site »."""
    paths = {path.parts[1:3] for path in built(project, request).sizes}
    whole = {target for target, _ in paths if target in ("site", "suivi", "supports")}
    parts = {f"{target} {name.partition('.')[0]}" for target, name in paths if target not in whole}
    return sorted(whole | parts)


def documents(*modules: str) -> set[str]:
    return {f"{target} {name}" for target in ("diapos", "livrets", "lms") for name in modules}


# What counts


def keys(project: Project) -> dict[str, str]:
    """Return the key of each piece of work: « diapos essai », « site »."""
    loaded, look = pipeline.load(project), theme.read(project.theme)
    known = cache.keys(project, loaded)
    jobs = [
        Job(project, target, pipeline.around(loaded.catalogue, name), name, Variant(), look)
        for target in DOCUMENTS
        for name in ("essai", "voisin")
    ]
    parts = {f"{job.target} {job.module}": cache.document_key(known, job) for job in jobs}
    whole = {str(one): cache.project_key(known, project, one, loaded) for one in PROJECT}
    return parts | whole


STEP = "modules/voisin/01-lire.md"
REVIEW = "relecture: {faite-le: 2030-01-01, par: Une collègue}"
WHOLE = {"site", "suivi", "cle-usb"}
ALL = {*documents("essai", "voisin"), *WHOLE, "supports"}


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [  # « essai » names « voisin »
        (STEP, "Un chat", "Un loup", {*documents("voisin"), *WHOLE}),
        ("modules/voisin/module.yml", "Un petit", "Un", {*documents("voisin"), *WHOLE}),
        ("modules/voisin/module.yml", "Le module", "Ce module", ALL - {"supports"}),
        (
            "modules/essai/module.yml",
            "Un module",
            "Ce module",
            {*documents("essai"), *WHOLE},
        ),
        ("modules/essai/module.yml", "version:", f"{REVIEW}\nversion:", ALL),  # dates the project
        ("content/equipe.yml", "nom: ", "nom: La ", ALL),
        ("content/plan/2026-2027-lille.yml", "polyvalente", "12", ALL),
        ("themes/emas/tokens.yml", "marge: 2 cm", "marge: 2.1 cm", ALL),
        ("themes/emas/livrets/livret.typ", "\n", "\n\n", ALL),
        ("mkdocs.yml", "site_name: Atelier", "site_name: Autre", ALL),
    ],
)
def test_what_reads_a_change_has_another_key(
    name: str, old: str, new: str, expected: set[str], place: Project
) -> None:
    before = keys(place)
    change(place, name, old, new)
    after = keys(place)
    assert {piece for piece in before if before[piece] != after[piece]} == expected


def test_a_module_that_comes_changes_no_document_of_the_others(place: Project) -> None:
    before = keys(place)
    add_module(place, "nouveau")
    after = keys(place)
    assert {piece for piece in before if before[piece] != after[piece]} == {*WHOLE}


def test_a_document_counts_the_shared_adaptations_that_its_module_names(place: Project) -> None:
    named, other = "content/amenagements/consigne-un-verbe.md", "content/amenagements/pauses.md"
    (place.root / named).parent.mkdir()
    for name in (named, other):
        (place.root / name).write_text(ENTRY, encoding="utf-8")
    step = place.root / STEP
    step.write_text(step.read_text("utf-8") + NAMED, encoding="utf-8")
    before = keys(place)
    change(place, other, "Une consigne", "Deux consignes")
    after = keys(place)
    assert {piece for piece in before if before[piece] != after[piece]} == {*WHOLE, "supports"}
    change(place, named, "Une consigne", "Deux consignes")
    last = keys(place)
    changed = {piece for piece in after if after[piece] != last[piece]}
    assert changed == {*documents("voisin"), *WHOLE, "supports"}


def test_a_site_counts_the_documents_that_it_offers(place: Project) -> None:
    before = keys(place)
    (place.build / "diapos" / "voisin.pptx").write_bytes(b"ma version")
    after = keys(place)
    assert {piece for piece in before if before[piece] != after[piece]} == {*WHOLE}


def test_a_date_that_is_asked_counts(place: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = keys(place)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert not before.items() & keys(place).items()


@pytest.mark.parametrize("other", ["program", "libraries"])
def test_versions_count(
    other: str, place: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = keys(place)
    if other == "program":
        (tmp_path / "emas").mkdir()
        (tmp_path / "emas" / "autre.py").write_text("VERSION = 2\n")
        monkeypatch.setattr(cache, "PACKAGE", tmp_path / "emas")
    else:
        monkeypatch.setattr(cache, "_libraries", lambda: ["typst-0.16.0.dist-info"])
    assert not before.items() & keys(place).items()


# What is made again


def test_nothing_is_made_when_nothing_changed(place: Project) -> None:
    first = built(place)
    assert first.sizes == {}
    assert first.kept == {PurePosixPath("build", name) for name in files_under(place.build)}


def test_what_there_is_to_say_is_said_again(place: Project) -> None:
    platforms = Request((Target.PLATFORMS,))
    kept = built(place, platforms)
    shutil.rmtree(place.work / "cache")
    again = built(place, platforms)
    assert (kept.sizes, kept.kept) == ({}, set(again.sizes))
    assert (kept.diagnostics, kept.orders) == (again.diagnostics, again.orders)
    assert kept.diagnostics != []


def test_a_variant_has_a_record_of_its_own(place: Project) -> None:
    shorter = Request((Target.SLIDES,), ("voisin",), Variant(audience="aesh"))
    assert made(place, shorter) == ["diapos voisin--aesh"]
    assert (made(place, shorter), made(place, SLIDES)) == ([], [])


# What somebody, or a crash, did to the outputs and to the records


def test_an_output_that_is_gone_is_made_again(place: Project) -> None:
    before = files_under(place.build)
    for name in ("diapos/voisin.pptx", "site/404.html"):
        (place.build / name).unlink()
    assert made(place) == ["diapos voisin", "site"]
    assert files_under(place.build) == before


def test_an_output_edited_by_hand_is_made_again_and_the_copy_kept(place: Project) -> None:
    (place.build / "diapos" / "voisin.pptx").write_bytes(b"ma version")
    assert made(place, SLIDES) == ["diapos voisin"]
    assert (place.build / "diapos" / "voisin (modifié).pptx").read_bytes() == b"ma version"


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize(
    "damage", [_flip, Path.unlink, lambda path: path.write_bytes(path.read_bytes()[:-9])]
)
def test_a_damaged_record_is_no_record(damage: Callable[[Path], None], place: Project) -> None:
    damage(place.work / "cache" / "diapos" / "voisin.json")
    assert made(place, SLIDES) == ["diapos voisin"]
    assert made(place, SLIDES) == []


def test_outputs_that_nobody_noted_are_made_again(place: Project) -> None:
    (place.work / "empreintes.json").unlink()
    assert made(place, SLIDES) == ["diapos essai", "diapos voisin"]
    assert len(noted(place)) == 4


def test_what_a_killed_build_had_put_in_place_is_not_taken_for_the_former_state(
    place: Project,
) -> None:
    # Killed between the files and their record; then the text is as it was: one file is too many.
    paper = Request((Target.HANDOUTS,), ("voisin",))
    plain = PurePosixPath("livret-simple.pdf")
    install(place, "livrets/voisin", {plain: b"%PDF"})
    assert (made(place, paper), (place.build / "livrets" / "voisin" / plain).exists()) == (
        [],
        False,
    )


def test_a_module_with_errors_keeps_its_outputs_and_its_records(place: Project) -> None:
    text = (place.root / STEP).read_text("utf-8")
    break_module(place, "voisin")
    assert made(place, PAGES) == ["site", "suivi"]
    (place.root / STEP).write_text(text, encoding="utf-8")
    assert made(place, Request(DOCUMENTS)) == []


# The same bytes as from nothing


def test_what_was_kept_and_what_was_made_are_what_a_first_build_gives(
    place: Project, tmp_path: Path
) -> None:
    change(place, STEP, "Un chat", "Une chatte")
    built(place)
    (place.build / "lms" / "essai" / "moodle.xml").unlink()
    built(place)
    assert files_under(place.build) == from_nothing(place, tmp_path / "ailleurs")


# Records and settings


def test_a_record_says_all_that_was_said(tmp_path: Path) -> None:
    here = file_start(PurePosixPath("modules/a/01-b.md"))
    edit = Edit(here, "« x »", Applicability.SUGGESTED)
    order = RunningOrder(
        (Sequence("b", "", "Une\u202fétape ?", SequenceKind.CASE, 5, 0),),
        (LeftOut("b", "c", "Une boîte", 10, Priority.IF_TIME),),
        spare_min=3,
    )
    said = (Diagnostic(Code.SOR001, here, {"sortie": "a", "cause": "«\u00a0b\u00a0»"}, edit),)
    record = Record("clé", {PurePosixPath("build/diapos/a.pptx"): "0" * 64}, said, order)
    cache.remember(Project(tmp_path), Target.SLIDES, "a", record)
    assert cache.read(tmp_path / ".emas" / "cache" / "diapos" / "a.json") == record


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("strict: true", "strict: true\nhooks: [a.py]"),
        ("strict: true", "strict: true\nINHERIT: ../autre.yml"),
        ("site_name: Atelier EMAS", "site_name: !ENV NOM"),
        ("docs_dir: content/pages", "docs_dir: ailleurs"),
        ("theme: material", "theme: {name: material, custom_dir: themes/../../x}"),
        ("plugins: [emas]", "plugins: [emas, search]"),
        ("strict: true", "strict: true\nmarkdown_extensions: [monextension]"),
    ],
)
def test_a_site_that_may_read_elsewhere_is_always_made(
    old: str, new: str, root: Path, tmp_path: Path
) -> None:
    text = (root / "mkdocs.yml").read_text("utf-8")
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert not reads_elsewhere(Project(tmp_path))
    assert old in text
    (tmp_path / "mkdocs.yml").write_text(text.replace(old, new), encoding="utf-8")
    assert reads_elsewhere(Project(tmp_path))


# What is told


def test_what_was_kept_is_told_with_the_reason(place: Project) -> None:
    kept = "Déjà à jour (ni les textes, ni le thème, ni le programme n’ont changé) : "
    nothing = run(place, "build").stdout
    assert nothing.split("\n")[0] == f"{kept}36 fichiers, le site."
    (place.build / "diapos" / "voisin.html").unlink()
    some = run(place, "build", "--cible", "diapos").stdout.split("\n")
    assert [line.split("  ")[0] for line in some] == [
        "build/diapos/voisin.html",
        "build/diapos/voisin.pptx",
        f"{kept}2 fichiers.",
        "",
    ]

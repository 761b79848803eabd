"""Random exports of Sofia-FMO, damaged workbooks, and what must be true of their import."""

import random
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path, PurePosixPath

from tests.copies import files_under
from tests.good_french import faults_of
from tests.sofia import (
    PLAN,
    WRITTEN,
    export,
    export_csv,
    imported,
    line,
    plan_of,
    small_project,
)
from tests.tables import Value

from emas import pipeline
from emas.editing.planning import Receiver, Request
from emas.project import Project
from emas.readers.sofia import read_sofia

Lines = list[tuple[Value, ...]]

MODULES = ("75003", "75003", "75004", "75004 ; 75005", "80 001/é", "00750")
GROUPS = ("01", "1", "59", "Nord", "Nord & Sud", None)
SESSIONS = ("S1", "S 1", "s-1", "26A0150123-75003-01-2026-11-18", "2", None)
PLACES = ("Collège X", "Salle : 2", 'Dit « l’"annexe" »', "<b>", "#5, au fond", "- là", None)
HOURS = ((9, 12), (13, 16), (14, 17), (9, 17))
BY_HAND = (
    ("lieu: Collège X", "lieu: Chez nous"),
    ("modalite: presentiel", "modalite: hybride"),
    ("{max: 25}", "{min: 3, max: 7}"),
    ('fin: "12:00"', 'fin: "11:45"'),
    ("places:", "statut: ouverte  # à la main\n            places:"),
)


def random_lines(rng: random.Random) -> Lines:
    """Return the lines of an export."""
    return [_random_line(rng) for _ in range(rng.randint(0, 12))]


def _random_line(rng: random.Random) -> tuple[Value, ...]:
    first, last = rng.choice(HOURS)
    day = datetime(2026, 11, 2) + timedelta(days=rng.randrange(30))
    start, end = day + timedelta(hours=first), day + timedelta(hours=last)
    odd: tuple[tuple[Value, Value], ...] = (
        (day.date(), day.date()), (start, None), (end, start), ("bientôt", "?"),
        (start, end + timedelta(days=9)),
    )  # fmt: skip
    opens, closes = rng.choice(odd) if rng.random() < 0.15 else (start, end)
    return line(
        dispositif=rng.choice(("26A0150123", "26A0150123", "26D0590007")),
        module=rng.choice(MODULES),
        groupe=rng.choice(GROUPS),
        session=rng.choice(SESSIONS),
        debut=opens,
        fin=closes,
        duree=rng.choice((3, "6 h 30", None)),
        modalite=rng.choice(("Présentiel", "Hybride", "Distanciel", "Asynchrone", "?", None)),
        lieu=rng.choice(PLACES),
        places=rng.choice((25, 8, 0, None)),
    )


def _moved(rng: random.Random, cells: tuple[Value, ...]) -> tuple[Value, ...]:
    """Return a line of the same session, some of whose cells are those of another."""
    other = _random_line(rng)
    what = rng.sample((range(7, 9), range(10, 11), range(12, 13), range(13, 14)), 2)
    taken = {index for indexes in what for index in indexes}
    return tuple(other[rank] if rank in taken else cell for rank, cell in enumerate(cells))


def check_imports(seed: int, folder: Path) -> None:
    """Import a random export, change things by hand, import another; each is then stable."""
    rng = random.Random(seed)
    project = small_project(folder, rng.choice((WRITTEN, WRITTEN.replace("\n", "\r\n"))))
    (module,) = pipeline.load(project).catalogue.modules
    lines = random_lines(rng)
    codes = [code for code in ("75004", "00750") if any(code in str(cells[2]) for cells in lines)]
    asked = Request(dict.fromkeys(codes, module), Receiver(PurePosixPath(PLAN)))
    _stable(project, export_csv(*lines), asked)
    kept = _changed_by_hand(rng, project)
    moved = [_moved(rng, cells) for cells in lines if rng.random() < 0.9]
    other = [*moved, *random_lines(rng)]
    _stable(project, export_csv(*other), Request())
    text = plan_of(project)
    assert [words for words in kept if words not in text] == [], seed


def _stable(project: Project, data: bytes, request: Request) -> None:
    """Import twice: the plan has no errors, its lines are all there, nothing changes again."""
    before = plan_of(project)
    report = imported(project, data, request)
    assert [fault for item in report.diagnostics for fault in faults_of(item)] == []
    assert not report.refused
    assert not pipeline.load(project).unusable
    comments = [words for words in before.split("\n") if words.lstrip().startswith("#")]
    assert [words for words in comments if words not in plan_of(project)] == []
    assert plan_of(project).count("id:") >= before.count("id:")
    files = files_under(project.root)
    again = imported(project, data, request)
    assert (files_under(project.root), again.files) == (files, [])


def _changed_by_hand(rng: random.Random, project: Project) -> list[str]:
    """Change what the import wrote, and return words that must stay."""
    kept = []
    for old, new in rng.sample(BY_HAND, 2):
        text = (project.root / PLAN).read_bytes().decode()
        if old in text:
            (project.root / PLAN).write_bytes(text.replace(old, new, 1).encode())
            kept.append(new.split("\n")[0])
    return kept


def damaged_workbook(seed: int) -> bytes:
    """Return a workbook of Sofia-FMO in which something went wrong."""
    rng = random.Random(seed)
    data = export(*(random_lines(rng) or [line()]))
    for _ in range(rng.randint(1, 2)):
        data = rng.choice(DAMAGES)(rng, data) or data
    return data


def check_damaged(seed: int) -> None:
    """Read a damaged workbook: never an exception, and sentences in French."""
    _, found = read_sofia(damaged_workbook(seed), PurePosixPath("export.xlsx"))
    assert [fault for item in found for fault in faults_of(item)] == [], seed


def _flipped(rng: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _truncated(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data))]


def _inside(change: Callable[[random.Random, dict[str, bytes]], None]) -> Callable[..., bytes]:
    """Return a damage of the parts of a workbook, whose archive then is sound."""

    def damage(rng: random.Random, data: bytes) -> bytes:
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                parts = {name: archive.read(name) for name in archive.namelist()}
        except Exception:  # damaged already
            return data
        change(rng, parts)
        target = BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
        return target.getvalue()

    return damage


def _flip_a_part(rng: random.Random, parts: dict[str, bytes]) -> None:
    name = rng.choice([name for name, part in parts.items() if part])
    parts[name] = _flipped(rng, parts[name])


def _swap_parts(rng: random.Random, parts: dict[str, bytes]) -> None:
    one, other = rng.sample(sorted(parts), 2)
    parts[one], parts[other] = parts[other], parts[one]


def _lose_a_part(rng: random.Random, parts: dict[str, bytes]) -> None:
    del parts[rng.choice(sorted(parts))]


def _move_a_cell(rng: random.Random, parts: dict[str, bytes]) -> None:
    name = "xl/worksheets/sheet2.xml"
    far = rng.choice((b'r="XFD1048576"', b'r="A99999999999"', b'r="?"', b'r="ZZZZZ1"'))
    parts[name] = parts.get(name, b"").replace(b'r="C2"', far)


DAMAGES = (
    _flipped,
    _truncated,
    _inside(_flip_a_part),
    _inside(_swap_parts),
    _inside(_lose_a_part),
    _inside(_move_a_cell),
)

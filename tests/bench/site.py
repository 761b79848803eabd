"""What building the site costs: beside stock MkDocs and Material, and as modules are added."""

import tempfile
from pathlib import Path
from statistics import median

from tests.bench.processes import costs
from tests.bench.projects import as_plain_markdown, with_copies, with_modules_of
from tests.bench.table import Line, shown

ROUNDS = 5
FEW, MANY = 10, 200
AGAINST_STOCK = 2.0
GROWTH = 1.5


def run(root: Path) -> str:
    """Return what was found, as tables."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        bytecode = place / "bytecode"
        stock = against_stock(root, place, bytecode)
        growth = as_it_grows(root, place, bytecode)
    return "\n".join(
        (
            shown("Site : temps de calcul, rapporté à MkDocs et Material seuls", stock),
            shown(f"Site : un module de plus, à {MANY} modules et à {FEW}", growth),
        )
    )


def against_stock(root: Path, place: Path, bytecode: Path) -> list[Line]:
    """Return how many times the cost of stock MkDocs ours is, on the same two texts."""
    steps = with_modules_of(root, place / "etapes", root / "tests" / "fixtures" / "recherche")
    module = with_copies(root, place / "copies", 30)
    lines: list[Line] = []
    for name, ours in (
        ("73 étapes courtes", steps),
        ("30 fois le module autisme", module),
    ):
        stock = as_plain_markdown(ours, place / f"{ours.name}-seules")
        rounds = costs((ours, stock), bytecode, rounds=ROUNDS)
        ratio = median(mine.seconds / theirs.seconds for mine, theirs in rounds)
        lines.append(Line(name, ratio, "fois", limit=AGAINST_STOCK))
    return lines


def as_it_grows(root: Path, place: Path, bytecode: Path) -> list[Line]:
    """Return how the cost of one module changes, with and without that of starting."""
    one, few, many = (with_copies(root, place / f"{n}-modules", n) for n in (1, FEW, MANY))
    rounds = costs((one, few, many), bytecode, rounds=3)
    whole = median((b.seconds / MANY) / (a.seconds / FEW) for _, a, b in rounds)
    added = median(
        ((c.seconds - a.seconds) / (MANY - 1)) / ((b.seconds - a.seconds) / (FEW - 1))
        for a, b, c in rounds
    )
    memory = median(c.megabytes for _, _, c in rounds)
    before = median(b.megabytes for _, b, _ in rounds)
    return [
        Line("coût par module, tout compris", whole, "fois", limit=GROWTH),
        Line("coût d’un module ajouté, sans le démarrage", added, "fois", limit=GROWTH),
        Line(f"mémoire à {FEW} modules", before, "Mo", 0),
        Line(f"mémoire à {MANY} modules", memory, "Mo", 0),
    ]

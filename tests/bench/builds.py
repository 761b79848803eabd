"""What `emas build` costs when little changed, as modules are added, and with two processes."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.processes import Cost, cost
from tests.bench.projects import with_copies, with_small_modules
from tests.bench.table import Line, shown
from tests.copies import copy_project

from emas.jobs import USUAL, Target

BUILD = Path(__file__).with_name("build_child.py")
DOCUMENTS = (Target.SLIDES, Target.HANDOUTS)
ROUNDS = 3
FEW, MANY, SHARED = 10, 200, 4
NOTHING, ONE_STEP, WITHOUT_SITE = 0.1, 0.5, 0.2
GROWTH, MEMORY, FASTER = 1.5, 1.5, 1.4


def run(root: Path) -> str:
    """Return what was found, as tables."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        real = copy_project(root, place / "nôtres", whole=True).root
        one = with_copies(root, place / "un", 1)
        same = [
            Line("rien n’a changé, nos modules", _again(real, place), limit=NOTHING),
            Line("rien n’a changé, un seul module", _again(one, place)),
        ]
        changed = list(as_things_change(with_copies(root, place / "dix", FEW), place))
        grown = list(as_it_grows(root, place))
        shared = list(in_two_processes(with_copies(root, place / "quatre", SHARED), place))
    title = f"Production : temps de calcul, rapporté à tout produire ({FEW} modules)"
    return "\n".join(
        (
            shown(title, [*changed, *same]),
            shown(f"Production : de {FEW} à {MANY} petits modules", grown),
            shown(f"Diaporamas et livrets de {SHARED} modules, temps écoulé", shared),
        )
    )


def as_things_change(project: Path, place: Path) -> Iterator[Line]:
    """Yield the cost of a build after nothing, then a word, changed, beside that of everything."""
    every, pages = USUAL, (Target.SITE,)
    rest = tuple(target for target in every if target not in pages)
    step = next((project / "modules" / "autisme").glob("01-*.md"))
    found: dict[str, list[float]] = {"rien": [], "pages": [], "sans": []}
    for _ in range(ROUNDS):
        _forget(project)
        without = _cost(project, place, rest).seconds
        whole = without + _cost(project, place, pages).seconds
        found["rien"].append(_cost(project, place, every).seconds / whole)
        step.write_text(step.read_text("utf-8") + "\nUn mot de plus.\n", encoding="utf-8")
        changed = _cost(project, place, rest).seconds
        found["sans"].append(changed / without)
        found["pages"].append((changed + _cost(project, place, pages).seconds) / whole)
    yield Line("rien n’a changé", median(found["rien"]), limit=NOTHING)
    yield Line("une étape a changé", median(found["pages"]), limit=ONE_STEP)
    yield Line("une étape a changé, sans le site", median(found["sans"]), limit=WITHOUT_SITE)


def _again(project: Path, place: Path) -> float:
    """Return the cost of a build after nothing changed."""
    _cost(project, place, USUAL)  # compiles the modules of the program
    ratios: list[float] = []
    for _ in range(ROUNDS):
        _forget(project)
        whole, again = (_cost(project, place, USUAL).seconds for _ in range(2))
        ratios.append(again / whole)
    return median(ratios)


def as_it_grows(root: Path, place: Path) -> Iterator[Line]:
    """Yield how the cost of one module and the memory change when there are many."""
    one, few, many = (with_small_modules(root, place / f"petits-{n}", n) for n in (1, FEW, MANY))
    _cost(one, place, DOCUMENTS)  # compiles the modules of the program
    _forget(one)
    start, small, large = (_cost(project, place, DOCUMENTS) for project in (one, few, many))
    added = (large.seconds - start.seconds) / (MANY - 1)
    added /= (small.seconds - start.seconds) / (FEW - 1)
    yield Line("diaporamas et livrets : coût d’un module ajouté", added, "fois", limit=GROWTH)
    weight = sum(path.stat().st_size for path in (many / "build").rglob("*") if path.is_file())
    yield Line("taille de ce qui est produit", weight / 1e6, "Mo", 0)
    yield Line(f"mémoire à {FEW} modules", small.megabytes, "Mo", 0)
    yield Line(f"mémoire à {MANY} modules", large.megabytes, "Mo", 0)
    grown = large.megabytes / small.megabytes
    yield Line("mémoire, rapportée à celle du petit projet", grown, "fois", limit=MEMORY)
    again = _cost(many, place, DOCUMENTS)
    ratio = again.seconds / large.seconds
    yield Line(f"rien n’a changé, à {MANY} modules", ratio, limit=NOTHING)


def in_two_processes(project: Path, place: Path) -> Iterator[Line]:
    """Yield how much sooner two processes end than one, which Typst lends some threads.

    What else runs on the computer only delays: the fastest rounds are compared.
    """
    rounds = [[_elapsed(project, place, cores) for cores in (1, 2)] for _ in range(ROUNDS)]
    one, two = (min(elapsed) for elapsed in zip(*rounds, strict=True))
    yield Line("deux processus plutôt qu’un", one / two, "fois", floor=FASTER)


def _elapsed(project: Path, place: Path, cores: int) -> float:
    _forget(project)
    return _cost(project, place, DOCUMENTS, cores).elapsed


def _cost(project: Path, place: Path, targets: tuple[Target, ...], cores: int = 1) -> Cost:
    return cost(project, place / "bytecode", (BUILD, str(cores), *targets))


def _forget(project: Path) -> None:
    for name in ("build", ".emas"):
        shutil.rmtree(project / name, ignore_errors=True)

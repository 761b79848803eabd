"""How long each stage of the chain takes on the real modules, against reading them."""

import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.table import Line, shown

from emas import pipeline, project, theme
from emas.adapters import mkdocs_site
from emas.document import Medium
from emas.model import Variant
from emas.writers import handouts, slides

ROUNDS = 5


def run(root: Path) -> str:
    """Return what was found, as a table."""
    place = project.find(root)
    look = theme.read(place.theme)
    loaded = pipeline.load(place)
    module = loaded.catalogue.modules[0].id
    deck = pipeline.prepare(loaded.catalogue, module, Medium.SLIDES, Variant())
    booklet = pipeline.prepare(loaded.catalogue, module, Medium.PAPER, Variant())
    reading = fastest(lambda: pipeline.load(place))
    stages: dict[str, Callable[[], object]] = {
        "préparer une édition": lambda: pipeline.prepare(
            loaded.catalogue, module, Medium.PAPER, Variant()
        ),
        "diaporama": lambda: slides.write(deck, look),
        "livret": lambda: handouts.write(booklet, look),
        "site": lambda: mkdocs_site.build(place, loaded.catalogue),
    }
    lines = [Line(name, fastest(work) / reading, "fois") for name, work in stages.items()]
    return shown("Étapes : temps de calcul, rapporté à la lecture des sources", lines)


def fastest(work: Callable[[], object]) -> float:
    """Return the CPU seconds of the fastest of a few rounds of `work`."""
    times: list[float] = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)

"""Print how long each stage of the chain takes on the real modules, against reading them."""

import time
from collections.abc import Callable
from pathlib import Path

from emas import pipeline, project, theme
from emas.adapters import mkdocs_site
from emas.document import Medium
from emas.model import Variant
from emas.writers import handouts, slides

ROUNDS = 5


def fastest(work: Callable[[], object]) -> float:
    """Return the CPU seconds of the fastest of a few rounds of `work`."""
    times: list[float] = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    place = project.find(Path.cwd())
    look = theme.read(place.theme)
    loaded = pipeline.load(place)
    module = loaded.catalogue.modules[0].id

    def edition(medium: Medium) -> object:
        return pipeline.prepare(loaded.catalogue, module, medium, Variant())

    deck = pipeline.prepare(loaded.catalogue, module, Medium.SLIDES, Variant())
    booklet = pipeline.prepare(loaded.catalogue, module, Medium.PAPER, Variant())
    stages: dict[str, Callable[[], object]] = {
        "lire et vérifier": lambda: pipeline.load(place),
        "préparer une édition": lambda: edition(Medium.PAPER),
        "diaporama": lambda: slides.write(deck, look),
        "livret": lambda: handouts.write(booklet, look),
        "site": lambda: mkdocs_site.build(place, loaded.catalogue),
    }
    reading = fastest(stages["lire et vérifier"])
    for name, work in stages.items():
        print(f"{name:24} {fastest(work) / reading:8.1f} × la lecture")


main()

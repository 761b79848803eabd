"""Two hundred modules drawn from seeds, in every edition: all are printed, none has a problem."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from tests.generated import sources
from tests.pdf_check import problems

from emas import pipeline, processes, theme
from emas.diagnostics import has_errors
from emas.jobs import Job, Target
from emas.model import Catalogue, Variant
from emas.project import Project

LOOK = theme.read(theme.locate())
NOWHERE = Project(Path("nulle-part"))
"""Paper is made of a catalogue alone."""
MODULES, AT_ONCE = 200, 10

VARIANTS = (
    Variant(),
    Variant(audience="aesh"),
    Variant(level="college"),
    Variant(audience="direction", level="lycee"),
)
"""Each module is printed for everybody; each variant, once in four modules."""


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("first", range(0, MODULES, AT_ONCE))
def test_generated_modules_are_printed_in_every_edition(first: int) -> None:
    found = {seed: faults(seed) for seed in range(first, first + AT_ONCE)}
    assert {seed: told for seed, told in found.items() if told} == {}


def faults(seed: int) -> list[str]:
    """Return what is wrong with the handouts of a module; one of them is looked at closely.

    One module in ten is printed twice: the bytes are the same.
    """
    loaded = pipeline.load_sources(sources(seed))
    assert not has_errors(loaded.diagnostics)
    catalogue = replace(
        loaded.catalogue, team=replace(loaded.catalogue.team, site="https://emas.example")
    )
    files, told = printed(catalogue, VARIANTS[seed % len(VARIANTS)])
    sheets = [
        path
        for path in sorted(files)
        if path.suffix == ".pdf" and not path.stem.endswith("imposition")
    ]
    chosen = sheets[seed % len(sheets)]
    told += [f"{chosen.name} : {problem}" for problem in problems(files[chosen])]
    again = printed(catalogue, VARIANTS[seed % len(VARIANTS)])[0] if seed % AT_ONCE == 0 else files
    if again != files:
        told.append("the bytes of a second time differ")
    return told


def printed(
    catalogue: Catalogue, variant: Variant
) -> tuple[Mapping[PurePosixPath, bytes], list[str]]:
    """Return the handouts of the only module, and what prevents any of them."""
    job = Job(NOWHERE, Target.HANDOUTS, catalogue, "genere", variant, LOOK)
    written = processes.make(job).written
    causes = [str(item.values["cause"]) for item in written.diagnostics]
    missing = {"livret", "livret-a5-imposition", "guide-animateur", "fiche-programme"} - {
        path.stem for path in written.files
    }
    return written.files, [*causes, *sorted(missing)]

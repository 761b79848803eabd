"""Decks against pandoc: the same words from Markdown to a .pptx, pictures left out.

What is compared is the processor's time, less disturbed than the clock by what else runs.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from shutil import which

from tests.bench.table import Line as Result
from tests.bench.table import shown

from emas import pipeline, theme
from emas.document import Figure, Medium, Node, rewrite
from emas.model import Edition, Variant
from emas.project import Project
from emas.writers import slides
from emas.writers.slides.deck import Line, Slide, TableFill, TextFill

ROUNDS = 7
IN_PROCESS, COLD = 1.5, 3.0
LOOK = theme.read(theme.locate())

NEW_PROCESS = """
import sys
from pathlib import Path
from tests.bench import decks
decks.write(decks.edition(Path(sys.argv[1]), sys.argv[2]))
"""


def run(root: Path) -> str:
    """Return what was found, as a table, or what is missing to measure it."""
    if which("pandoc") is None:
        return "\nDiaporamas : il manque pandoc (Debian : apt-get install pandoc)."
    modules = [module.id for module in pipeline.load(Project(root)).catalogue.modules]
    lines = [line for module in modules for line in against_pandoc(root, module)]
    return shown("Diaporamas : temps de calcul, rapporté à pandoc pour le même texte", lines)


def against_pandoc(root: Path, module: str) -> Iterator[Result]:
    """Yield how many times pandoc's cost ours is, in this process, then in a new one."""
    made = edition(root, module)
    deck = slides.plan(made, LOOK).slides()
    with tempfile.TemporaryDirectory(prefix="emas-") as folder:
        source = Path(folder) / "source.md"
        source.write_text("\n\n".join(_markdown(deck)), encoding="utf-8")
        pandoc = ("pandoc", str(source), "--slide-level=2", "-o", f"{folder}/pandoc.pptx")
        theirs = _fastest(lambda: _child(pandoc))
    ours = _fastest(lambda: _here(made))
    cold = _fastest(lambda: _child((sys.executable, "-c", NEW_PROCESS, str(root), module)))
    name = f"{module}, {len(deck)} diapositives"
    yield Result(f"{name}, dans le même processus", ours / theirs, "fois", limit=IN_PROCESS)
    yield Result(f"{name}, dans un nouveau processus", cold / theirs, "fois", limit=COLD)


def edition(root: Path, module: str) -> Edition:
    """Return the edition of a module, without its pictures."""

    def visit(node: Node) -> tuple[Node, ...]:
        return () if isinstance(node, Figure) else (node,)

    catalogue = pipeline.load(Project(root)).catalogue
    found = pipeline.prepare(catalogue, module, Medium.SLIDES, Variant())
    steps = (replace(step, blocks=rewrite(step.blocks, visit)) for step in found.module.steps)
    return replace(found, module=replace(found.module, steps=tuple(steps)))


def write(made: Edition) -> int:
    """Return the size of the deck of an edition."""
    (data,) = slides.write(made, LOOK).files.values()
    return len(data)


def _fastest(measure: Callable[[], float]) -> float:
    return min(measure() for _ in range(ROUNDS))


def _here(made: Edition) -> float:
    start = time.process_time()
    write(made)
    return time.process_time() - start


def _child(command: Sequence[str]) -> float:
    """Return the seconds of processor that a command takes."""
    with subprocess.Popen(command) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command[0]} : code {process.returncode}")
    return used.ru_utime + used.ru_stime


def _markdown(shown: tuple[Slide, ...]) -> Iterator[str]:
    """Yield the words of a deck as Markdown: a heading a slide, then its notes."""
    for slide in shown:
        yield f"## {slide.title}"
        for fill in slide.fills:
            if isinstance(fill, TextFill):
                yield "\n".join(map(_item, fill.lines))
            elif isinstance(fill, TableFill):
                rows = [" | ".join(_words(cell) for cell in row) for row in fill.rows]
                rule = " | ".join(["---"] * len(fill.aligns))
                yield "\n".join(f"| {row} |" for row in (rows[0], rule, *rows[1:]))
        yield "\n\n".join(["::: notes", *(line.text for line in slide.notes), ":::"])


def _item(line: Line) -> str:
    return f"{'  ' * line.level}- {line.text}".replace("\t", " ")


def _words(cell: tuple[Line, ...]) -> str:
    return " ".join(line.text for line in cell)

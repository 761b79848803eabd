"""The booklet against WeasyPrint on the same content, and the memory of a long run.

WeasyPrint is an outside tool: it goes into a virtual environment of its own, in `.emas/`, which
needs a network once. Both are warm, every document is another one, and all passes count: text to
PDF/UA-1.
"""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import mean

from tests.bench.paper_html import page
from tests.bench.table import Line, shown

from emas import pipeline, project, theme
from emas.document import Medium, Node, Text, rewrite
from emas.model import Edition, Variant
from emas.theme import Theme
from emas.writers.handouts import ORDINARY, write
from emas.writers.handouts.booklet import booklet
from emas.writers.handouts.pictures import picture_files

WEASYPRINT = "weasyprint==70.0"
AGAINST_WEASYPRINT = 6.0
DOCUMENTS = 6
BOOKLETS, FIRST = 100, 25
FLAT = 1.1

PRINT = """
import json, sys, time
from weasyprint import HTML
times = []
for page in sys.argv[1:]:
    start = time.process_time()
    HTML(filename=page).write_pdf(pdf_variant="pdf/ua-1")
    times.append(time.process_time() - start)
print(json.dumps(times))
"""
"""What WeasyPrint's own Python runs, told the pages to print."""


def run(root: Path) -> str:
    """Return what was found, as a table."""
    return shown("Livret : WeasyPrint et mémoire", [*against_weasyprint(root), memory(root)])


def against_weasyprint(root: Path) -> Iterator[Line]:
    """Yield how many times the processor time of our booklet WeasyPrint takes, if it is here."""
    edition, look = real(root)
    python = installed(root / ".emas" / "weasyprint")
    if python is None:
        print("WeasyPrint ne s’installe pas ici : rien à comparer.")
        return
    ours = [seconds(other(edition, rank), look) for rank in range(DOCUMENTS)]
    theirs = weasyprint(python, root / ".emas" / "weasyprint" / "pages", edition, look)
    yield Line(
        "WeasyPrint, à chaud, un document, rapporté à notre livret",
        mean(theirs[1:]) / mean(ours[1:]),
        "fois",
        1,
        floor=AGAINST_WEASYPRINT,
    )


def memory(root: Path) -> Line:
    """Return the most memory held after many booklets, against that after the first ones.

    A process of its own prints them, so that nothing measured before counts.
    """
    command = [sys.executable, "-m", "tests.bench.paper", str(root)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=root)
    first, last = map(int, done.stdout.split())
    return Line(
        f"mémoire après {BOOKLETS} livrets, rapportée à {FIRST}", last / first, "fois", limit=FLAT
    )


def real(root: Path) -> tuple[Edition, Theme]:
    """Return the booklet of the first module, ready to be printed."""
    place = project.find(root)
    catalogue = pipeline.load(place).catalogue
    edition = pipeline.prepare(catalogue, catalogue.modules[0].id, Medium.PAPER, Variant())
    return edition, theme.read(place.theme)


def seconds(edition: Edition, look: Theme) -> float:
    """Return the processor seconds that a booklet takes."""
    start = time.process_time()
    assert write(edition, look).files
    return time.process_time() - start


def other(edition: Edition, rank: int) -> Edition:
    """Return `edition` with other words of the same length, so that nothing is remembered."""

    def change(node: Node) -> tuple[Node, ...]:
        if not isinstance(node, Text):
            return (node,)
        turned = re.sub(r"[a-z]", lambda sign: chr(97 + (ord(sign[0]) - 97 + rank) % 26), node.text)
        return (replace(node, text=turned),)

    steps = tuple(
        replace(step, blocks=rewrite(step.blocks, change)) for step in edition.module.steps
    )
    return replace(edition, module=replace(edition.module, steps=steps))


def installed(folder: Path) -> Path | None:
    """Return a Python that has WeasyPrint, installed at the first run; None if it cannot be."""
    python, uv = folder / "bin" / "python", Path(sys.executable).with_name("uv")
    if not python.exists():
        subprocess.run([uv, "venv", "-q", "--python", sys.executable, folder], check=True)
    if _has_weasyprint(python):
        return python
    subprocess.run([uv, "pip", "install", "-q", "--python", python, WEASYPRINT], check=False)
    return python if _has_weasyprint(python) else None


def _has_weasyprint(python: Path) -> bool:
    done = subprocess.run([python, "-c", "import weasyprint"], check=False, capture_output=True)
    return done.returncode == 0


def weasyprint(python: Path, folder: Path, edition: Edition, look: Theme) -> list[float]:
    """Return the processor seconds of WeasyPrint for each document."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in picture_files(edition.module, ORDINARY.look(look)).items():
        (folder / name).write_bytes(data)
    pages = [folder / f"{rank}.html" for rank in range(DOCUMENTS)]
    for rank, place in enumerate(pages):
        place.write_text(page(booklet(other(edition, rank)), look), encoding="utf-8")
    done = subprocess.run(
        [python, "-c", PRINT, *pages],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": ""},
    )
    times: list[float] = json.loads(done.stdout)
    return times


def peaks(root: Path) -> Iterator[str]:
    """Yield the most memory held by this process after the first booklets and after all, in Ko."""
    edition, look = real(root)
    for rank in range(1, BOOKLETS + 1):
        seconds(other(edition, rank), look)
        if rank in (FIRST, BOOKLETS):
            status = Path("/proc/self/status").read_text("ascii")
            yield re.findall(r"VmHWM:\s+(\d+)", status)[0]


if __name__ == "__main__":
    print(*peaks(Path(sys.argv[1])))

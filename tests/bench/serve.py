"""How soon a word that is saved is seen in the preview, on the site, the slides and the booklet."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright
from tests.bench.table import Line, shown
from tests.conftest import CHROMIUM, FLAGS
from tests.copies import copy_project

EMAS = Path(sys.executable).with_name("emas")
ROUNDS = 20
PAGE_S, REST_S = 1.0, 3.0
LIMIT_MS = 60_000
HEADING = re.compile(r"(?m)^## .+$")

ON_SITE = "mot => document.querySelector('#site').contentDocument?.body?.innerText.includes(mot)"
ON_SLIDES = (
    "mot => document.querySelector('#planche').contentDocument?.body?.innerText.includes(mot)"
)
IN_BOOKLET = """avant => {
  const pages = [...document.querySelectorAll('#pages li')];
  const neuves = [...document.querySelectorAll('#pages [data-change] img')];
  return pages.map(page => page.dataset.nom).join() !== avant
    && neuves.length > 0 && neuves[0].complete && neuves[0].naturalWidth > 0;
}"""
NAMES = "() => [...document.querySelectorAll('#pages li')].map(page => page.dataset.nom).join()"


def run(root: Path) -> str:
    """Return what was found, as a table."""
    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(root, Path(folder) / "projet", whole=True).root
        whole = _mkdocs(project)
        with _looking(project) as page:
            found = list(_seen(page, project))
    site, slides, booklet = (median(times) for times in zip(*found, strict=True))
    longest = max(times[0] for times in found)
    return shown(
        f"Aperçu : de l’enregistrement à l’écran, nos modules, médiane de {ROUNDS}",
        [
            Line("un mot sur la page du site", site, "s", limit=PAGE_S),
            Line("la plus longue attente", longest, "s"),
            Line("le même sur la diapositive", slides, "s", limit=REST_S),
            Line("le même dans le livret", booklet, "s", limit=REST_S),
            Line("« mkdocs build » entier", whole, "s"),
            Line("la page, rapportée à « mkdocs build »", site / whole, "fois"),
        ],
    )


def _mkdocs(project: Path) -> float:
    start = time.monotonic()
    command = [str(EMAS.with_name("mkdocs")), "build", "--quiet", "-d", f"{project}/essai"]
    subprocess.run(command, cwd=project, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return time.monotonic() - start


@contextmanager
def _looking(project: Path) -> Iterator[Page]:
    """Give the preview of a project in a browser, on the first step of its first module."""
    command = [str(EMAS), "serve", "--port", "8765"]
    serving = subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True)
    try:
        assert serving.stdout is not None
        address = re.search(r"http://\S+", serving.stdout.readline())
        assert address
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(address[0])
            page.wait_for_selector("#etat[data-etat=a-jour]", timeout=LIMIT_MS)
            module, step = _step(project)
            name = step.stem.partition("-")[2]
            page.evaluate(
                "ou => { document.querySelector('#site').src = ou }",
                f"site/modules/{module}/{name}.html",
            )
            page.wait_for_selector("#pages li", state="attached", timeout=LIMIT_MS)
            yield page
            browser.close()
    finally:
        serving.terminate()
        serving.wait()


def _step(project: Path) -> tuple[str, Path]:
    module = min(path for path in (project / "modules").iterdir() if path.is_dir())
    return module.name, min(module.glob("*.md"))


def _seen(page: Page, project: Path) -> Iterator[tuple[float, float, float]]:
    """Yield the seconds until a word is seen on the site, on a slide and in the booklet."""
    _, step = _step(project)
    text = step.read_text("utf-8")
    for number in range(ROUNDS):
        word = f"Essai{number}"
        page.click("#o_livret")
        before = page.evaluate(NAMES)
        written = step.with_name(".tampon")
        written.write_text(HEADING.sub(rf"\g<0> {word}", text, count=1), encoding="utf-8")
        start = time.monotonic()
        written.replace(step)
        seen = []
        for shows, what in ((ON_SITE, word), (ON_SLIDES, word), (IN_BOOKLET, before)):
            page.wait_for_function(shows, arg=what, polling=10, timeout=LIMIT_MS)
            seen.append(time.monotonic() - start)
        yield seen[0], seen[1], seen[2]
        time.sleep(1)

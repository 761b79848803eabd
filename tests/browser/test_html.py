"""The Nu HTML checker finds nothing in our pages, our styles and our drawings."""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CHECKER = Path("node_modules") / "vnu-jar" / "build" / "dist" / "vnu.jar"
# Twice the stack that it asks for; it runs for too short a time to be worth compiling much.
JAVA = ("java", "-Xss2m", "-XX:TieredStopAtLevel=1", "-jar")
OPTIONS = ("--also-check-css", "--also-check-svg", "--exit-zero-always", "--format", "json")
OURS = "assets/emas/css/atelier.css"

# Each is explained in docs/formats/site.md.
KNOWN = {
    ("“autocomplete” is only allowed when", 'id="__drawer" autocomplete="off"'),
    ("“autocomplete” is only allowed when", 'id="__search" autocomplete="off"'),
    ("The “figure” role is unnecessary", 'class="emas-figure" role="figure"'),
    ("“position-area”: Property “position-area” doesn't exist", "position-area: block-end"),
    ("“position-anchor”: Property “position-anchor” doesn't exist", "position-anchor: --emas"),
    ("“position-try-fallbacks”: Property “position-try-fallbacks” doesn't exist", "flip-block"),
}
"""What is said, of what: the theme's own faults, and what the checker does not know yet."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that the checker says of a file."""

    place: str
    words: str
    extract: str

    def is_of(self, known: tuple[str, str]) -> bool:
        """Whether it says this of that."""
        words, extract = known
        return words in self.words and extract in self.extract


def remarks(root: Path, site: Path) -> Iterator[Remark]:
    """Yield all that the checker says; most of its seconds go to start."""
    files = sorted([*site.rglob("*.html"), *site.rglob("*.svg"), site / OURS])
    command = [*JAVA, str(root / CHECKER), *OPTIONS, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    for item in json.loads(done.stderr)["messages"]:
        place = f"{item['url'].rpartition('/site/')[2]}:{item.get('lastLine')}"
        yield Remark(place, item["message"], item.get("extract", ""))


def test_nothing_is_wrong_that_is_not_known(root: Path, site: Path) -> None:
    found = list(remarks(root, site))
    assert [one for one in found if not any(one.is_of(known) for known in KNOWN)] == []
    # What the theme has mended is not allowed any more.
    assert {known for known in KNOWN if not any(one.is_of(known) for one in found)} == set()

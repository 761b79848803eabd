"""The search engine of the site, run by Node: the scripts of the page, in their order."""

import json
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from emas.adapters.lunr import lunr_files

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "themes" / "emas" / "site" / "assets" / "emas" / "js" / "recherche"
OURS = ("mots.js", "classement.js", "moteur.js", "extrait.js")


@dataclass(frozen=True, slots=True)
class Found:
    """A result: the address of the page and of its part, the extract with [words found]."""

    address: str
    extract: str

    @property
    def page(self) -> str:
        """The address without the part."""
        return self.address.partition("#")[0]


def ask(index: Path, questions: Iterable[str]) -> list[list[Found]]:
    """Return what the engine finds for each question, in the texts of the script `index`."""
    scripts = [*lunr_files().values(), *(SCRIPTS / name for name in OURS), index]
    done = subprocess.run(
        ["node", str(ROOT / "tests" / "js" / "chercher.mjs")],
        input=json.dumps({"scripts": list(map(str, scripts)), "questions": list(questions)}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return [[Found(**item) for item in answer] for answer in json.loads(done.stdout)]

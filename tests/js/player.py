"""The rules of the player, run by Node: the scripts of the page."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from emas.model import Key, Response

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "themes" / "emas" / "site" / "assets" / "emas" / "js"
SCRIPTS = (
    "questions/notes.js",
    "questions/tirage.js",
    "sessions/codes.js",
    "sessions/enonce.js",
    "sessions/remise.js",
)


def called(name: str, every: Iterable[Iterable[Any]]) -> list[Any]:
    """Return what the function `emas.<name>` of the page gives to each list of arguments."""
    asked = {
        "scripts": [str(FOLDER / script) for script in SCRIPTS],
        "calls": [[name, list(arguments)] for arguments in every],
    }
    done = subprocess.run(
        ["node", str(ROOT / "tests" / "js" / "noter.mjs")],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return cast("list[Any]", json.loads(done.stdout))


def scores(answers: Iterable[tuple[Key, Response]]) -> list[float | None]:
    """Return the score that the player gives to each answer."""
    return called("score", answers)


def drawn(draws: Iterable[tuple[dict[str, str], list[str], int, int, str]]) -> list[list[str]]:
    """Return the ids that the player draws, for the arguments of `emas.model.drawing.draw`."""
    return called("draw", (
        [[{"id": name, "objectif": goal} for name, goal in bank.items()], *rest]
        for bank, *rest in draws
    ))  # fmt: skip

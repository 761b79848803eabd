"""The rules of the player, run by Node: the scripts of the page."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from emas.model import Key, Response

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "themes" / "emas" / "site" / "assets" / "emas" / "js" / "questions"


def _run(answers: list[Any], draws: list[Any]) -> dict[str, list[Any]]:
    done = subprocess.run(
        ["node", str(ROOT / "tests" / "js" / "noter.mjs")],
        input=json.dumps({
            "scripts": [str(SCRIPTS / name) for name in ("notes.js", "tirage.js")],
            "answers": answers,
            "draws": draws,
        }),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )  # fmt: skip
    return cast("dict[str, list[Any]]", json.loads(done.stdout))


def scores(answers: Iterable[tuple[Key, Response]]) -> list[float | None]:
    """Return the score that the player gives to each answer."""
    return _run([list(pair) for pair in answers], [])["scores"]


def drawn(draws: Iterable[tuple[dict[str, str], list[str], int, int, str]]) -> list[list[str]]:
    """Return the ids that the player draws, for the arguments of `emas.model.drawing.draw`."""
    calls = [
        [[{"id": name, "objectif": goal} for name, goal in bank.items()], *rest]
        for bank, *rest in draws
    ]
    return _run([], calls)["drawn"]

"""GIFT as another program reads it: gift-pegjs, the reference parser of the format."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_name("gift.mjs")


def parsed(texts: Iterable[str]) -> list[list[dict[str, Any]]]:
    """Return the questions of each text. Fails on the first that the parser refuses."""
    given = list(texts)
    done = subprocess.run(
        ["node", str(SCRIPT)],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    for text, result in zip(given, found, strict=True):
        assert "error" not in result, f"{result['error']}\n{text}"
    return [result["questions"] for result in found]

"""Measure, and say what was promised: `python -m tests.bench [name…]`, all without a name."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.bench import builds, decks, paper, phone, room, serve, site, stages, tracking

MEASURES: Mapping[str, Callable[[Path], str]] = {
    "stages": stages.run,
    "builds": builds.run,
    "decks": decks.run,
    "paper": paper.run,
    "site": site.run,
    "serve": serve.run,
    "phone": phone.run,
    "tracking": tracking.run,
    "room": room.run,
}


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in MEASURES]
    if unknown:
        print(f"Mesure inconnue : {', '.join(unknown)}. Il y a : {', '.join(MEASURES)}.")
        return 2
    for name in names or MEASURES:
        print(MEASURES[name](Path.cwd()), flush=True)
    return 0


sys.exit(main(sys.argv[1:]))

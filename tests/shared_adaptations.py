"""A shared adaptation, beside the minimal project."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from tests.suite_cases import MINIMAL

from emas.readers.sources import Sources

STEP = PurePosixPath("modules/essai/01-etape.md")
PATH = PurePosixPath("content/amenagements/consigne-un-verbe.md")

ENTRY = """---
titre: Une consigne, un verbe
besoin: comprendre ce qui est demandé
domaine: temps
niveaux: [college]
difficultes: [autisme]
publics: [aesh]
source: has-2026
---
Pour qui se perd.

## Comment

- Donner une action.
- La montrer.

## À éviter

- Reformuler l'ordre.

## Comment savoir si ça marche

Secondes avant le travail.

## En plus simple

Je dis une chose.
"""

NAMED = """
::: amenagement consigne-un-verbe

Ici, avec un sablier.
:::
"""


def with_entry(
    named: str = "", changes: Mapping[PurePosixPath, bytes] | None = None, entry: str = ENTRY
) -> Sources:
    """Return the minimal project with one entry, and `named` at the end of its step."""
    step = MINIMAL.files[STEP] + named.encode()
    return Sources({**MINIMAL.files, PATH: entry.encode(), STEP: step, **(changes or {})})

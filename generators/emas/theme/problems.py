"""What is wrong in a theme, told to the person who changes it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend. `key` is a path such as `papier.marge`; the texts are French."""

    file: Path
    line: int
    key: str
    reason: str
    repair: str

    def __str__(self) -> str:
        """Return one line: where, what, and the repair."""
        key = f"« {self.key} » : " if self.key else ""
        return f"{self.file}:{self.line}: {key}{self.reason}. Remède : {self.repair}."


class ThemeError(Exception):
    """All that is wrong with a theme, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))

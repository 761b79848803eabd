"""What a measure found, beside what was promised."""

from collections.abc import Iterable
from dataclasses import dataclass

HEAD = ("Mesure", "Résultat", "Cible", "Verdict")


@dataclass(frozen=True, slots=True)
class Line:
    """One result. `limit` is the most it may be; `floor`, the least; a line may have neither."""

    name: str
    value: float
    unit: str = ""
    digits: int = 2
    limit: float | None = None
    floor: float | None = None

    @property
    def verdict(self) -> str:
        if self.limit is None and self.floor is None:
            return ""
        under = self.limit is None or round(self.value, self.digits) <= self.limit
        over = self.floor is None or round(self.value, self.digits) >= self.floor
        return "tenu" if under and over else "non tenu"

    def cells(self) -> tuple[str, str, str, str]:
        """Return the line as the French words of a table."""
        target = ""
        if self.limit is not None:
            target = f"≤ {french(self.limit, self.unit)}"
        elif self.floor is not None:
            target = f"≥ {french(self.floor, self.unit)}"
        value = french(round(self.value, self.digits), self.unit, self.digits)
        return self.name, value, target, self.verdict


def french(number: float, unit: str = "", digits: int | None = None) -> str:
    """Return a number with a decimal comma, and its unit."""
    text = f"{number:g}" if digits is None else f"{number:.{digits}f}"
    return f"{text.replace('.', ',')}\u00a0{unit}".rstrip("\u00a0")


def shown(title: str, lines: Iterable[Line]) -> str:
    """Return a table in Markdown, its columns aligned."""
    rows = [HEAD, *(line.cells() for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    rule = tuple("-" * width for width in widths)
    written = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in (rows[0], rule, *rows[1:])
    ]
    return "\n".join((f"\n{title}\n", *written))

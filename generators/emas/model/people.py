"""Who is expected in a session: read from a list for paper, and never kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on a list. `first_name` and `structure` may be empty."""

    name: str
    first_name: str = ""
    structure: str = ""

    @property
    def listed(self) -> str:
        """The name as lists have it: « Martin Camille »."""
        return f"{self.name} {self.first_name}".strip()

    @property
    def called(self) -> str:
        """The name as people say it: « Camille Martin »."""
        return f"{self.first_name} {self.name}".strip()

"""What was read is remembered by a process of tests, as the preview remembers it.

Hundreds of tests load copies of the same sources, byte for byte: they are read once. A part whose
bytes differ is read, as ever; what is remembered is what no test can change.
"""

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from typing import Any

from emas.readers.known import Known, Reading, T

MOST = 4
"""Readings of a part that are kept: several tests in turn change the same one."""


class Remembered(Known):
    """Remembers several readings of each part, of several projects at once."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[PurePosixPath, list[tuple[object, Any]]] = {}

    def reading(self, of: PurePosixPath, key: object, read: Callable[[], Reading[T]]) -> Reading[T]:
        """Return what `read` gives, or gave when `key` was the same."""
        kept = self._kept.setdefault(of, [])
        rank = next((rank for rank, one in enumerate(kept) if one[0] == key), None)
        held = (key, read()) if rank is None else kept.pop(rank)
        self._kept[of] = [held, *kept][:MOST]
        value, found = held[1]
        return value, list(found)

    def keep_only(self, parts: Iterable[PurePosixPath]) -> None:
        """Forget nothing: other projects have the other parts."""

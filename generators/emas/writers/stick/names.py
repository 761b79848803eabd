"""Names that a stick can hold, whatever computer reads it: FAT32, exFAT, NTFS.

Source: Microsoft, « Naming Files, Paths, and Namespaces ».
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from emas.model.device_names import is_device

LONGEST = 180
"""Signs of a path under the stick's folder: Windows stops at 260, the folder's own included."""

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def refused(paths: Iterable[PurePosixPath]) -> Iterator[str]:
    """Yield in French why each path that some computer cannot hold is refused."""
    seen: dict[str, PurePosixPath] = {}
    for path in sorted(paths):
        if len(str(path)) >= LONGEST:
            yield f"« {path} » a {len(str(path))} signes, il en faut moins de {LONGEST}"
        for name in path.parts:
            if reason := _wrong(name):
                yield f"« {path} » : {reason}"
        for folder in (*reversed(path.parents), path):
            other = seen.setdefault(_folded(folder), folder)
            if other != folder:
                yield f"« {folder} » et « {other} » sont un même nom sous Windows"


def _wrong(name: str) -> str:
    """Return why Windows refuses a name, or nothing."""
    if found := FORBIDDEN.search(name):
        return f"Windows refuse le signe « {found[0]} » dans un nom"
    if is_device(name):
        return f"Windows garde le nom « {name} » pour un appareil"
    return "Windows refuse un nom qui finit par un point ou une espace" * name.endswith((".", " "))


def _folded(path: PurePosixPath) -> str:
    """Return what two names share when they are one for Windows or for macOS."""
    return unicodedata.normalize("NFC", str(path)).casefold()

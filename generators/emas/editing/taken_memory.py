"""What a project took from us: the hash of each file and of each entry, as we wrote it then.

Beside `mkdocs.yml`, as other tools have their lock files: it goes where the project goes, by git
or on a stick, for an update needs it on any computer. `.emas/` may be erased, `donnees/` is not
shared.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePosixPath

from pydantic import BaseModel, ConfigDict, ValidationError

PATH = PurePosixPath("modules-pris.json")
FORMAT = 1


@dataclass
class Taken:
    """A module that was taken: our version, and the hash of each file by its path in the module."""

    version: str
    files: dict[str, str] = field(default_factory=dict)


@dataclass
class Memory:
    """Modules by id; entries of `content/` by file, then by key (« publics/aesh »)."""

    modules: dict[str, Taken] = field(default_factory=dict)
    entries: dict[str, dict[str, str]] = field(default_factory=dict)


class _Module(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    version: str
    fichiers: dict[str, str]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    format: int
    modules: dict[str, _Module]
    entrees: dict[str, dict[str, str]]


def fingerprint(data: bytes) -> str:
    """Return the hash of a content; that of a text does not change with its line ends."""
    return sha256(data if b"\0" in data else data.replace(b"\r\n", b"\n")).hexdigest()


def read_memory(data: bytes) -> Memory | None:
    """Return what `data` remembers, or None if it cannot be read."""
    try:
        file = _File.model_validate_json(data)
    except ValidationError:
        return None
    if file.format != FORMAT:
        return None
    modules = {name: Taken(each.version, each.fichiers) for name, each in file.modules.items()}
    return Memory(modules, file.entrees)


def write_memory(memory: Memory) -> bytes:
    """Return the file that remembers `memory`, a line for each hash: git merges it."""
    whole = {
        "format": FORMAT,
        "modules": {
            name: {"version": taken.version, "fichiers": _sorted(taken.files)}
            for name, taken in sorted(memory.modules.items())
        },
        "entrees": {name: _sorted(keys) for name, keys in sorted(memory.entries.items())},
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _sorted(hashes: Mapping[str, str]) -> dict[str, str]:
    return dict(sorted(hashes.items()))

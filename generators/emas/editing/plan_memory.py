"""What the last import of the plan wrote, so that the next one knows what was changed by hand.

In `donnees/`, which git leaves out and no command cleans. Losing it loses nothing: what differs
is then taken for written by hand, and left.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from pydantic import BaseModel, ConfigDict, ValidationError

from emas.readers.sofia import Key

PATH = PurePosixPath("donnees/plan-importe.json")
VERSION = 1


@dataclass
class Remembered:
    """What was written of a session: each field by its path in the session, and the guesses."""

    id: str
    fields: dict[str, str] = field(default_factory=dict)
    guessed: set[str] = field(default_factory=set)


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    dispositif: str
    module: str
    groupe: str
    session: str
    id: str
    champs: dict[str, str]
    supposes: list[str]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    version: int
    sessions: list[_Entry]


def read_memory(data: bytes) -> dict[Key, Remembered] | None:
    """Return what `data` remembers, or None if it cannot be read."""
    try:
        file = _File.model_validate_json(data)
    except ValidationError:
        return None
    if file.version != VERSION:
        return None
    return {
        Key(each.dispositif, each.module, each.groupe, each.session): Remembered(
            each.id, dict(each.champs), set(each.supposes)
        )
        for each in file.sessions
    }


def write_memory(memory: Mapping[Key, Remembered]) -> bytes:
    """Return the file that remembers `memory`."""
    sessions = [
        {
            "dispositif": key.programme,
            "module": key.module,
            "groupe": key.group,
            "session": key.session,
            "id": item.id,
            "champs": dict(sorted(item.fields.items())),
            "supposes": sorted(item.guessed),
        }
        for key, item in sorted(memory.items())
    ]
    whole = {"version": VERSION, "sessions": sessions}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()

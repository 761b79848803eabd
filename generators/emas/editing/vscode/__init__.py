"""What Visual Studio Code needs to help an author: schemas, blocks to insert, settings.

`files` are those of a new project; `changes` bring a project up to date without touching what its
team chose.
"""

import json
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from emas.editing.vscode.settings import EXTENSIONS, settings
from emas.editing.vscode.snippets import snippets
from emas.project import Project
from emas.readers.json_schema import FILES, json_schema

FOLDER = PurePosixPath(".vscode")
SCHEMAS = FOLDER / "emas"
SETTINGS, ADVISED = FOLDER / "settings.json", FOLDER / "extensions.json"
ASIDE = SCHEMAS / "a-ajouter"
"""Where what could not be added waits for its author."""

Json = dict[str, Any]


def files() -> dict[PurePosixPath, bytes]:
    """Return all the files, by their path in a project."""
    ours = {SCHEMAS / f"{name}.json": json_schema(file) for name, file in FILES.items()}
    ours[FOLDER / "emas.code-snippets"] = snippets()
    return {path: _text(value) for path, value in (ours | _shared()).items()}


def changes(project: Project) -> tuple[dict[PurePosixPath, bytes], list[PurePosixPath]]:
    """Return the files to write in a project, and those that are left since they do not read.

    Settings that are there keep their values: only what is missing is added.

    Raises:
        OSError: if the disk refuses.
    """
    wanted, left = files(), []
    for path, ours in _shared().items():
        place = project.root / path
        if place.is_file():
            there = _read(place.read_bytes())
            if there is None:
                left.append(path)
                wanted[ASIDE / path.name] = wanted.pop(path)
            elif (merged := _merged(there, ours)) == there:
                del wanted[path]
            else:
                wanted[path] = _text(merged)
    return {path: data for path, data in wanted.items() if _differs(project, path, data)}, left


def _shared() -> dict[PurePosixPath, Json]:
    """Return the files where a team has settings of its own."""
    schemas = {
        f"./{SCHEMAS}/{name}.json": list(file.globs)
        for name, file in FILES.items()
        if not file.header  # the extension for YAML does not read the top of a Markdown file
    }
    return {SETTINGS: settings(schemas), ADVISED: EXTENSIONS}


def _differs(project: Project, path: PurePosixPath, data: bytes) -> bool:
    place = project.root / path
    return not place.is_file() or place.read_bytes() != data


def _read(data: bytes) -> Json | None:
    """Return an object written without remarks, or None: we would lose them."""
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _merged(there: Json, ours: Mapping[str, Any]) -> Json:
    """Return `there` with what it lacks of `ours`; lists are joined."""
    merged = dict(there)
    for key, value in ours.items():
        known = merged.setdefault(key, value)
        if isinstance(known, dict) and isinstance(value, dict):
            merged[key] = _merged(known, value)
        elif isinstance(known, list) and isinstance(value, list):
            merged[key] = [*known, *(item for item in value if item not in known)]
    return merged


def _text(value: Json) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()

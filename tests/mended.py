"""A small project mended, and all the words that it publishes."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from emas.diagnostics import Span
from emas.document import QuestionRef
from emas.editing.fixing import fixed
from emas.files import read_sources
from emas.model import Question
from emas.pipeline import Loaded
from emas.project import Project
from emas.readers.sources import Sources
from emas.transforms.spacing import spaced

MINIMAL = Path(__file__).parent / "fixtures" / "minimal"
ESSAI = PurePosixPath("modules/essai")
STEP = ESSAI / "01-etape.md"
BANK = ESSAI / "questions.md"
MODULE = ESSAI / "module.yml"
PAGE = PurePosixPath("content/pages/index.md")
HEADER = "---\ntitre: Une étape\nduree: {en-ligne: 5 min, seance: 10 min}\n---\n\n"

_read = cache(read_sources)


def minimal(changes: Mapping[PurePosixPath, bytes]) -> Sources:
    """Return the minimal project, some files being others."""
    files = _read(MINIMAL).files
    return Sources({**files, **changes})


def minimal_project(place: Path) -> Project:
    """Copy the minimal project to `place`."""
    shutil.copytree(MINIMAL, place, dirs_exist_ok=True)
    (place / "mkdocs.yml").write_text("site_name: Essai\n", encoding="utf-8")
    return Project(place)


def step(body: str) -> bytes:
    """Return a step of that text."""
    return f"{HEADER}{body}\n".encode()


def body_of(sources: Sources) -> str:
    """Return the text of the step of `sources`, as it is written."""
    return sources.files[STEP].decode().removeprefix(HEADER)


def mended(sources: Sources) -> Sources:
    """Return `sources` as `emas fix` leaves them."""
    return Sources({**sources.files, **fixed(sources).files})


def words_of(loaded: Loaded) -> list[str]:
    """Return every text that is published, in order, with the typography of the outputs.

    Ids of questions are left out; so are the places where things were written.
    """
    return list(_texts(spaced(loaded.catalogue)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield str(key)
            yield from _texts(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value) and not isinstance(value, Span | type):
        yield type(value).__name__
        skipped = ("id", "written_id") if isinstance(value, Question) else ()
        for field in fields(value):
            if field.name not in skipped and not isinstance(value, QuestionRef):
                yield from _texts(getattr(value, field.name))
    elif not isinstance(value, Span):
        yield str(value)

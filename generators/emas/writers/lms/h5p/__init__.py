"""H5P: the questions of a module as a Question Set, for Moodle, Magistère, Lumi and others.

The package holds no program: each site shows it with the content types that it has. Nothing is
in it that a site would drop without a word. Source: docs/formats/h5p.md.
"""

import json
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZipFile

from emas.diagnostics import Code, Diagnostic
from emas.model import Edition
from emas.theme import Theme
from emas.writers.lms.h5p.conformity import checked
from emas.writers.lms.h5p.licences import licence
from emas.writers.lms.h5p.question_set import pieces, question_set
from emas.writers.lms.h5p.types import CONTENT, FACTS, QUESTION_SET, TYPES, ContentType, Json
from emas.writers.lms.losses import Losses
from emas.writers.package import reproducible
from emas.writers.written import Written

__all__ = ["checked", "required", "write"]

LONGEST_TITLE = 255


def write(edition: Edition, theme: Theme) -> Written:
    """Return `<module>.h5p` with the questions that have a right answer, and what they lose.

    There is no file for a module that has none.
    """
    name = f"{edition.module.id}.h5p"
    losses = Losses(name)
    held = list(pieces(edition, theme.fonts_folder, losses))
    told = tuple(losses.diagnostics())
    if not held:
        return Written({}, told)
    types = _ranked(kind for piece in held for kind in piece.types)
    files = {
        FACTS: as_json(_facts(edition, types)),
        CONTENT: as_json(question_set(edition, held)),
        **{f"content/{piece.picture.path}": piece.picture.data for piece in held if piece.picture},
    }
    values = {"fichier": name, "types": ", ".join(map(_named, types))}
    asked = Diagnostic(Code.EXP010, edition.module.span, values)
    return Written({PurePosixPath(name): _zipped(files)}, (*told, asked))


def required(package: bytes) -> tuple[str, ...]:
    """Return the content types that a site must have: « Fill in the Blanks (H5P.Blanks 1.14) »."""
    with ZipFile(BytesIO(package)) as opened:
        facts = json.loads(opened.read(FACTS))
    names = {item["machineName"] for item in facts["preloadedDependencies"]}
    return tuple(_named(kind) for kind in TYPES if kind.name in names)


def _ranked(used: Iterable[ContentType]) -> list[ContentType]:
    wanted = {QUESTION_SET, *used}
    return [kind for kind in TYPES if kind in wanted]


def _named(kind: ContentType) -> str:
    return f"{kind.title} ({kind.library})"


def _facts(edition: Edition, types: Iterable[ContentType]) -> Json:
    """Return what the package says of itself. `editorDependencies` are never named: sites check.

    Source: `h5p.classes.php`, `H5PValidator`, and Lumi's schema of `h5p.json`.
    """
    module, team = edition.module, edition.team
    return {
        "title": module.title[:LONGEST_TITLE],
        "language": "fr",
        "defaultLanguage": "fr",
        "mainLibrary": QUESTION_SET.name,
        "embedTypes": ["iframe"],
        "authors": [{"name": team.name, "role": "Author"}],
        **licence(module.licence),
        **({"source": team.site} if team.site else {}),
        "preloadedDependencies": [
            {
                "machineName": kind.name,
                "majorVersion": kind.major,
                "minorVersion": kind.minor,
            }
            for kind in types
        ],
    }


def as_json(content: Json) -> bytes:
    """Return what a file of a package holds."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _zipped(files: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name, data in files.items():
            package.writestr(name, data)
    return reproducible(out.getvalue())

"""A package compared with the content types of a site, before anybody imports it there."""

import json
import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from emas.diagnostics import Code, Diagnostic, Span
from emas.writers.lms.h5p.semantics import Libraries, faults
from emas.writers.lms.h5p.types import CONTENT, FACTS, QUESTION_SET


def checked(package: bytes, name: str, place: Span, libraries: Libraries) -> tuple[Diagnostic, ...]:
    """Return what a site with these libraries would refuse, drop or change of a package.

    It is told at `place`, under the `name` of the package.
    """
    with ZipFile(BytesIO(package)) as opened:
        facts, content = (json.loads(opened.read(name)) for name in (FACTS, CONTENT))
    wanted = [
        f"{item['machineName']} {item['majorVersion']}.{item['minorVersion']}"
        for item in facts["preloadedDependencies"]
    ]
    return tuple(
        Diagnostic(code, place, {"fichier": name, **values})
        for code, values in _told(wanted, content, libraries)
    )


def _told(
    wanted: list[str], content: object, libraries: Libraries
) -> Iterator[tuple[Code, dict[str, str]]]:
    main = _nearest(QUESTION_SET.library, libraries)
    for library in wanted:
        if library in libraries:
            continue
        if library == QUESTION_SET.library and main:
            yield Code.EXP013, {"type": library, "autre": main}
        else:
            yield Code.EXP011, {"type": library, "autres": _others(library, libraries)}
    for fault in faults(main or QUESTION_SET.library, content, libraries):
        values = {"type": fault.library, "place": fault.place.removeprefix("/")}
        yield Code.EXP012, {**values, "cause": fault.cause}


def _nearest(library: str, libraries: Libraries) -> str | None:
    """Return `library`, else the newest with the same major version: Moodle takes it instead."""
    if library in libraries:
        return library
    major, minor = _version(library)
    newer = [
        name
        for name in libraries
        if name.split()[0] == library.split()[0]
        and _version(name)[0] == major
        and _version(name)[1] > minor
    ]
    return max(newer, key=_version, default=None)


def _version(library: str) -> tuple[int, int]:
    """Return the version in « H5P.Blanks 1.14 »."""
    major, minor = re.findall(r"\d+", library.rpartition(" ")[2])
    return int(major), int(minor)


def _others(library: str, libraries: Libraries) -> str:
    """Return « (elles ont 1.13) » if there are other versions of `library`."""
    name = library.split()[0]
    found = sorted((item for item in libraries if item.split()[0] == name), key=_version)
    versions = " et ".join(item.split()[1] for item in found)
    return f" (elles ont {versions})" if versions else ""

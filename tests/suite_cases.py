"""The cases of `tests/suite/*.md`: faulty sources, with what must be said of them.

A case is a `##` section. Its files are laid over the project of `tests/fixtures/minimal`, which
has nothing wrong:

- « Fichier `chemin` : » before a block of four backticks gives a whole file;
- « À la fin de `chemin` : » adds the block to the end of the file of the minimal project;
- « Dans `chemin`, au lieu de `ligne` : » puts the block in the place of that line;
- « Sans le fichier `chemin`. » takes a file away.

What is expected stands on the faulty line, `<!-- attendu : QUIZ003 -->` in Markdown and
`# attendu : YML004` in YAML: such marks are taken away before the file is read, so that they may
stand anywhere. A line that the case does not show is expected by « Attendu : `chemin:ligne:CODE` ».
A section without any mark says « Attendu : rien. »

A quoted line (`> …`) is the whole message of one of the diagnostics. « Avant publication, le
2030-01-01. » adds the checks of `emas check --publication` on that day.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from emas.diagnostics import Diagnostic
from emas.files import read_sources
from emas.model.charter import numbers_to_check, proofread
from emas.model.rules import facts_to_review
from emas.pipeline import load_sources
from emas.readers.sources import Sources

HERE = Path(__file__).parent
MINIMAL = read_sources(HERE / "fixtures" / "minimal")

FENCE = "````"
MARK = re.compile(r"\s*(?:<!-- attendu : ([A-Z0-9, ]+) -->|# attendu : ([A-Z0-9, ]+)$)")
WHOLE = re.compile(r"Fichier `([^`]+)` :")
END = re.compile(r"À la fin de `([^`]+)` :")
LINE = re.compile(r"Dans `([^`]+)`, au lieu de `([^`]+)` :")
WITHOUT = re.compile(r"Sans le fichier `([^`]+)`\.")
ELSEWHERE = re.compile(r"`([^`:]+):(\d+):([A-Z]+\d{3})`")
PUBLICATION = re.compile(r"Avant publication, le (\d{4}-\d\d-\d\d)\.")

Place = tuple[str, int, str]
"""A file, a line of it, and what is wrong there."""


@dataclass
class Case:
    """One faulty project, and what must be said of it."""

    name: str
    files: dict[PurePosixPath, bytes]
    expected: set[Place] = field(default_factory=set)
    nothing: bool = False
    messages: list[str] = field(default_factory=list)
    publication: date | None = None

    def diagnostics(self) -> list[Diagnostic]:
        """Return what `emas check` says of this project."""
        loaded = load_sources(Sources(self.files))
        found = [*loaded.diagnostics, *proofread(loaded.catalogue)]
        if self.publication:
            found += facts_to_review(loaded.catalogue, self.publication)
            found += numbers_to_check(loaded.catalogue, self.publication)
        return found


def places(found: list[Diagnostic]) -> set[Place]:
    """Return where each of `found` is, and its code."""
    return {(str(item.span.path), item.span.line, str(item.code)) for item in found}


def cases() -> list[Case]:
    """Return every case of `tests/suite/`."""
    return [case for path in sorted((HERE / "suite").glob("*.md")) for case in _cases(path)]


def _cases(path: Path) -> Iterator[Case]:
    section: list[str] = []
    title = ""
    fenced = False
    for line in [*path.read_text(encoding="utf-8").split("\n"), "## "]:
        if line.startswith(FENCE):
            fenced = not fenced
        if line.startswith("## ") and not fenced:
            if title:
                yield _case(f"{path.stem} : {title}", section)
            title, section = line.removeprefix("## "), []
        else:
            section.append(line)


def _case(name: str, section: list[str]) -> Case:
    case = Case(name, dict(MINIMAL.files))
    lines = iter(section)
    place = ""
    for line in lines:
        if line.startswith(FENCE):
            block: list[str] = []
            for inner in lines:
                if inner == FENCE:
                    break
                block.append(inner)
            _lay(case, place, block)
        elif line.startswith("> "):
            case.messages.append(line.removeprefix("> "))
        elif line.startswith("Attendu : "):
            case.nothing = line == "Attendu : rien."
            case.expected |= {(m[1], int(m[2]), m[3]) for m in ELSEWHERE.finditer(line)}
        elif match := WITHOUT.fullmatch(line):
            del case.files[PurePosixPath(match[1])]
        elif match := PUBLICATION.fullmatch(line):
            case.publication = date.fromisoformat(match[1])
        elif line:
            place = line
    return case


def _lay(case: Case, place: str, block: list[str]) -> None:
    """Put `block` where the paragraph `place` says, without its marks, which are noted."""
    if match := WHOLE.fullmatch(place):
        before, after = [], [""]
    elif match := END.fullmatch(place):
        before, after = _lines(case, match[1])[:-1], [""]
    elif match := LINE.fullmatch(place):
        lines = _lines(case, match[1])
        index = lines.index(match[2])
        before, after = lines[:index], lines[index + 1 :]
    else:
        raise AssertionError(f"{case.name} : « {place} » ne dit pas où va le bloc")
    for number, line in enumerate(block, len(before) + 1):
        for mark in MARK.finditer(line):
            for code in (mark[1] or mark[2]).split(","):
                case.expected.add((match[1], number, code.strip()))
    text = "\n".join([*before, *(MARK.sub("", line) for line in block), *after])
    case.files[PurePosixPath(match[1])] = text.encode()


def _lines(case: Case, path: str) -> list[str]:
    return case.files[PurePosixPath(path)].decode().split("\n")

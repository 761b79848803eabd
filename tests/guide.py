"""The author's first guide, as its reader follows it: what is typed, what is written in files.

A fence `sh` is typed, with the fence `text` that follows it as answers; a fence `markdown` takes
the place of the file named last; « remplacez la ligne `A` par `B` » changes one line of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

GUIDE = Path(__file__).resolve().parents[1] / "content" / "guide" / "premier-module.md"

PIECE = re.compile(
    r"^```(?P<kind>sh|text|markdown)\n(?P<fence>.*?)^```$"
    r"|(?:Ouvrez|Dans) `(?P<file>[^`\n]+)`"
    r"|remplacez la ligne `(?P<old>[^`\n]+)` par `(?P<new>[^`\n]+)`",
    re.MULTILINE | re.DOTALL,
)
TABLE = re.compile(r"^\| `(build/[^`]+)` \|", re.MULTILINE)
CODES = re.compile(r"^\| ([A-Z]+\d{3}) \|", re.MULTILINE)


@dataclass
class Typed:
    """A command, and the lines that answer what it asks."""

    command: str
    answers: str = ""


@dataclass(frozen=True)
class Written:
    """A text that takes the place of a whole file."""

    file: str
    text: str


@dataclass(frozen=True)
class Replaced:
    """A line that takes the place of another one, which is there once."""

    file: str
    old: str
    new: str


Action = Typed | Written | Replaced


def actions() -> list[Action]:
    """Return what the guide has its reader do, in order."""
    found: list[Action] = []
    for action in _actions():
        if isinstance(action, Typed) and not action.command:
            assert isinstance(found[-1], Typed)
            found[-1].answers = action.answers
        else:
            found.append(action)
    return found


def _actions() -> Iterator[Action]:
    file = ""
    for piece in PIECE.finditer(GUIDE.read_text("utf-8")):
        match piece["kind"]:
            case "sh":
                yield from (Typed(line) for line in piece["fence"].splitlines())
            case "text":
                yield Typed("", piece["fence"])
            case "markdown":
                yield Written(file, piece["fence"])
            case _ if piece["file"]:
                file = piece["file"]
            case _:
                yield Replaced(file, piece["old"], piece["new"])


def edit(project: Path, action: Written | Replaced) -> None:
    """Do in a text editor what the guide asks for; the file is there already."""
    path = project / action.file
    before = path.read_text("utf-8")
    match action:
        case Written(text=text):
            path.write_text(text, encoding="utf-8")
        case Replaced(old=old, new=new):
            lines = before.split("\n")
            assert lines.count(old) == 1, (action, lines)
            path.write_text("\n".join(new if line == old else line for line in lines), "utf-8")


def outputs() -> list[str]:
    """Return the files that the guide has its reader open at the end."""
    return TABLE.findall(GUIDE.read_text("utf-8"))


def codes() -> set[str]:
    """Return the codes of the mistakes that the guide has its reader make."""
    return set(CODES.findall(GUIDE.read_text("utf-8")))

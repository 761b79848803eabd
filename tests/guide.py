"""The author's first guide, as its reader follows it: what is typed, what is written in files.

A fence `sh` is typed, with the fence `text` that follows it as answers; a fence `markdown` takes
the place of the file named last; « remplacez la ligne `A` par `B` » changes one line of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pptx import Presentation
from pypdf import PdfReader

GUIDE = Path(__file__).resolve().parents[1] / "content" / "guide" / "premier-module.md"

PIECE = re.compile(
    r"^```(?P<kind>sh|text|markdown)\n(?P<fence>.*?)^```$"
    r"|(?:Ouvrez|Dans) `(?P<file>[^`\n]+)`"
    r"|remplacez la ligne `(?P<old>[^`\n]+)` par `(?P<new>[^`\n]+)`",
    re.MULTILINE | re.DOTALL,
)
QUESTIONS = (
    "Qu’est-ce qui aide un élève qui arrive ?",
    "Il reste seul à la récréation. Que faites-vous d’abord ?",
)
"""What the step of the guide asks."""

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


def lacking(project: Path) -> list[str]:
    """Return the questions of the step that the site, the deck or the booklet does not ask."""
    texts = {
        "site": (project / "build/site/modules/premier-jour/pour-commencer.html").read_text(
            "utf-8"
        ),
        "diapos": _deck(project / "build/diapos/premier-jour.pptx"),
        "livret": _paper(project / "build/livrets/premier-jour/livret.pdf"),
    }
    return [
        f"{place} : {question}"
        for place, text in texts.items()
        for question in QUESTIONS
        if _words(question) not in _words(text)
    ]


def _deck(path: Path) -> str:
    shapes = (shape for slide in Presentation(str(path)).slides for shape in slide.shapes)
    return " ".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)


def _paper(path: Path) -> str:
    return " ".join(page.extract_text() for page in PdfReader(path).pages)


def _words(text: str) -> str:
    """Return `text` with one blank between words, and none before a question mark."""
    return re.sub(r"\s+(\?)?", r" \1", text).replace(" ?", "?")


def codes() -> set[str]:
    """Return the codes of the mistakes that the guide has its reader make."""
    return set(CODES.findall(GUIDE.read_text("utf-8")))

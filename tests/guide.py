"""A guide, as its reader follows it: what is typed, what is written in files.

A fence `sh` is typed, with the fence `text` that follows it as answers; a fence `markdown` or
`yaml` takes the place of the file named last, or goes « à la fin de » it, or makes it (« Créez »),
as does a fence `csv`; « remplacez la ligne `A` par `B` » changes one line; « copiez `A` sous le
nom `B` » copies one. A command in a sentence or in a table is said: typed when one wants to.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pptx import Presentation
from pypdf import PdfReader

GUIDES = Path(__file__).resolve().parents[1] / "content" / "guide"
GUIDE = GUIDES / "premier-module.md"
"""The author's first guide."""

PIECE = re.compile(
    r"^```(?P<kind>sh|text|markdown|yaml|csv)\n(?P<fence>.*?)^```$"
    r"|(?P<how>Ouvrez|Dans|Créez) `(?P<file>[^`\n]+)`"
    r"|à la fin de `(?P<end>[^`\n]+)`"
    r"|copiez `(?P<source>[^`\n]+)` sous le nom `(?P<copy>[^`\n]+)`"
    r"|`(?P<said>emas [^`\n]+)`"
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
class Said:
    """A command that the guide names in a sentence."""

    command: str


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


@dataclass(frozen=True)
class Added:
    """A text that goes at the end of a file."""

    file: str
    text: str


@dataclass(frozen=True)
class Created:
    """A new file."""

    file: str
    text: str


@dataclass(frozen=True)
class Copied:
    """A file of the project under another name."""

    file: str
    copy: str


Edit = Written | Replaced | Added | Created | Copied
Action = Typed | Said | Edit


def actions(guide: Path = GUIDE) -> list[Action]:
    """Return what `guide` has its reader do, in order."""
    found: list[Action] = []
    for action in _actions(guide):
        if isinstance(action, Typed) and not action.command:
            assert isinstance(found[-1], Typed)
            found[-1].answers = action.answers
        else:
            found.append(action)
    return found


def _actions(guide: Path) -> Iterator[Action]:
    file: str = ""
    write: type[Written | Added | Created] = Written
    for piece in PIECE.finditer(guide.read_text("utf-8")):
        match piece["kind"]:
            case "sh":
                yield from (Typed(line) for line in piece["fence"].splitlines())
            case "text":
                yield Typed("", piece["fence"])
            case "markdown" | "yaml" | "csv":
                yield write(file, piece["fence"])
            case _ if piece["file"]:
                file, write = piece["file"], Created if piece["how"] == "Créez" else Written
            case _ if piece["end"]:
                file, write = piece["end"], Added
            case _ if piece["said"]:
                yield Said(piece["said"])
            case _ if piece["copy"]:
                yield Copied(piece["source"], piece["copy"])
            case _:
                yield Replaced(file, piece["old"], piece["new"])


def edit(project: Path, action: Edit) -> None:
    """Do in a text editor what the guide asks for; only what it creates is not there yet."""
    path = project / action.file
    match action:
        case Created(text=text):
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as new:
                new.write(text)
        case Written(text=text):
            assert path.is_file(), action
            path.write_text(text, encoding="utf-8")
        case Added(text=text):
            path.write_text(f"{path.read_text('utf-8').rstrip()}\n\n{text}", encoding="utf-8")
        case Copied(copy=copy):
            shutil.copy(path, project / copy)
        case Replaced(old=old, new=new):
            lines = path.read_text("utf-8").split("\n")
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

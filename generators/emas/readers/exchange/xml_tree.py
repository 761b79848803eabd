"""XML as a small tree with places; nothing that a document type could declare is ever read.

Expat tells that a document type begins before it reads what is in it: entities, files and addresses
are refused there, unread.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from xml.parsers import expat

from emas.diagnostics import Span

MAX_DEPTH = 30
"""A question of Moodle is eight deep."""

MAX_NODES = 200_000


class RefusedError(Exception):
    """Why a document is not read, in French, and where."""

    def __init__(self, cause: str, line: int, column: int) -> None:
        super().__init__(cause)
        self.cause = cause
        self.line = line
        self.column = column


@dataclass(slots=True)
class Element:
    """An element; `content` is its texts and its elements, in order."""

    tag: str
    attributes: dict[str, str]
    span: Span
    content: list["str | Element"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text directly inside."""
        return "".join(item for item in self.content if isinstance(item, str))

    def all(self, tag: str) -> Iterator["Element"]:
        """Yield the elements of that name directly inside."""
        return (item for item in self.content if isinstance(item, Element) and item.tag == tag)

    def first(self, tag: str) -> "Element | None":
        """Return the first element of that name directly inside, or None."""
        return next(self.all(tag), None)

    def value(self, *tags: str) -> str:
        """Return the text found by going into the first element of each name, or nothing."""
        place: Element | None = self
        for tag in tags:
            place = place.first(tag) if place else None
        return place.text.strip() if place else ""


def read_xml(data: bytes, path: PurePosixPath) -> Element:
    """Return the root of a document.

    Raises:
        RefusedError: if it is no XML, or more than questions need.
    """
    return _Reader(path).read(data)


class _Reader:
    def __init__(self, path: PurePosixPath) -> None:
        self.path = path
        self.count = 0
        self.root: Element | None = None
        self.open: list[Element] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._doctype

    def read(self, data: bytes) -> Element:
        try:
            self.parser.Parse(data, True)
        except expat.ExpatError as error:
            raise RefusedError(_french(error), error.lineno, error.offset + 1) from error
        except (LookupError, ValueError) as error:
            raise self._refused("l’encodage qu’il annonce n’est pas connu") from error
        if self.root is None:  # pragma: no cover - expat refuses a document without a root
            raise self._refused("il est vide")
        return self.root

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if len(self.open) >= MAX_DEPTH:
            raise self._refused(f"ses éléments sont imbriqués sur plus de {MAX_DEPTH} niveaux")
        if self.count > MAX_NODES:
            raise self._refused(f"il a plus de {MAX_NODES} éléments")
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        end = column + len(tag) + 2
        element = Element(tag, attributes, Span(self.path, line, column, line, end))
        if self.open:
            self.open[-1].content.append(element)
        elif self.root is None:
            self.root = element
        self.open.append(element)

    def _end(self, tag: str) -> None:  # noqa: ARG002  # expat's own signature
        self.open.pop()

    def _characters(self, text: str) -> None:
        self.open[-1].content.append(text)

    def _doctype(self, *declared: object) -> None:  # noqa: ARG002  # expat's own signature
        raise self._refused(
            "il déclare un type de document (DOCTYPE), qui peut définir des entités"
        )

    def _refused(self, cause: str) -> RefusedError:
        return RefusedError(
            cause, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        )


FRENCH = {
    expat.errors.XML_ERROR_TAG_MISMATCH: "une balise fermante ne répond pas à la balise ouverte",
    expat.errors.XML_ERROR_NO_ELEMENTS: "il est vide ou coupé",
    expat.errors.XML_ERROR_UNCLOSED_TOKEN: "il est coupé au milieu d’une balise",
    expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION: "il est coupé au milieu d’un texte",
    expat.errors.XML_ERROR_UNDEFINED_ENTITY: "il emploie une entité que XML n’a pas",
    expat.errors.XML_ERROR_UNKNOWN_ENCODING: "l’encodage qu’il annonce n’est pas connu",
    expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE: "un attribut y est écrit deux fois",
}


def _french(error: expat.ExpatError) -> str:
    return FRENCH.get(expat.ErrorString(error.code), "ce n’est pas du XML bien formé")

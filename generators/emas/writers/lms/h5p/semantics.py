"""What a site does to a content: it drops or changes, without a word, what its fields do not allow.

Fields are those of the `semantics.json` of content types, written by hand for tests, or those of
libraries that somebody gives. Source: `h5p.classes.php`, `H5PContentValidator` (core 1.28).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, TypeAdapter

EVERYWHERE = {"div", "span", "p", "br"}
RELATED = {
    "strong": {"b"},
    "em": {"i"},
    "ul": {"li"},
    "ol": {"li"},
    "table": {"tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "col", "caption"},
    "del": {"s"},
    "strike": {"s"},
}
"""Tags that a field with another one allows too."""

TAG = re.compile(r"<[^>]*>?")
OURS = re.compile(r"</?([a-z][a-z0-9]*) ?/?>")
"""A tag without attributes: sites keep few of them, and we write none."""

IDENTIFIER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
IMAGE = re.compile(r"images/[\w./-]+\.(png|jpe?g|gif|bmp|tiff?)")


class Field(BaseModel):
    """A field; options are texts, or objects with a `value` or a `name`."""

    name: str = ""
    type: str
    optional: bool = False
    default: Any = None
    tags: list[str] | None = None
    options: list[Any] | None = None
    fields: "list[Field]" = []
    field: "Field | None" = None
    min: float | None = None
    max: float | None = None
    maxLength: int | None = None  # noqa: N815 # the key of the file


FIELDS = TypeAdapter(list[Field])
Libraries = Mapping[str, list[Field]]
"""The fields of content types, by « H5P.Blanks 1.14 »."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What a site would not keep; `place` is a path in the content, `cause` words for people."""

    library: str
    place: str
    cause: str


def read_fields(semantics: bytes) -> list[Field]:
    """Return the fields of a `semantics.json`. Raises ValueError if it is none."""
    return FIELDS.validate_json(semantics)


def faults(library: str, params: object, libraries: Libraries) -> Iterator[Fault]:
    """Yield what a site with `libraries` would not keep of `params`, a content of `library`.

    A content of a type that `libraries` do not have is left alone.
    """
    if library in libraries:
        whole = Field(type="group", fields=libraries[library])
        yield from _Check(library, libraries).group(whole, params, "")


@dataclass(frozen=True, slots=True)
class _Check:
    """The check of one content, of the type `library`."""

    library: str
    libraries: Libraries

    def value(self, field: Field, value: Any, place: str) -> Iterator[Fault]:
        """Yield what is wrong with the value of a field."""
        match field.type:
            case "text":
                yield from self._text(field, value, place)
            case "boolean":
                yield from self._unless(isinstance(value, bool), place, "n’est ni vrai ni faux")
            case "number":
                yield from self._unless(_within(value, field), place, "n’est pas un nombre permis")
            case "select":
                yield from self._unless(value in _names(field), place, "n’est pas un choix permis")
            case "list":
                yield from self._list(field, value, place)
            case "group":
                yield from self.group(field, value, place)
            case "library":
                yield from self._sub_content(field, value, place)
            case "image":
                path = value.get("path", "") if isinstance(value, dict) else ""
                kept = bool(IMAGE.fullmatch(path))
                yield from self._unless(kept, place, "n’est pas une image permise")
            case _:
                pass

    def group(self, field: Field, value: Any, place: str) -> Iterator[Fault]:
        """Yield what is wrong with a group; the value of one that has one field is that field's."""
        if len(field.fields) == 1 and place:
            yield from self.value(field.fields[0], value, place)
            return
        if not isinstance(value, dict):
            yield self._fault(place, "n’est pas un groupe")
            return
        known = {inner.name: inner for inner in field.fields}
        for name, inner in value.items():
            # A label that another patch of the type does not know is dropped without harm.
            if name not in known and not isinstance(inner, str):
                yield self._fault(f"{place}/{name}", "n’existe pas dans ce type")
        for name, inner in known.items():
            if name in value:
                yield from self.value(inner, value[name], f"{place}/{name}")
            elif inner.type == "group" and len(inner.fields) > 1:
                yield from self.group(inner, {}, f"{place}/{name}")
            elif not inner.optional and inner.default is None:
                yield self._fault(f"{place}/{name}", "manque")

    def _text(self, field: Field, value: Any, place: str) -> Iterator[Fault]:
        if not isinstance(value, str):
            yield self._fault(place, "n’est pas un texte")
            return
        allowed = _allowed(field.tags) if field.tags is not None else set()
        for found in dict.fromkeys(TAG.findall(value)):
            tag = OURS.fullmatch(found)
            yield from self._unless(
                bool(tag and tag[1] in allowed), place, f"contient {found}, qui serait retiré"
            )
        short = field.maxLength is None or len(value) <= field.maxLength
        yield from self._unless(short, place, f"a plus de {field.maxLength} signes")

    def _list(self, field: Field, value: Any, place: str) -> Iterator[Fault]:
        if not isinstance(value, list):
            yield self._fault(place, "n’est pas une liste")
            return
        yield from self._unless(_within(len(value), field), place, "est trop courte ou trop longue")
        for rank, item in enumerate(value):
            if field.field:
                yield from self.value(field.field, item, f"{place}/{rank}")

    def _sub_content(self, field: Field, value: Any, place: str) -> Iterator[Fault]:
        library = value.get("library") if isinstance(value, dict) else None
        if not isinstance(library, str) or library not in _names(field):
            yield self._fault(place, f"est du type {library}, qui n’est pas permis ici")
            return
        identified = IDENTIFIER.fullmatch(str(value.get("subContentId")))
        yield from self._unless(bool(identified), place, "n’a pas d’identifiant")
        for fault in faults(library, value.get("params"), self.libraries):
            yield Fault(fault.library, f"{place}{fault.place}", fault.cause)

    def _unless(self, kept: bool, place: str, cause: str) -> Iterator[Fault]:
        if not kept:
            yield self._fault(place, cause)

    def _fault(self, place: str, cause: str) -> Fault:
        return Fault(self.library, place, cause)


def _within(value: Any, field: Field) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    least, most = field.min, field.max
    return (least is None or value >= least) and (most is None or value <= most)


def _names(field: Field) -> list[Any]:
    """Return the values that a field may have."""
    return [
        option.get("value", option.get("name")) if isinstance(option, dict) else option
        for option in field.options or ()
    ]


def _allowed(tags: list[str]) -> set[str]:
    return {*EVERYWHERE, *tags}.union(*(RELATED.get(tag, ()) for tag in tags))

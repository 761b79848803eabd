"""Pictures: those of `media/`, their credits, and the ones that texts show."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from pydantic import Field

from emas.diagnostics import Code, Diagnostic, Span
from emas.diagnostics.suggest import suggestion
from emas.document import Image, Node, walk
from emas.model import Media, Vocabulary
from emas.readers.drawings import is_only_a_drawing
from emas.readers.names import resolve
from emas.readers.schema import Schema, read_schema
from emas.readers.sources import Sources
from emas.readers.values import Words
from emas.readers.yaml_tree import Scalar, YamlNode, span_at, under

KINDS: Mapping[str, tuple[bytes, ...]] = {
    ".svg": (b"<svg", b"<?xml", b"<!--"),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
}
"""Extensions of the pictures we publish, and how such a file starts."""

FILMS = (".mp4", ".webm")
"""Extensions of the films we publish: a browser only plays them."""


class MediaEntry(Schema):
    """One entry of `media/medias.yml`."""

    credit: Words = Field(description="Qui a fait l’image.")
    licence: Words = Field(description="Sa licence : une de vocabulaire.yml.")
    source: Words = Field(default="", description="D’où elle vient.")


def read_media(
    files: Sources, folder: PurePosixPath, vocabulary: Vocabulary
) -> tuple[dict[str, Media], list[Diagnostic]]:
    """Return the pictures of `folder/media/` that are described, by file name.

    One whose description has errors is among them: the texts that show it are not to blame.
    """
    place = folder / "media"
    register = place / "medias.yml"
    if register not in files.files:
        return {}, []
    node, found = files.yaml_mapping(register)
    if node is None:
        return {path.name: _undescribed(files, path) for path in files.inside(place)}, found
    media: dict[str, Media] = {}
    for key, value in node.entries:
        entry, problems = read_schema(MediaEntry, under(key, value), called=key.text)
        found += problems
        if place / key.text not in files.files:
            if place / key.text not in files.links:
                found.append(Diagnostic(Code.IMG008, key.span, {"image": key.text}))
            continue
        if entry is None:
            media[key.text] = _undescribed(files, place / key.text)
            continue
        found += _licence_problems(key, value, entry, vocabulary)
        data = files.files[place / key.text]
        film = _is_film(place / key.text)
        if not film and not is_picture(place / key.text, data):  # published, shown or not
            found.append(Diagnostic(Code.IMG007, key.span, {"image": key.text}))
        media[key.text] = Media(key.text, data, entry.credit, entry.licence, entry.source)
    return media, found


def _undescribed(files: Sources, path: PurePosixPath) -> Media:
    return Media(path.name, files.files[path], "", "", "")


def _licence_problems(
    key: Scalar, value: YamlNode, entry: MediaEntry, vocabulary: Vocabulary
) -> list[Diagnostic]:
    span = span_at(value, ("licence",))
    identifier, _ = resolve(entry.licence, vocabulary.licences, called="licences", span=span)
    if identifier is not None:
        return []
    values = {
        "licence": entry.licence,
        "image": key.text,
        "possibles": ", ".join(vocabulary.licences.values()),
    }
    return [Diagnostic(Code.IMG006, span, values)]


def check_images(
    nodes: Iterable[Node], files: Sources, page: PurePosixPath, media: Mapping[str, Media]
) -> list[Diagnostic]:
    """Return what is wrong with the pictures that the text of `page` shows."""
    found: list[Diagnostic] = []
    for node in walk(nodes):
        if isinstance(node, Image):
            if not node.alt.strip() and not node.decorative:
                found.append(Diagnostic(Code.IMG004, node.span, {"image": node.source}))
            found += _file_problems(node.source, node.span, files, page, media)
    return found


def _file_problems(
    source: str, span: Span, files: Sources, page: PurePosixPath, media: Mapping[str, Media]
) -> list[Diagnostic]:
    """Return at most one diagnostic: the first thing to mend about the file of a picture."""
    parts = PurePosixPath(source).parts
    values = {"image": source, "nom": PurePosixPath(source).name}
    if len(parts) != 2 or parts[0] != "media" or ":" in source:
        inside = ".." not in parts and not source.startswith("/") and ":" not in source
        near = suggestion(f"media/{source}", [f"media/{name}" for name in media])
        code = Code.IMG001 if inside else Code.IMG002
        return [Diagnostic(code, span, {**values, "suggestion": near})]
    path = page.parent / source
    if path in files.links:
        return [Diagnostic(Code.IMG003, span, values)]
    if path not in files.files:
        names = [f"media/{other.name}" for other in files.inside(path.parent)]
        return [Diagnostic(Code.IMG001, span, {**values, "suggestion": suggestion(source, names)})]
    film = _is_film(path)
    if path.name in media and not film:  # its description was checked, and the file with it
        return []
    known = not film and is_picture(path, files.files[path])
    return [Diagnostic(Code.IMG005 if known else Code.IMG007, span, values)]


def _is_film(path: PurePosixPath) -> bool:
    return path.suffix.lower() in FILMS


def is_picture(path: PurePosixPath, data: bytes) -> bool:
    """Return whether a file is a picture that we publish, of the kind that its name says."""
    kind = path.suffix.lower()
    if not data.lstrip().startswith(KINDS.get(kind, ())):
        return False
    return kind != ".svg" or is_only_a_drawing(data)

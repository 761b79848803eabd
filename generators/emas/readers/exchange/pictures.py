"""Pictures of imported questions: which are kept, under which name, and why the others are not."""

import binascii
import re
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import unquote

from emas.diagnostics import Code, Diagnostic, Span
from emas.diagnostics.suggest import fold
from emas.document import Image, Inline, Link, Node, Text
from emas.readers.assets import is_picture
from emas.readers.exchange.words import shown

OWN = "@@PLUGINFILE@@/"
CARRIED = re.compile(r"data:image/(png|jpe?g|svg\+xml);base64,", re.IGNORECASE)
EXTENSION = re.compile(r"\.(png|jpe?g|svg)", re.IGNORECASE)
ELSEWHERE = re.compile(r"https?://", re.IGNORECASE)
HASH_DIGITS = 6
LONGEST_NAME = 40


@dataclass
class Pictures:
    """Finds the pictures that texts show; `kept` has their bytes by their name in `media/`."""

    kept: dict[str, bytes] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)

    def adopt(self, image: Image, files: Mapping[str, bytes]) -> tuple[Node, ...]:
        """Return `image` shown from `media/`, else what is left of it: a link, its words."""
        source = image.source.strip()
        if carried := CARRIED.match(source):
            extension = {"svg+xml": "svg", "jpeg": "jpg"}.get(
                carried[1].lower(), carried[1].lower()
            )
            try:
                data = b64decode(source[carried.end() :])
            except (binascii.Error, ValueError):
                data = b""
            return self._keep(image, f"image.{extension}", data)
        if source.startswith(OWN):
            name = unquote(source.removeprefix(OWN).partition("?")[0])
            if name in files:
                return self._keep(image, name, files[name])
            self._refuse(name, "elle n’est pas dans le fichier", image.span)
        elif ELSEWHERE.match(source):
            self._refuse(source, "elle est sur un autre site, et devient un lien", image.span)
            words: tuple[Inline, ...] = (Text(image.alt or "image", image.span),)
            return (Link(source, words, image.span),)
        else:
            self._refuse(source, "son adresse ne mène à rien", image.span)
        return (Text(f"[{image.alt}]", image.span),) if image.alt else ()

    def _keep(self, image: Image, name: str, data: bytes) -> tuple[Node, ...]:
        clean = clean_name(name, data)
        if not data or not is_picture(PurePosixPath(clean), data):
            cause = "ce n’est pas une image PNG, JPEG ou SVG sans programme"
            self._refuse(name, cause if data else "elle est vide ou abîmée", image.span)
            return (Text(f"[{image.alt}]", image.span),) if image.alt else ()
        self.kept[clean] = data
        return (replace(image, source=f"media/{clean}"),)

    def _refuse(self, name: str, cause: str, span: Span) -> None:
        values = {"image": shown(name, 60) or "sans nom", "cause": cause}
        self.found.append(Diagnostic(Code.IMP006, span, values))


def clean_name(name: str, data: bytes) -> str:
    """Return a name for `media/`: plain letters, no folder, and some digits of what is in it.

    Two pictures never share a name, and the same one has the same name each time.
    """
    last = re.split(r"[/\\]", name)[-1]
    stem, dot, extension = fold(last).rpartition(".")
    digits = sha256(data).hexdigest()[:HASH_DIGITS]
    words = re.sub(r"[^a-z0-9]+", "-", stem if dot else extension).strip("-")[:LONGEST_NAME]
    words = words.removesuffix(digits).strip("-") or "image"
    return f"{words}-{digits}{('.' + extension) if EXTENSION.fullmatch('.' + extension) else ''}"

"""The picture above a question: sites show one, as PNG, JPEG or GIF, and refuse SVG."""

from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from emas.document import Blocks, Image, Node, rewrite, walk
from emas.model import Media, Module
from emas.writers import media, pictures
from emas.writers.lms.h5p import french
from emas.writers.lms.h5p.licences import licence
from emas.writers.lms.h5p.types import IMAGE, Json

WIDTH_PX = 1280
"""How wide a drawing becomes: twice what a page of a course shows."""

FORMATS = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a package: its file, and how the content names it."""

    path: str
    data: bytes
    sub_content: Json


def seen(blocks: Blocks) -> list[Image]:
    """Return the pictures of `blocks` that say something, in reading order."""
    return [node for node in walk(blocks) if isinstance(node, Image) and not node.decorative]


def without(image: Image, blocks: Blocks) -> Blocks:
    """Return `blocks` where nothing stands for `image`; its caption remains."""

    def visit(node: Node) -> tuple[Node, ...]:
        return (replace(image, decorative=True),) if node is image else (node,)

    return rewrite(blocks, visit)


def picture(image: Image, identifier: str, module: Module, fonts: Path) -> Picture | None:
    """Return `image` as a file of the package, or None if sites cannot show it."""
    source = module.media.get(PurePosixPath(image.source).name)
    if source is None:
        return None
    suffix, data = PurePosixPath(source.name).suffix.lower(), source.data
    if suffix == ".svg":
        try:
            suffix, data = ".png", media.png(data, WIDTH_PX, fonts)
        except ValueError:
            return None
    if suffix not in FORMATS:
        return None
    path = f"images/{identifier}{suffix}"
    width, height = pictures.size(data) or (None, None)
    size = {"width": width, "height": height} if width else {}
    file: Json = {
        "path": path,
        "mime": f"image/{FORMATS[suffix]}",
        **size,
        "copyright": {"license": "U"},
    }
    return Picture(path, data, _sub_content(image, identifier, file, source))


def _sub_content(image: Image, identifier: str, file: Json, source: Media) -> Json:
    """Return the picture as the content of a question holds it, with whom to thank."""
    authors = [{"name": source.credit, "role": "Author"}] if source.credit else []
    return {
        "library": IMAGE.library,
        "params": {"file": file, "alt": image.alt, "title": "", **french.IMAGE},
        "subContentId": identifier,
        "metadata": {
            "contentType": IMAGE.title,
            "title": image.alt,
            "authors": authors,
            **licence(source.licence),
        },
    }

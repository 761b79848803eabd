"""The files of the page of the preview itself: its style, its script, its fonts."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from string import Template

from emas import theme
from emas.theme import Colour, Theme, css

FOLDER = "apercu"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""Said by us: Windows takes the types of files from its registry, where any program writes."""


def type_of(name: str) -> str:
    """Return the type of a file for browsers."""
    _, dot, end = name.lower().rpartition(".")
    return TYPES.get(dot + end, "application/octet-stream")


class Files:
    """The files of the page, read once: it must outlive what happens to the theme."""

    def __init__(self, own: Path) -> None:
        place = own / FOLDER
        folder = place if place.is_dir() else theme.locate() / FOLDER
        self._read = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    def page(self, values: Mapping[str, str]) -> bytes:
        """Return the page, with these values in it."""
        return Template(self._read["page.html"].decode()).substitute(values).encode()

    def get(self, name: str, look: Theme | None) -> bytes | None:
        """Return the file of that name, or None; colours, sizes and fonts are those of `look`.

        Raises:
            OSError: if a font is no longer there.
        """
        if name == "css/theme.css":
            return css.chosen_by_browser(look).encode() if look else b""
        if name == "icone.svg" and look is not None:
            return _icon(look)
        if name.startswith("fonts/") and look is not None:
            path = css.fonts(look).get(PurePosixPath(name.removeprefix("fonts/")))
            return (look.fonts_folder / path).read_bytes() if path else None
        return self._read.get(name)


def _icon(look: Theme) -> bytes:
    """Return a page, for the tab of the browser."""
    ground, lines = look.light[Colour.PETROL], look.light[Colour.PAPER]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="{lines}">'
        f'<path fill="{ground}" d="M1 3h14v10H1z"/>'
        '<path d="M3 5h6v1H3zm0 2h6v1H3zm0 2h4v1H3zm8-4h2v6h-2z"/></svg>'
    ).encode()

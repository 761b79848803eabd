"""What all pages share: templates, style, headers. No script or style is inside a page."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from emas.theme import Colour, Theme, css, read

FOLDER = "suivi"
TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
}

# Not « no-referrer »: browsers would send forms with « Origin: null ». Others learn nothing.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self';"
    " img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex",
    "Cache-Control": "no-store",
}


class Shell:
    """Makes pages of the templates of `theme`, a folder, and gives their files.

    Raises:
        ThemeError: if the theme cannot be used.
    """

    def __init__(self, theme: Path) -> None:
        loader = FileSystemLoader(theme / FOLDER)
        self._templates = Environment(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._files = dict(_files(theme))

    def render(self, template: str, values: Mapping[str, object], status: int = 200) -> Response:
        """Return a page; `values` are escaped wherever they are shown."""
        return HTMLResponse(self._templates.get_template(template).render(values), status)

    def file(self, request: Request) -> Response | None:
        """Return the style, script or font of that path, if any; the same is not sent again."""
        name = request.path_params["path"]
        data = self._files.get(name)
        if data is None:
            return None
        tag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
        headers = {"ETag": tag, "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(data, headers=headers, media_type=TYPES[Path(name).suffix])


def _files(theme: Path) -> Mapping[str, bytes]:
    """Return what pages fetch, by path; styles find fonts in `../fonts`."""
    look = read(theme)
    files = {"css/theme.css": css.chosen_by_browser(look).encode(), "icone.svg": _icon(look)}
    for kind in ("css", "js"):
        for path in sorted((theme / FOLDER / kind).glob(f"*.{kind}")):
            files[f"{kind}/{path.name}"] = path.read_bytes()
    for name, source in css.fonts(look).items():
        files[f"fonts/{name}"] = (look.fonts_folder / source).read_bytes()
    return files


def _icon(look: Theme) -> bytes:
    """Return three bars, for the tab of the browser."""
    ground, bars = look.light[Colour.PETROL], look.light[Colour.PAPER]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">'
        f'<rect width="16" height="16" rx="3" fill="{ground}"/>'
        f'<path d="M3 13V9h2v4zm4 0V3h2v10zm4 0V6h2v7z" fill="{bars}"/></svg>'
    ).encode()

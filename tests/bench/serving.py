"""A careful host: what it sends is compressed, and kept by the browser."""

import functools
import gzip
from pathlib import Path

from tests.serving import Quiet

COMPRESSED = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt"}
KEPT = "public, max-age=31536000"
ASKED_AGAIN = "no-cache"
"""A page is asked again each time: it tells which files go with it."""


@functools.cache
def compressed(path: str) -> bytes:
    """Return a file as gzip makes it."""
    return gzip.compress(Path(path).read_bytes(), 9, mtime=0)


class Host(Quiet):
    """Answers with what a host's usual settings give."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802 - the base class's name
        """Send a file whole, compressed if it is text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        text = path.suffix in COMPRESSED
        body = compressed(str(path)) if text else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", ASKED_AGAIN if path.suffix == ".html" else KEPT)
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

"""The preview over HTTP, for the browser of this computer and for nobody else.

Nothing can be asked through another name than ours (a site whose name leads to this computer would
read everything), nothing is written, and what starts an editor needs a token of our page.
"""

import contextlib
import json
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path, PurePosixPath
from queue import Empty
from urllib.parse import parse_qs, unquote, urlsplit

from emas.preview import panel
from emas.preview.documents import name_of
from emas.preview.editor import Editor
from emas.preview.files import Files, type_of
from emas.preview.hub import Hub
from emas.preview.workshop import Workshop

BEAT_S = 15.0
"""How often a silent stream says something, so that a page that went is noticed."""

MAX_BODY = 4000

FRAMED = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'self';"
    " form-action 'self'; frame-ancestors 'self'"
)
"""What a page of the site may do: Material writes scripts in them."""

STILL = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none';"
    " form-action 'none'; frame-ancestors 'self'"
)
"""What slides and pages of a booklet may do: show what they hold."""

OURS = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
    " connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)

HEADERS = {
    "Cache-Control": "no-cache",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}

FOR_EVER = "max-age=31536000, immutable"
"""What is named after its own bytes never changes."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back."""

    body: bytes
    kind: str
    status: HTTPStatus = HTTPStatus.OK
    policy: str = STILL
    cache: str = ""


class Preview:
    """What the preview answers. `token` is what our page proves itself with."""

    def __init__(
        self, root: Path, workshop: Workshop, hub: Hub, files: Files, editor: Editor | None
    ) -> None:
        self.root, self.workshop, self.hub = root, workshop, hub
        self.files, self.editor = files, editor
        self.token = secrets.token_urlsafe()

    def get(self, path: str, query: dict[str, list[str]]) -> Answer:
        """Return what is at `path`."""
        place, _, rest = path.lstrip("/").partition("/")
        match place:
            case "" if not rest:
                opens = "oui" if self.editor else ""
                page = self.files.page({"jeton": self.token, "editeur": opens})
                return Answer(page, type_of("page.html"), policy=OURS)
            case "site":
                return self._of_site(rest or "index.html")
            case "apercu":
                data = self.files.get(rest, self.workshop.shown.look)
                return _none() if data is None else Answer(data, type_of(rest))
            case "contenu":
                return self._of_documents(rest)
            case "etat":
                address = query.get("page", ["index.html"])[0]
                return _json(panel.state(self.workshop, self.root, address))
            case "couverture":
                return _json(panel.coverage(self.workshop, query.get("module", [""])[0]))
            case _:
                return _none()

    def _of_site(self, address: str) -> Answer:
        data, problem = self.workshop.page(address)
        site = self.workshop.shown.site
        if data is None and site is not None and not problem:
            with contextlib.suppress(KeyError, OSError):
                data = site.file(address)
        if data is None:
            return _nothing(problem or "Il n’y a pas encore de page à cette adresse.")
        return Answer(data, type_of(address), policy=FRAMED)

    def _of_documents(self, name: str) -> Answer:
        stem = PurePosixPath(name).stem
        for made in list(self.workshop.shown.documents.values()):
            if stem in made.contents:
                return Answer(made.contents[stem], type_of(name), cache=FOR_EVER)
        return _none()

    def open(self, body: bytes) -> Answer:
        """Have the editor open the place that `body` names, among those that we tell of."""
        try:
            asked = json.loads(body)
            wanted = (str(asked["fichier"]), int(asked["ligne"]), int(asked["colonne"]))
        except (ValueError, KeyError, TypeError):
            return _text(HTTPStatus.BAD_REQUEST, "Demande illisible.")
        loaded = self.workshop.shown.loaded
        spans = [item.span for item in loaded.diagnostics] if loaded else []
        if self.editor is None or wanted not in [(str(s.path), s.line, s.column) for s in spans]:
            return _none()
        name, line, column = wanted
        try:
            self.editor.open(self.root / name, line, column)
        except OSError as error:
            return _text(HTTPStatus.INTERNAL_SERVER_ERROR, f"L’éditeur n’a pas démarré : {error}.")
        return Answer(b"", type_of(".txt"), HTTPStatus.NO_CONTENT)

    def changes(self) -> Iterator[bytes]:
        """Yield an event each time something changed, and a remark when nothing does."""
        queue = self.hub.listen()
        try:
            while True:
                try:
                    number = queue.get(timeout=BEAT_S)
                except Empty:
                    yield b": toujours la\n\n"
                    continue
                if number is None:
                    return
                yield f"data: {number}\n\n".encode()
        finally:
            self.hub.leave(queue)


def _json(value: panel.Json) -> Answer:
    return Answer(json.dumps(value, ensure_ascii=False).encode(), type_of(".json"))


def _text(status: HTTPStatus, text: str) -> Answer:
    return Answer(text.encode(), type_of(".txt"), status)


def _nothing(why: str) -> Answer:
    """Return a page that says why there is none: browsers would show one of their own."""
    page = f'<!doctype html><html lang="fr"><title>Rien ici</title><p>{escape(why)}</p></html>'
    return Answer(page.encode(), type_of(".html"), HTTPStatus.NOT_FOUND, policy=FRAMED)


def _none() -> Answer:
    return _text(HTTPStatus.NOT_FOUND, "Il n’y a rien à cette adresse.")


class Handler(BaseHTTPRequestHandler):
    """One request, over a connection that stays open for the next ones."""

    protocol_version = "HTTP/1.1"
    server_version, sys_version = "Atelier", ""
    timeout = 60

    def __init__(self, preview: Preview, hosts: Callable[[], frozenset[str]], *rest: object):
        self._preview, self._hosts = preview, hosts
        super().__init__(*rest)  # type: ignore[arg-type]  # what the server gives

    def do_GET(self) -> None:
        """Answer."""
        if not self._is_ours():
            return
        parts = urlsplit(self.path)
        if parts.path == "/evenements":
            self._stream()
        else:
            self._send(self._preview.get(unquote(parts.path), parse_qs(parts.query)))

    def do_POST(self) -> None:
        """Open the editor, for our own page only."""
        size = self.headers.get("Content-Length", "")
        if not self._is_ours():
            return
        given = self.headers.get("X-Jeton", "")
        if not secrets.compare_digest(given.encode(), self._preview.token.encode()):
            self._refuse(HTTPStatus.FORBIDDEN, "Cette demande ne vient pas de l’aperçu.")
        elif not size.isdecimal() or int(size) > MAX_BODY or self.path != "/ouvrir":
            self._refuse(HTTPStatus.BAD_REQUEST, "Demande illisible.")
        else:
            self._send(self._preview.open(self.rfile.read(int(size))))

    def _is_ours(self) -> bool:
        """Return whether the request is for this computer by its own name; refuse it if not."""
        if self.headers.get("Host", "").lower() in self._hosts():
            return True
        self._refuse(HTTPStatus.MISDIRECTED_REQUEST, "L’aperçu ne répond qu’à son adresse.")
        return False

    def _refuse(self, status: HTTPStatus, text: str) -> None:
        self.close_connection = True  # what follows may be the body that nobody read
        self._send(_text(status, text))

    def _send(self, answer: Answer) -> None:
        tag, status, body = f'"{name_of(answer.body)}"', answer.status, answer.body
        if status is HTTPStatus.OK and self.headers.get("If-None-Match") == tag:
            status, body = HTTPStatus.NOT_MODIFIED, b""
        self.send_response(status)
        headers = {**HEADERS, "Content-Type": answer.kind, "Content-Security-Policy": answer.policy}
        headers["ETag"] = tag
        if answer.cache:
            headers["Cache-Control"] = answer.cache
        if self.close_connection:
            headers["Connection"] = "close"
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _stream(self) -> None:
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        for name, value in {**HEADERS, "Content-Type": "text/event-stream"}.items():
            self.send_header(name, value)
        self.end_headers()
        for event in self._preview.changes():
            self.wfile.write(event)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what is no request that we know, in French."""
        del message, explain
        self._refuse(HTTPStatus(code), "L’aperçu ne comprend pas cette demande.")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing: the terminal is the author's."""

"""Where a link written in a source file leads on the site."""

import posixpath
import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

PAGES = "content/pages/"
GUIDES = "guide/"
"""The folder of the guides on the site; in the project, it is in `content/`."""

STEP_NUMBER = re.compile(r"^\d\d-(?=.+\.md$)")

GLOSSARY = "glossaire.md"
SOURCES = "sources.md"
SEARCH = "recherche.md"
QUESTION = "question.md"
SESSIONS = "sessions/index.md"
ADAPTATIONS = "amenagements/index.md"
SHEET = "amenagements/ma-fiche.md"
ADAPTATION_FILES = "content/amenagements/"
PATHS = "parcours/index.md"


def module_uri(module: str) -> str:
    """Return the uri of a module's first page."""
    return f"modules/{module}/index.md"


def step_uri(module: str, step: str) -> str:
    """Return the uri of a step's page."""
    return f"modules/{module}/{step}.md"


def session_uri(session: str) -> str:
    """Return the uri of a session's page."""
    return f"sessions/{session}.md"


def domain_uri(domain: str) -> str:
    """Return the uri of the page of a domain of adaptations."""
    return f"amenagements/{domain}.md"


def path_uri(path: str) -> str:
    """Return the uri of a learning path's page."""
    return f"parcours/{path}.md"


def sheet_uri(path: str) -> str:
    """Return the uri of the sheet that says what one followed of a path."""
    return f"parcours/{path}/fiche.md"


def answering_uri(session: str, moment: str) -> str:
    """Return the uri of the page where a participant of a session answers at one moment of it."""
    return f"sessions/{session}/{moment}.md"


def address(uri: str) -> str:
    """Return the address of the page of that uri, from the root of the site."""
    return uri.removesuffix(".md") + ".html"


def on_site(path: str) -> str:
    """Return the uri of a source file, whose path starts from the project."""
    if path.startswith(PAGES):
        return path.removeprefix(PAGES)
    if path.startswith(f"content/{GUIDES}"):
        return path.removeprefix("content/")
    if path.startswith(ADAPTATION_FILES):
        return ADAPTATIONS
    folder, name = posixpath.split(path)
    if name == "module.yml":
        return posixpath.join(folder, "index.md")
    return posixpath.join(folder, STEP_NUMBER.sub("", name))


def relative(target: str, page: str) -> str:
    """Return the address of the uri `target`, seen from the page of uri `page`."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def resolve(href: str, written_in: PurePosixPath, page: str) -> str:
    """Return `href`, written in a source file, as it must be on the page of uri `page`."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not parts.path:
        return href
    target = posixpath.normpath(posixpath.join(str(written_in.parent), parts.path))
    if target.startswith(ADAPTATION_FILES):  # the list has an anchor for each
        name = target.removeprefix(ADAPTATION_FILES).removesuffix(".md")
        parts = parts._replace(fragment=name)
    return parts._replace(path=relative(on_site(target), page)).geturl()

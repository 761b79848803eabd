"""Checks about links between the pages of a project."""

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from emas.diagnostics import Code, Diagnostic
from emas.diagnostics.suggest import suggestion
from emas.document import ELSEWHERE, Heading, Link, Node, walk
from emas.model.catalogue import Catalogue
from emas.model.rules.texts import PageText, texts


def broken_links(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each link to a file or an anchor of the project that is not there."""
    anchors: dict[PurePosixPath, set[str]] = {}
    pages = list(texts(catalogue))
    for page in pages:
        anchors.setdefault(page.path, set()).update(_anchors(page))
    files = _media(catalogue) | catalogue.unread
    for page in pages:
        for node in walk(page.blocks):
            if isinstance(node, Link) and not node.href.startswith(ELSEWHERE):
                yield from _problems(node, page.path, anchors, files)


def _anchors(page: PageText) -> Iterator[str]:
    for node in walk(page.blocks):
        if isinstance(node, Heading):
            yield node.id
        elif (identifier := _written_id(node)) is not None:
            yield identifier


def _written_id(node: Node) -> str | None:
    """Return the id that a box's author wrote; ids made from places hold a slash."""
    identifier: str | None = getattr(node, "id", None)
    return identifier if identifier and "/" not in identifier else None


def _media(catalogue: Catalogue) -> set[PurePosixPath]:
    pages = (
        page.span.path.parent / "media" / name for page in catalogue.pages for name in page.media
    )
    modules = (
        PurePosixPath("modules") / module.id / "media" / name
        for module in catalogue.modules
        for name in module.media
    )
    return {*pages, *modules}


def _problems(
    link: Link,
    page: PurePosixPath,
    anchors: Mapping[PurePosixPath, set[str]],
    files: set[PurePosixPath],
) -> Iterator[Diagnostic]:
    target, _, anchor = link.href.partition("#")
    path = PurePosixPath(posixpath.normpath(page.parent / target)) if target else page
    if not link.href:
        yield Diagnostic(Code.LIE001, link.span, {"cible": "(rien)", "suggestion": ""})
        return
    if path in files:
        return
    if path not in anchors or target.startswith("/"):
        near = suggestion(path.name, [other.name for other in anchors])
        yield Diagnostic(Code.LIE001, link.span, {"cible": target, "suggestion": near})
    elif anchor and anchor not in anchors[path]:
        near = suggestion(anchor, anchors[path])
        values = {"ancre": anchor, "page": path.name, "suggestion": near}
        yield Diagnostic(Code.LIE002, link.span, values)

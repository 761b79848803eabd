"""The whole site, built by MkDocs: as files on the disk, or as bytes."""

import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from emas.adapters.mkdocs_plugin import EmasPlugin
from emas.adapters.refusal import SiteError
from emas.model import Catalogue
from emas.project import Project

SITE_ONLY = frozenset(map(PurePosixPath, ("404.html", "sitemap.xml", "sitemap.xml.gz")))
"""What MkDocs makes for a server and for who looks for a site."""


def pack(project: Project, catalogue: Catalogue) -> dict[PurePosixPath, bytes]:
    """Return the pages of the only module of `catalogue`, for a package: see `site.packed`.

    Raises:
        SiteError: as `build`.
    """
    files = build(project, catalogue, packed=True)
    return {path: data for path, data in files.items() if path not in SITE_ONLY}


def build(
    project: Project, catalogue: Catalogue, *, packed: bool = False
) -> dict[PurePosixPath, bytes]:
    """Return the files of the site of `catalogue`, by their path in it.

    Raises:
        SiteError: as `write`.
    """
    with tempfile.TemporaryDirectory() as name:
        write(project, catalogue, Path(name), packed=packed)
        return _files(Path(name))


def write(project: Project, catalogue: Catalogue, folder: Path, *, packed: bool = False) -> None:
    """Write the site of `catalogue` in `folder`, which is emptied first.

    Raises:
        SiteError: if MkDocs refuses something, a broken link for instance.
    """
    with listening() as heard:
        try:
            config = load_config(
                str(project.root / "mkdocs.yml"), site_dir=str(folder), strict=True
            )
            plugin = config.plugins["emas"]
            assert isinstance(plugin, EmasPlugin)
            plugin.given, plugin.packed = catalogue, packed
            run_mkdocs(config)
        except (MkDocsException, SystemExit) as error:
            raise SiteError(" ; ".join(heard) or str(error)) from error


@contextmanager
def listening() -> Iterator[list[str]]:
    """Hear what MkDocs warns of, instead of having it written; leave all as it was afterwards."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    heard = _Warnings()
    logger = logging.getLogger("mkdocs")
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(heard)
    try:
        yield heard.messages
    finally:
        logger.removeHandler(heard)
        logger.propagate = propagated


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _files(folder: Path) -> dict[PurePosixPath, bytes]:
    return {
        PurePosixPath(path.relative_to(folder).as_posix()): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }

"""A module as a SCORM 1.2 package: one page to launch, which shows the module's own pages.

Whatever is transmitted goes through the launch page (`themes/emas/plateforme/`): the pages know
nothing of SCORM. See docs/formats/scorm.md.
"""

import json
from collections.abc import Mapping
from html import escape
from io import BytesIO
from pathlib import Path, PurePosixPath
from string import Template
from zipfile import ZipFile

from emas.model import Edition, Module
from emas.theme import Theme
from emas.writers.lms.course import PAGES, course
from emas.writers.lms.manifest import NAME as MANIFEST
from emas.writers.lms.manifest import manifest
from emas.writers.package import reproducible
from emas.writers.written import Written

LAUNCH = PurePosixPath("index.html")
CONTENT = PurePosixPath("contenu")
SHARED = ("notes", "tirage", "bilan")
"""The scripts of the pages that hold the rules of scores, draws and completion."""
OURS = ("interface", "garde", "interactions", "lancement")


def write(edition: Edition, pages: Mapping[PurePosixPath, bytes], theme: Theme) -> Written:
    """Return `scorm12.zip`: the launch page, the manifest, and `pages`.

    `pages` are those of the module for a platform, as the site engine makes them.

    Raises:
        OSError: if the theme lacks a file of `plateforme/` or a script of the site.
    """
    module = edition.module
    files = {
        LAUNCH: _page(module, theme),
        PurePosixPath("lancement.css"): (theme.folder / "plateforme/lancement.css").read_bytes(),
        PurePosixPath("lancement.js"): _script(theme),
        **{CONTENT / path: data for path, data in pages.items()},
    }
    files[MANIFEST] = manifest(module, str(LAUNCH), files)
    return Written({PurePosixPath("scorm12.zip"): _zipped(files)})


def _page(module: Module, theme: Theme) -> bytes:
    page = Template((theme.folder / "plateforme/page.html").read_text(encoding="utf-8"))
    facts = json.dumps(course(module), ensure_ascii=False, separators=(",", ":"))
    return page.substitute(
        titre=escape(module.title),
        debut=f"{PAGES}{module.id}/index.html",
        # Nothing that an author writes may end the element that holds it.
        module=facts.replace("<", "\\u003c"),
    ).encode()


def _script(theme: Theme) -> bytes:
    """Return the scripts of the launch page, joined."""
    shared: Path = theme.folder / "site/assets/emas/js/questions"
    paths = [shared / f"{name}.js" for name in SHARED]
    paths += [theme.folder / "plateforme/js" / f"{name}.js" for name in OURS]
    return b"\n".join(path.read_bytes() for path in paths)


def _zipped(files: Mapping[PurePosixPath, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for path, data in files.items():
            package.writestr(str(path), data)
    return reproducible(out.getvalue())

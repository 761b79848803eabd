"""The style sheets and scripts of the theme, joined into one file of each kind, after Material's.

Two dozen small files are two dozen requests a page, which a telephone pays for one by one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from emas.adapters.material_css import material_css
from emas.adapters.site_settings import SiteSettings

STYLES = "assets/emas/css/atelier.css"
SCRIPTS = "assets/emas/js/atelier.js"


@dataclass(frozen=True, slots=True)
class Joined:
    """The two files, by uri, and the uris of the files that they replace."""

    contents: Mapping[str, bytes]
    replaced: frozenset[str]


def join(
    config: MkDocsConfig, settings: SiteSettings, folder: Path, made: Mapping[str, bytes]
) -> Joined:
    """Return the files that `settings` name, joined, and have `config` name the result first.

    A file is taken from `made` (what the writers made, by uri), else from `folder`.
    """

    def content(name: str) -> bytes:
        return made[name] if name in made else (folder / name).read_bytes()

    config.extra_css = [STYLES, *config.extra_css]
    config.extra_javascript = [SCRIPTS, *config.extra_javascript]
    return Joined(
        contents={
            STYLES: _bare(
                material_css() + b"\n".join(map(content, settings.styles)).decode()
            ).encode(),
            SCRIPTS: b"\n;\n".join(map(content, settings.scripts)),
        },
        replaced=frozenset((*settings.styles, *settings.scripts)),
    )


def _bare(css: str) -> str:
    """Return `css` without its remarks, which are for who writes it."""
    return re.sub(r"/\*.*?\*/\s*", "", css, flags=re.DOTALL)

"""The style sheets and scripts of mkdocs.yml, joined into one file of each kind, after Material's.

Two dozen small files are two dozen requests a page, which a telephone pays for one by one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from emas.adapters.material_css import material_css

STYLES = "assets/emas/css/atelier.css"
SCRIPTS = "assets/emas/js/atelier.js"


@dataclass(frozen=True, slots=True)
class Joined:
    """The two files, by uri, and the uris of the files that they replace."""

    contents: Mapping[str, bytes]
    replaced: frozenset[str]


def join(config: MkDocsConfig, theme: Path, made: Mapping[str, bytes]) -> Joined:
    """Return the files that `config` names, joined, and have `config` name the result instead.

    A file is taken from `made` (what the writers made, by uri), else from the folder `theme`.
    """
    styles = [str(name) for name in config.extra_css]
    scripts = [str(name) for name in config.extra_javascript]

    def content(name: str) -> bytes:
        return made[name] if name in made else (theme / name).read_bytes()

    config.extra_css = [STYLES]
    config.extra_javascript = [SCRIPTS]
    return Joined(
        contents={
            STYLES: _bare(material_css() + b"\n".join(map(content, styles)).decode()).encode(),
            SCRIPTS: b"\n;\n".join(map(content, scripts)),
        },
        replaced=frozenset((*styles, *scripts)),
    )


def _bare(css: str) -> str:
    """Return `css` without its remarks, which are for who writes it."""
    return re.sub(r"/\*.*?\*/\s*", "", css, flags=re.DOTALL)

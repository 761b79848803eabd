"""Files that go with the pages: pictures, the theme’s style sheet, what scripts read."""

import posixpath
from collections.abc import Mapping
from pathlib import PurePosixPath

from emas.model import Catalogue
from emas.theme import Theme
from emas.theme.css import fonts, variables
from emas.writers.site import composing

STYLES = "assets/emas/css/theme.css"
FONTS = "assets/emas/fonts"


def assets(catalogue: Catalogue, theme: Theme) -> dict[str, bytes]:
    """Return the files made here, by uri."""
    files = {STYLES: variables(theme).encode()}
    for module in catalogue.modules:
        for name, media in module.media.items():
            files[f"modules/{module.id}/media/{name}"] = media.data
    for page in catalogue.pages:
        for name, media in page.media.items():
            files[posixpath.join(posixpath.dirname(page.uri), "media", name)] = media.data
    if catalogue.adaptations:
        files[composing.DATA] = composing.texts(catalogue).encode()
    return files


def font_files(theme: Theme) -> Mapping[str, PurePosixPath]:
    """Return the fonts and their licences: uri on the site -> path in the folder of fonts."""
    return {f"{FONTS}/{name}": path for name, path in fonts(theme).items()}

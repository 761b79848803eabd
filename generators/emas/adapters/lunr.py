"""lunr and its French roots, which MkDocs brings: copied into the site, never into the project.

Their licences are in the theme, beside where they go.
"""

from pathlib import Path

from mkdocs.contrib import search

FOLDER = "assets/emas/js/lunr"
PARTS = (
    "templates/search/lunr.js",
    "lunr-language/lunr.stemmer.support.js",
    "lunr-language/lunr.fr.js",
)


def lunr_files() -> dict[str, Path]:
    """Return the scripts by their place on the site."""
    brought = Path(search.__file__).parent
    return {f"{FOLDER}/{Path(part).name}": brought / part for part in PARTS}

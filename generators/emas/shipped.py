"""Where what comes with the program is: the contents that teams share, the modules."""

from pathlib import Path

from emas.theme.place import PACKAGE


def contents(package: Path = PACKAGE) -> Path:
    """Return the folder that has the `content/` and the `modules/` of this version.

    In a wheel, hatchling puts them inside the package; in a checkout, hence in an editable install,
    they are beside the source root that holds it.
    """
    bundled = package / "_contenu"
    return bundled if bundled.is_dir() else package.parent.parent

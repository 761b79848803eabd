"""Where the theme that comes with the package is."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
NAME = "emas"


def locate(package: Path = PACKAGE) -> Path:
    """Return the folder of the built-in theme, whether or not it is there.

    In a wheel, hatchling puts it inside the package; in a checkout, hence in an editable install,
    it is in `themes/`, beside the source root that holds the package.
    """
    bundled = package / "_themes" / NAME
    if bundled.is_dir():
        return bundled
    return package.parent.parent / "themes" / NAME

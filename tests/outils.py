"""Say which programs the tests need and do not find; they are not installed by pip."""

import shutil
import sys

NEEDED = {
    "node": "nodejs",
    "npm": "npm",
    "chromium": "chromium",
    "java": "default-jre-headless",
    "soffice": "libreoffice-impress",
    "pdftoppm": "poppler-utils",
}
"""Each program, with the Debian package that brings it."""


def main() -> int:
    missing = [package for program, package in NEEDED.items() if not shutil.which(program)]
    if missing:
        print(f"Il manque : {', '.join(missing)} (Debian : apt-get install {' '.join(missing)})")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())

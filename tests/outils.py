"""Say which programs the tests need and do not find; they are not installed by pip."""

import shutil
import sys
from pathlib import Path

NEEDED = {
    "node": "nodejs",
    "npm": "npm",
    "chromium": "chromium",
    "java": "default-jre-headless",
    "soffice": "libreoffice-impress",
    "pdftoppm": "poppler-utils",
    "postgres": "postgresql",
    "strace": "strace",
}
"""Each program, with the Debian package that brings it."""
ELSEWHERE = Path("/usr/lib/postgresql")
"""Where Debian puts some of them, which are not on the path."""


def main() -> int:
    missing = [package for program, package in NEEDED.items() if not _there(program)]
    if missing:
        print(f"Il manque : {', '.join(missing)} (Debian : apt-get install {' '.join(missing)})")
    return 1 if missing else 0


def _there(program: str) -> bool:
    return bool(shutil.which(program) or any(ELSEWHERE.glob(f"*/bin/{program}")))


if __name__ == "__main__":
    sys.exit(main())

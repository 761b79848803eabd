"""Workbooks: the process that reads them, its limits, and what its end means."""

import json
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path, PurePosixPath

from emas.diagnostics import Diagnostic
from emas.readers.tables import cells
from emas.readers.tables.sheet import LESS, MAX_COLUMNS, MAX_ROWS, Sheet, refused, row, tidy

SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""Zip (XLSX, ODS) and OLE (XLS, workbooks with a password)."""

MAX_UNZIPPED = 300_000_000
"""Bytes; 50,000 lines of twenty cells make 60 MB of XML."""

AGAIN = "ouvrez-le dans un tableur, enregistrez-le en .xlsx ou en CSV, puis recommencez."
OPEN = "enregistrez-le sans mot de passe, ou en CSV, puis recommencez."
DAMAGED = ("ce n’est pas un classeur, ou il est abîmé", AGAIN)
TOO_LARGE = (f"il a plus de {MAX_ROWS} lignes ou de {MAX_COLUMNS} colonnes", LESS)
REFUSALS = {
    "mot de passe": ("il est protégé par un mot de passe", OPEN),
    "abîmé": DAMAGED,
    "trop grand": TOO_LARGE,
}


def is_workbook(data: bytes) -> bool:
    """Return whether `data` starts as a workbook does."""
    return data.startswith(SIGNATURES)


def read_workbook(data: bytes, path: PurePosixPath) -> tuple[list[Sheet], list[Diagnostic]]:
    """Return the sheets of a workbook, or what is wrong with it."""
    if _unzipped(data) > MAX_UNZIPPED:
        cause = f"décompressé, il dépasse {MAX_UNZIPPED // 1_000_000} Mo"
        return [], [refused(path, cause, LESS)]
    command = [sys.executable, "-P", str(Path(cells.__file__)), str(MAX_ROWS), str(MAX_COLUMNS)]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=cells.SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return [], [refused(path, "il demande trop de temps", LESS)]
    if done.returncode:  # calamine ended it: out of memory, or a fault of its own
        return [], [refused(path, f"{DAMAGED[0]}, ou trop grand", AGAIN)]
    answer = json.loads(done.stdout)
    if "refus" in answer:
        return [], [refused(path, *REFUSALS[answer["refus"]])]
    sheets = [
        Sheet(path, tidy(name), tuple(row(line, texts) for line, texts in lines))
        for name, lines in answer["feuilles"]
    ]
    return sheets, []


def _unzipped(data: bytes) -> int:
    """Return how many bytes the parts of a zip say they have, 0 if it is none."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):  # calamine will say so
        return 0

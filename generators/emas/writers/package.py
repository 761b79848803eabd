"""Zip packages that are the same bytes whenever they hold the same files.

Source: ECMA-376 part 2, 2021, 7.3 (the types come first, as Office writes them); PKWARE APPNOTE,
4.4.6 (dates before 1980 cannot be written).
"""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST = "[Content_Types].xml"
EPOCH = (1980, 1, 1, 0, 0, 0)
ATTRIBUTES = 0o600 << 16
LEVEL = 6


def reproducible(package: bytes) -> bytes:
    """Return `package` with its entries sorted, dated 1980-01-01, with fixed attributes."""
    out = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(out, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != FIRST, name)):
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = ATTRIBUTES
            target.writestr(entry, source.read(name), compresslevel=LEVEL)
    return out.getvalue()

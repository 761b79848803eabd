"""Pictures for formats that have no SVG: drawn by Typst, which needs no browser."""

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

PICTURE = "image.svg"
PAGE = f"""\
#set page(width: 100pt, height: auto, margin: 0pt, fill: white)
#image("{PICTURE}", width: 100%)
"""
"""Typst reads the picture as a file: nothing of it is evaluated."""


@lru_cache(maxsize=64)
def png(svg: bytes, width_px: int, fonts: Path) -> bytes:
    """Return `svg` as a PNG of that width, on white; its texts only use the fonts of `fonts`.

    Raise `ValueError` if it cannot be drawn.
    """
    with TemporaryDirectory(prefix="emas-") as name:
        folder = Path(name)
        (folder / PICTURE).write_bytes(svg)
        page = folder / "page.typ"
        page.write_text(PAGE, encoding="utf-8")
        try:
            drawn = typst.compile(
                page,
                root=folder,
                font_paths=[fonts],
                ignore_system_fonts=True,
                format="png",
                ppi=width_px * 72 / 100,
            )
        except typst.TypstError as error:
            raise ValueError(str(error)) from error
    if not isinstance(drawn, bytes):
        raise ValueError("the picture is longer than a page")
    return drawn

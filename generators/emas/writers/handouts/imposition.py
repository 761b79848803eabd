"""The sheets of a folded booklet: two pages of A5 on each side of an A4, in the order of folding.

Tags do not survive: these sheets are for a printer, the tagged A5 booklet is for readers.
"""

from io import BytesIO

from pypdf import PdfReader

from emas.model import Edition
from emas.theme import Theme
from emas.writers.handouts.compile import as_json, compile_pdf, place
from emas.writers.written import Written

PAGES_OF_A_SHEET = 4


def imposed(pdf: bytes, edition: Edition, theme: Theme) -> Written:
    """Return the sheets of the A5 booklet `pdf`: both sides, turned over on the short edge."""
    sheets = folded(len(PdfReader(BytesIO(pdf)).pages))
    data = as_json({"title": edition.module.title, "sides": [list(side) for side in sheets]})
    files = {"livret-a5.pdf": pdf, "feuilles.json": data}
    path = place(edition, "livret-a5-imposition")
    return compile_pdf(path, "imposition.typ", files, edition, theme, tagged=False)


def folded(pages: int) -> list[tuple[int, int]]:
    """Return the pages on the left and on the right of each side, from 1; 0 is an empty page.

    There are as many sides as make whole sheets, hence a multiple of four pages.
    """
    whole = -(-pages // PAGES_OF_A_SHEET) * PAGES_OF_A_SHEET
    sides = [
        (whole - rank, rank + 1) if rank % 2 == 0 else (rank + 1, whole - rank)
        for rank in range(whole // 2)
    ]
    return [(left if left <= pages else 0, right if right <= pages else 0) for left, right in sides]

"""What each look of the booklet promises to its readers."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader
from tests.pdf_check import problems
from tests.unit.writers.handouts.every_kind import BLOCKS, PICTURE
from tests.unit.writers.handouts.samples import (
    SVG,
    THEME,
    edition,
    par,
    row,
    table,
    words_of,
)

from emas.document import Figure, Medium
from emas.model import Edition, Media, Variant
from emas.theme import Theme
from emas.writers.handouts import (
    LARGE,
    MONO,
    ORDINARY,
    PLAIN,
    SMALL,
    Print,
    Session,
    Texts,
    write,
    write_all,
)
from emas.writers.handouts.booklet import booklet
from emas.writers.handouts.look import PAGES_CM, Look, large, mono, settings, small, standard
from emas.writers.handouts.pictures import in_greys, picture_files


def printed_in(one: Print, some: Edition) -> bytes:
    (pdf,) = write(some, THEME, one).files.values()
    return pdf


def operands(pdf: bytes, *operators: str) -> Iterator[list[float]]:
    """Yield the numbers given to `operators` on the pages and in the drawings of `pdf`."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        streams = [*opened.pages, *(o for o in opened.objects if _is_drawing(o))]
        for stream in streams:
            for item in pikepdf.parse_content_stream(stream):
                if str(item.operator) in operators:
                    yield [float(o) for o in item.operands if not isinstance(o, pikepdf.Name)]


def _is_drawing(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form"


@pytest.mark.parametrize("one", [ORDINARY, LARGE, MONO, SMALL, PLAIN], ids=lambda one: one.name)
def test_every_page_says_its_version_its_date_and_that_nobody_reviewed_it(one: Print) -> None:
    pages = PdfReader(BytesIO(printed_in(one, edition(*BLOCKS)))).pages
    said = "Version 1.0 du 21 novembre 2026 · non relu"
    texts = [page.extract_text().replace("\u00a0", " ") for page in pages]
    assert [number for number, text in enumerate(texts, 1) if said not in text] == []


def test_nothing_is_smaller_than_18_points_in_large_print_but_the_calls_of_notes() -> None:
    sizes = [size for (size,) in operands(printed_in(LARGE, edition(*BLOCKS)), "Tf")]
    calls = THEME.paper.large_pt * 0.6
    assert [size for size in sizes if size < THEME.paper.large_pt and abs(size - calls) > 0.1] == []


@pytest.mark.parametrize(("look", "share"), [(standard, 0.45), (large, 0.85), (small, 0.85)])
def test_a_small_page_breaks_fewer_blocks(look: Callable[[Theme], Look], share: float) -> None:
    # A card that fills half of a small page would be cut as often as not.
    chosen = look(THEME)
    height = PAGES_CM[chosen.format][1] - 2 * chosen.margin_cm
    assert settings(THEME, chosen)["bloc-court-cm"] == pytest.approx(height * share, abs=0.01)


def test_large_print_writes_the_words_of_a_drawing_under_it() -> None:
    found = words_of(printed_in(LARGE, edition(Figure(PICTURE, par("").span))))
    assert "Enmots:mot-remplacement" in found


def test_a_long_word_stays_in_its_column() -> None:
    # It has too few signs to be broken, however many words the other columns have.
    header = row("institutionnalisassions", "mots", "Exemples")
    narrow = edition(table(header, row("un", "deux", "mot " * 40)))
    assert problems(printed_in(LARGE, narrow)) == []


def test_a_table_too_wide_for_large_print_becomes_records() -> None:
    wide = table(row(*("entête-" + "x" * 5,) * 5), row("un", "deux", "", "quatre", "cinq"))
    kinds = [
        booklet(edition(wide), line=look.line)["steps"][0]["blocks"][0]["type"]  # type: ignore[index] # JSON
        for look in (ORDINARY.look(THEME), large(THEME))
    ]
    assert kinds == ["table", "records"]
    assert "deux" in words_of(printed_in(LARGE, edition(wide)))


def test_black_and_white_has_greys_only() -> None:
    pdf = printed_in(MONO, edition(*BLOCKS))
    colours = list(operands(pdf, "rg", "RG", "sc", "SC", "scn", "SCN"))
    assert colours
    assert [colour for colour in colours if max(colour) - min(colour) > 0.01] == []


def test_greys_are_as_light_as_the_colours_they_replace() -> None:
    assert in_greys(b'<a fill="#12395B" b="#fff" c="#0B6173" href="#1234"/>') == (
        b'<a fill="#373737" b="#FFFFFF" c="#585858" href="#1234"/>'
    )


def test_photographs_keep_their_colours() -> None:
    media = {
        "a.svg": Media("a.svg", SVG, "", "", ""),
        "b.png": Media("b.png", b"#12395B", "", "", ""),
    }
    files = picture_files(replace(edition().module, media=media), mono(THEME))
    assert files["image-2.png"] == b"#12395B"
    assert files["image-1.svg"] != SVG


def test_plain_words_are_said_not_to_be_reviewed_and_never_called_falc() -> None:
    some = replace(edition(par("Un mot.")), variant=Variant(plain=True))
    found = words_of(printed_in(PLAIN, some))
    assert "versionsimple" in found
    assert "n’ontpasétérelusparlespersonnesconcernées" in found
    assert re.findall("falc", found, re.IGNORECASE) == []


def test_a_module_is_printed_in_every_edition() -> None:
    some = edition(*BLOCKS)
    simple = replace(edition(par("Un mot.")), variant=Variant(plain=True))
    texts = Texts(some, simple, replace(some, medium=Medium.GUIDE))
    names = [path.name for path in write_all(texts, Session(), THEME).files]
    assert names == [
        "livret.pdf",
        "livret-gros-caracteres.pdf",
        "livret-noir-et-blanc.pdf",
        "livret-a5.pdf",
        "livret-a5-imposition.pdf",
        "livret-simple.pdf",
        "guide-animateur.pdf",
        "cartes.pdf",
        "fiche-programme.pdf",
        "fiche-programme.txt",
    ]


def test_a_module_without_plain_words_has_no_plain_booklet() -> None:
    some = edition(par("Un mot."))
    made = write_all(
        Texts(some, replace(some, variant=Variant(plain=True)), some), Session(), THEME
    )
    assert "livret-simple.pdf" not in {path.name for path in made.files}


def test_what_all_editions_have_against_a_text_is_told_once() -> None:
    some = edition(par("bravo 😀"))
    made = write_all(Texts(some, some, some), Session(), THEME)
    assert len(made.diagnostics) == 1
    assert [path.stem for path in made.files] == ["fiche-programme"] * 2

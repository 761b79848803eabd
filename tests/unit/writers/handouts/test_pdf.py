import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import PurePosixPath

import pikepdf
import pytest
from tests.pdf_check import problems, structure
from tests.unit.writers.handouts.every_kind import BLOCKS
from tests.unit.writers.handouts.places import ANYWHERE, PLACES, Place
from tests.unit.writers.handouts.samples import (
    ASKED,
    HERE,
    MODULE_SPAN,
    QUESTION,
    THEME,
    THERE,
    edition,
    edition_of,
    line,
    module,
    par,
    printed,
    row,
    step,
    table,
    words_of,
)

from emas.diagnostics import Code, Diagnostic
from emas.document import (
    Block,
    CodeBlock,
    Footnote,
    FootnoteRef,
    Heading,
    Link,
    plain_text,
)
from emas.model import Media, Variant
from emas.theme import Font
from emas.writers.handouts import LARGE, MONO, PLAIN, SMALL, Print, write

PATH = PurePosixPath("essai/livret.pdf")


def test_a_booklet_is_a_tagged_pdf_without_any_known_problem(whole_booklet: bytes) -> None:
    assert problems(whole_booklet) == []


def test_each_part_has_its_tag(whole_booklet: bytes) -> None:
    tags = {"H1", "H2", "H3", "P", "L", "LI", "Table", "TH", "Figure", "Caption", "Note", "Link"}
    assert tags - set(structure(whole_booklet)) == set()


def test_the_same_edition_gives_the_same_bytes(whole_booklet: bytes) -> None:
    assert printed(edition(*BLOCKS)) == whole_booklet


def test_every_word_for_participants_is_on_paper(whole_words: str) -> None:
    expected = set(re.findall(r"mot-[\w-]+", repr(BLOCKS))) - {"mot-remplacement"}
    assert {word for word in expected if word not in whole_words} == set()


def test_every_word_of_a_question_is_on_paper(whole_words: str) -> None:
    paragraphs = [plain_text((block,)) for block in QUESTION.texts()]
    missing = [text for text in paragraphs if re.sub(r"\s", "", text) not in whole_words]
    assert missing == []


def test_what_is_not_for_participants_stays_out(whole_words: str) -> None:
    assert re.findall(r"tu-[\w-]+", whole_words) == []


def test_markup_typed_by_an_author_is_printed_as_it_is() -> None:
    typed = r"#pagebreak() $x$ @ref <label> \ // /* */ *gras* _it_ `code` = #eval(1) \u{41} --"
    assert re.sub(r"\s", "", typed) in words_of(printed(edition(par(typed))))


def test_the_file_is_named_after_the_module_and_the_variant() -> None:
    chosen = replace(edition(), variant=Variant(audience="aesh", short=True))
    assert set(write(chosen, THEME).files) == {PurePosixPath("essai--aesh--courte/livret.pdf")}


def test_the_date_of_the_pdf_is_that_of_the_edition() -> None:
    with pikepdf.open(BytesIO(printed(replace(edition(), as_of=date(2027, 1, 4))))) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20270104000000")


def test_an_edition_with_nothing_in_it_is_printed() -> None:
    bare = edition_of(replace(module(), objectives=(), media={}))
    bare = replace(bare, citations=(), terms=(), team=replace(bare.team, contacts=()))
    assert problems(printed(bare)) == []


def test_a_note_called_in_a_table_broken_over_two_pages_is_printed_under_it() -> None:
    # Typst 0.15 refuses a real footnote there: « PDF artifacts may not contain links ».
    note = Footnote("n", (par("le texte de la note"),), HERE)
    called = line("appel", FootnoteRef("n", HERE))
    rows = [row(f"ligne {number}", called) for number in range(70)]
    found = printed(edition(table(row("un", "deux"), *rows), note))
    assert problems(found) == []
    assert "appel(a)" in words_of(found)
    assert "(a)letextedelanote" in words_of(found)


def test_a_link_in_a_header_repeated_on_the_next_page_is_printed() -> None:
    header = row("un", line(Link("https://exemple.fr/x", line("lien"), HERE)))
    found = printed(edition(table(header, *(row(f"{n}", "deux") for n in range(70)))))
    assert problems(found) == []
    assert words_of(found).count("lien(exemple.fr/x)") >= 2


@pytest.mark.parametrize("levels", [(4, 2, 5), (2, 6), (3, 3)])
def test_headings_never_skip_a_level(levels: tuple[int, ...]) -> None:
    # What a variant leaves out may have held the heading of the level above.
    blocks: list[Block] = []
    for number, level in enumerate(levels):
        blocks += [Heading(level, line(f"t{number}"), f"t{number}", HERE), par("texte")]
    assert problems(printed(edition(*blocks))) == []


def test_two_headings_of_the_same_words_may_stand_in_one_step() -> None:
    link = par(Link("#suite", line("lien"), HERE))
    first, second = (Heading(2, line("Suite"), "suite", span) for span in (HERE, THERE))
    assert problems(printed(edition(first, link, second, link))) == []


def test_a_sign_that_no_font_has_is_told_where_it_is_written() -> None:
    where = replace(HERE, line=42)
    typed = replace(par("bravo 😀"), children=(replace(line("😀")[0], span=where),))
    found = write(edition(typed), THEME)
    cause = "le signe « 😀 » (U+1F600) n’existe pas dans la police du livret"
    assert found.files == {}
    assert found.diagnostics == (
        Diagnostic(Code.SOR001, where, {"sortie": str(PATH), "cause": cause}),
    )


def test_a_sign_that_no_font_has_is_found_in_a_question() -> None:
    where = replace(HERE, line=43)
    asked = replace(QUESTION, hint=(CodeBlock("\x07", "", where),))
    found = write(edition_of(module(step(ASKED, questions=(asked,)))), THEME)
    assert [item.span for item in found.diagnostics] == [where]


def test_a_sign_of_a_title_is_told_at_the_module() -> None:
    found = write(edition_of(replace(module(), title="Bravo 😀")), THEME)
    assert [item.span for item in found.diagnostics] == [MODULE_SPAN]


def test_a_picture_that_cannot_be_read_is_told() -> None:
    broken = {"carte.svg": Media("carte.svg", b"<svg", "", "", "")}
    found = write(edition(*BLOCKS, media=broken), THEME)
    assert found.files == {}
    cause = "une image du module est illisible (failed to parse SVG (missing root node)"
    assert [item.values["cause"].startswith(cause) for item in found.diagnostics] == [True]


def test_a_warning_of_typst_is_told_and_nothing_is_printed() -> None:
    absent = Font("absente", "Police Absente")
    theme = replace(THEME, paper=replace(THEME.paper, fonts=(absent,)))
    found = write(edition(), theme)
    assert found.files == {}
    assert {item.values["cause"].split(" (")[0] for item in found.diagnostics} == {
        "unknown font family: police absente"
    }


@pytest.mark.parametrize("one", [LARGE, MONO, PLAIN, SMALL], ids=lambda one: one.name)
def test_each_look_of_the_booklet_has_no_known_problem(one: Print) -> None:
    (pdf,) = write(edition(*BLOCKS), THEME, one).files.values()
    assert problems(pdf) == []


def test_a_block_too_high_for_the_page_of_its_headings_is_broken() -> None:
    # Kept whole, it would leave the headings alone on a page.
    long, rows = "un titre qui n’en finit pas " * 4, [row("un", "deux") for _ in range(11)]
    headed = replace(
        step(Heading(2, line(long), "titre", HERE), table(row("a", "b"), *rows)), title=long
    )
    (pdf,) = write(edition_of(module(headed)), THEME, LARGE).files.values()
    assert problems(pdf) == []


@pytest.mark.parametrize("place", PLACES, ids=lambda place: str(place.__name__))
def test_any_block_may_stand_in_any_other(place: Place) -> None:
    assert problems(printed(place(ANYWHERE))) == []


def test_templates_evaluate_nothing_and_name_no_colour() -> None:
    templates = sorted((THEME.folder / "livrets").glob("*.typ"))
    text = "".join(template.read_text(encoding="utf-8") for template in templates)
    assert re.findall(r"\beval\b|@preview|luma\(|rgb\(\"|\b(?:black|white|red)\b", text) == []

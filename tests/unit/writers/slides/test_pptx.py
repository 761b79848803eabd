import zipfile
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from tests.deck_check import problems
from tests.unit.writers.slides import samples
from tests.unit.writers.slides.samples import (
    SPAN,
    THEME,
    bullets,
    edition,
    every_kind,
    figure,
    heading,
    override,
    para,
    step,
    words,
)  # fmt: skip

from emas.document import Emphasis, InlineCode, LineBreak, Link, Paragraph, Strike, Strong
from emas.model import Variant
from emas.writers.slides import write
from emas.writers.slides.layouts import CRUMB, LABEL
from emas.writers.slides.overrides import CHOICES
from emas.writers.slides.plan import plan

NAME = PurePosixPath("essai.pptx")


@pytest.fixture(scope="module")
def deck() -> bytes:
    return write(every_kind(), THEME).files[NAME]


def made(*blocks: Any) -> Any:
    data = write(edition(step(*blocks)), THEME).files[NAME]
    return Presentation(BytesIO(data))


def test_the_same_values_give_the_same_bytes(deck: bytes) -> None:
    assert write(every_kind(), THEME).files[NAME] == deck


def test_the_rules_of_open_xml_are_kept(deck: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck)
    assert OpenXmlValidator().validate(path).errors == []


def test_everybody_can_read_it(deck: bytes) -> None:
    assert problems(deck) == []


def test_each_slide_has_a_named_layout(deck: bytes) -> None:
    names = {slide.slide_layout.name for slide in Presentation(BytesIO(deck)).slides}
    assert {"Titre", "Objectifs", "Section", "Question", "Réponse", "Sources"} < names


def test_no_part_says_when_or_where_it_was_made(deck: bytes) -> None:
    with zipfile.ZipFile(BytesIO(deck)) as package:
        dates = {entry.date_time for entry in package.infolist()}
        names = package.namelist()
    assert dates == {(1980, 1, 1, 0, 0, 0)}
    assert names[0] == "[Content_Types].xml"
    assert not [name for name in names if "printer" in name or "thumbnail" in name]


def test_the_variant_is_in_the_name_and_on_the_first_slide() -> None:
    there = edition(step(bullets("Un")), variant=Variant("aesh", "college", True))
    ((name, data),) = write(there, THEME).files.items()
    first = Presentation(BytesIO(data)).slides[0]
    assert name == PurePosixPath("essai--aesh--college--courte.pptx")
    (label,) = (x for x in first.placeholders if x.placeholder_format.idx == LABEL)
    assert label.text_frame.text.endswith("Pour\u00a0: AESH, Collège, séance courte")


def test_what_is_wrong_on_a_slide_is_returned() -> None:
    written = write(edition(step(heading("Un"), override("inconnue", para("Mot.")))), THEME)
    assert [str(problem.code) for problem in written.diagnostics] == ["DIA001"]


def test_looks_of_words_are_kept() -> None:
    line = Paragraph(
        (
            Strong(words("fort"), SPAN),
            LineBreak(SPAN),
            Emphasis(words("penché"), SPAN),
            Strike(words("barré"), SPAN),
            InlineCode("<x> & y", SPAN),
            Link("https://emas.example", words("le site"), SPAN),
        ),
        SPAN,
    )
    slide = made(heading("Un"), bullets((line,))).slides[3]
    (paragraph,) = slide.placeholders[1].text_frame.paragraphs
    found = [(run.text, run.font.bold, run.font.italic) for run in paragraph.runs]
    assert found == [
        ("fort", True, None),
        ("penché", None, True),
        ("barré", None, None),
        ("<x> & y", None, None),
        ("le site", None, None),
    ]
    assert paragraph.runs[-1].hyperlink.address == "https://emas.example"


def test_a_picture_is_whole_and_twice_as_fine_as_a_screen() -> None:
    slide = made(heading("Un"), figure()).slides[3]
    picture = next(shape for shape in slide.shapes if shape._element.tag.endswith("}pic"))
    assert (picture.crop_left, picture.crop_top) == (0, 0)
    assert picture.width / picture.height == pytest.approx(2, abs=0.01)
    assert picture.image.size[0] == pytest.approx(11.833 * 192, abs=2)


def test_a_decorative_picture_has_no_words() -> None:
    data = write(edition(step(heading("Un"), figure("", decorative=True))), THEME).files[NAME]
    assert problems(data) == []


def test_everybody_can_read_each_layout_an_author_may_name() -> None:
    blocks = (
        para("Un seul geste."),
        bullets("un", "deux"),
        figure(),
        samples.table(("a", "b"), ("c", "d")),
    )
    sections = [(heading(choice.word), override(choice.word, *blocks)) for choice in CHOICES]
    there = edition(step(*(block for section in sections for block in section)))
    assert problems(write(there, THEME).files[NAME]) == []


def test_the_thread_of_a_slide_is_drawn_whatever_its_layout(deck: bytes) -> None:
    planned = plan(every_kind(), THEME).slides()
    drawn = [_thread(slide) for slide in Presentation(BytesIO(deck)).slides]
    assert drawn == [slide.crumb for slide in planned]


def _thread(slide: Any) -> str:
    texts = (x.text_frame.text for x in slide.placeholders if x.placeholder_format.idx == CRUMB)
    return next(texts, "")

"""What we export comes back as it was; from then on, nothing changes any more."""

from pathlib import PurePosixPath

import pytest
from tests.exchanges import sources_of
from tests.unit.readers.samples import VOCABULARY
from tests.unit.writers.lms.samples import edition, of_kind

from emas.model import Kind, Question
from emas.readers.markdown import read_markdown
from emas.readers.source import SourceFile
from emas.writers.lms import gift, moodle
from emas.writers.source import question_source

WRITERS = {"moodle.xml": moodle.write, "questions.gift": gift.write}
NOT_IN_GIFT = {Kind.SCALE, Kind.GAPS}
"""A scale, and a text with several gaps, as that of the samples."""

BOTH = [
    (kind, name)
    for name in WRITERS
    for kind in Kind
    if name == "moodle.xml" or kind not in NOT_IN_GIFT
]


def there_and_back(question: Question, name: str) -> str:
    (data,) = WRITERS[name](edition(question)).files.values()
    (source,) = sources_of(data)
    return source


def read(source: str) -> Question:
    path = PurePosixPath("modules/essai/questions.md")
    found = read_markdown(SourceFile(path, source), VOCABULARY, prefix="questions")
    assert found.diagnostics == ()
    (question,) = found.questions
    return question


@pytest.mark.parametrize(("kind", "name"), BOTH)
def test_import_export_import_is_a_fixed_point(kind: Kind, name: str) -> None:
    once = there_and_back(of_kind(kind), name)
    assert read(once).kind is kind
    assert there_and_back(read(once), name) == once


RESHAPED = {
    Kind.ORDER,  # what is said of an item is then said to everyone
    Kind.GAPS,  # spellings that we take for one another are written once
}


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in RESHAPED])
def test_moodle_xml_gives_back_what_it_was_given(kind: Kind) -> None:
    question = of_kind(kind)
    assert there_and_back(question, "moodle.xml") == question_source(question)


def test_a_gap_alone_comes_back_from_gift() -> None:
    source = "::: question trous {#un-trou}\nL’école [[aménage / adapte]] la classe.\n:::"
    assert there_and_back(read(source), "questions.gift") == source

"""Adaptations on paper: a document a domain, whole, readable by who does not see it."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from tests.documents import ROOT
from tests.pdf_check import problems
from tests.shared_adaptations import ENTRY, with_entry

from emas import pipeline, theme
from emas.diagnostics import Diagnostic
from emas.model import Catalogue
from emas.pipeline import load_sources
from emas.project import Project
from emas.transforms.spacing import spaced
from emas.writers.supports import adaptations

LOOK = theme.read(theme.locate())


def printed(catalogue: Catalogue) -> tuple[dict[str, bytes], list[Diagnostic]]:
    ready = spaced(catalogue)
    made = list(adaptations.write(ready, pipeline.as_of(ready), LOOK))
    files = {path.stem: data for written in made for path, data in written.files.items()}
    return files, [problem for written in made for problem in written.diagnostics]


@pytest.fixture(scope="module")
def real() -> Catalogue:
    return pipeline.load(Project(ROOT)).catalogue


@pytest.fixture(scope="module")
def made(real: Catalogue) -> dict[str, bytes]:
    files, problems_of_all = printed(real)
    assert problems_of_all == []
    return files


def words_of(data: bytes) -> str:
    pages = (page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    return "".join("".join(pages).split())


def test_each_domain_has_a_document_with_all_its_adaptations(
    made: dict[str, bytes], real: Catalogue
) -> None:
    assert set(made) == {f"amenagements-{shared.domain}" for shared in real.adaptations}
    texts = {name: words_of(data) for name, data in made.items()}
    for shared in spaced(real).adaptations:
        text = texts[f"amenagements-{shared.domain}"]
        assert "".join(shared.title.split()) in text
        assert "".join(shared.need.split()) in text


def test_a_document_is_tagged_titled_and_ends_with_lines_for_trials(
    made: dict[str, bytes],
) -> None:
    data = made["amenagements-temps"]
    assert problems(data) == []
    last = PdfReader(BytesIO(data)).pages[-1].extract_text()
    assert last.startswith("Nos essais")
    assert "Avant, j’observe" in last


def test_an_entry_has_all_its_parts_and_the_state_of_its_source() -> None:
    files, told = printed(load_sources(with_entry()).catalogue)
    text = words_of(files["amenagements-temps"])
    assert told == []
    for part in ("Besoin", "Donneruneaction.", "Reformulerl’ordre.", "Secondesavantletravail."):
        assert part in text
    assert "Source" in text
    assert "[1]" in text


def test_what_an_author_types_is_never_evaluated() -> None:
    typed = ENTRY.replace("La montrer.", "La #panic() montrer $x$ <a> `#eval`.")
    files, told = printed(load_sources(with_entry(entry=typed)).catalogue)
    assert told == []
    assert "La#panic()montrer$x$" in words_of(files["amenagements-temps"])


def test_a_sign_that_no_font_has_is_told_where_it_is_written() -> None:
    typed = ENTRY.replace("La montrer.", "La montrer ꙮ.")
    files, told = printed(load_sources(with_entry(entry=typed)).catalogue)
    assert files == {}
    assert [str(problem.span.path) for problem in told] == [
        "content/amenagements/consigne-un-verbe.md"
    ]

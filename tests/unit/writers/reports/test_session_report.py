"""The results of a session: page and PDF say the same, and nobody is recognised."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from tests import plans
from tests.conftest import Golden
from tests.pdf_check import problems

from emas import pipeline, theme
from emas.model import planned
from emas.model.attendance import Attendance
from emas.model.results import results
from emas.model.sheet import Sheet, versioned
from emas.project import Project
from emas.theme import Theme
from emas.transforms.moments import asked_parts
from emas.writers.reports.about import about
from emas.writers.reports.report import Report, report
from emas.writers.reports.session import write

CATALOGUE = pipeline.on_paper(plans.catalogue())
ITEM = next(one for one in planned(CATALOGUE.plans) if one.session.id == "aut-aesh-2027-01")


def a_report(count: int) -> Report:
    """Return the report of a room of `count`, half of whom tick the first answer."""
    parts = pipeline.session_parts(CATALOGUE, ITEM)
    quiz, survey = parts
    question, first = quiz.questions[0], survey.questions[0]
    sheets = [
        sheet
        for rank in range(count)
        for sheet in (
            Sheet("acquis", f"A{rank}", 1, {versioned(question): [rank % 2]}),
            Sheet("satisfaction", f"B{rank}", 1, {versioned(first): rank % 5}),
        )
    ]
    return report(
        about(ITEM),
        results(asked_parts(parts), sheets),
        Attendance((count,), None, {"aesh": 9}),
        CATALOGUE.vocabulary.audiences,
    )


@pytest.mark.parametrize("count", [0, 4, 12, 30])
def test_a_room_in_words(count: int, golden: Golden) -> None:
    golden(f"reports/room-{count}.txt", "\n".join(_told(a_report(count))) + "\n")


def _told(said: Report) -> list[str]:
    return [
        *(f"{label}: {value}" for label, value in (*said.facts, *said.attendance)),
        *(f"= {part.title} ({part.sheets})" for part in said.parts),
        *(
            " | ".join(
                [
                    one.statement,
                    one.respondents or one.hidden,
                    one.points,
                    *(
                        f"{line.label} {line.count} {line.share}{' *' * line.right}"
                        for line in one.lines
                    ),
                ]
            )
            for part in said.parts
            for one in part.questions
        ),
        *said.reading,
    ]


@pytest.fixture(scope="module")
def look(root: Path) -> Theme:
    return theme.read(Project(root).theme)


def test_the_pdf_is_tagged_and_says_what_the_page_says(look: Theme, tmp_path: Path) -> None:
    said = a_report(12)
    made = write(said, CATALOGUE.team.name, pipeline.as_of(CATALOGUE), ITEM.session.span, look)
    assert made.diagnostics == ()
    files = {path.name: data for path, data in made.files.items()}
    assert problems(files["resultats.pdf"]) == []
    (tmp_path / "r.pdf").write_bytes(files["resultats.pdf"])
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "r.pdf", "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    page = files["resultats.html"].decode()
    words = " ".join(text.split())
    for part in said.parts:
        for one in part.questions:
            for line in one.lines:
                assert line.label.split()[0] in words
                assert f"<td>{line.count}</td>" in page
    assert "http" not in page.replace("http-equiv", "")


def test_a_title_is_never_markup(look: Theme) -> None:
    said = replace(a_report(0), title="<script>alert(1)</script> & #sys")
    made = write(said, CATALOGUE.team.name, pipeline.as_of(CATALOGUE), ITEM.session.span, look)
    page = next(data for path, data in made.files.items() if path.suffix == ".html").decode()
    assert made.diagnostics == ()
    assert "<script>" not in page

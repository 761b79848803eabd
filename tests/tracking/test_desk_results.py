"""Screen, tables and PDF give the same numbers, those of an independent count."""

import csv
import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml.html import HTMLParser
from python_calamine import CalamineWorkbook
from tests import results as independent
from tests.tracking.desks import QUESTIONS, SESSION, a_plan, at_the_desk, new_database, put
from tests.tracking.desks import random_sheets as sheets_of_a_room

from emas.model.attendance import Attendance
from emas.model.sheet import Sheet
from emas.records.errors import RecordsError
from emas.tracking.catalogue import Session
from emas.tracking.store import Store

HERE = f"/bureau/sessions/{SESSION.id}"
PEOPLE = st.sampled_from([0, 3, 4, 5, 6, 12, 29, 30, 36, 45])
Rows = list[tuple[str, str, str, str, str]]
"""Of each thing counted: question, answer, how often, share, how many answered."""


Tree = Any


def tree_of(page: str) -> Tree:
    return etree.fromstring(page.encode(), HTMLParser(encoding="utf-8"))  # type: ignore[no-untyped-call]


def words(place: Tree) -> str:
    """Return what is read in a place of a page."""
    return "".join(place.itertext())


@dataclass
class Seen:
    store: Store
    client: httpx.Client


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    store = Store(new_database(tmp_path_factory.mktemp("suivi")))
    with at_the_desk(store, a_plan(SESSION)) as client:
        yield Seen(store, client)
    store.close()


def expected(sheets: list[Sheet], session: Session = SESSION) -> Rows:
    """Count again, from plain lists; what fewer than five answered has one row without anything."""
    rows: Rows = []
    answered = independent.table(sheets)
    for part in session.parts:
        for question in (one for one in part.questions if one.collected):
            responses = [one for _, one in answered.get(f"{part.moment} {question.name}", [])]
            many = len(responses)
            if many < 5:
                rows.append((question.statement, "", "", "", ""))
                continue
            labels = question.options or ("Juste", "En partie juste", "À revoir")
            counts = independent.counts(question, responses)
            for label, count in zip(labels, counts, strict=False):
                share = f"{round(100 * count / many)}\N{NO-BREAK SPACE}%" if many >= 30 else ""
                rows.append((question.statement, label, str(count), share, str(many)))
            if question.kind.value == "ouverte":
                rows += [
                    (question.statement, text, "", "", str(many)) for text in sorted(responses)
                ]
    return rows


def on_screen(page: str) -> Rows:
    rows: Rows = []
    for section in tree_of(page).iterfind(".//div[@class='question']"):
        statement = words(section.find("h3")).partition(". ")[2]
        told = re.match(r"\d*", words(section.find("p")))
        many = told[0] if told else ""
        lines = section.findall(".//tbody/tr")
        for line in lines:
            cells = [words(cell) for cell in line.iterfind("td")]
            rows.append(
                (statement, line.find("th").text.strip(), cells[0], "".join(cells[1:]), many)
            )
        texts = [words(item) for item in section.iterfind(".//li")]
        rows += [(statement, text, "", "", many) for text in texts]
        if not lines and not texts:
            rows.append((statement, "", "", "", ""))
    return rows


def in_csv(data: bytes) -> Rows:
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    return [
        (row["Question"], row["Réponse"], row["Nombre"], row["Part"], row["Réponses en tout"])
        for row in rows
    ]


def in_workbook(data: bytes) -> Rows:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    header, *rows = book.get_sheet_by_name("Réponses").to_python()
    places = [header.index(name) for name in ("Question", "Réponse", "Nombre", "Part")]
    places.append(header.index("Réponses en tout"))
    return [tuple(_whole(row[place]) for place in places) for row in rows]  # type: ignore[misc]


def _whole(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) else str(cell)


def counts_in_pdf(data: bytes, folder: Path) -> list[tuple[str, str, str]]:
    """Return answer, count and share of each line of a PDF, in reading order."""
    path = folder / "resultats.pdf"
    path.write_bytes(data)
    command = ["pdftotext", "-layout", str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    line = r"^\s*(proposition \d|Juste|En partie juste|À revoir)\b.*?\s(\d+)(?:\s+(\d+)\s*%)?\s*$"
    found = re.findall(line, text, re.M)
    return [(said, many, part and f"{part}\N{NO-BREAK SPACE}%") for said, many, part in found]


@settings(max_examples=12, deadline=None)
@given(PEOPLE, st.integers(0, 10**6))
def test_screen_and_tables_give_the_numbers_of_an_independent_count(
    seen: Seen, people: int, chance: int
) -> None:
    sheets = sheets_of_a_room(Random(chance), people)
    put(seen.store, sheets)
    wanted = expected(sheets)
    assert on_screen(seen.client.get(HERE).text) == wanted
    assert in_csv(seen.client.get(f"{HERE}/resultats.csv").content) == wanted
    assert in_workbook(seen.client.get(f"{HERE}/resultats.xlsx").content) == wanted


@pytest.mark.parametrize("people", [12, 40])
def test_the_pdf_gives_the_same_numbers(seen: Seen, tmp_path: Path, people: int) -> None:
    sheets = sheets_of_a_room(Random(people), people)
    put(seen.store, sheets)
    said = seen.client.get(f"{HERE}/resultats.pdf")
    assert (
        said.headers["content-disposition"] == f'attachment; filename="resultats-{SESSION.id}.pdf"'
    )
    wanted = [(label, count, share) for _, label, count, share, _ in expected(sheets) if count]
    assert counts_in_pdf(said.content, tmp_path) == wanted


@settings(max_examples=8, deadline=None)
@given(PEOPLE, st.integers(0, 10**6))
def test_before_and_after_are_those_of_an_independent_count(
    seen: Seen, people: int, chance: int
) -> None:
    sheets = sheets_of_a_room(Random(chance), people)
    put(seen.store, sheets)
    scored = [one for one in QUESTIONS if one.scored]
    learners, before, after, most = independent.progress(scored, independent.table(sheets))
    (row,) = csv.DictReader(
        io.StringIO(seen.client.get(f"{HERE}/objectifs.csv").content.decode("utf-8-sig")),
        delimiter=";",
    )
    (shown,) = tree_of(seen.client.get(HERE).text).findall(".//table[@class='objectifs']/tbody/tr")
    if not learners:
        assert (row["Points avant"], row["Remarques"]) == (
            "",
            "moins de 5\N{NO-BREAK SPACE}réponses",
        )
        assert "moins de 5" in words(shown)
        return
    said = [
        f"{float(points):.1f}".removesuffix(".0").replace(".", ",") for points in (before, after)
    ]
    assert [row["Points avant"], row["Points après"]] == said
    assert (row["Points possibles"], row["Qui"].partition("\N{NO-BREAK SPACE}")[0]) == (
        str(most),
        str(learners),
    )
    cells = [words(cell).strip() for cell in shown.iterfind("td")]
    for cell, points in zip(cells[1:], said, strict=True):
        assert cell.startswith(f"{points}\N{NO-BREAK SPACE}sur\N{NO-BREAK SPACE}{most}")
        assert ("%" in cell) == (learners >= 30)


def test_nobody_is_on_the_page(seen: Seen) -> None:
    sheets = sheets_of_a_room(Random(7), 40)
    put(seen.store, sheets)
    for path in ("", "/resultats.csv", "/objectifs.csv"):
        said = seen.client.get(f"{HERE}{path}").text
        assert not re.search(r"\b[AZ]\d+\b", said)


EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}"


def test_no_text_becomes_markup(tmp_path: Path) -> None:
    parts = tuple(
        replace(
            part,
            title=EVIL,
            owner_title=EVIL,
            objectives=dict.fromkeys(part.objectives, EVIL),
            questions=tuple(
                replace(one, statement=EVIL, options=(EVIL,) * len(one.options))
                for one in part.questions
            ),
        )
        for part in SESSION.parts
    )
    told = replace(SESSION.about, title=EVIL, facts=((EVIL, EVIL),), half_days=(EVIL,))
    evil = replace(SESSION, title=EVIL, when=EVIL, where=EVIL, about=told, parts=parts)
    plan = replace(a_plan(evil), team=EVIL, audiences={"aesh": EVIL})
    sheets = [
        replace(
            sheet, answers={n: EVIL if isinstance(r, str) else r for n, r in sheet.answers.items()}
        )
        for sheet in sheets_of_a_room(Random(1), 12)
    ]
    store = Store(new_database(tmp_path))
    put(store, sheets)
    with at_the_desk(store, plan) as client:
        for path in ("/bureau/", HERE):
            page = client.get(path)
            tree = tree_of(page.text)
            assert (page.status_code, [*tree.iter("script", "img")]) == (200, [])
            assert EVIL in words(tree)
        for name in ("resultats.csv", "resultats.xlsx", "resultats.pdf", "objectifs.csv"):
            assert client.get(f"{HERE}/{name}").status_code == 200
    store.close()


def test_an_opinion_that_looks_like_a_formula_is_text(seen: Seen) -> None:
    name, formula = SESSION.parts[-1].questions[1].name, '=HYPERLINK("x")'
    put(seen.store, [Sheet("satisfaction", f"Z{n}", 1, {name: formula}) for n in range(5)])
    text = seen.client.get(f"{HERE}/resultats.csv").content.decode("utf-8-sig")
    assert "\"'=HYPERLINK" in text
    shown = in_workbook(seen.client.get(f"{HERE}/resultats.xlsx").content)
    assert shown[-1][1] == formula  # a text, with no computed value


def test_headcounts_are_on_the_page(seen: Seen) -> None:
    facts = words(tree_of(seen.client.get(HERE).text).findall(".//dl")[1])
    assert "22\N{NO-BREAK SPACE}personnes" in facts


def test_a_session_that_is_not_there_is_told(seen: Seen) -> None:
    for path in ("/bureau/sessions/autre", "/bureau/sessions/autre/resultats.pdf"):
        assert seen.client.get(path).status_code == 404


def test_questions_that_do_not_work_are_pointed_at(seen: Seen) -> None:
    name = QUESTIONS[0].name
    put(seen.store, [Sheet("acquis", f"A{n}", 1, {name: [0]}) for n in range(30)])
    question = tree_of(seen.client.get(HERE).text).findall(".//div[@class='question']")[6]
    (first, *_) = [words(item) for item in question.iterfind("p[@class='remarque']")]
    assert first.startswith("À relire : Tout le monde y répond juste")


def test_headcounts_that_are_damaged_are_told(tmp_path: Path) -> None:
    def damaged(session: str) -> Attendance:
        raise RecordsError(f"presences.json de {session} est abîmé")

    store = Store(new_database(tmp_path))
    with at_the_desk(store, a_plan(SESSION), attendance=damaged) as client:
        said = client.get(HERE)
        assert (said.status_code, "presences.json de essai-2027-01 est abîmé." in said.text) == (
            500,
            True,
        )
    store.close()

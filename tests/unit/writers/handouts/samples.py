"""A small edition made by hand, and short ways to write nodes."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import PurePosixPath

from pypdf import PdfReader

from emas.diagnostics import Span
from emas.document import (
    Align,
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Cell,
    Choice,
    Decision,
    Inline,
    Inlines,
    ListItem,
    Medium,
    Paragraph,
    Priority,
    QuestionRef,
    Row,
    Table,
    Text,
    Verdict,
    Vignette,
)
from emas.model import (
    Answer,
    Contact,
    Durations,
    Edition,
    Kind,
    Media,
    Module,
    Objective,
    Question,
    Reading,
    Source,
    Step,
    Team,
    Term,
    Ticking,
    Variant,
    Vocabulary,
)
from emas.theme import Theme, locate, read
from emas.writers.handouts import write

THEME: Theme = read(locate())

HERE = Span(PurePosixPath("modules/essai/01-voir.md"), 7, 1, 7, 20)
THERE = replace(HERE, line=9, end_line=9)
MODULE_SPAN = Span(PurePosixPath("modules/essai/module.yml"), 1, 1, 1, 2)

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    b'<rect width="40" height="20" fill="#12395B"/></svg>'
)


def text(words: str) -> Text:
    return Text(words, HERE)


def par(*parts: str | Inline) -> Paragraph:
    return Paragraph(line(*parts), HERE)


def line(*parts: str | Inline) -> Inlines:
    return tuple(text(part) if isinstance(part, str) else part for part in parts)


def bullets(*items: str) -> BulletList:
    return BulletList(tuple(ListItem((par(item),), None, HERE) for item in items), HERE)


def row(*cells: str | Inlines) -> Row:
    return Row(
        tuple(Cell(line(c) if isinstance(c, str) else c, HERE) for c in cells),
        HERE,
    )


def table(header: Row, *rows: Row) -> Table:
    return Table(header, rows, tuple(Align.LEFT for _ in header.cells), HERE)


def callout(kind: CalloutKind, *blocks: Block, title: str = "") -> Callout:
    return Callout(kind, line(title) if title else (), blocks, f"voir/{kind}-1", HERE)


def decision(name: str, *choices: Choice) -> Decision:
    return Decision(line(f"Titre de {name}"), (), choices, name, HERE)


def choice(verdict: Verdict, label: str, feedback: str, goto: str | None = None) -> Choice:
    return Choice(verdict, (par(label),), (par(feedback),), goto, HERE)


def vignette(*blocks: Block) -> Vignette:
    levels = ("elementaire",)
    return Vignette(line("Noé et le bruit"), levels, Priority.USEFUL, blocks, "noe", HERE)


QUESTION = Question(
    id="q01",
    objective="",
    objective_span=HERE,
    source="",
    statement=(par("Qu’est-ce qui aide à anticiper ?"),),
    task=Ticking(
        Kind.MULTIPLE,
        (
            Answer(True, (par("Un déroulé."),), (par("Prévoir réduit l’incertitude."),), HERE),
            Answer(False, (par("Ne rien dire."),), (par("L’imprévu déborde."),), HERE),
            Answer(True, (par("Un lieu de repli connu."),), (), HERE),
        ),
    ),
    hint=(par("Pensez à la veille."),),
    feedback=(par("Un essai suffit pour commencer."),),
    written_id=True,
    span=HERE,
)
ASKED = QuestionRef("q01", HERE)


def step(*blocks: Block, questions: tuple[Question, ...] = (QUESTION,)) -> Step:
    return Step(
        id="voir",
        title="Voir et décrire",
        durations=Durations(online_min=5, session_min=35),
        objectives=(),
        priority=Priority.USEFUL,
        blocks=blocks,
        questions=questions,
        span=HERE,
    )


def module(*steps: Step, media: Mapping[str, Media] | None = None) -> Module:
    return Module(
        id="essai",
        title="Accueillir un élève",
        family="autisme",
        summary="Décrire ce que l’on voit.",
        audiences=("aesh",),
        levels=("elementaire",),
        objectives=(Objective("decrire", "décrire un fait", HERE),),
        durations=Durations(online_min=20, session_min=180),
        prerequisites=(),
        assessments=(),
        version="1.0",
        licence="CC BY-SA 4.0",
        review=None,
        steps=steps,
        bank=(),
        media=media or {"carte.svg": Media("carte.svg", SVG, "Équipe", "CC BY-SA 4.0", "dessin")},
        span=MODULE_SPAN,
    )


SOURCES = (
    Source(
        id="has-2026-tsa",
        organisation="Haute Autorité de santé",
        title="Trouble du spectre de l’autisme",
        year="2026",
        link="https://www.has-sante.fr/jcms/p_3594112/fr/trouble-du-spectre-de-l-autisme",
        via="",
        reading=Reading.SECONDARY,
        consulted_on=date(2026, 11, 2),
        review_before=None,
        span=HERE,
    ),
    Source("cadre", "Ministère", "Cadre général", "2025", "", "", Reading.UNREAD, None, None, HERE),
)


def edition(*blocks: Block, media: Mapping[str, Media] | None = None) -> Edition:
    return edition_of(module(step(*blocks), media=media))


def edition_of(some: Module) -> Edition:
    return Edition(
        module=some,
        medium=Medium.PAPER,
        variant=Variant(),
        team=Team(
            name="EMAS des Rives",
            carrier="Association",
            territory="Nord",
            contacts=(
                Contact("Coordination", "Camille", "03 00 00 00 00", "a@exemple.fr", "le matin"),
                Contact("Secrétariat", "", "", "", ""),
            ),
            report_email="",
            site="",
            tracking="",
        ),
        vocabulary=Vocabulary(
            families={"autisme": "Autisme"},
            audiences={"aesh": "AESH", "direction": "Direction"},
            levels={"elementaire": "Élémentaire", "college": "Collège"},
            domains={"temps": "Temps"},
            licences={"CC BY-SA 4.0": "CC BY-SA 4.0"},
        ),
        citations=SOURCES,
        terms=(
            Term("tsa", "TSA", "trouble du spectre de l’autisme", "Trouble précoce.", (), HERE),
            Term("repli", "lieu de repli", "", "Un endroit calme.", (), HERE),
        ),
        as_of=date(2026, 11, 21),
    )


def printed(some: Edition) -> bytes:
    """Return the booklet of `some`; it must have no diagnostic."""
    written = write(some, THEME)
    assert [item.values["cause"] for item in written.diagnostics] == []
    (pdf,) = written.files.values()
    return pdf


def words_of(pdf: bytes) -> str:
    """Return the text of the pages of `pdf` without any space, so that lines do not matter."""
    pages = PdfReader(BytesIO(pdf)).pages
    return re.sub(r"[\s\u200b]", "", "".join(page.extract_text() for page in pages))

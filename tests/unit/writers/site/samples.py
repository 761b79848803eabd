"""Small values built by hand, to write pages from."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element, tostring

from emas import theme
from emas.diagnostics import Span
from emas.document import (
    Block,
    Callout,
    CalloutKind,
    Citation,
    FactState,
    Heading,
    Inline,
    Medium,
    Paragraph,
    Priority,
    QuestionRef,
    Text,
)
from emas.model import (
    Answer,
    Catalogue,
    Contact,
    Durations,
    Edition,
    Kind,
    Media,
    Module,
    Objective,
    Page,
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
from emas.writers.site.scope import Scope

STEP_FILE = PurePosixPath("modules/autisme/01-comprendre.md")
SPAN = Span(STEP_FILE, 1, 1, 1, 2)
THEME = theme.read(Path(__file__).parents[4] / "themes" / "emas")

TEAM = Team(
    name="EMAS d’essai",
    carrier="",
    territory="",
    contacts=(
        Contact("Secrétariat", "Anne", "03 00 00 00 00", "contact@emas.example", "le matin"),
        Contact("Médecin scolaire", "", "à compléter", "", ""),
    ),
    report_email="contact@emas.example",
    site="",
    tracking="",
)
VOCABULARY = Vocabulary(
    families={"cadre": "Cadre", "autisme": "Autisme", "tnd": "Troubles du neurodéveloppement"},
    audiences={"aesh": "AESH", "direction": "Direction"},
    levels={"maternelle": "Maternelle", "college": "Collège"},
    domains={"temps": "Temps"},
    licences={"cc-by-sa-4-0": "CC BY-SA 4.0"},
)
HAS = Source(
    id="has-2026-tsa",
    organisation="HAS",
    title="Interventions et parcours de vie",
    year="2026",
    link="https://has.example/tsa",
    via="",
    reading=Reading.PRIMARY,
    consulted_on=date(2026, 11, 21),
    review_before=date(2027, 3, 1),
    span=SPAN,
)
EDUSCOL = Source(
    id="eduscol",
    organisation="Éduscol",
    title="Scolariser",
    year="2009",
    link="",
    via="une copie partielle",
    reading=Reading.SECONDARY,
    consulted_on=None,
    review_before=None,
    span=SPAN,
)
TND = Term("tnd", "TND", "trouble du neurodéveloppement", "Trouble du développement.", (), SPAN)


def text(words: str) -> tuple[Inline, ...]:
    return (Text(words, SPAN),)


def paragraph(*children: Inline | str) -> Paragraph:
    nodes = (Text(child, SPAN) if isinstance(child, str) else child for child in children)
    return Paragraph(tuple(nodes), SPAN)


def heading(words: str, identifier: str) -> Heading:
    return Heading(2, text(words), identifier, SPAN)


def citation(
    source: Source = HAS, locator: str = "", state: FactState = FactState.VERIFIED
) -> Citation:
    return Citation(source.id, locator, False, SPAN, state)


def callout(kind: CalloutKind, *content: Block, identifier: str = "boite") -> Callout:
    return Callout(kind, (), content, identifier, SPAN)


def question(kind: Kind = Kind.SINGLE) -> Question:
    return Question(
        id="aut-q01",
        objective="",
        source=HAS.id,
        statement=(paragraph("Que note-t-on ?"),),
        task=Ticking(
            kind,
            (
                Answer(True, (paragraph("Un fait."),), (paragraph("Oui."),), SPAN),
                Answer(False, (paragraph("Un avis."),), (paragraph("C’est un jugement."),), SPAN),
            ),
        ),
        hint=(paragraph("Cherchez l’heure."),),
        feedback=(paragraph("Un fait se date."),),
        written_id=True,
        objective_span=SPAN,
        span=SPAN,
    )


def step(
    *content: Block,
    identifier: str = "comprendre",
    title: str = "Comprendre",
    questions: tuple[Question, ...] = (),
) -> Step:
    return Step(
        id=identifier,
        title=title,
        durations=Durations(5, 35, 10),
        objectives=(),
        priority=Priority.USEFUL,
        blocks=content,
        questions=questions,
        span=SPAN,
    )


def module(*steps: Step) -> Module:
    return Module(
        id="autisme",
        title="Autisme",
        family="autisme",
        summary="Observer et aménager.",
        audiences=("aesh",),
        levels=("college",),
        objectives=(Objective("decrire", "décrire un fait", SPAN),),
        durations=Durations(20, 180, 45),
        prerequisites=(),
        assessments=(),
        version="1.0",
        licence="CC BY-SA 4.0",
        review=None,
        steps=steps or (step(paragraph("Bonjour.")),),
        bank=(),
        media={"carte.svg": Media("carte.svg", b"<svg/>", "", "", "")},
        span=SPAN,
    )


def edition(of: Module) -> Edition:
    return Edition(
        module=of,
        medium=Medium.SITE,
        variant=Variant(),
        team=TEAM,
        vocabulary=VOCABULARY,
        citations=(HAS, EDUSCOL),
        terms=(TND,),
        as_of=date(2026, 11, 21),
    )


def catalogue(*modules: Module, pages: tuple[Page, ...] = ()) -> Catalogue:
    return Catalogue(
        team=TEAM,
        vocabulary=VOCABULARY,
        sources={HAS.id: HAS, EDUSCOL.id: EDUSCOL},
        glossary={TND.id: TND},
        modules=modules,
        pages=pages,
    )


def scope(*questions: Question, uri: str = "modules/autisme/comprendre.md") -> Scope:
    return Scope(
        uri=uri,
        theme=THEME,
        team=TEAM,
        vocabulary=VOCABULARY,
        sources={HAS.id: HAS, EDUSCOL.id: EDUSCOL},
        glossary={TND.id: TND},
        questions={item.id: item for item in questions},
    )


def asked(item: Question) -> tuple[Block, ...]:
    return (QuestionRef(item.id, SPAN),)


def at(node: Citation, column: int) -> Citation:
    return replace(node, span=Span(STEP_FILE, 1, column, 1, column + 1))


def html(items: Iterable[Element | str]) -> str:
    """Return elements and texts as HTML, one after the other."""
    return "".join(
        item if isinstance(item, str) else tostring(item, encoding="unicode", method="html")
        for item in items
    )

"""Editions made by hand, small enough to read, and decks as text."""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from emas.diagnostics import Span
from emas.document import (
    Activity,
    Adaptation,
    Align,
    Block,
    Blocks,
    BulletList,
    Callout,
    CalloutKind,
    Cell,
    Choice,
    Column,
    Columns,
    Decision,
    Figure,
    Heading,
    Image,
    Inlines,
    ListItem,
    Medium,
    Misconception,
    Paragraph,
    Priority,
    QuestionRef,
    Row,
    SlideOverride,
    Table,
    Text,
    TrainerNote,
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
from emas.writers.slides.deck import Deck, Line, PictureFill, Slide, TableFill, TextFill
from emas.writers.slides.gallery import layouts
from emas.writers.slides.layouts import BODY
from emas.writers.slides.plan import plan

PATH = PurePosixPath("modules/essai/01-voir.md")
SPAN = Span(PATH, 1, 1, 1, 2)
THEME: Theme = read(locate())
SPECS = layouts(THEME)
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">'
    b'<rect width="40" height="20" fill="#0B6173"/></svg>'
)


def at(line: int) -> Span:
    return Span(PATH, line, 1, line, 2)


def words(text: str) -> Inlines:
    return (Text(text, SPAN),) if text else ()


def para(text: str) -> Paragraph:
    return Paragraph(words(text), SPAN)


def heading(text: str, level: int = 2) -> Heading:
    return Heading(level, words(text), text.casefold(), SPAN)


def bullets(*texts: str | Blocks) -> BulletList:
    blocks = [(para(text),) if isinstance(text, str) else text for text in texts]
    return BulletList(tuple(ListItem(item, None, SPAN) for item in blocks), SPAN)


def item(text: str) -> ListItem:
    return ListItem((para(text),), None, SPAN)


def callout(kind: CalloutKind, *blocks: Block, title: str = "") -> Callout:
    return Callout(kind, words(title), blocks, "c", SPAN)


def note(*blocks: Block) -> TrainerNote:
    return TrainerNote((), blocks, "n", SPAN)


def row(*texts: str) -> Row:
    return Row(tuple(Cell(words(text), SPAN) for text in texts), SPAN)


def table(*rows: tuple[str, ...]) -> Table:
    header, *rest = (row(*texts) for texts in rows)
    return Table(header, tuple(rest), (Align.LEFT,) * len(rows[0]), SPAN)


def figure(alt: str = "Une classe", decorative: bool = False) -> Figure:
    return Figure(Image("media/classe.svg", alt, "La classe", decorative, SPAN), SPAN)


def override(layout: str, *blocks: Block, minutes: int | None = None) -> SlideOverride:
    return SlideOverride(layout, (), blocks, "d", at(7), minutes)


def misconception(known: str, heard: str) -> Misconception:
    return Misconception((), (para(known),), (para(heard),), "i", SPAN)


def columns(*pairs: tuple[str, Blocks]) -> Columns:
    made = (Column(words(title), blocks, title, SPAN) for title, blocks in pairs)
    return Columns(tuple(made), "k", SPAN)


def activity(*blocks: Block, alone: str = "") -> Activity:
    return Activity(
        words("Trois pauses"), 10, words("par deux"), words("des cartes"), words(alone),
        Priority.USEFUL, blocks, "a", SPAN,
    )  # fmt: skip


def adaptation(title: str = "Une carte pause") -> Adaptation:
    return Adaptation(
        words(title), words("souffler"), "temps", ("college",), words("Poser la carte."),
        words("La retirer."), words("Compter les pauses."), ("autisme",), "has", (), "m", SPAN,
    )  # fmt: skip


def decision(goto: str | None = None) -> Decision:
    choices = (
        Choice(Verdict.AVOID, (para("Demander pourquoi."),), (para("Trop de mots."),), goto, SPAN),
        Choice(Verdict.ADVISED, (para("Baisser la voix."),), (para("On sécurise."),), None, SPAN),
    )
    return Decision(words("Que faites-vous ?"), (), choices, "q", SPAN)


def vignette(*blocks: Block) -> Vignette:
    return Vignette(words("Noé sous la table"), ("college",), Priority.USEFUL, blocks, "v", SPAN)


def question(identifier: str = "q1", answers: int = 3, long: str = "") -> Question:
    made = tuple(
        Answer(rank == 0, (para(f"Réponse {rank}{long}"),), (para(f"Retour {rank}"),), SPAN)
        for rank in range(answers)
    )
    return Question(
        identifier, Ticking(Kind.SINGLE, made), "decrire", "has", (para("Que voit-on ?"),),
        (para("Relisez la scène."),), (para("On décrit des faits."),), True, SPAN, SPAN,
    )  # fmt: skip


def asked(identifier: str = "q1") -> QuestionRef:
    return QuestionRef(identifier, SPAN)


def step(*blocks: Block, title: str = "Voir", questions: tuple[Question, ...] = ()) -> Step:
    identifier = title.casefold()
    lasts = Durations(5, 35, 10)
    return Step(identifier, title, lasts, ("decrire",), Priority.USEFUL, blocks, questions, SPAN)


HAS = Source("has", "HAS", "Autisme", "2026", "https://has.example/tsa", "", Reading.SECONDARY,
             None, None, SPAN)  # fmt: skip
UNREAD = Source("lu", "Anesm", "Comportements", "2016", "", "une copie", Reading.UNREAD,
                None, None, SPAN)  # fmt: skip
TSA = Term("tsa", "TSA", "trouble du spectre de l’autisme", "Une famille.", (), SPAN)


def edition(
    *steps: Step, citations: tuple[Source, ...] = (), variant: Variant | None = None
) -> Edition:
    module = Module(
        "essai", "Voir et aménager", "autisme", "Décrire ce que l’on voit.", ("aesh",),
        ("college",), (Objective("decrire", "décrire un fait", SPAN),), Durations(20, 180, 45), (),
        (), "1.0", "CC BY-SA 4.0", None, steps, (),
        {"classe.svg": Media("classe.svg", SVG, "EMAS", "CC0", "")}, SPAN,
    )  # fmt: skip
    contact = Contact("Secrétariat", "Ana", "01 02 03 04 05", "emas@emas.example", "le matin")
    team = Team("EMAS d’essai", "", "", (contact,), "", "", "")
    vocabulary = Vocabulary(
        {"autisme": "Autisme"}, {"aesh": "AESH"}, {"college": "Collège"}, {"temps": "Temps"}, {}
    )
    return Edition(
        module, Medium.SLIDES, variant or Variant(), team, vocabulary, citations, (TSA,),
        date(2026, 11, 21),
    )  # fmt: skip


def every_kind() -> Edition:
    """Return an edition with a slide of each kind of content."""
    first = step(
        para("On commence par regarder."),
        heading("Ce que l’on voit"),
        bullets("Un fait a une heure.", (para("Un lieu."), bullets("la classe", "la cour"))),
        para("À dire en montrant la liste."),
        table(("Niveau", "Exemple"), ("Maternelle", "Quitte le tapis."), ("Lycée", "S’isole.")),
        callout(CalloutKind.KEY_MESSAGE, para("On décrit avant d’expliquer.")),
        callout(CalloutKind.WARNING, para("Aucun diagnostic."), title="Notre rôle"),
        note(para("Cinq minutes.")),
        heading("Voir ensemble"),
        figure(),
        bullets("Une image."),
        columns(("Avant", (bullets("bruit"),)), ("Après", (bullets("calme"),))),
        misconception("C’est un trouble du neurodéveloppement.", "« Ça se soigne. »"),
        asked(),
        callout(CalloutKind.TOMORROW, bullets("Noter trois faits.")),
        title="Voir",
        questions=(question(),),
    )
    second = step(
        heading("Essayer"),
        vignette(para("Noé se cache."), decision(), para("Il revient.")),
        activity(para("Notez une scène."), alone="Écrivez-la."),
        adaptation(),
        adaptation("Un minuteur"),
        callout(CalloutKind.WHOM_TO_TELL, para("D’abord à la famille.")),
        title="Aménager",
    )
    return edition(first, second, citations=(HAS, UNREAD))


def as_text(deck: Deck) -> str:
    """Return a deck as a text to compare: what is on each slide, then what is said."""
    lines = [f"{deck.title} | {deck.footer}", ""]
    rank = 0
    for part in deck.parts:
        lines += [f"=== {part.name}", ""]
        for slide in part.slides:
            rank += 1
            anchor = f" #{slide.anchor}" if slide.anchor else ""
            lines += [f"{rank}. [{slide.layout}] {slide.title}{anchor}", *_body(slide), ""]
    return "\n".join(lines)


def _body(slide: Slide) -> Iterator[str]:
    if slide.crumb:
        yield f"   fil : {slide.crumb}"
    for fill in slide.fills:
        match fill:
            case TextFill():
                to = f" → {fill.to}" if fill.to else ""
                for line in fill.lines:
                    mark = f"{line.marker} " if line.marker else ""
                    yield f"   {fill.slot:2} {'  ' * line.level}{mark}{_words(line)}{to}"
            case PictureFill():
                yield f"   {fill.slot:2} image {fill.name} « {fill.alt} »"
            case TableFill():
                yield f"   {fill.slot:2} tableau {fill.size_pt:g} pt « {fill.alt} »"
                for cells in fill.rows:
                    texts = (" / ".join(map(_words, cell)) for cell in cells)
                    yield "      | " + " | ".join(texts)
    for line in slide.notes:
        yield f"    > {'  ' * line.level}{line.marker and '• '}{line.text}"


def _words(line: Line) -> str:
    """Return the words of a line, and where its links lead in the deck."""
    return "".join(f"{run.text} → {run.to}" if run.to else run.text for run in line.runs)


def spoken(deck: Deck) -> set[str]:
    """Return every word of a deck: on its slides and in its notes."""
    found: set[str] = set()
    for slide in deck.slides():
        texts = [slide.title, slide.crumb]
        texts += [line.text for line in (*slide.lines(), *slide.notes)]
        texts += [fill.alt for fill in slide.fills if isinstance(fill, PictureFill)]
        found |= {word.strip(".,:;()") for text in texts for word in text.split()}
    return found


LONG = "Une phrase assez longue pour remplir une ligne entière de la diapositive, et même deux. "


def slides_of(*blocks: Block, **kinds: tuple[Question, ...]) -> list[Slide]:
    """Return the slides of a step with those blocks, without the one that opens it."""
    deck = plan(edition(step(*blocks, **kinds)), THEME)  # type: ignore[arg-type] # `step` has others
    return list(deck.parts[1].slides[1:])


def text_of(slide: Slide, slot: int = BODY) -> list[str]:
    """Return the lines of a slot; none if it is empty."""
    for fill in slide.fills:
        if isinstance(fill, TextFill) and fill.slot == slot:
            return [line.text for line in fill.lines]
    return []


def table_of(slide: Slide) -> TableFill:
    """Return the table of a slide."""
    (fill,) = (fill for fill in slide.fills if isinstance(fill, TableFill))
    return fill

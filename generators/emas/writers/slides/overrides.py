"""Slides that authors write themselves, in the layout they name."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from emas.diagnostics import Code, Diagnostic
from emas.diagnostics.suggest import fold, suggestion
from emas.document import (
    Blocks,
    BulletList,
    Columns,
    Figure,
    OrderedList,
    SlideOverride,
    Table,
)
from emas.theme import Kind
from emas.transforms.frame import Illustration
from emas.writers.slides.cards import activity, cards, key_message
from emas.writers.slides.choices import Asked, answering, asking
from emas.writers.slides.columns import columns
from emas.writers.slides.deck import Slide
from emas.writers.slides.layouts import Layout
from emas.writers.slides.objects import BESIDE, illustration
from emas.writers.slides.studio import Studio, flow, in_layout, labelled
from emas.writers.slides.wording import HEARD, KNOWN


@dataclass(frozen=True, slots=True)
class Choice:
    """A layout that authors may name: by which word, what it is for, what it cannot do without."""

    word: str
    layout: Layout
    purpose: str
    needs: tuple[type[Any], ...] = ()
    wanted: str = ""


SIDES = (KNOWN, HEARD)
LISTS = (BulletList, OrderedList)
OBJECTS = (Table, Figure, Columns)
CHOICES = (
    Choice("titre", Layout.COVER, "page de titre sur fond sombre : le texte est le sous-titre"),
    Choice("section", Layout.SECTION, "ouvre une partie, sur fond de couleur"),
    Choice("objectifs", Layout.OBJECTIVES, "ce que l’on saura faire à la fin, avec une cible"),
    Choice("contenu-aéré", Layout.ROOMY, "peu de texte, en 28 points"),
    Choice("contenu", Layout.NORMAL, "texte ordinaire, en 24 points (aussi « contenu-normal »)"),
    Choice("contenu-dense", Layout.DENSE, "beaucoup de texte, en 20 points"),
    Choice("deux-colonnes", Layout.COLUMNS, "un bloc « colonnes », côte à côte", (Columns,),
           "un bloc « colonnes »"),
    Choice("image-et-texte", Layout.ILLUSTRATED, "une image à droite, le texte à gauche",
           (Figure,), "une image"),
    Choice("image", Layout.PICTURE, "une image sur toute la largeur", (Figure,), "une image"),
    Choice("tableau", Layout.TABLE, "un tableau, son en-tête répété s’il est long", (Table,),
           "un tableau"),
    Choice("encadré", Layout.BOX, "un encadré « À savoir »"),
    Choice("attention", Layout.WARNING, "un encadré d’alerte"),
    Choice("conseil", Layout.ADVICE, "un encadré de conseil"),
    Choice("idée-reçue", Layout.MISCONCEPTION,
           "une liste de deux points : ce que l’on sait, puis ce que l’on entend", LISTS,
           "une liste de deux points"),
    Choice("vignette", Layout.STORY, "le récit d’une situation"),
    Choice("décision", Layout.DECISION, "une question, puis une liste de choix à discuter", LISTS,
           "une liste de choix"),
    Choice("question", Layout.QUESTION, "un énoncé, puis une liste de réponses", LISTS,
           "une liste de réponses"),
    Choice("réponse", Layout.ANSWER, "le premier paragraphe en grand, puis l’explication"),
    Choice("message-clé", Layout.KEY_MESSAGE, "une phrase à retenir, en grand sur fond sombre"),
    Choice("activité", Layout.ACTIVITY, "une consigne, et sa durée (« duree : 10 min »)"),
    Choice("demain", Layout.TOMORROW, "ce que l’on essaiera demain"),
    Choice("à-qui-en-parler", Layout.WHOM_TO_TELL, "à qui s’adresser"),
    Choice("sources", Layout.SOURCES, "une liste de références"),
)  # fmt: skip
"""The layouts that an author may name, in the order in which they are listed."""

ALIASES = {"contenu normal": Layout.NORMAL}

KINDS: Mapping[Layout, Kind] = {
    Layout.BOX: Kind.CONTENT,
    Layout.WARNING: Kind.WARNING,
    Layout.ADVICE: Kind.ADVICE,
    Layout.STORY: Kind.SITUATION,
    Layout.TOMORROW: Kind.TOMORROW,
}
"""The word that stands above the text, where the layout has room for it."""


def override(studio: Studio, box: SlideOverride, title: str) -> list[Slide]:
    """Return the slides of `box`.

    In an unknown layout they are the usual ones, with DIA001; in one made for something that the
    box does not have, too, with DIA004.
    """
    choice = _choice(box.layout)
    problems: tuple[Diagnostic, ...] = ()
    if choice is None:
        slides = _usual(studio, box.blocks, title)
        problems = _unknown(box) if box.layout else ()
    elif not _suited(box, choice):
        slides = _usual(studio, box.blocks, title)
        values = {"nom": choice.word, "attendu": choice.wanted}
        problems = (Diagnostic(Code.DIA004, box.span, values),)
    else:
        slides = _in_layout(studio, box, title, choice.layout)
    slides = slides or [Slide(Layout.TITLE_ONLY, title)]
    return [replace(slides[0], problems=(*problems, *slides[0].problems)), *slides[1:]]


def _choice(name: str) -> Choice | None:
    """Return the layout of that name: its word, or what PowerPoint calls it."""
    asked = _folded(name)
    named = {_folded(choice.layout): choice for choice in CHOICES}
    named |= {_folded(choice.word): choice for choice in CHOICES}
    named |= {alias: named[_folded(layout)] for alias, layout in ALIASES.items()}
    return named.get(asked)


def _suited(box: SlideOverride, choice: Choice) -> bool:
    """Return whether `box` has what the layout is made for; a misconception has two sides."""
    found = [block for block in box.blocks if isinstance(block, choice.needs)]
    if choice.layout is Layout.MISCONCEPTION:
        return bool(found) and len(found[-1].items) == len(SIDES)
    return bool(found or not choice.needs)


def _folded(name: str) -> str:
    return fold(name.replace("-", " "))


def _unknown(box: SlideOverride) -> tuple[Diagnostic, ...]:
    words = [choice.word for choice in CHOICES]
    values = {
        "nom": box.layout,
        "suggestion": suggestion(box.layout.replace(" ", "-"), words),
        "possibles": ", ".join(words),
    }
    return (Diagnostic(Code.DIA001, box.span, values),)


def _in_layout(studio: Studio, box: SlideOverride, title: str, layout: Layout) -> list[Slide]:
    """Return the slides of `box` in a layout that suits it; what it cannot show comes after."""
    objects = tuple(block for block in box.blocks if isinstance(block, OBJECTS))
    text = tuple(block for block in box.blocks if not isinstance(block, OBJECTS))
    match layout:
        case Layout.COLUMNS | Layout.TABLE:
            return _usual(studio, box.blocks, title)
        case Layout.ILLUSTRATED:
            return _usual(studio, box.blocks, title, beside=1)
        case Layout.PICTURE:
            return _usual(studio, box.blocks, title, beside=0)
        case Layout.QUESTION | Layout.DECISION | Layout.MISCONCEPTION:
            slides = _listed(studio, box, text, title, layout)
        case _:
            slides = _written(studio, box, text, title, layout) if text else []
    return [*slides, *_usual(studio, objects, title)]


def _written(
    studio: Studio, box: SlideOverride, text: Blocks, title: str, layout: Layout
) -> list[Slide]:
    """Return the slides of a text in a layout made for text."""
    lines = studio.wording.lines(text)
    match layout:
        case Layout.KEY_MESSAGE:
            return key_message(studio, title, lines, box.span)
        case Layout.ACTIVITY:
            return activity(studio, title, lines, box.duration_min, box.span)
        case Layout.ANSWER:
            key, why = (studio.wording.lines(part) for part in (text[:1], text[1:]))
            return answering(studio, title, [("✓", key)], why, "")
    slides = in_layout(studio, layout, title, lines, box.span)
    if layout in KINDS:
        return labelled(studio, slides, studio.wording.kind(KINDS[layout]))
    return slides


def _listed(
    studio: Studio, box: SlideOverride, text: Blocks, title: str, layout: Layout
) -> list[Slide]:
    """Return the slides of a text and of its last list, each item in a box of its own."""
    rank = max(rank for rank, block in enumerate(text) if isinstance(block, LISTS))
    listed, stem = text[rank], (*text[:rank], *text[rank + 1 :])
    items = listed.items if isinstance(listed, (BulletList, OrderedList)) else ()
    options = tuple(studio.wording.lines(item.blocks) for item in items)
    if layout is Layout.MISCONCEPTION:
        sides = list(zip(SIDES, options, strict=True))
        before = flow(studio, title, studio.wording.lines(stem)) if stem else []
        return [*before, *columns(studio, layout, title, sides, box.span)]
    word = studio.wording.kind(Kind.QUESTION if layout is Layout.QUESTION else Kind.DECISION)
    lines = studio.wording.lines(stem)
    return asking(studio, Asked(layout, title, word, lines, options, box.span))


def _usual(studio: Studio, blocks: Blocks, title: str, beside: float = BESIDE) -> list[Slide]:
    """Return the slides of `blocks`: a picture with the text beside it, objects by themselves."""
    text = tuple(block for block in blocks if not isinstance(block, OBJECTS))
    figures = [block for block in blocks if isinstance(block, Figure)]
    slides: list[Slide] = []
    if figures:
        slides += illustration(studio, Illustration(figures[0], text), title, beside)
    elif text:
        slides += flow(studio, title, studio.wording.lines(text))
    for block in blocks:
        if isinstance(block, (Table, Columns)):
            slides += cards(studio, block, title)
    for figure in figures[1:]:
        slides += illustration(studio, Illustration(figure, ()), title)
    return slides

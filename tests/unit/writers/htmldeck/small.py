"""A deck made by hand, with a fill of each kind: the plan may change without changing it."""

from datetime import date

from tests.unit.writers.slides.samples import SVG, THEME

from emas.document import Align
from emas.model import Media
from emas.theme import Colour
from emas.writers.slides.deck import (
    Cite,
    Deck,
    Line,
    Marker,
    Part,
    PictureFill,
    Run,
    Slide,
    TableFill,
    TextFill,
    Timing,
)
from emas.writers.slides.gallery import layouts
from emas.writers.slides.layouts import (
    BODY,
    BUTTON,
    CAPTION,
    LABEL,
    OPTION,
    PICTURE,
    Layout,
)
from emas.writers.slides.runs import lettered, said

MEDIA = {"classe.svg": Media("classe.svg", SVG, "EMAS", "CC0", "")}


def item(text: str, level: int = 0) -> Line:
    return Line((Run(text),), level, Marker.BULLET)


def cells(*texts: str) -> tuple[tuple[Line, ...], ...]:
    return tuple((said(text),) for text in texts)


COVER = Slide(
    Layout.COVER,
    "Voir & aménager",
    (
        TextFill(BODY, (said("Décrire ce que l’on voit."),)),
        TextFill(LABEL, (said("Version 1.0 · 21 novembre 2026 · non relu"),)),
    ),
)
SECTION = Slide(
    Layout.SECTION,
    "Voir",
    (TextFill(BODY, (said("Étape 1 sur 1 · 35 min"),)),),
    timing=Timing(0, 0),
)
LIST = Slide(
    Layout.ROOMY,
    "Un fait",
    (
        TextFill(
            BODY,
            (
                said("On note :"),
                item("une heure"),
                item("un lieu"),
                item("la cour", 1),
                Line((Run("HAS ", bold=True), Run("[1]", cite=Cite(1, "", "vérifié")))),
            ),
        ),
    ),
    (said("À dire."),),
    crumb="Voir",
    timing=Timing(5, 3),
)
QUESTION = Slide(
    Layout.QUESTION,
    "Question 1",
    (
        TextFill(LABEL, (said("Une seule bonne réponse"),)),
        TextFill(OPTION, lettered("A", (said("Un fait"),)), to="reponse"),
        TextFill(OPTION + 1, lettered("B", (said("Un avis"),)), to="reponse"),
        TextFill(BUTTON, (said("Voir la réponse"),), to="reponse"),
    ),
)
TABLE = Slide(
    Layout.TABLE,
    "Réponse 1",
    (
        TableFill(
            BODY,
            (cells("Choix", "Avis"), cells("A", "")),
            (Align.LEFT, Align.CENTER),
            (100, 300),
            (40, 40),
            20,
            "Tableau : 2 colonnes",
            named=True,
        ),
        TextFill(BODY, (Line((Run("✓ conseillé", bold=True, colour=Colour.GREEN),)),)),
    ),
    anchor="reponse",
)
ILLUSTRATION = Slide(
    Layout.PICTURE,
    "La classe",
    (PictureFill(PICTURE, "classe.svg", "Une classe"), TextFill(CAPTION, (said("EMAS"),))),
)
SOURCES = Slide(
    Layout.SOURCES,
    "Sources",
    (
        TextFill(
            BODY,
            (Line((Run("[1] ", bold=True), Run("HAS", href="https://has.example"))),),
        ),
    ),
)
SMALL = Deck(
    title=COVER.title,
    subject="Décrire ce que l’on voit.",
    author="EMAS d’essai",
    footer="EMAS d’essai · version 1.0",
    created=date(2026, 11, 21),
    specs=layouts(THEME),
    parts=(
        Part("Ouverture", (COVER,)),
        Part("Voir", (SECTION, LIST, QUESTION, TABLE, ILLUSTRATION)),
        Part("Pour finir", (SOURCES,)),
    ),
)

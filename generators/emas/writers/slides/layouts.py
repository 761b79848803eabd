"""The layouts of a deck: what a trainer finds in « Nouvelle diapositive », and where text goes.

Both the plan, which measures, and the template, which draws, read the same slots.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from emas.theme import Colour, Slides

TITLE, BODY, SECOND, THIRD = 0, 1, 2, 3
LABEL, OTHER_LABEL, THIRD_LABEL = 10, 11, 12
PICTURE, CAPTION, TIME, SETTING, NEED, BUTTON = 13, 14, 15, 16, 17, 18
OPTION, OPTIONS = 20, 6
FOOTER, NUMBER, CRUMB = 90, 91, 92


class Layout(StrEnum):
    """The names of the layouts, as PowerPoint shows them."""

    COVER = "Titre"
    SECTION = "Section"
    OBJECTIVES = "Objectifs"
    ROOMY = "Contenu aéré"
    NORMAL = "Contenu"
    DENSE = "Contenu dense"
    COLUMNS = "Deux colonnes"
    COLUMNS_LONG = "Deux colonnes, texte long"
    ILLUSTRATED = "Image et texte"
    PICTURE = "Image"
    VIDEO = "Vidéo"
    TABLE = "Tableau"
    BOX = "Encadré"
    BOX_LONG = "Encadré, texte long"
    WARNING = "Attention"
    WARNING_LONG = "Attention, texte long"
    ADVICE = "Conseil"
    ADVICE_LONG = "Conseil, texte long"
    MISCONCEPTION = "Idée reçue"
    MISCONCEPTION_LONG = "Idée reçue, texte long"
    STORY = "Vignette"
    STORY_LONG = "Vignette, texte long"
    DECISION = "Décision"
    DECISION_LONG = "Décision, texte long"
    FEEDBACK = "Retours"
    QUESTION = "Question"
    QUESTION_LONG = "Question, texte long"
    ANSWER = "Réponse"
    ANSWER_LONG = "Réponse, texte long"
    CARD = "Aménagement"
    ADAPTATIONS = "Aménagements"
    KEY_MESSAGE = "Message clé"
    KEY_MESSAGE_LONG = "Message clé, texte long"
    ACTIVITY = "Activité"
    ACTIVITY_LONG = "Activité, texte long"
    TOMORROW = "À essayer demain"
    TOMORROW_LONG = "À essayer demain, texte long"
    WHOM_TO_TELL = "À qui en parler"
    WHOM_TO_TELL_LONG = "À qui en parler, texte long"
    SOURCES = "Sources"
    TITLE_ONLY = "Titre seul"


LONG = {
    Layout.COLUMNS: Layout.COLUMNS_LONG,
    Layout.BOX: Layout.BOX_LONG,
    Layout.WARNING: Layout.WARNING_LONG,
    Layout.ADVICE: Layout.ADVICE_LONG,
    Layout.MISCONCEPTION: Layout.MISCONCEPTION_LONG,
    Layout.STORY: Layout.STORY_LONG,
    Layout.DECISION: Layout.DECISION_LONG,
    Layout.QUESTION: Layout.QUESTION_LONG,
    Layout.ANSWER: Layout.ANSWER_LONG,
    Layout.KEY_MESSAGE: Layout.KEY_MESSAGE_LONG,
    Layout.ACTIVITY: Layout.ACTIVITY_LONG,
    Layout.TOMORROW: Layout.TOMORROW_LONG,
    Layout.WHOM_TO_TELL: Layout.WHOM_TO_TELL_LONG,
}
"""The layout that takes over when a text does not fit in one slide of the other."""


EDGE_IN = 0.18
"""The strip at the left of a slide."""

BADGE_IN = 0.8
"""The disc of a pictogram."""

STROKE_PT = 4.5
"""How thick the strokes of a pictogram are, for each inch of its side."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a slide, in inches."""

    left: float
    top: float
    width: float
    height: float

    def below(self, top: float, height: float) -> "Box":
        """Return a box of the same sides, elsewhere on the slide."""
        return replace(self, top=round(top, 3), height=round(height, 3))


@dataclass(frozen=True, slots=True)
class Style:
    """How the text of a slot looks. `inset_in` is on both sides, `above_in` above and below.

    `bullets` gives three levels; `hanging_in` leaves room for a letter before the text.
    """

    size_pt: float
    before_pt: float = 0
    spacing: float = 1.05
    colour: Colour = Colour.INK
    bold: bool = False
    bullets: bool = False
    accent: Colour = Colour.PETROL
    anchor: str = "t"
    fill: Colour | None = None
    edge: Colour | None = None
    inset_in: float = 0
    above_in: float = 0
    hanging_in: float = 0
    align: str = "l"


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder. `kind` is its type in PresentationML, empty for an object of any kind."""

    index: int
    name: str
    kind: str
    box: Box
    style: Style

    @property
    def width_pt(self) -> float:
        """The width left for text."""
        return (self.box.width - 2 * self.style.inset_in) * 72

    def height_pt(self, box: Box | None = None) -> float:
        """The height left for text, here or in `box`."""
        return ((box or self.box).height - 2 * self.style.above_in) * 72


class Form(StrEnum):
    """What a mark is: filled, or the strokes of a drawing."""

    RECTANGLE = "rectangle"
    DISC = "disque"
    STROKES = "traits"


@dataclass(frozen=True, slots=True)
class Mark:
    """A coloured form that means nothing: it lives in the layout, so it is never read out.

    `path` draws `STROKES`, on a square of 24 units (see `pictograms`); `width_pt` is their width.
    """

    box: Box
    colour: Colour
    form: Form = Form.RECTANGLE
    path: str = ""
    width_pt: float = 0


@dataclass(frozen=True, slots=True)
class Spec:
    """All there is in a layout. `accent` is the colour of its kind of content."""

    layout: Layout
    accent: Colour
    slots: tuple[Slot, ...]
    marks: tuple[Mark, ...] = ()
    background: Colour | None = None

    def slot(self, index: int) -> Slot:
        """Return the slot of that index. Raises KeyError if there is none."""
        return {slot.index: slot for slot in self.slots}[index]


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines that layouts share, from the theme."""

    sizes: Slides

    @property
    def width_in(self) -> float:
        """The width between the margins."""
        return self.sizes.width_in - 2 * self.sizes.margin_in

    @property
    def body(self) -> Box:
        """Where the content goes."""
        sizes = self.sizes
        return Box(sizes.margin_in, sizes.body_top_in, self.width_in, sizes.body_height_in)

    @property
    def half_in(self) -> float:
        """The width of one of two columns."""
        return (self.width_in - self.sizes.gutter_in) / 2

    def title(self, right_in: float = 0) -> Slot:
        """Return the slot of the title, `right_in` being kept free at its right."""
        band = self.sizes.title
        box = Box(self.sizes.margin_in, band.top_in, self.width_in - right_in, band.height_in)
        style = Style(band.size_pt, colour=Colour.NAVY, bold=True, spacing=0.95, anchor="b")
        return Slot(TITLE, "Titre", "title", box, style)

    def edge(self, colour: Colour) -> Mark:
        """Return the strip at the left of the slide, which says its kind from afar."""
        return Mark(Box(0, 0, EDGE_IN, self.sizes.height_in), colour)

    def rule(self, accent: Colour) -> Mark:
        """Return the short line under the title."""
        rule = self.sizes.rule
        box = Box(self.sizes.margin_in, rule.top_in, rule.width_in, rule.thickness_in)
        return Mark(box, accent)

    def badge(self, accent: Colour, path: str) -> tuple[Mark, ...]:
        """Return the pictogram at the right of the title, on a disc of the accent."""
        left = self.sizes.width_in - self.sizes.margin_in - BADGE_IN
        disc = Box(left, self.sizes.title.top_in + 0.1, BADGE_IN, BADGE_IN)
        return (Mark(disc, accent, Form.DISC), *strokes(disc, path, Colour.PAPER))

    def furniture(self, accent: Colour, footer: Colour) -> tuple[Slot, ...]:
        """Return the breadcrumb, the footer and the slide number: read after the content."""
        sizes, left = self.sizes, self.sizes.margin_in
        crumb, foot = sizes.breadcrumb, sizes.footer
        number_in = 1.2
        crumbs = Style(crumb.size_pt, colour=accent, anchor="ctr")
        small = Style(foot.size_pt, colour=footer, anchor="ctr")
        wide = self.width_in - number_in - sizes.gutter_in
        right = Box(left + self.width_in - number_in, foot.top_in, number_in, foot.height_in)
        return (
            Slot(CRUMB, "Fil", "body", Box(left, crumb.top_in, self.width_in, crumb.height_in),
                 crumbs),
            Slot(FOOTER, "Pied de page", "ftr", Box(left, foot.top_in, wide, foot.height_in),
                 small),
            Slot(NUMBER, "Numéro", "sldNum", right, replace(small, bold=True, align="r")),
        )  # fmt: skip

    def button(self, accent: Colour) -> Slot:
        """Return the slot of the words that lead to another slide, at the foot of the content."""
        body, wide, high = self.body, 3.3, 0.42
        top = self.sizes.footer.top_in - high - 0.06
        box = Box(body.left + body.width - wide, top, wide, high)
        style = Style(
            self.sizes.label_pt, colour=Colour.PAPER, bold=True, anchor="ctr", fill=accent,
            inset_in=0.1, above_in=0.05, align="ctr", spacing=1,
        )  # fmt: skip
        return Slot(BUTTON, "Bouton", "body", box, style)

    def spec(
        self,
        layout: Layout,
        accent: Colour,
        *slots: Slot,
        marks: tuple[Mark, ...] = (),
        path: str = "",
    ) -> Spec:
        """Return an ordinary layout: a title, its rule, maybe a pictogram, `slots`, furniture."""
        title = self.title(BADGE_IN + 0.3 if path else 0)
        title = replace(title, style=replace(title.style, accent=accent))
        around = self.furniture(accent, Colour.MUTED)
        badge = self.badge(accent, path) if path else ()
        drawn = (self.edge(accent), self.rule(accent), *badge, *marks)
        return Spec(layout, accent, (title, *slots, *around), drawn)


def strokes(around: Box, path: str, colour: Colour, share: float = 0.6) -> tuple[Mark, ...]:
    """Return a pictogram in the middle of a box, at a share of its size."""
    side = min(around.width, around.height) * share
    left = around.left + (around.width - side) / 2
    top = around.top + (around.height - side) / 2
    return (Mark(Box(left, top, side, side), colour, Form.STROKES, path, side * STROKE_PT),)

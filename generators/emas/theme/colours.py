"""The names of colours and of kinds of content; themes give them values and words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Colour(StrEnum):
    """The names of colours, the same in every palette; the value is the key in `tokens.yml`."""

    INK = "encre"
    PAPER = "papier"
    GREY = "gris"
    MUTED = "discret"
    LINE = "trait"
    LINK = "lien"
    NAVY = "marine"
    PETROL = "petrole"
    ORANGE = "orange"
    VIOLET = "violet"
    OCHRE = "ocre"
    GREEN = "vert"
    RASPBERRY = "framboise"
    NAVY_TINT = "fond-marine"
    PETROL_TINT = "fond-petrole"
    ORANGE_TINT = "fond-orange"
    VIOLET_TINT = "fond-violet"
    OCHRE_TINT = "fond-ocre"
    GREEN_TINT = "fond-vert"
    RASPBERRY_TINT = "fond-framboise"


ACCENTS: Mapping[Colour, Colour] = {
    Colour.NAVY: Colour.NAVY_TINT,
    Colour.PETROL: Colour.PETROL_TINT,
    Colour.ORANGE: Colour.ORANGE_TINT,
    Colour.VIOLET: Colour.VIOLET_TINT,
    Colour.OCHRE: Colour.OCHRE_TINT,
    Colour.GREEN: Colour.GREEN_TINT,
    Colour.RASPBERRY: Colour.RASPBERRY_TINT,
}
"""The colours a kind of content may have, each with its tinted background."""

Palette = Mapping[Colour, str]
"""Each colour as `#RRGGBB`, in capitals."""


class Kind(StrEnum):
    """The kinds of content; the value is the author's word where there is one."""

    CONTENT = "contenu"
    KEY_MESSAGE = "retenir"
    TOMORROW = "demain"
    WHOM_TO_TELL = "a-qui-en-parler"
    DEFINITION = "definition"
    EXAMPLE = "exemple"
    ADVICE = "conseil"
    WARNING = "attention"
    MISCONCEPTION = "idee-recue"
    SITUATION = "situation"
    DECISION = "decision"
    ACTIVITY = "activite"
    ADAPTATION = "amenagement"
    QUESTION = "question"
    RIGHT_ANSWER = "bonne-reponse"
    FACILITATION = "animation"
    PLAIN = "simple"
    VIDEO = "video"


@dataclass(frozen=True, slots=True)
class KindStyle:
    """How a kind of content is told apart: a French word, always shown, and an accent."""

    word: str
    colour: Colour

    @property
    def tint(self) -> Colour:
        """The background that goes with the accent."""
        return ACCENTS[self.colour]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colours that must be told apart: a ratio of at least `least` to 1."""

    front: Colour
    back: Colour
    least: float

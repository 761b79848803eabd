"""A piece of work: the documents of one module for one target, as values."""

from dataclasses import dataclass
from enum import StrEnum

from emas.model import Catalogue, RunningOrder, Variant
from emas.project import Project
from emas.theme import Theme
from emas.writers.written import Written


class OutputError(Exception):
    """Why an output cannot be made, in French, without a full stop."""


class Target(StrEnum):
    """What can be built; the value is the folder of `build/` and the author's word."""

    SLIDES = "diapos"
    HANDOUTS = "livrets"
    PLATFORMS = "lms"
    SUPPORTS = "supports"
    SITE = "site"
    TRACKING = "suivi"
    STICK = "cle-usb"


USUAL = tuple(target for target in Target if target is not Target.STICK)
"""What is built when nobody says what: a stick is a copy of the rest, for who asks for it."""


@dataclass(frozen=True, slots=True)
class Job:
    """What the documents of one module are made of, for one target.

    `catalogue` is what these documents may read of the project (see `pipeline.around`), and
    `weight` how long its texts are, in bytes.
    """

    project: Project
    target: Target
    catalogue: Catalogue
    module: str
    variant: Variant
    look: Theme
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """The documents of a job, and the running order of their session."""

    written: Written
    order: RunningOrder

"""The checklist « prêt à publier »: what a tool can tell, and what is left to a person.

Sources: Magistère, « Le cahier des charges » (wiki.magistere.education.fr); our charter, parts 1, 4
and 6; RGAA 4.1.
"""

from datetime import date

from emas.model.catalogue import Catalogue
from emas.model.module import Module
from emas.model.readiness.access import ACCESS
from emas.model.readiness.facts import FACTS
from emas.model.readiness.parts import PARTS
from emas.model.readiness.point import Case, Finding, Line, Point, State, Topic, judged
from emas.model.readiness.teaching import TEACHING

__all__ = ["LINES", "Finding", "Point", "State", "Topic", "readiness"]

LINES: tuple[Line, ...] = (*PARTS, *FACTS, *ACCESS, *TEACHING)


def readiness(catalogue: Catalogue, module: Module, on: date) -> tuple[Point, ...]:
    """Return each line of the list for a module, on a day, in the order of `Topic`."""
    case = Case(module, catalogue, on)
    topics = list(Topic)
    points = (judged(line, case) for line in LINES)
    return tuple(sorted(points, key=lambda point: topics.index(point.topic)))

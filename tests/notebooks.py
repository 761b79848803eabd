"""A session with every kind of question, answered by a room, for its notebook."""

from pathlib import Path
from random import Random

from tests.tracking.room import MOMENTS, OPINIONS, PLAN, QUESTIONS, SESSION, SURVEY

from emas import theme
from emas.model import Response
from emas.model.attendance import Attendance
from emas.model.results import Results, results
from emas.model.sheet import Sheet
from emas.project import Project
from emas.theme import Theme
from emas.writers.reports.about import About
from emas.writers.reports.report import Report, report

ABOUT = About(SESSION.id, "Un essai <b>gras</b>", (("Quand", SESSION.when),), ())
SECRET = "une phrase que quelqu’un a écrite"


def sheets(people: int) -> list[Sheet]:
    """Return what so many people answered: nobody at all to one of the questions."""
    chance = Random(people)
    choices, several, gaps, text = (one.name for one in QUESTIONS)
    found = []
    for rank in range(people):
        for moment in MOMENTS:
            ticked = sorted(chance.sample([0, 1, 2], 2))
            said: dict[str, Response] = {
                choices: [chance.randrange(3)],
                several: ticked,
                text: SECRET,
                **({gaps: ["pas", "deux"]} if rank < 4 else {}),
            }
            found.append(Sheet(moment, f"CODE{rank:03}", 1, said))
        opinion: dict[str, Response] = {
            OPINIONS[0].name: chance.randrange(5),
            OPINIONS[1].name: SECRET,
        }
        found.append(Sheet(SURVEY, f"AVIS{rank:03}", 1, opinion))
    return found


def told(people: int) -> tuple[Report, Results]:
    """Return the report of the session and the results that it was made from."""
    found = results(SESSION.parts, sheets(people))
    return report(ABOUT, found, Attendance((), people), PLAN.audiences), found


def look(root: Path) -> Theme:
    return theme.read(Project(root).theme)

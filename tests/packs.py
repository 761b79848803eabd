"""Print packs of the eight fixture sessions, and the list of names that is on them."""

from datetime import date
from pathlib import Path

from tests import plans

from emas import packing
from emas.model import Catalogue, Planned, planned
from emas.model.people import Person
from emas.packing import Packed
from emas.packing.parts import parts
from emas.project import Project
from emas.theme import Theme
from emas.writers.sessions import Pack

SESSIONS = (
    "aut-aesh-2027-01", "aut-parcours-2027-05", "cadre-dir-2027-04", "cpt-anim-2027-03",
    "crise-lycee-2027-07", "dys-1d-2027-08", "peri-2027-06", "tnd-fil-2027-02",
)  # fmt: skip
PEOPLE = (
    Person("Balandreau", "Zéphyrine", "École des Tilleuls"),
    Person("N’Guyenvert", "Œuvrard-Marie", "Collège du Gué"),
    Person("Quatrefages de la Roche-Aymon", "Théodebert", ""),
)
WORDS = ("Balandreau", "Zéphyrine", "N’Guyenvert", "Œuvrard-Marie", "Quatrefages", "Théodebert")
"""What is looked for in files: no other text of the project holds one of these."""

LIST = "Liste du 13 janvier\n\nNom;Prénom;Établissement\n" + "".join(
    f"{one.name};{one.first_name};{one.structure}\n" for one in reversed(PEOPLE)
)
"""The same people as a CSV that somebody exported."""


def item(catalogue: Catalogue, session: str) -> Planned:
    """Return a session of `catalogue`."""
    return {one.session.id: one for one in planned(catalogue.plans)}[session]


def values(session: str, theme: Theme, people: tuple[Person, ...] = PEOPLE) -> Pack:
    """Return what the pack of a fixture session is made from, with codes that do not change."""
    catalogue = plans.catalogue()
    chosen = item(catalogue, session)
    made = parts(catalogue, chosen, theme)
    copies = len(people) + packing.SPARE
    codes = tuple(f"K7FMX{rank:02d}" for rank in range(copies))
    return Pack(
        item=made.item,
        team=made.team,
        parts=made.parts,
        quizzes=made.quizzes,
        people=people,
        copies=copies,
        codes=codes,
        opinions=tuple(code[::-1] for code in codes),
        dated=date(2026, 11, 21),
    )


def packed(
    root: Path, session: str, people: tuple[Person, ...] = PEOPLE, copies: int | None = None
) -> Packed:
    """Make the pack of a fixture session in a project that is at `root`."""
    catalogue = plans.catalogue()
    chosen = item(catalogue, session)
    count = packing.expected(chosen.session, len(people), copies)
    return packing.pack(Project(root), catalogue, chosen, people, count)

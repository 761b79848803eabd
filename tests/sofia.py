"""Exports of Sofia-FMO, and the small project whose plan they update."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path, PurePosixPath

from tests.tables import Lines, Value, csv_text, xlsx

from emas import pipeline
from emas.editing.planning import Report, Request, import_plan
from emas.project import Project

MINIMAL = Path(__file__).parent / "fixtures" / "minimal"
PLAN = "content/plan/2026-2027-essai.yml"

HEADER = (
    "Dispositif : code", "Dispositif : libellé", "Module : code", "Module : libellé",
    "Groupe : identifiant", "Groupe : libellé", "Session", "Début", "Fin", "Durée", "Modalité",
    "UAI", "Lieu", "Préinscriptions : Préinscrits : nombre maximal",
    "Préinscriptions : Préinscrits : nombre total", "Préinscriptions : Publication : début",
    "Préinscriptions : Publication : fin", "Préinscriptions : Publication : lien préinscription",
)  # fmt: skip

WRITTEN = """\
# Notre plan, tenu à la main.
annee: 2026-2027
academie: Essai
dispositifs:
  - code: 26A0150123
    titre: 'Un dispositif'  # son titre
    cadre: paf
    modules:
      - code: "75003"
        titre: Une formation
        contenu: [essai]
        duree: 3 h
        publics: [aesh]
        inscription: individuelle
        # les sessions viennent de Sofia-FMO
"""
"""A plan that has a module, and no session yet."""


def line(
    *,
    dispositif: Value = "26A0150123",
    module: Value = 75003,
    groupe: Value = "01",
    session: Value = "S1",
    debut: Value = datetime(2026, 11, 18, 9, 0),
    fin: Value = datetime(2026, 11, 18, 12, 0),
    duree: Value = 3,
    modalite: Value = "Présentiel",
    lieu: Value = "Collège X",
    uai: Value = None,
    places: Value = 25,
) -> tuple[Value, ...]:
    """Return a line of an export: three hours on a Wednesday, unless told otherwise."""
    return (
        dispositif, "Élèves à besoins particuliers", module, "Comprendre", groupe, "Nord", session,
        debut, fin, duree, modalite, uai, lieu, places, 3, date(2026, 9, 1), date(2026, 10, 1),
        "https://sofia.example/1",
    )  # fmt: skip


def export(*lines: Sequence[Value]) -> bytes:
    """Return a workbook of Sofia-FMO with these lines."""
    return xlsx([("Export du 5 septembre",)], [HEADER, *lines], names=["Lisez-moi", "Liste"])


def export_csv(*lines: Sequence[Value], encoding: str = "utf-8") -> bytes:
    """Return the same as a CSV."""
    table: Lines = [HEADER, *lines]
    return csv_text(table).encode(encoding)


def small_project(folder: Path, plan: str | bytes = WRITTEN) -> Project:
    """Copy the minimal project to `folder`, with that plan."""
    for path in MINIMAL.rglob("*"):
        if path.is_file():
            copy = folder / path.relative_to(MINIMAL)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    place = folder / PLAN
    place.parent.mkdir(parents=True)
    place.write_bytes(plan.encode() if isinstance(plan, str) else plan)
    return Project(folder)


def plan_of(project: Project) -> str:
    """Return the text of its plan."""
    return (project.root / PLAN).read_text("utf-8")


def imported(project: Project, data: bytes, request: Request | None = None) -> Report:
    """Import an export into `project`."""
    file = project.root / "export"
    file.write_bytes(data)
    loaded = pipeline.load(project)
    return import_plan(project, loaded, file, PurePosixPath("export"), request or Request())

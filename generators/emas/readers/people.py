"""The list of the people of a session: a table that somebody gives, read for paper and not kept."""

from pathlib import PurePosixPath

from emas.diagnostics import Code, Diagnostic, has_errors
from emas.model.people import Person
from emas.readers.tables import Column, Row, Table, alike, find_table, read_sheets

NAME = Column("name", ("nom", "nom de famille", "nom d'usage", "nom usuel"))
FIRST = Column("first", ("prénom", "prénoms", "prénom usuel"), needed=False)
BOTH = Column(
    "both",
    ("nom et prénom", "nom prénom", "prénom et nom", "prénom nom", "participant", "stagiaire"),
)
FROM = Column(
    "from",
    ("structure", "établissement", "école", "lieu d'exercice", "affectation", "organisme"),
    needed=False,
)


def read_people(data: bytes, path: PurePosixPath) -> tuple[list[Person], list[Diagnostic]]:
    """Return the people of a list, by name, and what is wrong: none of them if it is an error.

    The columns are « nom » and « prénom », or « nom et prénom », and « structure » or
    « établissement » if there is one; the others are left alone.
    """
    sheets, found = read_sheets(data, path)
    if not sheets:
        return [], found
    table, problems = find_table(sheets, [NAME, FIRST, FROM])
    if table is None:
        whole, _ = find_table(sheets, [BOTH, FROM])
        table, problems = (whole, []) if whole else (None, problems)
    found += problems
    if table is None:
        return [], found
    people, problems = _people(table)
    found += problems
    if has_errors(found):
        return [], found
    return sorted(people, key=lambda one: (alike(one.name), alike(one.first_name))), found


def _people(table: Table) -> tuple[list[Person], list[Diagnostic]]:
    found: list[Diagnostic] = []
    lines: dict[Person, int] = {}
    for row in table.rows:
        person = _person(table, row)
        if not person.name:
            if any(row.cell(index) for index in table.columns.values()):
                found.append(Diagnostic(Code.DOS003, table.span(row)))
        elif person in lines:
            values = {"ligne": str(lines[person])}
            found.append(Diagnostic(Code.DOS004, table.span(row), values))
        else:
            lines[person] = row.line
    if not lines and not found:
        found.append(Diagnostic(Code.DOS005, table.span(table.header)))
    return list(lines), found


def _person(table: Table, row: Row) -> Person:
    name = _one_line(table.text(row, "name") or table.text(row, "both"))
    return Person(name, _one_line(table.text(row, "first")), _one_line(table.text(row, "from")))


def _one_line(text: str) -> str:
    return " ".join(text.split())

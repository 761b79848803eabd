"""`emas plan import`: what it prints, and its exit status."""

from pathlib import Path

import pytest
from tests.copies import run
from tests.sofia import PLAN, WRITTEN, export, line, plan_of, small_project

from emas.project import Project


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """The minimal project, its plan having a module without sessions."""
    (tmp_path / "mkdocs.yml").write_text("", encoding="utf-8")
    return small_project(tmp_path)


def given(project: Project, *lines: tuple[object, ...]) -> str:
    (project.root / "export.xlsx").write_bytes(export(*lines))  # type: ignore[arg-type]
    return "export.xlsx"


TOLD = f"""\
{PLAN} : 0 session ajoutée, 1 session changée.

Changé :
- M75003-01-S1, lieu de la demi-journée 1 : « Collège X » devient « Collège Y »

Écrit à la main, laissé tel quel :
- M75003-01-S1, places au plus : votre fichier dit « 12 », Sofia-FMO dit « 25 »

Dans le plan, mais plus dans ce fichier (rien n’est supprimé) :
- M75003-02-S3

Non repris, car hors de votre plan : 2 sessions de 2 modules.
- 80001 : Comprendre
- 80002 : Comprendre
Pour en reprendre un : emas plan import export.xlsx --module CODE=MODULE

Relisez ce fichier, puis « emas check » dit ce qui reste à compléter.

export.xlsx:3:1: avertissement SOF002
La session « M75003-03-S1 » de Sofia-FMO n’est pas écrite dans le plan : elle a lieu le \
18\u00a0novembre 2026, et le fichier ne dit pas ses heures.
Remède : complétez-la dans Sofia-FMO et recommencez, ou écrivez-la vous-même sous cet identifiant.

0 erreur, 1 avertissement
"""


def test_what_changes_is_told_field_by_field(small: Project) -> None:
    run(small, "plan", "import", given(small, line(), line(groupe="02", session="S3")))
    put = plan_of(small).replace("max: 25}\n          - id", "max: 12}\n          - id")
    (small.root / PLAN).write_text(put, encoding="utf-8")
    file = given(
        small,
        line(lieu="Collège Y"),
        line(groupe="03", debut="18/11/2026", fin="18/11/2026"),
        line(module="80001;80002"),
    )
    done = run(small, "plan", "import", file)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == TOLD


def test_shown_only_nothing_is_written(small: Project) -> None:
    done = run(small, "plan", "import", given(small, line()), "--montrer")
    assert done.exit_code == 0
    assert (
        done.stdout
        == f"""\
{PLAN} : 1 session ajoutée, 0 session changée. Rien n’est écrit.

Ajouté :
- M75003-01-S1 : 2026-11-18, 09:00 à 12:00, Collège X
"""
    )
    assert plan_of(small) == WRITTEN


def test_a_module_is_taken_in_where_it_is_asked(small: Project) -> None:
    file = given(small, line(module=80001, dispositif="A"), line(module=80002, dispositif="B"))
    asked = ("--module", "80001=essai", "--module", "80002=essai")
    assert run(small, "plan", "import", file, *asked).exit_code == 0
    assert run(small, "plan", "import", file, *asked, "--plan", PLAN[13:]).exit_code == 0
    year = ("--annee", "2026-2027", "--academie", "ESSAI")
    assert run(small, "plan", "import", file, *asked, *year).exit_code == 0
    assert [path.name for path in (small.root / PLAN).parent.iterdir()] == [PLAN[13:]]
    other = ("--annee", "2027-2028", "--academie", "La Réunion")
    later = given(small, line(module=80003, dispositif="C"))
    done = run(small, "plan", "import", later, "--module", "80003=essai", *other)
    assert done.stdout.startswith("content/plan/2027-2028-la-reunion.yml : 1 session ajoutée")


def test_many_modules_of_others_are_not_all_named(small: Project) -> None:
    done = run(small, "plan", "import", given(small, *(line(module=80000 + n) for n in range(12))))
    assert done.stdout.count("\n- 8") == 10
    assert "12 sessions de 12 modules" in done.stdout
    assert "\n- …\n" in done.stdout


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"a;b\n1;2\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_a_file_that_cannot_be_read_ends_with_status_1(small: Project, data: bytes) -> None:
    (small.root / "export.xlsx").write_bytes(data)
    done = run(small, "plan", "import", "export.xlsx")
    assert (done.exit_code, done.stderr, plan_of(small)) == (1, "", WRITTEN)
    assert done.stdout.startswith("export.xlsx:1:1: erreur TAB00")
    assert done.stdout.endswith("1 erreur, 0 avertissement\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("absent.xlsx",), "il n’y a pas de fichier « absent.xlsx »."),
        (("a", "--module", "75003"), "écrivez --module CODE=MODULE"),
        (("a", "--module", "75003=esai"), "Vouliez-vous dire « essai » ?"),
        (("a", "--module", "1=essai", "--plan", "b.yml"), "le plan « b.yml » n’existe pas."),
        (("a", "--module", "1=essai", "--annee", "2026-2027"), "vont ensemble."),
        (
            ("a", "--module", "1=essai", "--annee", "2026-2028", "--academie", "Lille"),
            "« 2026-2028 » n’est pas une année scolaire.",
        ),
    ],
)
def test_a_command_that_is_badly_written_says_how(
    small: Project, arguments: tuple[str, ...], message: str
) -> None:
    done = run(small, "plan", "import", *arguments)
    assert done.exit_code == 2
    assert message in done.stderr


def test_a_module_with_errors_cannot_be_given(small: Project) -> None:
    step = small.root / "modules/essai/01-etape.md"
    step.write_text(step.read_text("utf-8") + "\n::: retenir\nOuvert\n", encoding="utf-8")
    done = run(small, "plan", "import", given(small, line()), "--module", "1=essai")
    assert "le module « essai » a des erreurs" in done.stderr


def test_without_a_plan_or_with_several_one_is_asked_for(small: Project) -> None:
    file = given(small, line())
    place = small.root / PLAN
    (place.parent / "b.yml").write_text("annee: 2027-2028\nacademie: B\n", encoding="utf-8")
    done = run(small, "plan", "import", file, "--module", "1=essai")
    assert "avec --plan : 2026-2027-essai.yml, b.yml." in done.stderr
    for path in list(place.parent.iterdir()):
        path.unlink()
    done = run(small, "plan", "import", file, "--module", "1=essai")
    assert "il n’y a pas encore de plan" in done.stderr

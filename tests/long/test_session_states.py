"""What axe says of a session's pages in each of their states, and a file with every kind."""

from pathlib import Path, PurePosixPath

import pytest
from tests.browser.conftest import Scheme, Visitor, violations
from tests.browser.keyboard import walk
from tests.browser.sites import built
from tests.browser.test_answering import END, SESSION, fill_in, gathered, opened, saved
from tests.browser.test_kinds import ALL, asked

from emas import pipeline
from emas.model import Asking, Kind, asking, planned
from emas.model.codes import new_codes
from emas.project import Project
from emas.readers.answers import read_answers
from emas.transforms.moments import asked_parts

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]

NAMED = "aut-q01, aut-q03, aut-q04, aut-q05, aut-q12, aut-q16, aut-q17"
CHANGES = {
    "modules/autisme/module.yml": ((NAMED, ", ".join(f"gen-{told.question}" for told in ALL)),),
    "modules/autisme/99-genres.md": (("{#gen-ouverte}\n", "{#gen-ouverte}\ncollecte : oui\n\n"),),
}


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project, built, whose sessions begin with a question of each kind."""
    place = tmp_path_factory.mktemp("seances") / "projet"
    built(root, place, CHANGES)
    return Project(place)


@pytest.fixture(scope="module")
def parts(project: Project) -> tuple[Asking, ...]:
    """What the session asks."""
    catalogue = pipeline.load(project).catalogue
    (item,) = (one for one in planned(catalogue.plans) if one.session.id == SESSION)
    return asking(catalogue, item)


def test_every_kind_is_given_in_the_shape_that_python_reads(
    visit: Visitor, project: Project, parts: tuple[Asking, ...]
) -> None:
    here = visit(at=(project.build / "site").as_uri())
    page = opened(here, "positionnement", next(new_codes()))
    for told in ALL:
        told.act(asked(page, told.question))
    page.get_by_role("button", name=END).click()
    name, text = saved(page)
    received, problems = read_answers(
        text.encode(), PurePosixPath(name), {SESSION: asked_parts(parts)}
    )
    assert problems == []
    assert received
    wanted = gathered(parts, "positionnement")
    assert {one.kind for one in wanted.values()} == set(Kind) - {Kind.POSITION}
    assert received.sheet.answers.keys() == wanted.keys()


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("option", ["", "calme", "contraste"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_of_a_page(
    visit: Visitor, axe: str, project: Project, scheme: Scheme, option: str, width: int
) -> None:
    here = visit(width=width, scheme=scheme, at=(project.build / "site").as_uri())
    value = {"": "{}", "calme": "{calme: 'oui'}", "contraste": "{contraste: 'renforce'}"}[option]
    here.page.add_init_script(f"localStorage.setItem('emas:confort', JSON.stringify({value}))")
    found = {}

    def look(state: str) -> None:
        found[state] = (violations(here.page, axe, place="article"), here.overflow())

    page = opened(here, "positionnement")
    look("who")
    page.get_by_label("Mon code").fill("K7F")
    page.get_by_role("button", name="Commencer").click()
    look("refused")
    page.get_by_role("button", name="Je n’ai pas de code").click()
    look("known")
    asked(page, "unique").locator("input").first.check()
    page.get_by_role("button", name=END).click()
    look("sure?")
    page.get_by_role("button", name="Oui, terminer").click()
    look("ended")
    saved(page)
    page.get_by_text("Le fichier ne s’enregistre pas").click()
    look("saved")
    page.reload()
    assert walk(page).faults == []
    page = opened(here, "satisfaction")
    look("opinion")
    fill_in(page)
    look("opinion answered")
    page.get_by_role("button", name=END).click()
    look("opinion ended")
    assert found == dict.fromkeys(found, ([], 0))
    assert (here.console, here.elsewhere) == ([], [])

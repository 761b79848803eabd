"""A package played by a platform: told what it must be, as the standard writes it, and resumed."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Frame, Page, expect
from tests.browser.conftest import Visitor, violations
from tests.browser.sites import KINDS, published
from tests.browser.test_assessments import SEE, answer, answer_all, shown
from tests.copies import copy_project, run
from tests.serving import served

from emas.project import Project

HOST = Path(__file__).parent / "scorm"
MODULE = "contenu/modules/autisme"
GOALS = ("situer", "decrire", "amenager", "prevoir", "transmettre")
STEPS = ("comprendre", "ce-que-l-on-voit", "choisir-un-amenagement", "preparer-un-changement",
         "agir-ensemble", "genres")  # fmt: skip


def packed(project: Project) -> bytes:
    """Return the package of the only module of a project, as `emas build` makes it."""
    assert run(project, "build", "--cible", "lms").exit_code == 0
    return (project.build / "lms" / "autisme" / "scorm12.zip").read_bytes()


@pytest.fixture(scope="module")
def sources(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project whose module asks a question of each kind."""
    project = copy_project(root, tmp_path_factory.mktemp("scorm") / "projet")
    shutil.copy(KINDS, project.root / "modules" / "autisme" / "99-genres.md")
    return project


@pytest.fixture(scope="module")
def lms(root: Path, sources: Project, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a platform that holds the package."""
    folder = tmp_path_factory.mktemp("plateforme")
    shutil.copytree(HOST, folder, dirs_exist_ok=True)
    shutil.copy(root / "node_modules/scorm-again/dist/scorm12.min.js", folder)
    with ZipFile(BytesIO(packed(sources))) as package:
        package.extractall(folder / "paquet")
    with served(folder) as address:
        yield address


@dataclass
class Session:
    """A session on the platform: its page, the launch page, the pages of the module."""

    page: Page

    @property
    def launch(self) -> Frame:
        """The launch page."""
        return self.page.frames[1]

    @property
    def module(self) -> Frame:
        """The page of the module that is shown."""
        return self.page.frames[2]

    def go(self, name: str) -> None:
        """Show another page of the module."""
        root = self.launch.url.rpartition("/")[0]
        self.module.goto(f"{root}/{MODULE}/{name}.html")

    def kept(self, name: str) -> str:
        """What the launch page remembers for the others, as JSON."""
        text: str = self.launch.evaluate(f"emasPlateforme.memoire.getItem('emas:{name}')")
        return text

    def leave(self) -> dict[str, Any]:
        """Close the module; return what the platform keeps. Nothing broke the standard."""
        self.page.evaluate("document.querySelector('iframe').remove()")
        calls = [call[0] for call in self.told]
        assert (calls[0], calls[-2:]) == ("LMSInitialize", ["LMSCommit", "LMSFinish"])
        assert self.page.evaluate("[faults, Object.keys(localStorage)]") == [[], []]
        kept: dict[str, Any] = self.page.evaluate("left()")
        return kept

    @property
    def told(self) -> list[list[str]]:
        """Every call to the platform, as scorm-again took it."""
        calls: list[list[str]] = self.page.evaluate("told")
        return calls


@pytest.fixture
def launched(browser: Browser, lms: str) -> Iterator[Any]:
    """Opens the module on the platform, from nothing or from what a former session left."""
    contexts = []

    def opened(saved: dict[str, Any] | None = None, **options: Any) -> Session:
        context = browser.new_context(reduced_motion="reduce", **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(f"window.saved = {json.dumps(saved)}")
        page.goto(f"{lms}/hote.html")
        page.wait_for_function("frames[0].frames[0]?.emas?.answers")
        return Session(page)

    yield opened
    for context in contexts:
        context.close()


ANSWERS: dict[str, tuple[str, ...]] = {
    "unique": ("0",),
    "multiple": ("0",),
    "vrai-faux": ("1",),
    "ordre": ("1", "0", "2", "3"),
    "association": ("0", "1", ""),
    "categories": ("0", "1", "0", "1"),
    "trous": ("troubles", "neuro"),
    "numerique": ("26,5 %",),
    "ouverte": ("Un secret de Paul",),
    "echelle": ("3",),
    "position": ("2",),
}
CHECK = """(form, values) => {
    emas.kinds[form.dataset.genre].fill(form, values);
    if (form.dataset.genre === "ordre") form.querySelector(".emas-rangs").dataset.range = "";
    form.dispatchEvent(new Event("input", {bubbles: true}));
    form.requestSubmit();
}"""
TOLD = {
    "gen-unique": ("choice", "1", "1", "correct"),
    "gen-multiple": ("choice", "1", "1,3", "0.50"),
    "gen-vrai-faux": ("true-false", "f", "t", "wrong"),
    "gen-ordre": ("sequencing", "2,1,3,4", "1,2,3,4", "0.50"),
    "gen-association": ("matching", "1.1,2.2", "1.1,2.2,3.3", "0.67"),
    "gen-categories": ("matching", "1.1,2.2,3.1,4.2", "1.1,2.2,3.1,4.2", "correct"),
    "gen-trous": ("fill-in", "troubles, neuro", "trouble, neurodéveloppement", "0.50"),
    "gen-numerique": ("numeric", "26.5", "25", "correct"),
    "gen-echelle": ("likert", "4", "", "neutral"),
}
"""What a platform must be told of these answers: type, response, pattern, result."""


def interactions(told: list[list[str]]) -> dict[str, tuple[str, ...]]:
    """Return what was told of each question, by its id without its version."""
    found: dict[str, dict[str, str]] = {}
    for call, name, *rest in told:
        if call == "LMSSetValue" and name.startswith("cmi.interactions."):
            rank, _, part = name.removeprefix("cmi.interactions.").partition(".")
            found.setdefault(rank, {})[part] = rest[0]
    parts = ("type", "student_response", "correct_responses.0.pattern", "result")
    return {
        item["id"].partition("@")[0]: tuple(item.get(part, "") for part in parts)
        for item in found.values()
    }


def read(session: Session, *steps: str) -> None:
    for step in steps:
        session.go(step)
        session.module.get_by_role("button", name="J’ai lu cette étape").click()


def test_a_platform_is_told_of_each_kind_and_gives_it_back(launched: Any) -> None:
    here = launched()
    here.go("genres")
    for kind, values in ANSWERS.items():
        here.module.locator(f"#gen-{kind} form").evaluate(CHECK, list(values))
    expect(here.module.locator("#gen-ouverte")).to_contain_text("tant que cette fenêtre")
    here.module.evaluate("document.getElementById('ecrire').scrollIntoView()")
    left = here.leave()
    assert interactions(here.told) == TOLD
    said = json.dumps(here.told)
    assert [word for word in ("secret", "gen-ouverte", "gen-position") if word in said] == []
    assert left["core"]["lesson_status"] == "incomplete"
    again = launched(left)
    again.module.wait_for_url(f"**/{MODULE}/genres.html#ecrire")
    for kind in ("unique", "vrai-faux", "trous", "categories"):
        form = again.module.locator(f"#gen-{kind} form")
        assert form.evaluate("form => emas.answers.find(form).reponse") == [*ANSWERS[kind]]
    for kind in ("ouverte", "position"):
        form = again.module.locator(f"#gen-{kind} form")
        assert form.evaluate("form => emas.answers.find(form)") is None
    again.leave()
    assert interactions(again.told) == {}


def test_a_module_is_finished_once_all_is_read_and_known_and_stays_so(launched: Any) -> None:
    here = launched()
    read(here, *STEPS[:-1])
    here.go("acquis")
    answer_all(here.module)
    here.module.get_by_role("button", name=SEE).click()
    told = here.module.locator(".emas-fin")
    expect(told).to_have_text("Pour terminer le module : lisez encore 1 étape.")
    left = here.leave()
    assert (left["core"]["lesson_status"], left["core"]["score"]["raw"]) == ("incomplete", "100")
    again = launched(left)
    again.module.wait_for_url(f"**/{MODULE}/genres.html")
    read(again, STEPS[-1])
    left = again.leave()
    assert left["core"]["lesson_status"] == "passed"
    once_more = launched(left)
    once_more.go("acquis")
    once_more.module.get_by_role("button", name="Recommencer").click()
    left = once_more.leave()
    assert (left["core"]["lesson_status"], left["core"]["score"]["raw"]) == ("passed", "100")


SAVED = "new Promise(done => setTimeout(done, 500))"
"""Timers keep their order: once this one is over, what was to be saved is."""
SCORED = """emas.result(Array.from(
    document.querySelectorAll(".emas-evaluation .emas-boite--question:not([hidden]) form"),
    form => ({
        corrige: emas.keyOf(form), reponse: emas.kinds[form.dataset.genre].read(form), vue: true
    })
))"""


def test_the_same_answers_count_the_same_on_the_site(
    launched: Any, sources: Project, visit: Visitor
) -> None:
    here = launched()
    progress = json.dumps({"lues": [f"autisme/{step}" for step in STEPS]})
    here.launch.evaluate("text => emasPlateforme.memoire.setItem('emas:progres', text)", progress)
    here.go("acquis")
    statuses = []
    with served(published(sources.root)) as address:
        there = visit(at=address)
        there.open("modules/autisme/acquis.html")
        for known in (("situer", "decrire"), GOALS):
            for question in shown(here.module):
                answer(question, right=question.get_attribute("data-objectif") in known)
            here.module.get_by_role("button", name=SEE).click()
            here.launch.evaluate(SAVED)
            for name in ("progres", "reponses"):
                take = f"text => localStorage.setItem('emas:{name}', text)"
                there.page.evaluate(take, here.kept(name))
            there.page.reload()
            last = {call[1]: call[2] for call in here.told if call[0] == "LMSSetValue"}
            note = 100 * there.page.evaluate(SCORED)
            assert float(last["cmi.core.score.raw"]) == pytest.approx(note, abs=0.01)
            words = [place.locator(".emas-fin").inner_text() for place in (there.page, here.module)]
            assert words[0] == words[1]
            statuses.append((last["cmi.core.lesson_status"], "Module terminé" in words[0]))
            here.module.get_by_role("button", name="Recommencer").click()
    assert statuses == [("incomplete", False), ("passed", True)]
    here.leave()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_a_platform_one_is_told_and_reads_on(
    browser: Browser, lms: str, axe: str, scheme: Any
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{lms}/paquet/index.html")
    message = page.get_by_role("status").filter(has_text="La plateforme ne répond pas")
    expect(message).to_be_visible()
    page.wait_for_function("frames[0].emas?.answers")
    assert violations(page, axe) == []
    module = page.frames[1]
    module.goto(f"{lms}/paquet/{MODULE}/comprendre.html")
    module.get_by_role("button", name="J’ai lu cette étape").click()
    module.goto(f"{lms}/paquet/{MODULE}/index.html")
    expect(module.locator(".emas-reprise")).to_contain_text("1 étape lue sur 6")
    page.get_by_role("button", name="Fermer ce message").click()
    expect(message).to_have_count(0)
    assert page.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage)]") == [[], []]
    context.close()


def test_a_platform_that_refuses_is_told(launched: Any) -> None:
    here = launched()
    here.page.evaluate("window.deaf = true")
    here.go("comprendre")
    here.module.get_by_role("button", name="J’ai lu cette étape").click()
    status = here.launch.get_by_role("status")
    expect(status).to_contain_text("n’a pas pu enregistrer")
    here.page.evaluate("window.deaf = false")
    here.module.get_by_role("button", name="Remettre cette étape à lire").click()
    expect(status).to_be_empty()

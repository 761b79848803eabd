"""A whole session as a team lives it: the command, the wall, phones, paper, then the report."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree
from playwright.sync_api import Browser, Locator, Page, expect
from tests import results as counted
from tests.browser.test_answering import END, SESSION
from tests.browser.test_assessments import answer
from tests.copies import copy_project, run
from tests.tracking.test_serve import serving

from emas.model.codes import shown_code
from emas.model.moment import AskedPart, AskedQuestion
from emas.model.results import FEWEST
from emas.model.sheet import Sheet
from emas.project import Project
from emas.records.codes import session_codes
from emas.records.sheets import kept_sheets
from emas.tracking.catalogue import read_plan
from emas.writers.reports.report import SCORES

WHO, PASSWORD = "Zoé Martin", "une phrase que l’on retient"
TITLES = {"positionnement": "Me situer avant de commencer", "acquis": "Faire le point"}
CURRENT = ".emas-boite--question:visible"
FREED_MS = 20_000
"""How long a phone may take to give all questions back, once it has lost the network (8 s)."""
READ = "item => emas.response(emas.keyOf(emas.together.form(item)), emas.together.read(item))"

Given = dict[str, Any]


@dataclass
class Person:
    """Somebody with a phone; `given` is what they answered, by moment, then question@version."""

    page: Page
    code: str = ""
    given: dict[str, Given] = field(default_factory=lambda: defaultdict(dict))

    def answers(self, moment: str, frame: Locator, *, right: bool) -> None:
        """Answer the question in a frame, and remember it if it is gathered."""
        answer(frame, right=right)
        version = frame.locator("form").get_attribute("data-version")
        if frame.get_attribute("data-recueillie") is not None:
            name = f"{frame.get_attribute('id')}@{version}"
            self.given[moment][name] = frame.evaluate(READ)

    def ends(self, arrived: str) -> None:
        """End, and wait until all has arrived."""
        self.page.get_by_role("button", name=END).click()
        sure = self.page.get_by_role("button", name="Oui, terminer")
        if sure.is_visible():
            sure.click()
        expect(self.page.get_by_text(arrived)).to_be_visible()


class Room:
    """A room of a session that takes place today."""

    def __init__(self, browser: Browser, project: Project, address: str) -> None:
        self._browser, self._project, self._address = browser, project, address
        self.session = read_plan(project.build / "suivi" / "catalogue.json").sessions[SESSION]
        self.wall = self._opened(1024, 768)
        self.wall.goto(f"{address}/bureau/entrer")
        self.wall.get_by_label("Nom").fill(WHO)
        self.wall.get_by_label("Mot de passe").fill(PASSWORD)
        self.wall.keyboard.press("Enter")
        self.wall.wait_for_url("**/bureau/")
        self.wall.goto(f"{address}/bureau/sessions/{SESSION}/direct")
        self.people: list[Person] = []

    def _opened(self, width: int, height: int) -> Page:
        context = self._browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce"
        )
        context.set_default_timeout(30_000)
        return context.new_page()

    def close(self) -> None:
        """Close all windows."""
        for page in (self.wall, *(person.page for person in self.people)):
            page.context.close()

    def joins(self, codes: Sequence[str]) -> None:
        """Have a phone join with each printed code, as the QR of its sheet says."""
        for code in codes:
            page = self._opened(360, 740)
            page.goto(f"{self._address}/sessions/{SESSION}/positionnement.html#code={code}")
            expect(page.get_by_text(shown_code(code))).to_be_visible()
            self.people.append(Person(page, code))
        expect(self.wall.get_by_text(f"{len(codes)} personnes ont rejoint")).to_be_visible()

    def asked(self, moment: str) -> list[AskedQuestion]:
        """Return the questions of a moment, in order."""
        parts = (part for part in self.session.parts if part.moment == moment)
        return [one for part in parts for one in part.questions]

    def leads(self, moment: str, away: Sequence[Person] = ()) -> None:
        """Ask the questions of a moment one by one; those who are `away` see nothing of it."""
        self.wall.get_by_role("button", name=TITLES[moment], exact=True).click()
        for rank, question in enumerate(self.asked(moment)):
            self._sees("Bientôt")
            self.wall.keyboard.press("ArrowRight")
            self._sees("Ouverte")
            for number, person in enumerate(self.people):
                if person not in away:
                    told = person.page.locator(".emas-mur [role=status]")
                    expect(told).to_contain_text(f"Question {rank + 1} sur")
                    expect(told).to_contain_text("à vous")
                    right = (number + rank) % 3 > 0
                    person.answers(moment, person.page.locator(CURRENT), right=right)
            self.wall.keyboard.press("f")
            self._sees("Fermée")
            if rank == 0 or len(self.people) >= FEWEST:
                self._counts(moment, question)
            self.wall.keyboard.press("ArrowRight")
        expect(self.wall.get_by_text("C’est fini pour ces questions")).to_be_visible()
        self.wall.keyboard.press("Escape")

    def _sees(self, state: str) -> None:
        expect(self.wall.locator(".etat")).to_have_text(state)

    def _counts(self, moment: str, question: AskedQuestion) -> None:
        """Check that the wall says what those in the room answered."""
        all_given = [person.given[moment] for person in self.people]
        given = [one[question.name] for one in all_given if question.name in one]
        told = self.wall.locator(".legende")
        if not question.collected:
            expect(told).to_contain_text("n’est pas recueillie")
        elif len(given) < FEWEST:
            expect(told).to_contain_text("Moins de cinq réponses")
        else:
            expect(told).to_have_text(f"Réponses de {len(given)} personnes.")
            texts = self.wall.locator(".compte").all_inner_texts()
            shown = [int(text.split()[0]) for text in texts]
            found = counted.counts(question, given)
            assert shown == [found[rank] for rank in question.shown or range(len(found))]


@contextmanager
def today(root: Path, place: Path) -> Iterator[tuple[Project, str]]:
    """Give a project whose session is today, built, and the address of its service."""
    project = copy_project(root, place)
    plans = (project.root / "content" / "plan").iterdir()
    found = [path for path in plans if SESSION in path.read_text("utf-8")]
    for path in found:
        words = path.read_text("utf-8").replace("2027-01-13", date.today().isoformat())
        path.write_text(words, encoding="utf-8")
    assert run(project, "build", "--cible", "site", "--cible", "suivi").exit_code == 0
    said = run(project, "track", "coordinateur", WHO, text=f"{PASSWORD}\n{PASSWORD}\n")
    assert said.exit_code == 0, said.output
    with serving(project.root) as (_, address):
        yield project, address


def play(browser: Browser, root: Path, place: Path, phones: int) -> None:
    """Play a session with so many phones, two people on paper, and read its report."""
    with today(root, place) as (project, address):
        codes = session_codes(project, SESSION, phones + 2, phones + 2).participants
        room = Room(browser, project, address)
        try:
            _lived(room, address, codes[:phones])
        finally:
            room.close()
    given = {(m, one.code): said for one in room.people for m, said in one.given.items()}
    for code in codes[phones:]:
        for moment in TITLES:
            given[moment, code] = _on_paper(project, room, moment, code)
    done = run(project, "track", "relever", SESSION)
    assert (done.exit_code, done.stderr) == (0, "")
    _compared(project, room, given)


def _lived(room: Room, address: str, codes: Sequence[str]) -> None:
    """Have people join, answer, read, lose the network, answer again, and say what they think."""
    room.joins(codes)
    room.leads("positionnement")
    for person in room.people:
        person.ends("Vos réponses sont arrivées.")
        person.page.goto(f"{address}/modules/autisme/comprendre.html")
        expect(person.page.locator("h1")).to_be_visible()
        person.page.goto(f"{address}/sessions/{SESSION}/acquis.html")
        expect(person.page.locator(".emas-liaison")).to_contain_text("Connecté")
    away = room.people[::3]
    for person in away:
        person.page.context.set_offline(True)
    room.leads("acquis", away)
    for number, person in enumerate(away):
        asked = person.page.locator(CURRENT)
        expect(asked).to_have_count(len(room.asked("acquis")), timeout=FREED_MS)
        for rank, frame in enumerate(asked.all()):
            person.answers("acquis", frame, right=(number + rank) % 2 > 0)
        person.page.context.set_offline(False)
    for number, person in enumerate(room.people):
        person.ends("Vos réponses sont arrivées.")
        person.page.get_by_role("link", name="Ensuite").click()
        person.page.wait_for_url("**/satisfaction.html")
        for frame in person.page.locator(CURRENT).all():
            if frame.locator("textarea").count():
                frame.locator("textarea").fill(f"Un avis {number}")
                version = frame.locator("form").get_attribute("data-version")
                name = f"{frame.get_attribute('id')}@{version}"
                person.given["satisfaction"][name] = f"Un avis {number}"
            else:
                person.answers("satisfaction", frame, right=number % 2 > 0)
        person.ends("Votre avis est arrivé.")


def _on_paper(project: Project, room: Room, moment: str, code: str) -> Given:
    """Type a sheet; return what is on it: the first answer printed, or the first category."""
    lines, given = [code], {}
    for question in room.asked(moment):
        if not question.collected:
            continue
        if question.shown:
            scale = question.kind == "echelle"
            lines.append("1" if scale else "A")
            given[question.name] = question.shown[0] if scale else [question.shown[0]]
        else:
            rows = len(question.key["right"])
            lines.append(" ".join(["1"] * rows))
            given[question.name] = [0] * rows
    text = "\n".join([*lines, "", ""])
    done = run(project, "session", "saisir", SESSION, "--moment", moment, text=text)
    assert done.exit_code == 0, done.output
    return given


def _compared(project: Project, room: Room, given: dict[tuple[str, str], Given]) -> None:
    """Check what is kept, then the report, against what people answered, counted otherwise."""
    kept = kept_sheets(project, SESSION)
    named = {(one.moment, one.code): dict(one.answers) for one in kept if one.moment in TITLES}
    assert named == {key: said for key, said in given.items() if key[0] in TITLES}
    opinions = [one.answers for one in kept if one.moment == "satisfaction"]
    wanted = [said for (moment, _), said in given.items() if moment == "satisfaction"]
    assert sorted(map(repr, map(sorted_items, opinions))) == sorted(
        map(repr, map(sorted_items, wanted))
    )
    sheets = [Sheet(moment, code, 1, said) for (moment, code), said in given.items()]
    answered = counted.table(sheets)
    report = project.build / "resultats" / SESSION / "resultats.html"
    page = etree.fromstring(report.read_bytes(), etree.HTMLParser(encoding="utf-8"))
    for part in room.session.parts:
        _part_compared(page, part, answered)


def sorted_items(said: Any) -> list[tuple[str, Any]]:
    return sorted(said.items())


def _part_compared(page: etree._Element, part: AskedPart, answered: counted.Table) -> None:
    """Check the counts of a moment in the report."""
    (title,) = (one for one in page.iter("h2") if "".join(one.itertext()) == part.title)
    sections = []
    for following in title.itersiblings():
        if following.tag == "h2":
            break
        sections += [following] if following.tag == "section" else []
    collected = [one for one in part.questions if one.collected]
    assert len(sections) == len(collected)
    for section, question in zip(sections, collected, strict=True):
        said = [one for _, one in answered.get(f"{part.moment} {question.name}", [])]
        rows = section.xpath(".//tbody/tr")
        found = Counter({_label(row): int(row.findtext("td")) for row in rows})
        assert found == _wanted(question, said), question.name


def _label(row: etree._Element) -> str:
    text: str = row.find("th").text
    return text.strip()


def _wanted(question: AskedQuestion, said: Sequence[Any]) -> Counter[str]:
    """Return what the report must say: nothing below five answers."""
    if len(said) < FEWEST:
        return Counter()
    labels = question.options or SCORES
    return Counter(dict(zip(labels, counted.counts(question, said), strict=False)))

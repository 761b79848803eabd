"""The deck for browsers, opened from a folder as a trainer opens it."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit, Visitor

from emas import pipeline, theme
from emas.document import Medium
from emas.model import Variant
from emas.project import Project
from emas.writers import htmldeck
from emas.writers.slides import plan
from emas.writers.slides.deck import Deck
from emas.writers.slides.layouts import Layout

NAME = "galerie.html"
BARE = "sans-script.html"
"""The same without its script: axe cannot run where scripts are turned off."""

PHONE = 320
SIZES = ((1920, 1080), (1024, 768))

OVERFLOWING = """() => [...document.querySelectorAll('.diapo:not([hidden]) :is(.page, .page .z)')]
    .filter(box => box.scrollHeight > box.clientHeight + 2 || box.scrollWidth > box.clientWidth + 1)
    .map(box => box.className)"""
OUTSIDE = """() => {
    const page = document.querySelector('.diapo:not([hidden]) .page').getBoundingClientRect();
    return [...document.querySelectorAll('.diapo:not([hidden]) .z')].filter(box => {
        const place = box.getBoundingClientRect();
        return place.left < page.left - 1 || place.right > page.right + 1
            || place.top < page.top - 1 || place.bottom > page.bottom + 1;
    }).map(box => box.className);
}"""
LOST = """() => [...document.querySelectorAll('a[href^="#"]')]
    .filter(link => !document.getElementById(link.hash.slice(1))).map(link => link.href)"""
LATER = pytest.mark.long
"""A case that `make test-long` alone looks at: those of the gate are far apart."""
PATIENCE = 100
"""How many times to look, twenty a second."""
SHRUNK = "() => document.querySelectorAll('.z[style]').length"


@pytest.fixture(scope="module")
def deck(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Deck, Path]:
    """A deck with every block, as data, and the folder where its file is."""
    project = Project(root / "tests" / "fixtures" / "diapos")
    catalogue = pipeline.load(project).catalogue
    look = theme.read(theme.locate())
    edition = pipeline.prepare(catalogue, "galerie", Medium.SLIDES, Variant())
    (data,) = htmldeck.write(edition, look).files.values()
    folder = tmp_path_factory.mktemp("diapos")
    (folder / NAME).write_bytes(data)
    (folder / BARE).write_bytes(re.sub(rb"<script>.*</script>", b"", data, flags=re.DOTALL))
    return plan(edition, look), folder


@pytest.fixture
def open_deck(visit: Visitor, deck: tuple[Deck, Path]) -> Iterator[Visitor]:
    """Opens the deck, and checks after the test that nothing was said nor asked."""
    opened = []

    def show(width: int = 1280, place: str = "", *, name: str = NAME, script: bool = True) -> Visit:
        here = visit(width, script=script, at=deck[1].as_uri())
        here.open(name + place)
        opened.append(here)
        return here

    yield show
    assert [here.console for here in opened] == [[] for _ in opened]
    assert [here.elsewhere for here in opened] == [[] for _ in opened]


def until(page: Page, script: str) -> None:
    """Wait until `script` is true: the deck refuses the `eval` that Playwright would wait with."""
    for _ in range(PATIENCE):
        if page.evaluate(script):
            return
        page.wait_for_timeout(50)
    raise AssertionError(script)


def shown(page: Page) -> list[int]:
    """Return the numbers of the slides that are displayed."""
    found = page.evaluate("[...document.querySelectorAll('.diapo:not([hidden])')].map(s => +s.id)")
    return [int(number) for number in found]


def shows(page: Page, numbers: list[int]) -> None:
    """Wait until the slides displayed are `numbers`: a link or a size acts a moment later."""
    for _ in range(PATIENCE):
        if shown(page) == numbers:
            return
        page.wait_for_timeout(50)
    assert shown(page) == numbers


def faults(page: Page, axe: str) -> list[tuple[str, str]]:
    """Return what axe finds on a page as it is."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    result = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [(item["id"], item["nodes"][0]["html"]) for item in result["violations"]]


def notes_of(here: Visit) -> Page:
    """Open the window of the notes, and return it once it follows."""
    with here.page.expect_popup() as opened:
        here.page.get_by_role("button", name="Notes", exact=True).click()
    expect(opened.value.get_by_label("Animation")).to_be_visible()
    return opened.value


def test_keys_go_forward_and_back(open_deck: Visitor, deck: tuple[Deck, Path]) -> None:
    page = open_deck().page
    last = len(deck[0].slides())
    for key, number in (
        ("ArrowRight", 2), ("ArrowDown", 3), ("PageDown", 4), ("Space", 5), ("ArrowLeft", 4),
        ("ArrowUp", 3), ("PageUp", 2), ("Shift+Space", 1), ("ArrowLeft", 1), ("End", last),
        ("ArrowRight", last), ("Home", 1),
    ):  # fmt: skip
        page.keyboard.press(key)
        shows(page, [number])


def test_a_number_then_the_enter_key_lead_to_a_slide(open_deck: Visitor) -> None:
    page = open_deck().page
    for key in ("1", "2", "Enter"):
        page.keyboard.press(key)
    shows(page, [12])
    for key in ("3", "Escape", "Enter"):
        page.keyboard.press(key)
    shows(page, [12])


def test_buttons_do_all_that_keys_do(open_deck: Visitor) -> None:
    page = open_deck().page
    button = page.get_by_role("button")
    expect(page.get_by_role("button", name="Précédente")).to_have_attribute("aria-disabled", "true")
    page.get_by_role("button", name="Suivante").press("Enter")
    shows(page, [2])
    page.get_by_role("button", name="Plan").click()
    page.get_by_label("Aller à la diapositive numéro").fill("7")
    button.get_by_text("Y aller").click()
    shows(page, [7])
    page.get_by_role("button", name="Plan").click()
    page.locator("#plan").get_by_role("link", name=re.compile(r"^3\. ")).click()
    shows(page, [3])
    expect(page.locator("#plan")).to_be_hidden()
    page.get_by_role("button", name="Plein écran").click()
    until(page, "document.fullscreenElement !== null")


def test_after_a_click_the_space_bar_goes_forward(open_deck: Visitor) -> None:
    page = open_deck().page
    page.get_by_role("button", name="Plein écran").click()
    page.keyboard.press("Space")
    shows(page, [2])
    until(page, "document.fullscreenElement !== null")


def test_the_slide_is_announced(open_deck: Visitor, deck: tuple[Deck, Path]) -> None:
    page = open_deck().page
    page.keyboard.press("ArrowRight")
    slides = deck[0].slides()
    told = f"Diapositive 2 sur {len(slides)}\u00a0: {slides[1].title}"
    expect(page.locator("[data-annonce]")).to_have_text(told)
    assert page.title().startswith(f"2. {slides[1].title} – ")


def test_the_address_keeps_the_place(open_deck: Visitor) -> None:
    page = open_deck(place="#12").page
    shows(page, [12])
    page.keyboard.press("ArrowRight")
    page.reload()
    shows(page, [13])


def test_a_citation_leads_to_its_source_and_back(open_deck: Visitor) -> None:
    page = open_deck().page
    link = page.locator(".page a", has_text=re.compile(r"^\[\d+\]$")).first
    place = link.evaluate("link => link.closest('.diapo').id")
    page.goto(page.url.split("#")[0] + f"#{place}")
    number = link.text_content()
    link.click()
    assert number
    expect(page.locator(".diapo:not([hidden])")).to_contain_text(f"{number} ")
    page.go_back()
    shows(page, [int(place)])


def test_every_link_to_a_slide_leads_to_one(open_deck: Visitor) -> None:
    page = open_deck().page
    assert page.evaluate(LOST) == []


def test_single_keys_can_be_turned_off(open_deck: Visitor) -> None:
    page = open_deck().page
    page.keyboard.press("?")
    expect(page.locator("#aide")).to_be_visible()
    page.get_by_label("Employer les touches").uncheck()
    page.keyboard.press("Escape")
    for key in ("?", "p", "n", "7", "Enter"):
        page.keyboard.press(key)
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert (shown(page), len(page.context.pages)) == ([1], 1)
    page.reload()
    expect(page.get_by_label("Employer les touches")).not_to_be_checked()
    page.keyboard.press("ArrowRight")
    shows(page, [2])


def test_the_window_of_the_notes_follows_and_leads(
    open_deck: Visitor, deck: tuple[Deck, Path]
) -> None:
    here = open_deck(place="#4")
    notes = notes_of(here)
    slides = deck[0].slides()
    expect(notes.locator("[data-ensuite]")).to_have_text(slides[4].title)
    shows(notes, [4])
    expect(notes.locator(".diapo:not([hidden]) .notes li").first).to_be_visible()
    here.page.keyboard.press("ArrowRight")
    expect(notes.locator("[data-ensuite]")).to_have_text(slides[5].title)
    notes.get_by_role("button", name="Suivante").click()
    expect(here.page.locator("[data-place]")).to_have_text(f"6 / {len(slides)}")
    shows(notes, [6])


def test_the_window_of_the_notes_finds_a_deck_that_was_reloaded(open_deck: Visitor) -> None:
    here = open_deck(place="#4")
    notes = notes_of(here)
    here.page.reload()
    expect(here.page.locator("[data-place]")).to_contain_text("4 /")
    notes.wait_for_timeout(1500)
    here.page.keyboard.press("ArrowRight")
    expect(notes.locator("[data-place]")).to_contain_text("5 /")


def test_the_window_of_the_notes_counts_the_time(open_deck: Visitor) -> None:
    notes = notes_of(open_deck())
    expect(notes.locator("[data-ecoule]")).to_have_text("0:02")
    notes.get_by_role("button", name="Pause").click()
    stopped = notes.locator("[data-ecoule]").text_content()
    notes.wait_for_timeout(1300)
    expect(notes.locator("[data-ecoule]")).to_have_text(stopped or "")
    notes.get_by_role("button", name="Remettre à zéro").click()
    expect(notes.locator("[data-ecoule]")).to_have_text("0:00")


def test_the_window_of_the_notes_says_that_the_deck_is_closed(open_deck: Visitor) -> None:
    here = open_deck()
    notes = notes_of(here)
    here.page.close()
    expect(notes.locator("[data-lien]")).to_contain_text("est fermée")
    notes.keyboard.press("ArrowRight")
    shows(notes, [2])


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_text_leaves_its_box_nor_its_slide(
    open_deck: Visitor, deck: tuple[Deck, Path], width: int, height: int
) -> None:
    page = open_deck(width).page
    page.set_viewport_size({"width": width, "height": height})
    found = []
    for number in range(1, len(deck[0].slides()) + 1):
        found += [(number, name) for name in page.evaluate(OVERFLOWING) + page.evaluate(OUTSIDE)]
        page.keyboard.press("ArrowRight")
    assert found == []
    assert page.evaluate(SHRUNK) == 0


def test_a_text_too_long_for_its_box_shrinks(open_deck: Visitor) -> None:
    page = open_deck(place="#2").page
    page.evaluate("document.querySelector('.diapo:not([hidden]) .z1').append('mot '.repeat(400))")
    page.set_viewport_size({"width": 1024, "height": 768})
    until(page, f"({SHRUNK})() === 1 && !({OVERFLOWING})().length")


def test_the_slide_fills_the_window(open_deck: Visitor) -> None:
    page = open_deck(1600).page
    box = page.locator(".diapo:not([hidden]) .page").bounding_box()
    assert box
    bar = page.locator(".commandes").bounding_box()
    assert bar
    assert (box["y"], box["height"] + bar["height"]) == pytest.approx((0, 900), abs=1)
    assert box["width"] / box["height"] == pytest.approx(16 / 9, abs=0.01)
    assert not page.evaluate("document.documentElement.scrollHeight > innerHeight")


@pytest.mark.parametrize("width", [1280, PHONE])
@pytest.mark.parametrize("script", [True, False])
def test_a_deck_is_read_as_a_text(
    open_deck: Visitor, deck: tuple[Deck, Path], width: int, script: bool
) -> None:
    page = open_deck(width, script=script).page
    if script and width > PHONE:
        page.get_by_role("button", name="Lire en continu").press("Enter")
        expect(page.get_by_role("button", name="Revenir au diaporama")).to_be_focused()
    count = len(deck[0].slides())
    expect(page.locator(".diapo:visible")).to_have_count(count)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width


def test_one_returns_to_the_slide_that_one_was_reading(open_deck: Visitor) -> None:
    page = open_deck(place="#9").page
    page.get_by_role("button", name="Lire en continu").click()
    page.evaluate("document.getElementById('20').scrollIntoView()")
    page.get_by_role("button", name="Revenir au diaporama").click()
    shows(page, [20])


def test_keys_scroll_a_text(open_deck: Visitor) -> None:
    page = open_deck(PHONE).page
    page.keyboard.press("End")
    until(page, "scrollY > 1000")
    assert len(shown(page)) > 1


def test_a_larger_zoom_gives_a_text(open_deck: Visitor, deck: tuple[Deck, Path]) -> None:
    # At 200 % a window of 1280 pixels has 640 of CSS.
    page = open_deck().page
    page.set_viewport_size({"width": 640, "height": 450})
    shows(page, list(range(1, len(deck[0].slides()) + 1)))
    size = page.locator(".diapo .z1 p").first.evaluate("p => getComputedStyle(p).fontSize")
    assert size == "18px"


@pytest.mark.parametrize("with_notes", [False, True])
def test_a_slide_is_printed_on_a_page(
    open_deck: Visitor, deck: tuple[Deck, Path], with_notes: bool
) -> None:
    page = open_deck().page
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Imprimer").click()
    name = "avec les notes" if with_notes else "seules"
    page.get_by_role("button", name=name).click()
    pages = pypdf.PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    texts = [re.sub(r"\s+", " ", sheet.extract_text()) for sheet in pages]
    slides = deck[0].slides()
    said = re.sub(r"\s+", " ", slides[1].notes[-1].text)
    if with_notes:
        assert len(pages) >= len(slides)
        assert pages[0].mediabox.height > pages[0].mediabox.width
        assert said in texts[1]
    else:
        assert len(pages) == len(slides)
        assert pages[0].mediabox.height < pages[0].mediabox.width
        assert said not in " ".join(texts)


@pytest.mark.parametrize(
    ("name", "width"),
    [
        (NAME, 1280),
        (BARE, PHONE),
        pytest.param(NAME, PHONE, marks=LATER),
        pytest.param(BARE, 1280, marks=LATER),
    ],
)
def test_axe_finds_nothing_when_all_is_shown(
    open_deck: Visitor, axe: str, width: int, name: str
) -> None:
    page = open_deck(width, name=name).page
    if name == NAME and width > PHONE:
        page.get_by_role("button", name="Lire en continu").click()
    page.evaluate("document.querySelectorAll('details').forEach(notes => { notes.open = true; })")
    assert faults(page, axe) == []


@pytest.mark.parametrize(
    "layout",
    [
        Layout.COVER,
        pytest.param(Layout.SECTION, marks=LATER),
        Layout.QUESTION,
        pytest.param(Layout.TABLE, marks=LATER),
    ],
)
def test_axe_finds_nothing_on_a_slide_alone(
    open_deck: Visitor, axe: str, deck: tuple[Deck, Path], layout: Layout
) -> None:
    number = [slide.layout for slide in deck[0].slides()].index(layout) + 1
    page = open_deck(place=f"#{number}").page
    shows(page, [number])
    assert faults(page, axe) == []


@pytest.mark.parametrize(
    ("name", "width"),
    [
        ("Plan", PHONE),
        ("Imprimer", 1280),
        ("Aide", PHONE),
        pytest.param("Plan", 1280, marks=LATER),
        pytest.param("Imprimer", PHONE, marks=LATER),
        pytest.param("Aide", 1280, marks=LATER),
    ],
)
def test_axe_finds_nothing_in_a_dialog(open_deck: Visitor, axe: str, width: int, name: str) -> None:
    page = open_deck(width).page
    page.get_by_role("button", name=name).click()
    assert faults(page, axe) == []


@pytest.mark.parametrize("width", [pytest.param(1280, marks=LATER), PHONE])
def test_axe_finds_nothing_in_the_window_of_the_notes(
    open_deck: Visitor, axe: str, width: int
) -> None:
    notes = notes_of(open_deck(place="#4"))
    notes.set_viewport_size({"width": width, "height": 900})
    assert faults(notes, axe) == []
    assert notes.evaluate("document.documentElement.scrollWidth") <= width


def test_targets_are_large_enough(open_deck: Visitor) -> None:
    page = open_deck(768).page
    for button in page.get_by_role("button").all():
        box = button.bounding_box()
        assert box
        assert (box["width"] >= 44, box["height"] >= 44) == (True, True), button.inner_text()
        assert box["x"] + box["width"] <= 768

"""RGAA 4.1, theme 13: nothing moves, runs out, opens or asks for a gesture by itself."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Visitor
from tests.browser.rgaa.criteria import checks
from tests.browser.rgaa.pages import HOME, PROGRESS, STEP, VIGNETTE, Templates, faults, total

SIGNS = r"[\p{So}\p{Sk}\u2190-\u21ff\u2700-\u27bf\u{1f000}-\u{1faff}]"

STATE = """
document.querySelector("article").innerText + Array.from(document.querySelectorAll(
  "[aria-expanded], [aria-pressed], details, input"),
  item => [item.ariaExpanded, item.ariaPressed, item.open, item.checked].join()).join()
"""


@checks("13.1")
def test_nothing_changes_while_one_reads(visit: Visitor) -> None:
    here = visit()
    here.page.clock.install()
    for path in (STEP, PROGRESS):
        here.open(path)
        here.page.clock.run_for(2_000)
        before = here.page.locator("body").inner_html()
        here.page.clock.fast_forward("21:00:00")
        here.page.clock.run_for(2_000)
        assert here.page.locator("body").inner_html() == before
        assert here.page.url.endswith(path)
    assert here.page.locator("meta[http-equiv=refresh i]").count() == 0


@checks("13.2")
def test_no_window_opens_by_itself(templates: Templates) -> None:
    assert total(templates, "[target]:not([target=_self])") == 0
    done = "rgaa.done.filter(name => ['open', 'alert', 'confirm'].includes(name))"
    assert faults(templates, done) == {}
    (context,) = {page.context for page in templates.values()}
    assert len(context.pages) == len(templates)


@checks("13.5")
def test_a_sign_goes_with_words(templates: Templates) -> None:
    script = f"""rgaa.texts().filter(item => /{SIGNS}/u.test(rgaa.ownText(item)))
      .filter(item => !item.closest("[aria-hidden=true]"))
      .filter(item => !/\\p{{L}}{{2}}/u.test(item.textContent)).map(rgaa.told)"""
    assert faults(templates, script) == {}
    face = r"/(^|\s)[:;]-?[)(DP](\s|$)|\^\^/"
    faces = f"rgaa.texts().filter(item => {face}.test(rgaa.ownText(item))).map(rgaa.told)"
    assert faults(templates, faces) == {}


@checks("13.7", "13.8")
def test_nothing_moves_nor_flashes(reader: Visitor) -> None:
    # As somebody reads who asked for no less motion.
    here = reader()
    here.page.emulate_media(reduced_motion="no-preference")
    running = "document.getAnimations().filter(item => item.playState === 'running').length"
    moving = "marquee, blink, img[src$='.gif'], svg animate, svg animateTransform, video, canvas"
    for path in (HOME, VIGNETTE):
        here.open(path)
        here.page.wait_for_timeout(400)
        assert (path, here.page.evaluate(running)) == (path, 0)
        assert here.page.locator(moving).count() == 0


@checks("13.9")
def test_a_screen_may_be_turned(reader: Visitor, templates: Templates) -> None:
    script = """Array.from(document.styleSheets).flatMap(sheet => Array.from(sheet.cssRules))
      .filter(rule => /orientation/.test(rule.media?.mediaText || "")).map(rule => rule.cssText)"""
    assert faults(templates, script) == {}
    here = reader(width=360)
    here.open(STEP)
    upright = here.page.locator("article").inner_text()
    here.page.set_viewport_size({"width": 800, "height": 360})
    assert here.page.locator("article").inner_text() == upright
    assert here.page.evaluate("getComputedStyle(document.body).transform") == "none"


@pytest.fixture
def finger(browser: Browser, address: str) -> Iterator[Page]:
    """A page on a telephone."""
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True
    )
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.goto(f"{address}/{STEP}")
    yield page
    context.close()


@checks("13.10")
def test_one_finger_and_a_tap_are_enough(finger: Page) -> None:
    header = finger.locator("header")
    header.get_by_role("button", name="Menu", exact=True).tap()
    finger.get_by_role("button", name="Fermer le menu").tap()
    header.get_by_role("button", name="Rechercher", exact=True).tap()
    expect(finger.get_by_role("searchbox")).to_be_focused()
    header.get_by_role("button", name="Rechercher", exact=True).tap()
    header.get_by_role("button", name="Confort de lecture").tap()
    finger.get_by_role("dialog").get_by_label("Lexend").tap()
    finger.get_by_role("button", name="Fermer", exact=True).tap()
    finger.locator(".emas-terme").first.tap()
    expect(finger.locator(".emas-bulle").first).to_be_visible()
    finger.locator("h1").tap()
    expect(finger.locator(".emas-bulle").first).to_be_hidden()
    finger.get_by_role("button", name="J’ai lu cette étape").tap()
    expect(finger.get_by_role("button", name="Remettre cette étape à lire")).to_be_visible()


@checks("13.11")
def test_one_may_change_ones_mind_before_letting_go(reader: Visitor) -> None:
    here = reader()
    here.open(STEP)
    for selector in (
        "header button",
        "header a",
        "article a[href]",
        "article summary",
        ".emas-etape-lue button",
        "article label",
    ):
        target = here.page.locator(selector).locator("visible=true").first
        target.scroll_into_view_if_needed()
        before = here.page.evaluate(STATE)
        target.hover()
        here.page.mouse.down()
        assert (selector, here.page.evaluate(STATE)) == (selector, before)
        here.page.mouse.move(640, 890)
        here.page.mouse.up()
        assert (selector, here.page.evaluate(STATE)) == (selector, before)
        assert here.page.url.endswith(STEP)


@checks("13.12")
def test_nobody_has_to_shake_the_device(templates: Templates) -> None:
    script = """Array.from(rgaa.listened).filter(type =>
      /^device(motion|orientation)|^(gesture|drag|touchmove$)/.test(type))"""
    found = faults(templates, script)
    # Material listens to `touchmove` once, to know that one does not use the keyboard.
    assert {kind for kinds in found.values() for kind in kinds} <= {"touchmove"}

"""RGAA 4.1, theme 10, second part: the focus, and what shows when one points or focuses."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Scheme, Visitor
from tests.browser.rgaa.criteria import checks
from tests.browser.rgaa.pages import (
    HOME,
    PROGRESS,
    STEP,
    VIGNETTE,
    Templates,
    faults,
    seen_in,
)

# Each control takes the focus; its outline, or that of the line which stands for it, is measured
# against what is around: the page outside, or the control itself when the outline is inside.
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
FAINT = """
(() => {
  const wrong = [];
  document.activeElement.blur();
  for (const item of rgaa.controls()) {
    item.focus({ focusVisible: true });
    let frame = item;
    for (let up = 0; up < 3 && getComputedStyle(frame).outlineStyle !== "solid"; up += 1) {
      frame = frame.parentElement;
    }
    const style = getComputedStyle(frame);
    const inside = parseFloat(style.outlineOffset) < 0;
    const around = rgaa.backdrop(inside ? frame : frame.parentElement);
    const line = rgaa.over(rgaa.colour(style.outlineColor), around);
    const fine = style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2 &&
      rgaa.contrast(line, around) >= 3 && rgaa.opacity(item) === 1;
    if (!fine) wrong.push(`${style.outline} ${rgaa.told(item)}`);
  }
  document.activeElement.blur();
  return wrong;
})()
"""
SHOWN = "rgaa.texts().map(item => item.innerText).join()"
SECRET = """
(() => {
  const shows = /(^|[;{\\s])(display|visibility|opacity|clip-path|clip|height|max-height):/;
  return Array.from(document.styleSheets).flatMap(sheet => Array.from(sheet.cssRules))
    .flatMap(rule => rule.cssRules?.length ? Array.from(rule.cssRules) : [rule])
    .filter(rule => rule.selectorText?.includes(":hover") && shows.test(rule.style.cssText))
    .flatMap(rule => rule.selectorText.split(/,(?![^(]*\\))/).filter(part =>
      part.includes(":hover")))
    .flatMap(part => rgaa.all(part.replace(/:hover|:focus[a-z-]*|::?(before|after)/g, "")
      .replace(/(^|[\\s>+~])(?=$|[\\s>+~])/g, "$1*")))
    .filter(item => rgaa.rendered(item) && rgaa.opacity(item) === 0).map(rgaa.told);
})()
"""


@checks("10.7")
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_focus_is_seen_on_everything(templates: Templates, scheme: Scheme) -> None:
    with seen_in(templates, scheme):
        assert faults(templates, FAINT) == {}


@checks("10.7")
def test_the_focus_is_seen_in_what_opens(reader: Visitor) -> None:
    here = reader(width=320)
    here.open(STEP)
    seen = {
        "Menu": ".md-sidebar--primary",
        "Rechercher": "#emas_recherche",
        "Confort de lecture": "dialog",
    }
    for name, opened in seen.items():
        button = here.page.locator("header").get_by_role("button", name=name, exact=True)
        button.click()
        if name == "Rechercher":
            here.page.get_by_role("searchbox").fill("autisme")
            here.page.locator(".emas-trouvaille a").first.wait_for()
        for scheme in SCHEMES:
            here.page.emulate_media(color_scheme=scheme)
            assert (name, here.page.evaluate(within(opened))) == (name, [])
        here.page.keyboard.press("Escape")


def within(selector: str) -> str:
    """Return the script that measures only what is there."""
    return FAINT.replace("rgaa.controls()", f"rgaa.controls(document.querySelector('{selector}'))")


def shown_by(page: Page, selector: str) -> list[str]:
    """The controls that show something more when one merely points at them."""
    page.mouse.move(0, 0)
    before = page.evaluate(SHOWN)
    found = []
    for item in page.locator(selector).locator("visible=true").all()[:6]:
        item.hover()
        if page.evaluate(SHOWN) != before:
            found.append(item.inner_text())
    return found


@checks("10.13")
def test_pointing_at_something_shows_nothing_more(reader: Visitor) -> None:
    here = reader()
    here.open(STEP)
    assert shown_by(here.page, "header :is(button, a)") == []
    assert shown_by(here.page, "article .emas-terme") == []


@checks("10.13", "12.11")
def test_an_explanation_opens_on_demand_closes_by_escape_and_is_reached(reader: Visitor) -> None:
    here = reader()
    here.open(STEP)
    term = here.page.locator(".emas-terme").first
    bubble = here.page.locator(".emas-bulle").first
    term.focus()
    expect(bubble).to_be_hidden()
    here.page.keyboard.press("Enter")
    expect(bubble).to_be_visible()
    bubble.hover()
    expect(bubble).to_be_visible()
    here.page.keyboard.press("Tab")
    expect(bubble.get_by_role("link", name="Voir le glossaire")).to_be_focused()
    here.page.keyboard.press("Escape")
    expect(bubble).to_be_hidden()
    expect(term).to_be_focused()


@checks("10.14")
def test_nothing_shows_for_the_mouse_only(templates: Templates) -> None:
    assert faults(templates, SECRET) == {}


@checks("12.11")
def test_what_a_button_shows_is_next_to_it_for_the_keyboard(reader: Visitor) -> None:
    here = reader()
    here.open(VIGNETTE)
    folded = here.page.locator("article details:has(a[href]):not(details details)").first
    folded.locator("summary").first.press("Enter")
    here.page.keyboard.press("Tab")
    expect(folded.locator("a[href]").first).to_be_focused()


def test_the_pages_of_this_file_have_something_to_focus(templates: Templates) -> None:
    count = "[rgaa.controls().length]"
    for name, path in (("accueil", HOME), ("progression", PROGRESS)):
        (found,) = templates[name].evaluate(count)
        assert found > 20, path

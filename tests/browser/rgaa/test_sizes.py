"""RGAA 4.1, theme 10, third part: larger text, more space, narrower screens."""

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Visitor
from tests.browser.rgaa.criteria import checks
from tests.browser.rgaa.pages import STEP, Templates, faults, reading_options, sized

# Source: WCAG 2.2, 1.4.12, « text spacing ».
SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""
# How far the page goes beyond its window sideways, and the texts that one no longer sees whole.
LOST = """
(() => {
  const page = document.documentElement, beyond = page.scrollWidth - page.clientWidth;
  return (beyond ? [beyond + " px too wide"] : []).concat(rgaa.lost());
})()
"""
WITH_STYLE = """
(() => {
  const style = document.createElement("style");
  style.textContent = STYLE;
  document.head.append(style);
  const found = LOST;
  style.remove();
  return found;
})()
"""


def lost_with(style: str) -> str:
    """Return the script that lists what a style sheet, whose text `style` gives, makes one lose."""
    return WITH_STYLE.replace("STYLE", style).replace("LOST", LOST.strip().removesuffix(";"))


# What the « larger text only » of a browser does: every size doubles, the window does not change.
TWICE = "`html { font-size: ${2 * parseFloat(getComputedStyle(page).fontSize)}px !important }`"


@checks("10.4")
@pytest.mark.parametrize("width", [1280, 640])
def test_text_twice_as_large_is_all_there(templates: Templates, width: int) -> None:
    script = lost_with(TWICE.replace("page", "document.documentElement"))
    with sized(templates, width):
        assert faults(templates, script) == {}


@checks("10.11")
def test_a_page_fits_a_window_of_320_pixels(templates: Templates) -> None:
    with sized(templates, 320):
        assert faults(templates, LOST) == {}


@checks("10.11")
def test_what_one_can_do_on_a_wide_screen_one_can_do_on_a_narrow_one(reader: Visitor) -> None:
    here = reader(width=320, height=256)
    here.open(STEP)
    for name in ("Menu", "Rechercher", "Confort de lecture", "Mode sombre"):
        button = here.page.locator("header").get_by_role("button", name=name, exact=True)
        expect(button).to_be_in_viewport(ratio=1)
    here.page.get_by_role("button", name="Menu", exact=True).click()
    last = here.page.locator(".md-sidebar--primary").get_by_role("link").last
    last.focus()
    expect(last).to_be_in_viewport(ratio=1)


@checks("10.12")
@pytest.mark.parametrize("width", [1280, 320])
def test_text_may_be_spaced_out(templates: Templates, width: int) -> None:
    with sized(templates, width):
        assert faults(templates, lost_with(f"`{SPACED}`")) == {}


@checks("10.12")
def test_the_reading_options_may_be_spaced_out(templates: Templates) -> None:
    home = {"accueil": templates["accueil"]}
    script = lost_with(f"`{SPACED} dialog {{ overflow-x: hidden !important }}`")
    with sized(home, 320), reading_options(templates["accueil"]):
        assert faults(home, script) == {}

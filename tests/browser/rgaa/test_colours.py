"""RGAA 4.1, theme 3: colours and contrasts, in light and in dark."""

import pytest
from tests.browser.conftest import Scheme, Visitor
from tests.browser.rgaa.criteria import checks
from tests.browser.rgaa.pages import (
    HOME,
    MODULE,
    STEP,
    Templates,
    faults,
    reading_options,
    seen_in,
    total,
)
from tests.browser.rgaa.states import pale_in_each_state

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
VARIED = ("accueil", "module", "vignette", "résultats", "progression")
"""The pages that have, together, all that one operates."""
PALE = """
rgaa.texts().filter(item => rgaa.textContrast(item) < rgaa.wantedContrast(item))
  .map(item => rgaa.textContrast(item).toFixed(2) + " " + rgaa.told(item))
"""
FAINT_FIELDS = """
rgaa.all("input:not([type=radio], [type=checkbox], [type=file]), select, textarea")
  .filter(rgaa.seen).filter(field => {
    const style = getComputedStyle(field), around = rgaa.backdrop(field.parentElement);
    return ["Top", "Bottom", "Left"].some(side => {
      const edge = rgaa.over(rgaa.colour(style[`border${side}Color`]), around);
      return !parseFloat(style[`border${side}Width`]) || rgaa.contrast(edge, around) < 3;
    });
  }).map(rgaa.told)
"""
FAINT_ICONS = """
rgaa.all("button svg, a svg").filter(rgaa.seen).filter(icon => {
  const back = rgaa.backdrop(icon.parentElement);
  return rgaa.contrast(rgaa.over(rgaa.colour(getComputedStyle(icon).fill), back), back) < 3;
}).map(icon => rgaa.told(icon.parentElement))
"""


@checks("3.2")
@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_has_contrast(templates: Templates, scheme: Scheme) -> None:
    with seen_in(templates, scheme):
        assert faults(templates, PALE) == {}


@checks("3.2")
@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_keeps_its_contrast_when_pointed_at_focused_or_pressed(
    templates: Templates, scheme: Scheme
) -> None:
    with seen_in(templates, scheme):
        found = {name: pale_in_each_state(templates[name]) for name in VARIED}
    assert {name: pale for name, pale in found.items() if pale} == {}


@checks("3.2")
def test_where_one_resumes_text_has_contrast_too(reader: Visitor) -> None:
    here = reader()
    here.open(STEP)
    here.page.get_by_role("button", name="J’ai lu cette étape").click()
    for path in (STEP, MODULE, HOME):
        if path != STEP:
            here.open(path)
        for scheme in SCHEMES:
            with seen_in({path: here.page}, scheme) as pages:
                assert faults(pages, PALE) == {}
        assert (path, pale_in_each_state(here.page)) == (path, {})


@checks("3.2")
def test_a_visited_link_is_as_any_other(templates: Templates) -> None:
    # No script may read the colour of a visited link: no rule may give it one.
    script = """Array.from(document.styleSheets).flatMap(sheet => Array.from(sheet.cssRules))
      .map(rule => rule.cssText).filter(text => text.includes(":visited"))"""
    assert faults(templates, script) == {}


@checks("3.3")
@pytest.mark.parametrize("scheme", SCHEMES)
def test_fields_and_drawings_stand_out(templates: Templates, scheme: Scheme) -> None:
    with seen_in(templates, scheme):
        assert faults(templates, FAINT_FIELDS) == {}
        assert faults(templates, FAINT_ICONS) == {}


@checks("3.3")
@pytest.mark.parametrize("scheme", SCHEMES)
def test_fields_of_the_reading_options_stand_out(templates: Templates, scheme: Scheme) -> None:
    home = {"accueil": templates["accueil"]}
    with seen_in(home, scheme), reading_options(templates["accueil"]):
        assert templates["accueil"].locator("dialog select").count() == 2
        assert faults(home, PALE) == {}
        assert faults(home, FAINT_FIELDS) == {}


@checks("3.1")
def test_a_colour_never_speaks_alone(templates: Templates) -> None:
    # What has an accent has a word; what is the current page of the menu is bold, and told.
    worded = ".emas-boite, .emas-verdict, .emas-etat, .emas-choix__lettre, .emas-lue"
    assert total(templates, ".emas-boite, .emas-etat") > 20
    script = f"""rgaa.all("{worded}").filter(rgaa.rendered).filter(item => {{
      const word = item.matches(".emas-boite") ? item.firstElementChild : item;
      return !/\\p{{L}}/u.test(word.innerText);
    }}).map(rgaa.told)"""
    assert faults(templates, script) == {}
    marks = """rgaa.all("mark").filter(item => Number(getComputedStyle(item).fontWeight) < 600)
      .map(rgaa.told)"""
    assert total(templates, "mark") > 0
    assert faults(templates, marks) == {}

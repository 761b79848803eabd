"""RGAA 4.1, theme 11: fields, their labels, what is said of mistakes."""

import re

from playwright.sync_api import FilePayload, expect
from tests.browser.conftest import Visitor
from tests.browser.rgaa.criteria import checks
from tests.browser.rgaa.pages import (
    HOME,
    PROGRESS,
    STEP,
    Templates,
    faults,
    reading_options,
    sized,
    total,
)

FIELDS = "input:not([type=hidden], .md-toggle), select, textarea"
LABELS = f"""
rgaa.all("{FIELDS}").filter(item => !item.closest("dialog:not([open])")).filter(item => {{
  const labels = Array.from(item.labels);
  const words = labels.map(label => label.innerText.trim()).join(" ");
  const tied = labels[0]?.htmlFor ? labels[0].htmlFor === item.id : labels[0]?.contains(item);
  return labels.length !== 1 || !/\\p{{L}}{{2}}/u.test(words) || !tied;
}}).map(item => item.outerHTML)
"""
# Source: RGAA 4.1, 11.4: above or to the left; to the right of a box or of a round button.
FAR = f"""
rgaa.all("{FIELDS}").filter(rgaa.seen).filter(item => {{
  const label = item.labels[0], field = item.getBoundingClientRect();
  if (label.matches(".emas-cache")) return !item.title;
  if (label.contains(item)) {{
    const words = document.createRange();
    words.selectNodeContents(label);
    return item.compareDocumentPosition(label.lastChild) & Node.DOCUMENT_POSITION_PRECEDING ||
      label.getBoundingClientRect().left > field.left;
  }}
  const box = label.getBoundingClientRect();
  const above = box.bottom <= field.top + 2 && field.top - box.bottom < 24;
  const left = box.right <= field.left + 2 && field.left - box.right < 48;
  return !above && !left;
}}).map(item => item.outerHTML)
"""
GROUPS = """
rgaa.all("input[type=radio], input[type=checkbox]:not(.md-toggle)").filter(item => {
  const same = rgaa.all(`input[name="${item.name}"]`);
  return item.name && same.length > 1 && !item.closest("fieldset");
}).map(rgaa.told)
"""
LEGENDS = """
rgaa.all("fieldset").filter(item => rgaa.rendered(item)).filter(item => {
  const legend = item.firstElementChild;
  return legend?.localName !== "legend" || !/\\p{L}{2}/u.test(legend.innerText);
}).map(rgaa.told).concat(rgaa.all("[role=group]:has(select, input)").filter(item =>
  !document.getElementById(item.getAttribute("aria-labelledby"))?.innerText.trim() &&
  !item.ariaLabel).map(rgaa.told))
"""
VAGUE = r"^(ok|valider|envoyer|cliquez|bouton|submit|ici|suite|afficher|replier)$"


@checks("11.1")
def test_every_field_has_a_label(templates: Templates) -> None:
    assert total(templates, "article :is(input, select)") > 10
    assert faults(templates, LABELS) == {}
    with reading_options(templates["accueil"]) as page:
        assert page.evaluate(LABELS) == []


@checks("11.4")
def test_a_label_is_next_to_its_field(templates: Templates) -> None:
    assert faults(templates, FAR) == {}
    narrow = {name: templates[name] for name in ("accueil", "vignette", "progression")}
    with sized(narrow, 320), reading_options(templates["accueil"]):
        assert faults(narrow, FAR) == {}


@checks("11.3")
def test_the_same_field_has_the_same_label_on_every_page(templates: Templates) -> None:
    script = """Object.fromEntries(rgaa.all("header input, dialog :is(input, select)")
      .map(item => [item.id, item.labels[0].textContent.trim()]))"""
    labels = {name: page.evaluate(script) for name, page in templates.items()}
    assert len(labels["accueil"]) > 12
    assert {name for name, found in labels.items() if found != labels["accueil"]} == set()
    twice = """rgaa.all("select[id$=_accueil]").filter(item => item.labels[0].textContent !==
      document.getElementById(item.id.replace("_accueil", "")).labels[0].textContent)"""
    assert templates["accueil"].evaluate(twice) == []


@checks("11.5")
def test_fields_that_go_together_are_in_a_group(templates: Templates) -> None:
    assert total(templates, "article fieldset") >= 2
    assert faults(templates, GROUPS) == {}


@checks("11.6")
def test_a_group_of_fields_has_a_name(templates: Templates) -> None:
    assert faults(templates, LEGENDS) == {}
    with reading_options(templates["accueil"]) as page:
        assert page.evaluate(LEGENDS) == []
        for group in ("Police", "Taille", "Espacement", "Contraste", "Je suis…"):
            expect(page.locator("dialog").get_by_role("group", name=group)).to_be_visible()


@checks("11.9")
def test_a_button_says_what_it_does(templates: Templates) -> None:
    script = f"""rgaa.all("button, input[type=submit], [role=button]").filter(rgaa.rendered)
      .map(item => [item, (item.ariaLabel || item.innerText).trim()])
      .filter(([, words]) => !/\\p{{L}}{{3}}|\\p{{Lu}}{{2}}/u.test(words) || /{VAGUE}/i.test(words))
      .map(([item]) => rgaa.told(item))"""
    assert faults(templates, script) == {}


@checks("11.9")
def test_a_button_that_unfolds_says_what(reader: Visitor) -> None:
    here = reader()
    here.open(HOME)
    here.page.evaluate("document.querySelector('.emas-modules > li').dataset.public = 'aesh'")
    here.page.get_by_label("Fonction").first.select_option("Direction")
    opener = here.page.locator(".emas-ailleurs button")
    expect(opener).to_have_accessible_name("Afficher 1 module pour d’autres publics")
    opener.click()
    expect(opener).to_have_accessible_name("Replier 1 module pour d’autres publics")


@checks("11.10")
def test_a_question_left_blank_is_told_and_never_lost(reader: Visitor) -> None:
    here = reader()
    here.open(STEP)
    assert here.page.locator("[required], [aria-required=true]").count() == 0
    question = here.page.locator("form.emas-question").first
    question.get_by_role("button", name="Vérifier").click()
    message = question.get_by_role("alert").or_(question.get_by_role("status"))
    expect(message.filter(has_text="d’abord")).to_have_text(
        re.compile(r"^(Choisissez|Cochez) d’abord une réponse")
    )


@checks("11.11")
def test_a_wrong_file_is_refused_with_what_is_awaited(reader: Visitor) -> None:
    here = reader()
    here.open(PROGRESS)
    chooser = here.page.get_by_label("Rouvrir un fichier de reprise")
    expect(chooser).to_have_attribute("accept", re.compile(r"\.json"))
    chooser.set_input_files(FilePayload(name="a.json", mimeType="application/json", buffer=b"[]"))
    expect(here.page.get_by_role("alert")).to_contain_text(
        "« emas-reprise »".replace(" ", "\u00a0")
    )


@checks("11.12")
def test_what_erases_asks_first_and_what_answers_can_be_taken_back(reader: Visitor) -> None:
    here = reader()
    here.open(STEP)
    here.page.get_by_role("button", name="J’ai lu cette étape").click()
    expect(here.page.get_by_role("button", name="Remettre cette étape à lire")).to_be_visible()
    here.open(PROGRESS)
    here.page.get_by_role("button", name="Effacer tout").click()
    assert "progres" in here.page.evaluate("Object.keys(localStorage).join()")
    here.page.get_by_role("button", name="Non, garder").click()
    assert "progres" in here.page.evaluate("Object.keys(localStorage).join()")


def test_no_field_asks_who_one_is(templates: Templates) -> None:
    # The day there is one, criterion 11.13 is to be looked at.
    personal = "[type=email], [type=tel], [type=password], [autocomplete*=name], [name=nom]"
    assert total(templates, personal) == 0
    assert total(templates, "optgroup, textarea[required]") == 0

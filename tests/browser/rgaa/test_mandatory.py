"""RGAA 4.1, theme 8: what every page must have."""

import re
from pathlib import Path

import pytest
from tests.browser.rgaa.criteria import checks
from tests.browser.rgaa.pages import Node, Templates, faults, total

LANGUAGES = {"fr", "en", "de", "es", "it", "la"}
ENGLISH = r"\b(the|and|with|of|for|from|what|how|school|guidelines|children|people)\b"
FRENCH = r"\b(le|la|les|du|des|un|une|cette|ou|et|en|pour|dans|vous|elle)\b"
NOT_MARKED = f"""
rgaa.texts().filter(item => !item.closest("[lang]:not([lang^=fr])")).filter(item => {{
  const words = rgaa.ownText(item).match(/{ENGLISH}/gi) || [];
  return words.length > 1;
}}).map(rgaa.told)
"""
REFERENCES = "aria-controls aria-describedby aria-details aria-labelledby aria-owns for list"
BROKEN = f"""
(() => {{
  const ids = rgaa.all("[id]").map(item => item.id);
  const wrong = ids.filter((id, rank) => ids.indexOf(id) !== rank).map(id => "twice: " + id);
  for (const item of rgaa.all("*").filter(rgaa.rendered)) {{
    for (const name of "{REFERENCES}".split(" ")) {{
      for (const id of (item.getAttribute(name) || "").split(/\\s+/).filter(Boolean)) {{
        if (!document.getElementById(id)) wrong.push(name + " to nothing: " + rgaa.told(item));
      }}
    }}
  }}
  const again = new DOMParser().parseFromString(document.documentElement.outerHTML, "text/html");
  const tags = page => Array.from(page.body.querySelectorAll("*"), item => item.localName).join();
  if (tags(again) !== tags(document)) wrong.push("tags that may not be inside one another");
  return wrong;
}})()
"""
PRESENTATION = "b, i, u, s, big, small, tt, font, center, strike, basefont, blink, marquee, acronym"


@checks("8.1")
def test_a_page_says_that_it_is_html(templates: Templates, site: Path) -> None:
    script = """[document.doctype?.name, document.compatMode, document.characterSet]
      .filter(said => !["html", "CSS1Compat", "UTF-8"].includes(said))"""
    assert faults(templates, script) == {}
    texts = [path.read_text("utf-8") for path in site.rglob("*.html")]
    assert [text[:60] for text in texts if not text.lstrip().startswith("<!doctype html>")] == []


@checks("8.2")
def test_what_scripts_make_of_a_page_is_well_formed(templates: Templates) -> None:
    assert faults(templates, BROKEN) == {}


@checks("8.3", "8.4")
def test_a_page_says_that_it_is_in_french_and_is(templates: Templates) -> None:
    assert faults(templates, "document.documentElement.lang === 'fr' ? [] : ['lang']") == {}
    for name, page in templates.items():
        words = page.locator("main").inner_text()
        assert (name, len(re.findall(FRENCH, words, re.IGNORECASE)) > 2) == (name, True)


@checks("8.5", "8.6")
def test_each_page_has_a_title_that_tells_it_from_the_others(templates: Templates) -> None:
    titles = {name: page.title() for name, page in templates.items()}
    assert len(set(titles.values())) == len(titles)
    for name, page in templates.items():
        heading = page.locator("h1").inner_text().strip()
        if name == "résultats":
            assert titles[name].startswith("« autisme »\u00a0: ")
        else:
            assert titles[name] == f"{heading} - Atelier EMAS"


@checks("8.7")
def test_a_passage_in_another_language_says_which(templates: Templates) -> None:
    assert faults(templates, NOT_MARKED) == {}


@checks("8.8")
def test_a_change_of_language_names_a_language(templates: Templates) -> None:
    known = " ".join(sorted(LANGUAGES))
    script = f"""rgaa.all("[lang]").filter(item => !"{known}".split(" ").includes(item.lang))
      .map(item => item.lang)"""
    assert faults(templates, script) == {}
    foreign = f"""rgaa.all("body [lang=en]").filter(item => !/{ENGLISH}/i.test(item.innerText))
      .map(rgaa.told)"""
    assert faults(templates, foreign) == {}


@checks("8.9")
def test_no_tag_is_there_for_its_look_only(templates: Templates) -> None:
    assert total(templates, PRESENTATION) == 0
    empty = """rgaa.all("p, h1, h2, h3, h4, li, dt, dd, blockquote, strong, em, th, caption")
      .filter(item => !item.textContent.trim() && !item.querySelector("img, input, select, svg"))
      .filter(item => rgaa.rendered(item) && !item.matches("[role=status], [role=alert]"))
      .map(item => item.outerHTML)"""
    assert faults(templates, empty) == {}
    breaks = """rgaa.all(":has(> br)").filter(item => /<br>\\s*<br>/.test(item.innerHTML))
      .map(rgaa.told)"""
    assert faults(templates, breaks) == {}


@checks("8.10")
def test_no_text_is_written_from_right_to_left_without_saying_so(templates: Templates) -> None:
    signs = r"[\u0590-\u08ff\u200f\u202b\u202e]"
    script = f"""rgaa.texts().filter(item => /{signs}/.test(rgaa.ownText(item)))
      .filter(item => !item.closest("[dir=rtl]")).map(rgaa.told)"""
    assert faults(templates, script) == {}
    odd = "rgaa.all('[dir]').filter(item => !['ltr', 'rtl', 'auto'].includes(item.dir))"
    assert faults(templates, f"{odd}.map(rgaa.told)") == {}


@pytest.mark.parametrize("role", ["banner", "main", "contentinfo"])
def test_a_screen_reader_is_given_the_parts_of_a_page(
    trees: dict[str, list[Node]], role: str
) -> None:
    found = {name: sum(node.role == role for node in tree) for name, tree in trees.items()}
    assert set(found.values()) == {1}, found

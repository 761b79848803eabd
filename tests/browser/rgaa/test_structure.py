"""RGAA 4.1, theme 9: headings, parts of the page, lists, quotations."""

from tests.browser.rgaa.criteria import checks
from tests.browser.rgaa.pages import Node, Templates, faults, total

HEADINGS = """
(() => {
  const heads = rgaa.all("main :is(h1, h2, h3, h4, h5, h6)").filter(rgaa.rendered);
  const levels = heads.map(item => Number(item.localName[1])), wrong = [];
  if (levels[0] !== 1 || levels.lastIndexOf(1) !== 0) wrong.push("one h1, first");
  levels.forEach((level, rank) => {
    if (rank && level > levels[rank - 1] + 1) wrong.push("skips: " + rgaa.told(heads[rank]));
  });
  const names = heads.map(item => item.innerText.trim().toLowerCase());
  heads.forEach((item, rank) => {
    if (!/\\p{L}{2}/u.test(names[rank]) || names.indexOf(names[rank]) !== rank) {
      wrong.push("empty, or twice the same: " + rgaa.told(item));
    }
  });
  return wrong.concat(rgaa.all("[role=heading]").map(rgaa.told));
})()
"""
BY_HAND = r"^\s*([-–—•·▪‣*]|\d+[.)])\s+"


@checks("9.1")
def test_headings_make_a_plan_of_the_page(templates: Templates) -> None:
    assert total(templates, "main h2") > 30
    assert faults(templates, HEADINGS) == {}


@checks("9.1")
def test_a_paragraph_is_not_a_heading_in_disguise(templates: Templates) -> None:
    # Boxes are headed by their word, which is not a heading: see docs/rgaa.md.
    script = """rgaa.all("article p").filter(rgaa.seen).filter(item => {
      const strong = item.querySelector(":scope > strong:only-child");
      return strong && strong.textContent.trim() === item.textContent.trim() &&
        !item.matches("[class], [id]") && !item.closest(".emas-boite");
    }).map(rgaa.told)"""
    assert faults(templates, script) == {}


@checks("9.2")
def test_a_page_has_its_parts_and_each_once(templates: Templates) -> None:
    script = """["body > header", "main", "footer", "header form[role=search]"].filter(part =>
        rgaa.all(part).length !== 1)
      .concat(rgaa.all("main").filter(item => item.hidden).map(rgaa.told))
      .concat(rgaa.all("article").length === 1 ? [] : ["article"])"""
    assert faults(templates, script) == {}


@checks("9.2")
def test_a_navigation_has_a_name_of_its_own_and_holds_links(
    templates: Templates, trees: dict[str, list[Node]]
) -> None:
    for name, tree in trees.items():
        names = [node.name for node in tree if node.role == "navigation"]
        assert "Navigation" in names, name
        assert "" not in names, name
        assert len(set(names)) == len(names), name
    script = """rgaa.all("nav").filter(rgaa.rendered).filter(item => !item.querySelector("a[href]"))
      .map(rgaa.told)"""
    assert faults(templates, script) == {}


@checks("9.3")
def test_lists_are_lists(templates: Templates) -> None:
    script = f"""rgaa.all("ul, ol").filter(list => Array.from(list.children).some(item =>
        item.localName !== "li")).map(rgaa.told)
      .concat(rgaa.all("li").filter(item => !item.parentElement.matches("ul, ol")).map(rgaa.told))
      .concat(rgaa.all("dl").filter(list => Array.from(list.children).some(group =>
        Array.from(group.children, item => item.localName).join() !== "dt,dd")).map(rgaa.told))
      .concat(rgaa.all("dt, dd").filter(item => !item.closest("dl")).map(rgaa.told))
      .concat(rgaa.all("article :is(p, dd, td)").filter(item => /{BY_HAND}/m.test(item.innerText))
        .map(rgaa.told))"""
    assert total(templates, "article li") > 100
    assert total(templates, "article dl") > 1
    assert faults(templates, script) == {}


@checks("9.4")
def test_a_quotation_is_one_for_a_screen_reader_too(templates: Templates) -> None:
    # The words of invented people are in « », and are not quotations: see docs/rgaa.md.
    script = """rgaa.all("blockquote").filter(item => !item.querySelector(":scope > p"))
      .concat(rgaa.all("article p").filter(item => /^«[^»]{200,}»/.test(item.innerText)))
      .map(rgaa.told)"""
    assert faults(templates, script) == {}
    titles = "rgaa.all('.emas-bibliographie > li').filter(item => !item.querySelector('cite'))"
    assert faults(templates, f"{titles}.map(rgaa.told)") == {}

"""RGAA 4.1, theme 6: links."""

from tests.browser.rgaa.criteria import checks
from tests.browser.rgaa.pages import Node, Templates, faults, total

VAGUE = (
    "ici|là|lien|cliquez|cliquer ici|cliquez ici|lire|lire la suite|suite|en savoir plus|plus|voir"
)


@checks("6.2")
def test_every_link_has_a_name(templates: Templates, trees: dict[str, list[Node]]) -> None:
    links = [node for tree in trees.values() for node in tree if node.role == "link"]
    assert len(links) > 200
    assert [node for node in links if not node.name.strip()] == []
    assert faults(templates, 'rgaa.all("a:not([href])").map(rgaa.told)') == {}


@checks("6.1")
def test_the_words_of_a_link_say_where_it_leads(templates: Templates) -> None:
    script = f"""rgaa.all("a[href]").filter(rgaa.rendered).filter(link => {{
      const words = link.innerText.trim().toLowerCase();
      return !/\\p{{L}}{{2}}|\\d|note \\p{{L}}/u.test(words) || /^({VAGUE})$/.test(words) ||
        /^(https?:|www\\.)/.test(words);
    }}).map(rgaa.told)"""
    assert faults(templates, script) == {}


@checks("6.1")
def test_a_title_says_again_the_words_that_one_sees(templates: Templates) -> None:
    script = """rgaa.all("a[title], button[title], a[aria-label], button[aria-label]")
      .filter(item => {
        const said = (item.ariaLabel || item.title).toLowerCase();
        return !said.includes(item.innerText.replace(/\\s+/g, " ").trim().toLowerCase());
      }).filter(rgaa.rendered).map(rgaa.told)"""
    assert total(templates, "header [title]") > 20
    assert faults(templates, script) == {}


@checks("6.1")
def test_links_of_the_same_name_lead_to_the_same_place_or_stand_in_another_text(
    templates: Templates,
) -> None:
    # « Voir le glossaire » is said in each explanation, « Présentation » under each module.
    script = """(() => {
      const known = new Map(), wrong = [];
      for (const link of rgaa.all("a[href]:not([role=button])").filter(rgaa.rendered)) {
        const around = link.closest("li, p, td, dd, .emas-bulle, nav, header") || link;
        const key = link.innerText.trim() + "|" + around.innerText.trim() + "|" +
          (around.parentElement.closest("li")?.innerText || "");
        const target = link.href.replace(/\\?[^#]*/, "");
        if (known.has(key) && known.get(key) !== target) wrong.push(rgaa.told(link));
        known.set(key, target);
      }
      return wrong;
    })()"""
    assert faults(templates, script) == {}


@checks("6.1")
def test_a_file_to_take_away_tells_its_format_and_its_size(templates: Templates) -> None:
    assert total(templates, "a[href*='telechargements/']") >= 1
    script = """rgaa.all("a[href]").filter(link => link.origin === location.origin)
      .filter(link => /\\.(?!html)\\w+$/.test(link.pathname))
      .filter(link => !/\\((PowerPoint|PDF), [\\d,]+\\s[KM]o\\)$/.test(link.innerText.trim()))
      .map(rgaa.told)"""
    assert faults(templates, script) == {}

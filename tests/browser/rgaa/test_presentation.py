"""RGAA 4.1, theme 10, first part: what the look of a page may not carry alone."""

from tests.browser.conftest import Visitor
from tests.browser.rgaa.criteria import checks
from tests.browser.rgaa.pages import STEP, Templates, faults, total

OLD_ATTRIBUTES = (
    "align alink background bgcolor border cellpadding cellspacing char charoff clear compact "
    "color frameborder hspace link marginheight marginwidth text valign vlink vspace"
)
UNSTYLED = """
(() => {
  const before = document.body.innerText;
  const sheets = Array.from(document.styleSheets);
  const squeeze = text => text.replace(/\\s+/g, "");
  sheets.forEach(sheet => { sheet.disabled = true; });
  const after = squeeze(document.body.innerText);
  sheets.forEach(sheet => { sheet.disabled = false; });
  return before.split("\\n").map(line => line.trim())
    .filter(line => line && !after.includes(squeeze(line)));
})()
"""
OUT_OF_ORDER = """
(() => {
  const parts = rgaa.all("article :is(h1, h2, h3, p, li, dt, dd, tr, figcaption, summary, legend)")
    .filter(rgaa.seen).map(item => [item, item.getBoundingClientRect()]);
  return parts.slice(1).filter(([, box], rank) => {
    const before = parts[rank][1];
    return box.top < before.top - 2 && box.left < before.left + 2;
  }).map(([item]) => rgaa.told(item));
})()
"""
PSEUDO = """
rgaa.all("*").filter(rgaa.rendered).flatMap(item => ["::before", "::after"].map(part =>
    [item, getComputedStyle(item, part).content]))
  .filter(([, content]) => /^"/.test(content) && /[\\p{L}\\p{N}]/u.test(content))
  .map(([item, content]) => content + " " + rgaa.told(item))
"""
PLAIN_LINKS = """
rgaa.all(":is(article, dialog) a[href]").filter(rgaa.seen).filter(link => {
  const around = link.parentElement.innerText.trim(), words = link.innerText.trim();
  if (around === words || link.matches(".emas-bouton, .emas-trouvaille a")) return false;
  const style = getComputedStyle(link);
  return !style.textDecorationLine.includes("underline") && !parseFloat(style.borderBottomWidth);
}).map(rgaa.told)
"""
HIDDEN = """
(() => {
  const inside = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const focusable = item => rgaa.rendered(item) && item.tabIndex >= 0 && !item.closest("[inert]");
  const wrong = rgaa.all("[aria-hidden=true]").flatMap(part => [part, ...rgaa.all(inside, part)])
    .filter(item => item.matches(inside) && focusable(item)).map(rgaa.told);
  const worded = rgaa.all("[aria-hidden=true]").filter(part => rgaa.seen(part) &&
    /\\p{L}{2}/u.test(part.textContent)).map(rgaa.told);
  // A menu longer than the window begins where the page in it stands: one scrolls back.
  const scrolled = item => item === document.documentElement ? scrollY
    : item.scrollTop + scrolled(item.parentElement);
  const away = rgaa.controls().filter(item => {
    const box = item.getBoundingClientRect(), left = box.left + scrollX;
    const top = box.top + scrolled(item);
    return left + box.width < 0 || left > document.documentElement.scrollWidth ||
      top + box.height < 0;
  }).map(rgaa.told);
  return wrong.concat(worded, away);
})()
"""


@checks("10.1")
def test_the_look_is_in_style_sheets(templates: Templates) -> None:
    script = f""""{OLD_ATTRIBUTES}".split(" ").flatMap(name => rgaa.all(`[${{name}}]`))
      .concat(rgaa.all("[width], [height], [size]").filter(item =>
        !item.matches("img, svg, svg *, canvas, select"))).map(rgaa.told)"""
    assert faults(templates, script) == {}
    assert total(templates, "article [style]:not(.emas-terme)") == 0
    spaced = """rgaa.texts().filter(item => /(?:^|\\s)(?:\\p{L}\\s){4,}|\\u00a0{3,}/u
      .test(rgaa.ownText(item))).map(rgaa.told)"""
    assert faults(templates, spaced) == {}


@checks("10.2")
def test_without_style_sheets_every_word_is_still_there(templates: Templates) -> None:
    assert faults(templates, UNSTYLED) == {}


@checks("10.2")
def test_a_style_sheet_writes_no_word(templates: Templates) -> None:
    assert faults(templates, PSEUDO) == {}


@checks("10.3")
def test_one_reads_in_the_order_in_which_it_is_written(templates: Templates) -> None:
    assert faults(templates, OUT_OF_ORDER) == {}


@checks("10.5")
def test_a_colour_of_text_never_goes_without_that_of_what_is_behind(
    templates: Templates,
) -> None:
    # A reader whose own text is white must not find it on a white that nobody declared.
    script = """["color", "backgroundColor"].filter(name => {
        const declared = Array.from(document.styleSheets).flatMap(sheet =>
          Array.from(sheet.cssRules)).some(rule => rule.selectorText?.split(",").some(part =>
            part.trim() === "body") && rule.style[name]);
        return !declared || rgaa.colour(getComputedStyle(document.body)[name])[3] < 1;
      }).concat(rgaa.texts().filter(item => {
        const image = getComputedStyle(item).backgroundImage;
        return image !== "none";
      }).map(rgaa.told))"""
    assert faults(templates, script) == {}


@checks("10.6")
def test_a_link_in_a_text_is_underlined(templates: Templates) -> None:
    assert faults(templates, PLAIN_LINKS) == {}


@checks("10.8")
def test_what_is_hidden_is_hidden_from_everybody(templates: Templates) -> None:
    assert faults(templates, HIDDEN) == {}


@checks("10.8")
def test_a_closed_drawer_keeps_nothing_that_one_could_reach(reader: Visitor) -> None:
    reachable = "rgaa.controls(document.querySelector('.md-sidebar--primary')).map(rgaa.told)"
    here = reader(width=320)
    for path in (STEP, "404.html"):
        here.open(path)
        assert here.page.evaluate(HIDDEN) == []
        assert here.page.evaluate(reachable) == []
    here.page.get_by_role("button", name="Menu", exact=True).click()
    assert len(here.page.evaluate(reachable)) > 5
    assert here.page.evaluate(HIDDEN) == []


@checks("10.9")
def test_the_current_page_is_told_and_not_only_bold(templates: Templates) -> None:
    for name, page in templates.items():
        current = page.locator(".emas-navigation [aria-current=page]").all()
        if name != "404":
            bold = page.locator(".emas-navigation a.md-nav__link--active:visible").count()
            assert (name, len(current)) == (name, bold)
        for link in current:
            assert page.url.startswith(link.evaluate("link => link.href.replace(/#.*/, '')"))
    assert total(templates, "[aria-current=page]") >= 4

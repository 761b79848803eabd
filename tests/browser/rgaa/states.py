"""The look of what one operates in each of its states, as Chromium itself can force them."""

from playwright.sync_api import CDPSession, Page

STATES = ("hover", "focus", "active")
MARK = """
(() => {
  const known = new Set();
  const kinds = "a[href], button, summary, label, select, input, [tabindex='0']";
  for (const item of rgaa.all(kinds).filter(rgaa.seen)) {
    const style = getComputedStyle(item);
    const look = [item.localName, item.className, style.color, rgaa.backdrop(item), style.fontSize];
    if (known.has(look.join())) continue;
    known.add(look.join());
    item.dataset.sample = known.size;
  }
  return known.size;
})()
"""
PALE = """
rgaa.all("[data-sample]").flatMap(item => [item, ...rgaa.all("*", item)])
  .filter(item => rgaa.ownText(item) && rgaa.seen(item))
  .filter(item => rgaa.textContrast(item) < rgaa.wantedContrast(item))
  .map(item => rgaa.textContrast(item).toFixed(2) + " " + rgaa.told(item))
"""


def pale_in_each_state(page: Page) -> dict[str, list[str]]:
    """The texts that lack contrast on one control of each look, by the state in which they do."""
    assert page.evaluate(MARK)
    session = page.context.new_cdp_session(page)
    nodes = _samples(session)
    found = {}
    for state in STATES:
        for node in nodes:
            _force(session, node, [state])
        if pale := page.evaluate(PALE):
            found[state] = pale
    session.detach()
    page.evaluate("rgaa.all('[data-sample]').forEach(item => { delete item.dataset.sample })")
    return found


def _samples(session: CDPSession) -> list[int]:
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    query = {"nodeId": root, "selector": "[data-sample]"}
    nodes: list[int] = session.send("DOM.querySelectorAll", query)["nodeIds"]
    return nodes


def _force(session: CDPSession, node: int, states: list[str]) -> None:
    session.send("CSS.forcePseudoState", {"nodeId": node, "forcedPseudoClasses": states})

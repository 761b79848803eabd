"""Going through a page with the Tab key alone."""

from dataclasses import dataclass

from playwright.sync_api import Page

# `begin` notes what can be seen and acted upon; the focus may be there already. One radio button
# stands for its group, as the arrows do the rest. `stop` tells whether the focus has left, that is
# gone to the browser or back to where it began; or is trapped, coming back elsewhere or staying on
# one thing (a date has a few parts); and what lies over it: of the first line, some part must be in
# the window with nothing over its middle. Where the browser still has to scroll, a few drawings are
# waited for. What shows a hand without being a target, nor a label of one, is for the mouse only.
SCRIPT = """
(() => {
  const NATIVE = "a[href], button, input:not([type=hidden]), select, textarea, summary, " +
    "audio[controls], video[controls], iframe, [contenteditable]";
  const KINDS = `${NATIVE}, [tabindex]:not([tabindex^="-"])`;
  const DRAWINGS = 6, PARTS = 8;
  const reached = new Set();
  let place, targets, first, last, times;
  const seen = item => item.checkVisibility({visibilityProperty: true}) &&
    item.getClientRects().length > 0 && !item.closest("[inert]");
  const told = item => item ? item.outerHTML.replace(/\\s+/g, " ").slice(0, 120) : "the window";
  const group = item => item.type === "radio" ? `${item.form?.id} ${item.name}` : item;
  const drawn = () => new Promise(requestAnimationFrame);
  const pointed = item => getComputedStyle(item).cursor === "pointer";
  const acted = item => item.closest(KINDS) || item.querySelector(KINDS) ||
    item.closest("label")?.control;

  function over(item) {
    const line = item.getClientRects()[0] || new DOMRect(-1, -1);
    const x = (Math.max(line.left, 0) + Math.min(line.right, innerWidth)) / 2;
    const y = (Math.max(line.top, 0) + Math.min(line.bottom, innerHeight)) / 2;
    const top = document.elementFromPoint(x, y);
    const own = top && [item, ...(item.labels || [])].some(part => part.contains(top));
    return own || top?.contains(item) && top !== document.documentElement ? "" : told(top);
  }

  window.keyboard = {
    begin(selector) {
      place = document.querySelector(selector);
      first = last = document.activeElement === document.body ? null : document.activeElement;
      times = 0;
      reached.clear();
      if (first) reached.add(first);
      targets = Array.from(place.querySelectorAll(KINDS)).filter(item => seen(item) &&
        !item.matches(":disabled") && (item.tabIndex >= 0 || item.matches(NATIVE)));
    },
    async stop() {
      const item = document.activeElement;
      times = item === last ? times + 1 : 0;
      if (!item || item === document.body || item === first && !times) return ["left", ""];
      if (times > PARTS || reached.has(item) && !times) return ["trapped", told(item)];
      first ??= item;
      last = item;
      reached.add(item);
      for (let count = 0; count < DRAWINGS && over(item); count += 1) await drawn();
      return ["on", over(item) && `${told(item)} under ${over(item)}`];
    },
    missed() {
      const groups = new Set(Array.from(reached, group));
      return targets.filter(item => !groups.has(group(item))).map(told);
    },
    forTheMouse() {
      return Array.from(place.querySelectorAll("*")).filter(item =>
        pointed(item) && !pointed(item.parentElement) && seen(item) && !acted(item)).map(told);
    },
  };
})()
"""


@dataclass(frozen=True, slots=True)
class Walk:
    """What a person without a mouse meets on a page."""

    trap: str
    """What the key does not lead out of."""
    missed: tuple[str, ...]
    """What is seen and can be acted upon, and that the key never reaches."""
    hidden: tuple[str, ...]
    """What holds the focus where one cannot see it, and what lies over it."""
    for_the_mouse: tuple[str, ...]
    """What shows a hand, and that no key works."""

    @property
    def faults(self) -> list[str]:
        """What is wrong, in a few words each."""
        return [
            *([f"trapped: {self.trap}"] if self.trap else []),
            *(f"never reached: {item}" for item in self.missed),
            *(f"focus hidden: {item}" for item in self.hidden),
            *(f"for the mouse only: {item}" for item in self.for_the_mouse),
        ]


def walk(page: Page, key: str = "Tab", within: str = "body") -> Walk:
    """Press `key` on a page just opened, or in its dialog, until the focus has gone round.

    `within` selects what must be reached.
    """
    page.evaluate(SCRIPT)
    page.evaluate("place => keyboard.begin(place)", within)
    hidden = []
    state, told = "on", ""
    while state == "on":
        page.keyboard.press(key)
        state, told = page.evaluate("keyboard.stop()")
        hidden += [told] if told and state == "on" else []
    return Walk(
        told if state == "trapped" else "",
        tuple(page.evaluate("keyboard.missed()")),
        tuple(hidden),
        tuple(page.evaluate("keyboard.forTheMouse()")),
    )

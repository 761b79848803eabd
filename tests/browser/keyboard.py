"""Going through a page with the Tab key alone."""

from dataclasses import dataclass

from playwright.sync_api import Page

MANY = 60
"""Presses beyond the number of targets: what scrolls may be reached too."""

# `begin` notes what can be seen and acted upon; the focus may be there already. One radio button
# stands for its group, as the arrows do the rest. `stop` tells where the focus is and what lies
# over it, null once it has left: of the first line, some part must be in the window with nothing
# over its middle. Where the browser still has to scroll, a few drawings are waited for.
# What shows a hand without being a target, nor a label of one, is for the mouse only.
SCRIPT = """
(() => {
  const KINDS = "a[href], button, input:not([type=hidden]), select, textarea, summary, " +
    "audio[controls], video[controls], iframe, [contenteditable], [tabindex]";
  const DRAWINGS = 6;
  const reached = new Set();
  let place, targets;
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
      reached.clear();
      reached.add(document.activeElement);
      targets = Array.from(place.querySelectorAll(KINDS))
        .filter(item => !item.matches(":disabled") && item.tabIndex >= 0 && seen(item));
      return targets.length;
    },
    async stop() {
      const item = document.activeElement;
      if (!item || item === document.body || reached.has(item)) return null;
      reached.add(item);
      for (let count = 0; count < DRAWINGS && over(item); count += 1) await drawn();
      return over(item) && `${told(item)} under ${over(item)}`;
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

    stops: int
    ended: bool
    """Whether the key leads out at last, rather than round in a part of the page."""
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
            *([] if self.ended else [f"trapped after {self.stops} stops"]),
            *(f"never reached: {item}" for item in self.missed),
            *(f"focus hidden: {item}" for item in self.hidden),
            *(f"for the mouse only: {item}" for item in self.for_the_mouse),
        ]


def walk(page: Page, key: str = "Tab", within: str = "body") -> Walk:
    """Press `key` on a page just opened, or in its dialog, until the focus has gone round.

    `within` selects what must be reached.
    """
    page.evaluate(SCRIPT)
    most = page.evaluate("place => keyboard.begin(place)", within) + MANY
    stops = 0
    hidden = []
    ended = False
    while not ended and stops < most:
        page.keyboard.press(key)
        told: str | None = page.evaluate("keyboard.stop()")
        ended = told is None
        stops += not ended
        hidden += [told] if told else []
    return Walk(
        stops,
        ended,
        tuple(page.evaluate("keyboard.missed()")),
        tuple(hidden),
        tuple(page.evaluate("keyboard.forTheMouse()")),
    )

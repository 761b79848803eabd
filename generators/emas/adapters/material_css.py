"""What our pages use of Material's style sheets: less than a third of them.

A telephone shows nothing before it has received and read every style sheet.
"""

import re
from collections.abc import Iterator
from importlib.resources import files

SHEETS = ("main", "palette")

USED = re.compile(
    r"focus-visible|js|no-js"
    r"|md-(?:container|content|copyright|dialog|footer|footer-meta|grid|header|icon|logo|main"
    r"|overlay|sidebar|skip|toggle|top|typeset)(?:__.*|--.*)?"
    r"|md-nav(?:--secondary|__title|__list|__item(?:--section|--active)?|__link(?:--active|--passed)?)?"
)
"""The parts of Material that our pages have, with what they are made of and the states they take.

A test compares this with real pages.
"""

TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|/\*.*?\*/|[{};]', re.DOTALL)
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
WITHOUT = re.compile(r":not\([^()]*\)")
COMMA = re.compile(r",(?![^()]*\))")
NEVER = re.compile(r"\[dir=rtl\]|\[data-md-color-(?:primary|accent)=(?!custom)")
"""Pages that are never made: from right to left, or in a colour of Material's own."""

ICON = re.compile(r'(--[\w-]*icon[\w-]*):url\((?:"[^"]*"|\'[^\']*\')\);?')


def material_css() -> str:
    """Return the rules of Material that may apply to our pages, in their order."""
    folder = files("material") / "templates" / "assets" / "stylesheets"
    found = [item for item in folder.iterdir() if item.name.endswith(".css")]
    sheets = {item.name.partition(".")[0]: item for item in found}
    return trimmed("".join(sheets[name].read_text("utf-8") for name in SHEETS))


def trimmed(css: str) -> str:
    """Return `css` without the rules and the icons that nothing asks for."""
    kept = _kept(css)

    def icon(match: re.Match[str]) -> str:
        return match[0] if f"var({match[1]})" in kept else ""

    return ICON.sub(icon, kept)


def is_used(selector: str) -> bool:
    """Tell whether a selector may name something of our pages."""
    classes = CLASS.findall(WITHOUT.sub("", selector))
    return not NEVER.search(selector) and all(map(is_ours, classes))


def is_ours(name: str) -> bool:
    """Tell whether a class is one of those that our pages have."""
    return USED.fullmatch(name) is not None


def _kept(css: str) -> str:
    return "".join(rule for prelude, body in _rules(css) if (rule := _rule(prelude, body)))


def _rule(prelude: str, body: str) -> str:
    """Return what is left of a rule, possibly nothing."""
    if prelude.startswith(("@media", "@supports")):
        inner = _kept(body)
        return f"{prelude}{{{inner}}}" if inner else ""
    if prelude.startswith("@"):
        return f"{prelude}{{{body}}}"
    selectors = [item for item in COMMA.split(prelude) if is_used(item)]
    return f"{','.join(selectors)}{{{body}}}" if selectors else ""


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield each rule with braces: what is before them, and what is inside."""
    depth = start = opened = 0
    for token in TOKEN.finditer(css):
        match token[0][0]:
            case "{":
                depth += 1
                opened = token.start() if depth == 1 else opened
            case "}":
                depth -= 1
                if depth == 0:
                    yield css[start:opened].strip(), css[opened + 1 : token.start()]
                    start = token.end()
            case ";" | "/" if depth == 0:
                start = token.end()

"""The first page of a stick: what is where, how to lead a session from it, what to do if it fails.

One file without any script, that a browser shows from a folder and prints on one sheet.
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from emas.model import Module, day_in_words
from emas.model.timetable import when, where
from emas.theme import Theme, css
from emas.transforms.typography import space
from emas.writers.site.downloads import Download, title, weighed
from emas.writers.site.elements import Child, classed, described, element, link
from emas.writers.stick import words
from emas.writers.stick.contents import SESSIONS, SUMS, Contents, Visit
from emas.writers.supports.words import ADAPTATIONS, SUPPORTS, sheet_name

STYLE = "cle-usb/lisez-moi.css"
FONTS = PurePosixPath("site/assets/emas/fonts")
"""The fonts of the site serve this page too."""

FIRST = ("livret.pdf", "guide-animateur.pdf")
"""What is printed most; the other sheets are folded."""


def page(contents: Contents, theme: Theme) -> bytes:
    """Return the page: links to what is on the stick, and to nothing else."""
    style = css.chosen_by_browser(theme, FONTS) + (theme.folder / STYLE).read_text("utf-8")
    head = element(
        "head",
        None,
        element("meta", {"charset": "utf-8"}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("title", None, f"{words.TITLE}, {contents.team.name}"),
        element("style", None, style),
    )
    body = element("body", None, element("main", None, *_content(contents)))
    html = element("html", {"lang": "fr"}, head, body)
    written: bytes = ET.tostring(html, "utf-8", method="html")
    return b"<!doctype html>\n" + written + b"\n"


def _content(contents: Contents) -> Iterator[Element]:
    yield classed("p", "genre", contents.team.name)
    yield element("h1", None, words.TITLE)
    yield _text(words.LEAD, "chapo")
    yield _paragraph(classed("a", "ouvrir", "Ouvrir le site"), {"href": "site/index.html"})
    if contents.visit is not None:
        yield from _visit(contents.visit)
    yield element("h2", None, "Les modules")
    yield from (_module(module, contents) for module in contents.modules)
    yield from _supports(contents)
    yield element("h2", None, "Animer une séance depuis cette clé")
    yield element("ol", None, *(_line(step) for step in words.STEPS))
    yield element("h2", None, "Plan B")
    yield element("dl", None, *_described(words.PLAN_B))
    yield from _whole()
    yield _about(contents)


def _paragraph(child: Element, attributes: dict[str, str]) -> Element:
    child.attrib |= attributes
    return element("p", None, child)


def _text(text: str, name: str | None = None) -> Element:
    return element("p", {"class": name}, space(text))


def _line(text: str) -> Element:
    """Return an item of a list whose first words, before « : », stand out."""
    first, _, rest = text.partition(" : ")
    return element("li", None, element("strong", None, space(f"{first} :")), f" {space(rest)}")


def _described(pairs: Iterable[tuple[str, str]]) -> Iterator[Element]:
    for term, said in pairs:
        yield element(
            "div", None, element("dt", None, space(term)), element("dd", None, space(said))
        )


def _visit(visit: Visit) -> Iterator[Element]:
    """Yield the session whose pack is on the stick, and the warning that goes with names."""
    session = visit.item.session
    folder = SESSIONS / session.id
    facts = described([("Quand", [when(session)]), ("Où", [where(session)])])
    first, *others = sorted(visit.files, key=lambda name: (name != words.DOSSIER, name))
    parts: list[Child] = [
        classed("p", "rubrique", "La session de cette clé"),
        element("h2", None, space(visit.item.training.title)),
        *([facts] if facts is not None else []),
        element(
            "p",
            None,
            link(f"{folder}/{first}", first),
            f", dans le dossier {folder}, avec le reste",
        ),
        _folded("Les autres documents", [link(f"{folder}/{name}", name) for name in others]),
        classed("p", "attention", element("strong", None, "Attention."), f" {space(words.NAMES)}"),
    ]
    yield classed("section", "session", *parts)


def _module(module: Module, contents: Contents) -> Element:
    decks, sheets = _files(module, contents)
    folder = f"livrets/{module.id}"
    first = [path for name in FIRST for path in sheets if path.name == name]
    rest = [path for path in sheets if path not in first]
    told = f"Version {module.version} · {'relu' if module.review else 'non relu'}"
    return element(
        "article",
        None,
        element("h3", None, module.title),
        classed("p", "discret", space(f"{told} · {module.licence}")),
        element(
            "dl",
            None,
            *_row("Lire", [link(f"site/modules/{module.id}/index.html", "Le module sur le site")]),
            *_row("Projeter", [_file(path, contents) for path in decks]),
            *_row("Imprimer", [_file(path, contents) for path in first]),
        ),
        *([_folded(f"Les autres feuilles ({len(rest)})", [_file(p, contents) for p in rest])]),
        classed("p", "chemin", space(f"{told} · dossiers : diapos et {folder}")),
    )


def _supports(contents: Contents) -> Iterator[Element]:
    """Yield the paper of the whole project, folded; nothing if it was not built."""
    names = {f"{support.id}.pdf": support.title for support in SUPPORTS}
    names |= {
        f"{sheet_name(domain)}.pdf": f"{ADAPTATIONS} : {name}"
        for domain, name in contents.vocabulary.domains.items()
    }
    found = [(PurePosixPath("supports", file), name) for file, name in names.items()]
    links = [
        link(str(path), space(weighed(name, Download(path.name, contents.sizes[path]))))
        for path, name in found
        if path in contents.sizes
    ]
    if links:
        yield element("h2", None, "Pour la classe")
        told = "Supports visuels et aménagements à imprimer"
        yield _folded(f"{told} ({len(links)})", links)
        yield classed("p", "chemin", space(f"{told} · dossier : supports"))


def _row(term: str, links: list[Element]) -> Iterator[Element]:
    if links:
        items = (element("li", None, item) for item in links)
        listed = element("ul", None, *items)
        yield element("div", None, element("dt", None, term), element("dd", None, listed))


def _folded(title: str, links: list[Element]) -> Element:
    items = (element("li", None, item) for item in links)
    return element("details", None, element("summary", None, title), element("ul", None, *items))


def _files(module: Module, contents: Contents) -> tuple[list[PurePosixPath], list[PurePosixPath]]:
    """Return the decks, then the sheets of a module that are on the stick."""
    decks = [
        path
        for path in contents.sizes
        if path.parent == PurePosixPath("diapos") and path.stem.split("--")[0] == module.id
    ]
    decks.sort(key=lambda path: (path.stem, path.suffix != ".pptx"))
    folder = PurePosixPath("livrets") / module.id
    return decks, [path for path in sorted(contents.sizes) if path.parent == folder]


def _file(path: PurePosixPath, contents: Contents) -> Element:
    told = Download(path.name, contents.sizes[path])
    return link(str(path), space(title(told, contents.vocabulary)))


def _whole() -> Iterator[Element]:
    """Yield how to know whether the copy is whole."""
    yield element("h2", None, space("La copie est-elle entière ?"))
    yield element("p", None, link(str(SUMS), str(SUMS)), f" {space(words.SUMS)}")
    for system, command in words.COMMANDS:
        yield element("p", None, space(f"{system} : "), element("code", None, command))


def _about(contents: Contents) -> Element:
    told = [f"Contenu du {day_in_words(contents.as_of)}.", words.CREDITS]
    if contents.team.report_email:
        told.append(f"Une erreur à signaler : {contents.team.report_email}.")
    return element("footer", None, _text(" ".join(told), "discret"))

"""The results of a session as one page: nothing to fetch, readable from a folder, printable."""

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from emas.theme import Theme, css
from emas.writers.reports.report import Answered, Compared, Line, Part, Report
from emas.writers.site.elements import Child, classed, described, element, hidden

STYLE = "resultats/resultats.css"
PROGRESS = ("Objectif", "Qui", "Avant", "Après")


def page(report: Report, theme: Theme) -> bytes:
    """Return the HTML page of `report`, its style inside."""
    style = css.plain_variables(theme) + (theme.folder / STYLE).read_text("utf-8")
    title = f"{report.title} – résultats"
    head = element(
        "head",
        None,
        element("meta", {"charset": "utf-8"}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"name": "robots", "content": "noindex"}),
        element("title", None, title),
        element("style", None, style),
    )
    body = element("body", None, element("main", None, *_content(report)))
    html = element("html", {"lang": "fr"}, head, body)
    written: bytes = ET.tostring(html, "utf-8", method="html")
    return b"<!doctype html>\n" + written + b"\n"


def _content(report: Report) -> Iterator[Element]:
    yield classed("p", "genre", "Résultats de la session")
    yield element("h1", None, report.title)
    yield classed("p", "chapo", report.lead)
    yield from _facts(report.facts)
    yield element("h2", None, "Participation")
    sheets = ((part.title, part.sheets) for part in report.parts)
    yield from _facts((*report.attendance, *sheets))
    if report.progress:
        yield element("h2", None, "Avant et après, par objectif")
        yield _progress(report.progress)
    for part in report.parts:
        yield from _part(part)
    yield element("h2", None, "Pour bien lire")
    yield element("ul", None, *(element("li", None, told) for told in report.reading))


def _facts(pairs: Iterable[tuple[str, str]]) -> Iterator[Element]:
    listed = described((label, [said]) for label, said in pairs)
    if listed is not None:
        yield listed


def _progress(lines: Iterable[Compared]) -> Element:
    head = element("tr", None, *(element("th", {"scope": "col"}, title) for title in PROGRESS))
    rows = (element("tr", None, *_compared(line)) for line in lines)
    table = element("table", None, element("thead", None, head), element("tbody", None, *rows))
    return element(
        "div",
        {
            "class": "defile",
            "tabindex": "0",
            "role": "group",
            "aria-label": "Avant et après, par objectif",
        },
        table,
    )


def _compared(line: Compared) -> Iterator[Element]:
    yield element("th", {"scope": "row"}, line.objective)
    if line.hidden:
        yield element("td", {"colspan": "3"}, line.hidden)
    else:
        yield from (element("td", None, said) for said in (line.learners, line.before, line.after))


def _part(part: Part) -> Iterator[Element]:
    yield element("h2", None, part.title)
    yield classed("p", "discret", part.sheets)
    for question in part.questions:
        yield element("section", None, *_question(question))


def _question(question: Answered) -> Iterator[Element]:
    yield element("h3", None, f"{question.number}. {question.statement}")
    if question.hidden:
        yield classed("p", "cachee", question.hidden)
    else:
        yield classed(
            "p", "discret", " · ".join(filter(None, (question.respondents, question.points)))
        )
    if question.lines:
        rows = (element("tr", None, *_line(line)) for line in question.lines)
        yield element("table", {"class": "compte"}, _head(question), element("tbody", None, *rows))
    if question.texts:
        yield element("ul", None, *(element("li", None, text) for text in question.texts))
    for remark in question.remarks:
        yield classed("p", "remarque", remark)
    if question.outdated:
        yield classed("p", "discret", question.outdated)


def _head(question: Answered) -> Element:
    """Return the titles of the columns, for those who do not see the table."""
    shares = any(line.share for line in question.lines)
    titles = ("Réponse", "Nombre", *(["Part"] if shares else []))
    cells = (element("th", {"scope": "col"}, hidden(title)) for title in titles)
    return element("thead", None, element("tr", None, *cells))


def _line(line: Line) -> Iterator[Element]:
    right: list[Child] = [" ", classed("span", "juste", "✓ bonne réponse")] if line.right else []
    bar = element("span", {"class": "barre", "style": f"--part: {line.part:.3f}"})
    yield element("th", {"scope": "row"}, line.label, *right, bar)
    yield element("td", None, str(line.count))
    if line.share:
        yield element("td", None, line.share)

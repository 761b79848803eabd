"""What is asked, as a form: a group of fields, then what can be said of it, to open.

Everything is on the page and usable without JavaScript. `questions.js` checks what is filled in,
and brings up the remarks it deserves: it knows a form by `data-genre`, what to remember by
`data-cle` and `data-version`, what is right by `data-corrige`, and a remark by the field it is
about, `data-champ`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from emas.theme import Kind
from emas.writers.site.elements import Child, classed, element


@dataclass(frozen=True, slots=True)
class Fields:
    """What a kind of question brings: how to answer, what to fill in, what can be said of it."""

    told: str
    fields: Iterable[Element]
    correction: Iterable[Element] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Something asked. `id` is the anchor of its frame; `key` and `version` say what one answers.

    `before` stands above the group of fields, that `legend` names. A click on `opener` shows the
    `correction`. `right` is the key of the answers, as JSON, if there is one.
    """

    id: str
    kind: str
    key: str
    version: str
    before: Iterable[Element]
    legend: Iterable[Child]
    told: str
    fields: Iterable[Element]
    hint: Iterable[Element] = ()
    opener: str
    correction: Iterable[Element]
    right: str | None = None


def form(asked: Form) -> Element:
    """Return the form; its method sends nothing anywhere, even when one presses Enter."""
    told = f"{asked.id}_consigne"
    group = element(
        "fieldset",
        {"aria-describedby": told},
        element("legend", None, *asked.legend),
        element("p", {"class": "emas-consigne", "id": told}, asked.told),
        *asked.fields,
    )
    attributes = {
        "class": "emas-question",
        "method": "dialog",
        "autocomplete": "off",
        "data-genre": asked.kind,
        "data-cle": asked.key,
        "data-version": asked.version,
        "data-corrige": asked.right,
    }
    return element(
        "form",
        attributes,
        *asked.before,
        group,
        *_on_demand("emas-indice", "Un indice", asked.hint),
        *_on_demand("emas-correction", asked.opener, asked.correction),
    )


def _on_demand(name: str, title: str, body: Iterable[Element]) -> Iterator[Element]:
    """Yield what a click opens, unless there is nothing to open."""
    if content := list(body):
        summary = element("summary", None, title)
        yield classed("details", f"emas-plus {name}", summary, *content)


def remarks(items: Iterable[Element]) -> Element:
    """Return the list of what can be said of each field."""
    return classed("ul", "emas-remarques", *items)


def remark(
    field: str, recall: Iterable[Child], verdict: Element, body: Iterable[Element], **data: str
) -> Element:
    """Return what can be said of a field: it recalls its words, judges, explains."""
    attributes = {"data-champ": field, **{f"data-{name}": value for name, value in data.items()}}
    return element("li", attributes, classed("p", "emas-rappel", *recall), verdict, *body)


def judged(sign: str, word: str, kind: Kind) -> Element:
    """Return a verdict: a sign, a word, and the colour of `kind`, which is never alone."""
    mark = element("span", {"aria-hidden": "true"}, f"{sign} ")
    said = element("strong", None, word)
    return classed("p", f"emas-verdict emas-verdict--{kind}", mark, said)

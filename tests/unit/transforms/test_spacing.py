"""Every word that readers will see is spaced; nothing else is."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from tests.unit.transforms.written import SPAN, blocks, question

from emas import pipeline, project
from emas.model import Catalogue, Contact, Page, Review
from emas.transforms.spacing import spaced
from emas.transforms.typography import space

PROSE = {
    "academy", "access", "alt", "by", "caption", "carrier", "credit", "definition", "expansion",
    "locator", "material", "note", "organisation", "place", "role", "room", "statement",
    "summary", "term", "territory", "text", "title", "variants", "via",
    "need", "purpose", "why",
    "Contact.name", "Media.source", "Team.name", "Vocabulary.audiences", "Vocabulary.domains",
    "Vocabulary.families", "Vocabulary.levels", "Vocabulary.licences",
}  # fmt: skip
"""The fields that people read: a name for all classes, or for one."""

DATA = {
    "aligns", "assessments", "audiences", "axis", "code", "data", "difficulties", "domain",
    "email", "enrolment", "entry", "family", "framework", "goto", "href", "id", "kind", "label",
    "language", "levels", "licence", "link", "modality", "module", "modules", "name", "objective",
    "objectives", "phone", "prerequisites", "priority", "questions", "reading", "report_email",
    "site", "source", "status", "steps", "tracking", "uri", "values", "verdict", "version", "year",
    "CodeBlock.text", "Comment.text", "Gap.accepted", "InlineCode.text", "InlineComment.text",
    "Number.unit", "AvoidedWord.fine", "AvoidedWord.forms", "AvoidedWord.instead",
    "AvoidedWord.replacement", "AvoidedWord.why", "Charter.acronyms", "Helpline.number",
    "Said.heard", "Said.ours", "Wording.danger", "Wording.ordinary",
}  # fmt: skip
"""Those that hold ids, addresses, numbers, code, and what is not published."""


def strings(value: object, where: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text inside `value`, after « Class.field », where it is."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from strings(item, where)
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item, where)
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            yield from strings(inner, f"{type(value).__name__}.{field.name}")


def is_prose(where: str) -> bool:
    """Return whether people read a field; one that neither list has is a mistake here."""
    name = where.rpartition(".")[2]
    if where in PROSE | DATA:
        return where in PROSE
    assert name in PROSE | DATA, f"{where}: prose or data?"
    return name in PROSE


@pytest.fixture(scope="module")
def catalogue(root: Path) -> Catalogue:
    """The real project, with what it does not have yet, so that each field has a text."""
    whole = pipeline.load(project.find(root)).catalogue
    odd = Contact("L'accueil : 9 h", "L'équipe", "03 20 12 34 56", "a@b.fr", "c'est fermé ?")
    review = Review(date(2026, 11, 21), "l'équipe : 2 personnes")
    step = replace(whole.modules[0].steps[0], blocks=blocks(EVERYTHING))
    first = replace(
        whole.modules[0], review=review, steps=(step,), bank=(question(QUESTION),), title="L'un ?"
    )
    page = Page("a.md", "L'atelier", blocks(EVERYTHING), {}, SPAN)
    team = replace(whole.team, contacts=(odd,), carrier="L'association", territory="L'ouest : 2")
    return replace(whole, team=team, modules=(first, *whole.modules), pages=(page, *whole.pages))


EVERYTHING = """## L'heure ?

L'une : *l'autre* ? [l'**un** ?](https://exemple.fr/?l'un "L'un ?") `l'un ?` [@has, p. 12]
<!-- l'un -->

![L'image ?](media/l'un.svg "L'image ?")

```l'un
l'un ?
```

::: retenir L'idée ?
L'une ?
:::

<!-- l'un ? -->
"""
QUESTION = """::: question unique {#q1}
objectif : o

L'une ?

- [x] L'un ?
  > L'une ?
- [ ] L'autre ?
  > L'une ?

::: indice
L'indice ?
:::

> L'ensemble ?
:::"""


def test_whatever_people_read_is_spaced(catalogue: Catalogue) -> None:
    found = {(where, text) for where, text in strings(spaced(catalogue)) if is_prose(where)}
    assert {(where, space(text)) for where, text in found} == found


def test_ids_addresses_and_code_are_not_touched(catalogue: Catalogue) -> None:
    def data(value: Catalogue) -> list[tuple[str, str]]:
        return [(where, text) for where, text in strings(value) if not is_prose(where)]

    assert data(spaced(catalogue)) == data(catalogue)


def test_spacing_a_catalogue_twice_changes_nothing_more(catalogue: Catalogue) -> None:
    once = spaced(catalogue)
    assert spaced(once) == once

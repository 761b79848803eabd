"""The facts of a project, for who reads them again: how far each holds, where it is said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from emas.diagnostics import Span
from emas.document import Adaptation, plain_text, walk
from emas.model.catalogue import Catalogue
from emas.model.charter.passages import pages
from emas.model.reference import Reading, Source
from emas.model.rules.facts import citations
from emas.model.rules.texts import texts

SOON_DAYS = 90
"""How long before its date a fact is to be read again soon: about a term."""

SENTENCE = re.compile(r"[^.!?…]+(?:[.!?…](?!\s|$)[^.!?…]*)*[.!?…]*")


class Due(StrEnum):
    """What there is to do with a fact, the most pressing first; the value is what people read."""

    EXPIRED = "périmé"
    UNCONFIRMED = "à confirmer"
    SECONDARY = "source secondaire"
    SOON = "à relire bientôt"
    HELD = "vérifié"


@dataclass(frozen=True, slots=True)
class Fact:
    """A citation: the sentence that it proves, as its author wrote it, maybe empty."""

    due: Due
    source: Source
    sentence: str
    span: Span


def facts(catalogue: Catalogue, on: date) -> Iterator[Fact]:
    """Yield each fact of `catalogue` as it is on a day, in the order in which texts are read.

    Sources that do not exist are left aside: they have a diagnostic.
    """
    said = dict(_sentences(catalogue))
    for name, unconfirmed, span in citations(catalogue):
        source = catalogue.sources.get(name)
        if source is not None:
            due = _due(source, on, unconfirmed=unconfirmed)
            yield Fact(due, source, said.get(span, ""), span)


def _due(source: Source, on: date, *, unconfirmed: bool) -> Due:
    limit = source.review_before
    if limit is not None and limit < on:
        return Due.EXPIRED
    if unconfirmed or source.reading is Reading.UNREAD:
        return Due.UNCONFIRMED
    if source.reading is Reading.SECONDARY:
        return Due.SECONDARY
    if limit is not None and limit <= on + timedelta(days=SOON_DAYS):
        return Due.SOON
    return Due.HELD


def _sentences(catalogue: Catalogue) -> Iterator[tuple[Span, str]]:
    """Yield where each citation is, with its sentence, or the title of what names a source."""
    for page in pages(catalogue):
        for passage in page.passages:
            for place, citation in passage.citations:
                yield citation.span, _around(passage.text, place)
    for text in texts(catalogue):
        for node in walk(text.blocks):
            if isinstance(node, Adaptation):
                yield node.source_span or node.span, plain_text(node.title)
    for module in catalogue.modules:
        for question in module.all_questions():
            yield question.source_span or question.span, plain_text(question.statement)
    for shared in catalogue.adaptations:
        yield shared.source_span, shared.title


def _around(text: str, place: int) -> str:
    """Return the sentence before `place`: a citation stands before or after its full stop."""
    near = (match for match in SENTENCE.finditer(text) if match.start() < max(place, 1))
    found = [match[0] for match in near if match[0].strip()]
    return " ".join(found[-1].split()).replace(" .", ".") if found else ""

"""Checks about sources: that they exist, and before publication, that they hold."""

from collections.abc import Iterator
from datetime import date

from emas.diagnostics import Code, Diagnostic, Span
from emas.diagnostics.suggest import suggestion
from emas.document import Adaptation, Citation, walk
from emas.model.catalogue import Catalogue
from emas.model.reference import Reading
from emas.model.rules.texts import texts


def citations(catalogue: Catalogue) -> Iterator[tuple[str, bool, Span]]:
    """Yield each source named in a text: its id, whether it is « à confirmer », and where."""
    for page in texts(catalogue):
        for node in walk(page.blocks):
            if isinstance(node, Citation):
                yield node.source, node.unconfirmed, node.span
            elif isinstance(node, Adaptation) and node.source:
                yield node.source, False, node.source_span or node.span
    for module in catalogue.modules:
        for question in module.all_questions():
            if question.source:
                yield question.source, False, question.source_span or question.span
    for shared in catalogue.adaptations:
        if shared.source:
            yield shared.source, False, shared.source_span
    for helpline in catalogue.wording.helplines if catalogue.wording else ():
        yield helpline.source, False, helpline.source_span


def unknown_sources(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each source named and not declared."""
    for source, _, span in citations(catalogue):
        if source not in catalogue.sources:
            near = suggestion(source, catalogue.sources)
            yield Diagnostic(Code.SRC001, span, {"source": source, "suggestion": near})


def facts_to_review(catalogue: Catalogue, on: date) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each fact cited that has expired on that day or is unconfirmed."""
    for source, unconfirmed, span in citations(catalogue):
        known = catalogue.sources.get(source)
        if known is None:
            continue
        if unconfirmed or known.reading is Reading.UNREAD:
            yield Diagnostic(Code.SRC003, span, {"source": source})
        if known.review_before is not None and known.review_before < on:
            values = {"source": source, "date": known.review_before.isoformat()}
            yield Diagnostic(Code.SRC002, span, values)

"""Shared adaptations on paper: a document a domain, each of them compact, then lines for trials."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import PurePosixPath

from emas.diagnostics import Span
from emas.document import Blocks, Footnote, Medium, walk
from emas.model import Catalogue, Edition, SharedAdaptation, Variant
from emas.model.survey import Survey, as_module
from emas.theme import Theme
from emas.transforms.citations import Numbers
from emas.transforms.typography import space
from emas.writers.handouts.boxes import names
from emas.writers.handouts.compile import (
    Document,
    as_json,
    sign_in_words,
    typeset,
    unprintable,
)
from emas.writers.handouts.content import blocks
from emas.writers.handouts.context import Context, Data, printable
from emas.writers.handouts.inlines import breakable
from emas.writers.handouts.look import Look, mono, settings
from emas.writers.handouts.references import notes, sources
from emas.writers.supports.words import ADAPTATIONS, sheet_name
from emas.writers.written import Written

LINES = 9
"""Trials that fit the last page."""


def write(catalogue: Catalogue, dated: date, theme: Theme) -> Iterator[Written]:
    """Yield the document of each domain that has adaptations, for a `catalogue` already spaced."""
    look = mono(theme)
    style = as_json(settings(theme, look))
    for domain, name in catalogue.vocabulary.domains.items():
        members = [shared for shared in catalogue.adaptations if shared.domain == domain]
        if members:
            members.sort(key=lambda shared: shared.title.casefold())
            data = _data(name, members, catalogue, dated, look)
            files = {"reglages.json": style, "donnees.json": as_json(data)}
            path = PurePosixPath(f"{sheet_name(domain)}.pdf")
            document = Document(path, "amenagements.typ", files, dated)
            yield typeset(document, theme, partial(_explained, members))


def _explained(members: list[SharedAdaptation], message: str) -> tuple[Span, str]:
    """Return where the sign that no font has is written, else the first entry."""
    sign = unprintable(message)
    if not sign:
        return members[0].span, message
    holding = next((shared for shared in members if sign in repr(shared)), members[0])
    return holding.span, f"le signe {sign_in_words(sign)} n’existe dans aucune police"


def _data(
    name: str, members: list[SharedAdaptation], catalogue: Catalogue, dated: date, look: Look
) -> Data:
    numbers = Numbers(catalogue.sources)
    resolved = [_resolved(shared, numbers) for shared in members]
    blank = as_module(Survey("", name, (), members[0].span))
    edition = Edition(
        *(blank, Medium.PAPER, Variant(), catalogue.team, catalogue.vocabulary),
        citations=numbers.cited,
        terms=(),
        as_of=dated,
    )
    contexts = [_context(shared, edition, look) for shared in resolved]
    title = space(f"{ADAPTATIONS} : {name}")
    count = len(members)
    return {
        "kind": ADAPTATIONS,
        "title": name,
        "named": title,
        "summary": space(
            f"{count} aménagement{'s' * (count > 1)} à essayer, et de quoi les noter."
        ),
        "team": catalogue.team.name,
        "origin": catalogue.team.name,
        "date": [dated.year, dated.month, dated.day],
        "footer": [title, catalogue.team.name],
        "entries": [_entry(*pair) for pair in zip(resolved, contexts, strict=True)],
        "lines": LINES,
        "notes": notes(contexts),
        "sources": sources(edition),
    }


def _resolved(shared: SharedAdaptation, numbers: Numbers) -> SharedAdaptation:
    found = shared.with_texts(lambda text: numbers.resolve(printable(text, Medium.PAPER)))
    numbers.cite(shared.source)
    return found


def _context(shared: SharedAdaptation, edition: Edition, look: Look) -> Context:
    called = {node.label: node for node in walk(shared.texts()) if isinstance(node, Footnote)}
    return Context(edition, shared.id, notes=called, line=look.line, flat=True)


def _entry(shared: SharedAdaptation, context: Context) -> Data:
    words = context.edition.vocabulary

    def said(text: Blocks) -> list[Data]:
        return blocks(text, context)

    facts = (names(words.levels, shared.levels), names(words.families, shared.difficulties))
    return {
        "title": breakable(shared.title),
        "need": breakable(shared.need),
        "intro": said(shared.intro),
        "how": said(shared.how),
        "avoid": said(shared.avoid),
        "measure": said(shared.measure),
        "facts": " · ".join(fact for fact in facts if fact),
        "source": context.cited(shared.source) or 0,
    }

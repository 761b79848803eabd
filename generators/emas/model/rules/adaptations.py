"""Checks about shared adaptations: that the one which is named exists."""

from collections.abc import Iterator

from emas.diagnostics import Code, Diagnostic
from emas.diagnostics.suggest import suggestion
from emas.document import Adaptation, walk
from emas.model.catalogue import Catalogue
from emas.model.rules.texts import texts


def unknown_adaptations(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each block that names a shared adaptation which does not exist.

    One that is there and could not be read has its own diagnostic.
    """
    unread = {path.stem for path in catalogue.unread if path.parent.name == "amenagements"}
    known = {shared.id for shared in catalogue.adaptations} | unread
    for page in texts(catalogue):
        for node in walk(page.blocks):
            if isinstance(node, Adaptation) and node.entry and node.entry not in known:
                values = {"nom": node.entry, "suggestion": suggestion(node.entry, sorted(known))}
                yield Diagnostic(Code.AME006, node.span, values)

"""Names that authors may write by id or by label, with or without accents and capitals."""

from collections.abc import Iterable, Mapping

from emas.diagnostics import Code, Diagnostic, Span
from emas.diagnostics.suggest import fold, suggestion


def resolve(
    name: str, known: Mapping[str, str], *, called: str, span: Span
) -> tuple[str | None, list[Diagnostic]]:
    """Return the id that `name` stands for in `known` (id -> label), or None and VOC001.

    `called` is the key of vocabulaire.yml, for the message.
    """
    wanted = fold(name)
    for identifier, label in known.items():
        if wanted in (fold(identifier), fold(label)):
            return identifier, []
    values = {
        "nom": name,
        "liste": called,
        "suggestion": suggestion(name, known),
        "possibles": ", ".join(known),
    }
    return None, [Diagnostic(Code.VOC001, span, values)]


def resolve_all(
    names: Iterable[tuple[str, Span]], known: Mapping[str, str], *, called: str
) -> tuple[tuple[str, ...], list[Diagnostic]]:
    """Return the ids of `names`, each with its span, and what could not be resolved."""
    ids: list[str] = []
    found: list[Diagnostic] = []
    for name, span in names:
        identifier, problems = resolve(name, known, called=called, span=span)
        found += problems
        if identifier is not None and identifier not in ids:
            ids.append(identifier)
    return tuple(ids), found

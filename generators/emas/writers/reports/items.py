"""Remarks on questions, in words: what the answers of all sessions invite to read again."""

from collections.abc import Iterable, Iterator, Mapping

from emas.model.assessments import BEFORE
from emas.model.items import Item

NBSP = "\N{NO-BREAK SPACE}"
Remarks = Mapping[tuple[str, str], tuple[str, ...]]
"""By moment and `question@version`."""


def remarks(items: Iterable[Item]) -> Remarks:
    """Return what there is to say of `items`; those that work are absent."""
    said = {(item.moment, item.question.name): tuple(_said(item)) for item in items}
    return {place: words for place, words in said.items() if words}


def _said(item: Item) -> Iterator[str]:
    share = f"{round(100 * item.success)}{NBSP}% de réussite, {item.answers}{NBSP}réponses"
    if item.easy:
        when = "avant même la formation" if item.moment == BEFORE else "ou presque"
        yield f"Tout le monde y répond juste, {when} ({share})."
    if item.hard:
        yield f"Peu de bonnes réponses ({share}){NBSP}: relire l’énoncé, la clé, ou le module."
    if item.unclear:
        yield (
            "Ceux qui savent le reste n’y répondent guère mieux que les autres"
            f" ({share}){NBSP}: l’énoncé est peut-être ambigu, ou la clé fausse."
        )
    if item.unchosen:
        options = ", ".join(f"«{NBSP}{item.question.options[n]}{NBSP}»" for n in item.unchosen)
        several = len(item.unchosen) > 1
        yield (
            f"{'Réponses' if several else 'Réponse'} que personne n’a choisie{'s' * several}"
            f" ({item.answers}{NBSP}réponses){NBSP}: {options}"
        )

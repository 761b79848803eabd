"""The charter of writing: what makes a text less clear, less fair or less safe, never an error."""

from collections.abc import Callable, Iterable, Iterator

from emas.diagnostics import Diagnostic
from emas.model.catalogue import Catalogue
from emas.model.charter.acronyms import unexplained_acronyms
from emas.model.charter.emergency import numbers_to_check
from emas.model.charter.figures import figures_without_source
from emas.model.charter.passages import Pages, pages
from emas.model.charter.persons import private_data, unmarked_names
from emas.model.charter.sentences import long_sentences
from emas.model.charter.words import words_to_avoid

Rule = Callable[[Catalogue, Pages], Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = (
    words_to_avoid,
    unexplained_acronyms,
    long_sentences,
    figures_without_source,
    unmarked_names,
    private_data,
)

__all__ = ["RULES", "numbers_to_check", "proofread"]


def proofread(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield what every rule of the charter finds in `catalogue`."""
    read = tuple(pages(catalogue))
    for rule in RULES:
        yield from rule(catalogue, read)

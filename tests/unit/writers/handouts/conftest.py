import pytest
from tests.unit.writers.handouts.every_kind import BLOCKS, PICTURE, TABLE
from tests.unit.writers.handouts.samples import HERE, edition, line, par, printed, words_of

from emas.document import Figure, Heading, Quote


@pytest.fixture(scope="session")
def whole_booklet() -> bytes:
    """A booklet that holds one node of each kind."""
    return printed(edition(*BLOCKS))


@pytest.fixture(scope="session")
def whole_words(whole_booklet: bytes) -> str:
    """The text of that booklet, without any space."""
    return words_of(whole_booklet)


@pytest.fixture(scope="session")
def small_booklet() -> bytes:
    """A booklet that holds what the structural check looks at, and little else."""
    title = Heading(2, line("Titre"), "titre", HERE)
    return printed(edition(title, Figure(PICTURE, HERE), TABLE, Quote((par("dit"),), HERE)))

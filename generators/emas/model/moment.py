"""What a session asks, in plain values: what is needed to count its answers and to say them.

The command line makes them from the sources; the tracking service reads them from
`build/suivi/catalogue.json`, and keeps those of older versions.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from emas.model.keys import Key
from emas.model.task import UNSCORED, Kind


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question of a session. `name` is « aut-q04@1a2b3c4d », `objective` an id or empty.

    `options` are what there is to tick, or the points of a scale, by number; `shown` are these
    numbers in the order in which readers see them. Both are empty for the other kinds. What is not
    `collected` stays with the learner.
    """

    name: str
    key: Key
    objective: str
    statement: str
    options: tuple[str, ...]
    shown: tuple[int, ...]
    right: frozenset[int]
    collected: bool

    @property
    def id(self) -> str:
        """The id of the question, whatever its version."""
        return self.name.partition("@")[0]

    @property
    def kind(self) -> Kind:
        """The kind its author declared."""
        return Kind(self.key["kind"])

    @property
    def scored(self) -> bool:
        """Whether it has a right answer."""
        return self.kind not in UNSCORED


@dataclass(frozen=True, slots=True)
class AskedPart:
    """What one module, or one survey, asks at one moment: « acquis ».

    `title` is what readers call the moment; `owner` is the id of the module or of the survey, and
    `owner_title` its title. `objectives` are statements by id.
    """

    moment: str
    title: str
    owner: str
    owner_title: str
    survey: bool
    objectives: Mapping[str, str]
    questions: tuple[AskedQuestion, ...]

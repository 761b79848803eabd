"""What participants answered to the service, as sheets: counted with those of paper."""

from collections.abc import Iterable, Mapping, Sequence

from emas.model import Key, Response
from emas.model.interaction import read
from emas.model.moment import AskedPart
from emas.model.sheet import Sheet
from emas.tracking.store import Store
from emas.tracking.store.rooms import answers_of, opinions_of


def sheets_of(store: Store, session: str, parts: Sequence[AskedPart]) -> tuple[Sheet, ...]:
    """Return the sheets of a session; answers to versions that `parts` do not have are left.

    Raises:
        UnavailableError: if the database cannot be read now.
    """
    keys = {one.name: one.key for part in parts for one in part.questions}
    answered = store.read(answers_of, session)
    sheets = [
        Sheet(moment, learner, 1, _responses(answers, keys))
        for (moment, learner), answers in answered.items()
    ]
    opinions = store.read(opinions_of, session)
    return (*sheets, *(Sheet(one.moment, one.code, 1, one.answers) for one in opinions))


def _responses(answers: Mapping[str, str], keys: Mapping[str, Key]) -> dict[str, Response]:
    return {name: read(keys[name], text) for name, text in _known(answers, keys)}


def _known(answers: Mapping[str, str], keys: Mapping[str, Key]) -> Iterable[tuple[str, str]]:
    return sorted((name, text) for name, text in answers.items() if name in keys)

"""Free texts: somebody reads them after the session, all of them, before it can be closed.

« Lu après la séance » is a promise made beside each field. Texts are shown from the first one, for
a call for help is often alone; without any code, in the order of letters.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from emas.model import Kind
from emas.model.moment import AskedQuestion
from emas.tracking.catalogue import Session, TrackedPlan
from emas.tracking.store import Store
from emas.tracking.store.rooms import answers_of, opinions_of
from emas.tracking.store.texts import last_read


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what was written to it, whatever its version."""

    moment: str
    statement: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """The free texts of a session; `read`: somebody has read these ones."""

    asked: tuple[Asked, ...]
    mark: bytes
    read: bool

    @property
    def count(self) -> int:
        """How many texts there are."""
        return sum(len(one.texts) for one in self.asked)

    @property
    def waiting(self) -> bool:
        """Whether somebody must read them."""
        return self.count > 0 and not self.read


def texts_of(store: Store, session: Session) -> Texts:
    """Return the free texts of a session.

    Raises:
        UnavailableError: if the database cannot be read now.
    """
    found = tuple(_asked(session, _written(store, session.id)))
    said = json.dumps([(one.moment, one.statement, one.texts) for one in found])
    mark = hashlib.blake2b(said.encode(), digest_size=16).digest()
    return Texts(found, mark, store.read(last_read, session.id) == mark)


def _written(store: Store, session: str) -> Mapping[tuple[str, str], list[str]]:
    """Return what was answered, whatever the question, by moment and id of the question."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    answers = store.read(answers_of, session).items()
    said: Iterable[tuple[str, Mapping[str, object]]] = [
        *((place[0], some) for place, some in answers),
        *((one.moment, one.answers) for one in store.read(opinions_of, session)),
    ]
    for moment, some in said:
        for name, response in some.items():
            found[moment, name.partition("@")[0]].append(str(response).strip())
    return found


def _asked(session: Session, written: Mapping[tuple[str, str], list[str]]) -> Iterator[Asked]:
    titles = {part.moment: part.title for part in session.parts}
    seen: set[tuple[str, str]] = set()
    for moment, question in _open_questions(session):
        place = moment, question.id
        texts = tuple(sorted(text for text in written.get(place, ()) if text))
        if texts and place not in seen:
            seen.add(place)
            yield Asked(titles.get(moment, moment), question.statement, texts)


def _open_questions(session: Session) -> Iterator[tuple[str, AskedQuestion]]:
    """Yield those of now, in order, then those of before."""
    now = ((part.moment, one) for part in session.parts for one in part.questions)
    before = ((place[0], one) for place, one in sorted(session.former.items()))
    for moment, one in (*now, *before):
        if one.kind is Kind.OPEN:
            yield moment, one


def kept_open(store: Store, plan: TrackedPlan) -> TrackedPlan:
    """Return `plan` with each closed session whose texts wait for a reader as not closed.

    Raises:
        UnavailableError: if the database cannot be read now.
    """
    waiting = {
        name: replace(one, closed=False)
        for name, one in plan.sessions.items()
        if one.closed and texts_of(store, one).waiting
    }
    return replace(plan, sessions={**plan.sessions, **waiting})

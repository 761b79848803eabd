"""Many statements, as rooms of twenty-five people who answer twenty questions give them."""

import random
import uuid
from collections.abc import Iterator

from tests.tracking.asking import ANSWERED, Statement
from tests.tracking.writing import batch

from emas.tracking.store import Store
from emas.tracking.store.chunks import chunks
from emas.tracking.store.statements import add

HOME = "https://suivi.example"
PEOPLE, QUESTIONS = 25, 20


def answers(count: int, seed: int = 0) -> Iterator[Statement]:
    """Yield `count` statements, the same for the same seed."""
    chance = random.Random(seed)

    def new_id() -> str:
        return str(uuid.UUID(int=chance.getrandbits(128), version=4))

    session, people = "", [("", "")]
    for number in range(count):
        if number % (PEOPLE * QUESTIONS) == 0:
            session = f"{HOME}/s/{new_id()}"
            people = [(new_id(), new_id()) for _ in range(PEOPLE)]
        name, registration = people[number % PEOPLE]
        question = number // PEOPLE % QUESTIONS
        yield {
            "id": new_id(),
            "actor": {"account": {"homePage": session, "name": name}},
            "verb": {"id": ANSWERED},
            "object": {"id": f"{HOME}/q/aut-q{question:02}@9b01d3c4"},
            "result": {"response": "b", "success": chance.random() < 0.6},
            "context": {
                "registration": registration,
                "contextActivities": {
                    "parent": [{"id": f"{HOME}/a/acquis"}],
                    "grouping": [{"id": session}],
                },
            },
        }


def fill(store: Store, count: int, seed: int = 0) -> None:
    """Store `count` answers."""
    for some in chunks(answers(count, seed)):
        store.write(add, batch(*some)).result(timeout=600)

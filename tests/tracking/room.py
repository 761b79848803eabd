"""A session with a question of several kinds, and what is said in it, straight to a store."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from tests.responses import responses
from tests.tracking.asking import Statement, about
from tests.tracking.writing import opened

from emas import xapi
from emas.model import Key
from emas.model.interaction import written
from emas.model.moment import AskedPart, AskedQuestion
from emas.model.sheet import Sheet
from emas.tracking.catalogue import Session, TrackedPlan
from emas.tracking.rooms.answering import Learner, fitted, sent
from emas.tracking.store import Store
from emas.tracking.store.statements import Batch, add
from emas.writers.reports.about import About
from emas.xapi import json_text

NAME = "essai-2027-01"
CODES = ("B3CDFGH", "K7FMXR4", "PQRSTVW")
MOMENTS = ("positionnement", "acquis")
SURVEY = "satisfaction"
DAYS = (date(2027, 1, 13), date(2027, 1, 27))
MOST_OPEN = 4
AUTHORITY = {"objectType": "Agent", "account": {"homePage": "https://suivi.example", "name": "x"}}


def question(name: str, known: Key) -> AskedQuestion:
    options = tuple(f"proposition {rank}" for rank in range(known.get("count", 0)))
    shown = tuple(range(len(options)))
    return AskedQuestion(
        name, known, "savoir", f"Énoncé de {name} ?", options, shown, frozenset(), True
    )


QUESTIONS = (
    question("ess-q01@11111111", {"kind": "unique", "count": 3, "right": [0]}),
    question("ess-q02@22222222", {"kind": "multiple", "count": 3, "right": [0, 2]}),
    question("ess-q03@33333333", {"kind": "trous", "words": [["pas"], ["deux"]], "strict": False}),
    question("ess-q04@44444444", {"kind": "ouverte"}),
)
OPINIONS = (
    question("avis-clarte@55555555", {"kind": "echelle", "count": 5}),
    question("avis-demain@66666666", {"kind": "ouverte"}),
)
BY_NAME = {one.name: one for one in (*QUESTIONS, *OPINIONS)}


def part(moment: str, asked: tuple[AskedQuestion, ...]) -> AskedPart:
    return AskedPart(moment, moment.title(), "essai", "Essai", moment == SURVEY, {}, asked)


SESSION = Session(
    id=NAME,
    title="Un essai",
    when="le 13 janvier 2027",
    where="Lille",
    closed=False,
    retention_months=12,
    about=About(NAME, "Un essai", (("Où", "Lille"),), ()),
    days_held=DAYS[:1],
    parts=(*(part(moment, QUESTIONS) for moment in MOMENTS), part(SURVEY, OPINIONS)),
    awaited=dict.fromkeys((*MOMENTS, SURVEY), DAYS),
)
PLAN = TrackedPlan({NAME: SESSION})


def answer(code: str, moment: str, name: str, response: Any, at: int) -> Statement:
    """Return what a page sends, `at` seconds after 2027 began."""
    text = written(BY_NAME[name].key, response)
    value = sent(Learner(SESSION, code), moment, name, text)
    said = f"{code} {moment} {name} {text} {at}"
    when = datetime.fromtimestamp(1_798_761_600 + at, UTC)
    return value | {"id": str(uuid5(NAMESPACE_URL, said)), "timestamp": when.isoformat()}


def tell(store: Store, code: str, *values: Statement) -> None:
    """Have the page of a participant send its answers, as one request."""
    received = [xapi.receive(json_text.written(one), one) for one in values]
    fit = tuple(fitted(one, Learner(SESSION, code)) for one in received)
    store.write(add, Batch(fit, AUTHORITY)).result(timeout=60)


def void(store: Store, statement: str) -> None:
    """Have a program with an account void a statement."""
    said = {
        "id": str(uuid5(NAMESPACE_URL, f"void {statement}")),
        "actor": AUTHORITY,
        "timestamp": "2027-01-14T12:00:00Z",
    }
    value = about(statement) | said
    received = xapi.receive(json_text.written(value), value)
    store.write(add, Batch((received,), AUTHORITY)).result(timeout=60)


@st.composite
def answers(draw: st.DrawFn, asked: tuple[AskedQuestion, ...] = QUESTIONS) -> dict[str, Any]:
    """Return what a sheet says: an answer to some questions."""
    chosen = draw(st.sets(st.sampled_from([one.name for one in asked])))
    return {name: draw(responses(BY_NAME[name].key)) for name in sorted(chosen)}


def sheets(numbers: SearchStrategy[int]) -> SearchStrategy[Sheet]:
    """Return sheets of answers and of opinions, without two of the same number."""
    said = st.builds(Sheet, st.sampled_from(MOMENTS), st.sampled_from(CODES), numbers, answers())
    opinion = st.builds(
        Sheet, st.just(SURVEY), st.sampled_from(("ZZZZZZ1", "ZZZZZZ2")), numbers, answers(OPINIONS)
    )
    return said | opinion


@contextmanager
def stores(folder: Path) -> Iterator[Callable[[], Store]]:
    """Give what opens new databases fast: each is a copy of one that was made once."""
    model = folder / "modele.db"
    with opened(f"sqlite:///{model}"):
        pass
    made: list[Store] = []
    numbers = count()

    def new() -> Store:
        path = folder / f"suivi-{next(numbers)}.db"
        shutil.copy(model, path)
        made.append(Store(f"sqlite:///{path}"))
        if len(made) > MOST_OPEN:
            made.pop(0).close()
        return made[-1]

    try:
        yield new
    finally:
        for one in made:
            one.close()

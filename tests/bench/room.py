"""Sixty phones join, then all answer in the same second; the service has one core."""

import asyncio
import json
import tempfile
import time
import uuid
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles

from tests.bench.table import Line, shown
from tests.tracking.killing import child
from tests.tracking.sessions import NAME, known_sessions
from tests.tracking.wire import post
from tests.tracking.writing import opened

from emas.tracking.catalogue import read_plan
from emas.tracking.store.rooms import Room, open_rooms
from emas.xapi import names

PHONES, ROUNDS = 60, 12
MOMENT = "acquis"


def run(root: Path) -> str:
    """Return what was found, as a table."""
    del root  # the service needs no project
    with tempfile.TemporaryDirectory() as folder:
        known = known_sessions(Path(folder))
        url = f"sqlite:///{folder}/suivi.db"
        with opened(url) as store:
            code = store.write(open_rooms, Room(NAME, "BCDFGHJK")).result()
        session = read_plan(known).sessions[NAME]
        (part,) = [one for one in session.parts if one.moment == MOMENT][:1]
        with child(url, str(known)) as (_, address):
            joined, waits = asyncio.run(_room(address, code, [one.name for one in part.questions]))
    lines = [
        Line("téléphones entrés, tous à la fois", joined, f"sur {PHONES}", 0, floor=PHONES),
        Line("attente de l’acquittement, médiane", 1000 * quantiles(waits)[1], "ms", 0),
        Line("95 % attendent moins de", 1000 * quantiles(waits, n=20)[18], "ms", 0, limit=300),
    ]
    return shown(
        f"Suivi : {PHONES} réponses dans la même seconde, {ROUNDS} fois, sur un cœur", lines
    )


async def _room(address: str, code: str, questions: Sequence[str]) -> tuple[int, list[float]]:
    """Return how many phones are in, and how long each waited for each of its answers."""
    asked = {"session": NAME, "seance": code}
    said = await asyncio.gather(
        *(_post(address, "/suivi/rejoindre", "", asked) for _ in range(PHONES))
    )
    tokens = [json.loads(body)["jeton"] for status, body, _ in said if status == 200]
    waits: list[float] = []
    for number in range(ROUNDS):
        question = questions[number % len(questions)]
        start = asyncio.get_running_loop().time()
        answers = (
            _answer(address, token, question, start + rank / len(tokens))
            for rank, token in enumerate(tokens)
        )
        waits += await asyncio.gather(*answers)
    return len(tokens), waits


async def _answer(address: str, token: str, question: str, when: float) -> float:
    """Send an answer at `when`; return how long the acknowledgement took, in seconds."""
    statement = {
        "id": str(uuid.uuid4()),
        "actor": {"account": {"homePage": names.session(NAME), "name": "x"}},
        "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"},
        "object": {"id": names.question(question)},
        "result": {"response": "r0"},
        "context": {"contextActivities": {"parent": [{"id": names.moment(NAME, MOMENT)}]}},
    }
    await asyncio.sleep(when - asyncio.get_running_loop().time())
    status, body, seconds = await _post(address, "/xAPI/statements", token, [statement])
    assert status == 200, body
    return seconds


async def _post(address: str, path: str, token: str, content: object) -> tuple[int, bytes, float]:
    """Return the status, the body, and how long it took from the connection on."""
    start = time.perf_counter()
    status, said = await post(address, path, token, content)
    return status, said, time.perf_counter() - start

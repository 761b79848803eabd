"""A store whose writes are traced: `python -m tests.tracking.traced URL SYNCHRONOUS COUNT`.

It says each acknowledged answer on its standard output, where the trace sees it too.
"""

import os
import sys
from random import Random
from uuid import UUID

from tests.tracking.asking import ANSWERED, Statement
from tests.tracking.writing import batch, opened

from emas.tracking.store import engine
from emas.tracking.store.statements import add
from emas.xapi import names

SAID = b"OUI "


def answer(number: int, name: str) -> Statement:
    """Return an answer of one participant, who gives no other."""
    return {
        "id": name,
        "actor": {"account": {"homePage": names.session("s"), "name": f"{number:07}"}},
        "verb": {"id": ANSWERED},
        "object": {"id": names.question("q@1a2b3c4d")},
        "result": {"response": "r0"},
        "context": {"contextActivities": {"parent": [{"id": names.moment("s", "acquis")}]}},
    }


def main(url: str, synchronous: str, count: int) -> None:
    engine.SQLITE_SETTINGS["synchronous"] = synchronous
    chance = Random(2026)
    with opened(url) as store:
        number = 0
        while number < count:
            some = [
                answer(one, str(UUID(int=chance.getrandbits(128), version=4)))
                for one in range(number, number + chance.choice((1, 1, 1, 2, 5)))
            ]
            number += len(some)
            for one, done in [(one, store.write(add, batch(one))) for one in some]:
                done.result(timeout=60)
                os.write(1, SAID + one["id"].encode() + b"\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))

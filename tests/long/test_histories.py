"""Two thousand histories of phones: nothing acknowledged is lost or doubled, whatever happens."""

import asyncio
import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack, closing
from itertools import islice
from pathlib import Path
from random import Random

import pytest
from tests.tracking.killing import child
from tests.tracking.phones import EVENTS, Phone
from tests.tracking.sessions import NAME, longer_session
from tests.tracking.writing import opened

from emas.model.codes import new_codes
from emas.tracking.catalogue import read_plan
from emas.tracking.store.rooms import Room, answers_of, open_rooms

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

ROUNDS, PHONES, LENGTH = 20, 100, 40
KILLS = 4


class Place:
    """The service, which is killed and started again; `address` is where it is now."""

    def __init__(self, url: str, known: Path) -> None:
        self._url, self._known = url, known
        self._running = ExitStack()
        self.start()

    def start(self) -> None:
        _, self.address = self._running.enter_context(child(self._url, str(self._known)))

    def kill(self) -> None:
        """Kill the service."""
        self._running.close()


def played(url: str, known: Path, chance: Random) -> list[Phone]:
    """Return the phones of a room, once each has lived its history and sent all."""
    parts = read_plan(known).sessions[NAME].parts
    asked = [(part.moment, one) for part in parts if not part.survey for one in part.questions]
    with opened(url) as store:
        room = store.write(open_rooms, Room(NAME, "BCDFGHJK")).result()
    place = Place(url, known)
    phones = [
        Phone(lambda: place.address, room, code, asked, Random(chance.random()))
        for code in islice(new_codes(), PHONES)
    ]
    asyncio.run(_lived(place, phones, chance))
    place.kill()
    return phones


async def _lived(place: Place, phones: Sequence[Phone], chance: Random) -> None:
    """Have all phones live at once, and the service killed among them."""
    histories = (one.live(chance.choices(EVENTS, k=LENGTH)) for one in phones)
    living = [asyncio.create_task(one) for one in histories]
    for _ in range(KILLS):
        await asyncio.sleep(chance.uniform(0.05, 1))
        await asyncio.to_thread(place.kill)
        await asyncio.to_thread(place.start)
    await asyncio.gather(*living, *(one.finish() for one in phones))


def shown(phones: Sequence[Phone]) -> dict[tuple[str, str, str], str]:
    """Return the answers that the pages show, by participant, moment and question."""
    return {
        (phone.code, *place): response
        for phone in phones
        for place, response in phone.given.items()
    }


def kept(url: str) -> dict[tuple[str, str, str], str]:
    """Return the answers that the service has, in the same way."""
    with opened(url) as store:
        found = store.read(answers_of, NAME)
    return {
        (code, moment, name): response
        for (moment, code), answers in found.items()
        for name, response in answers.items()
    }


def statements(base: Path) -> list[str]:
    with closing(sqlite3.connect(base)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return sorted(name for (name,) in connection.execute("SELECT id FROM statement"))


def test_nothing_acknowledged_is_lost_or_doubled(tmp_path: Path) -> None:
    known = longer_session(tmp_path)
    chance = Random(2026)
    acknowledged = 0
    for number in range(ROUNDS):
        base = tmp_path / f"{number}.db"
        phones = played(f"sqlite:///{base}", known, chance)
        sent = sorted(one["id"].replace("-", "") for phone in phones for one in phone.acknowledged)
        assert statements(base) == sent
        assert kept(f"sqlite:///{base}") == shown(phones)
        acknowledged += len(sent)
    print(f"{ROUNDS * PHONES} histoires, {acknowledged} réponses acquittées")
    assert acknowledged > ROUNDS * PHONES

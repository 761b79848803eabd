"""Two thousand histories of phones: nothing acknowledged is lost or doubled, whatever happens."""

import asyncio
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack, closing
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from random import Random

import pytest
from tests.tracking.desks import at_the_desk
from tests.tracking.killing import child
from tests.tracking.phones import EVENTS, Phone
from tests.tracking.sessions import NAME, longer_session
from tests.tracking.test_desk_results import counts_in_pdf, expected, in_csv, on_screen
from tests.tracking.writing import opened

from emas.model import Response
from emas.model.codes import new_codes
from emas.model.interaction import read
from emas.model.sheet import Sheet
from emas.tracking.catalogue import Session, read_plan
from emas.tracking.exchange.merging import merge
from emas.tracking.store.rooms import Room, answers_of, open_rooms

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

ROUNDS, PHONES, LENGTH = 20, 100, 40
"""Phones of a round are in one room, half of them on each of two laptops."""
KILLS = 3
ROOM = "BCDFGHJK"


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


def played(urls: Sequence[str], known: Path, chance: Random) -> list[Phone]:
    """Return the phones of a room, once each has lived its history and sent all."""
    parts = read_plan(known).sessions[NAME].parts
    asked = [(part.moment, one) for part in parts if not part.survey for one in part.questions]
    for url in urls:
        with opened(url) as store:
            store.write(open_rooms, Room(NAME, ROOM)).result()
    places = [Place(url, known) for url in urls]
    phones = [
        Phone(partial(getattr, place, "address"), ROOM, code, asked, Random(chance.random()))
        for place, code in zip(cycle(places), islice(new_codes(), PHONES))
    ]
    asyncio.run(_lived(places, phones, chance))
    for place in places:
        place.kill()
    return phones


async def _lived(places: Sequence[Place], phones: Sequence[Phone], chance: Random) -> None:
    """Have all phones live at once, and the services killed among them."""
    histories = (one.live(chance.choices(EVENTS, k=LENGTH)) for one in phones)
    living = [asyncio.create_task(one) for one in histories]
    for _ in range(KILLS):
        await asyncio.sleep(chance.uniform(0.05, 1))
        place = chance.choice(places)
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


def merged(ours: str, theirs: str) -> None:
    """Bring into a database what another one holds, twice."""
    with opened(ours) as store, opened(theirs) as other:
        first, again = merge(store, other), merge(store, other)
        assert (first.clashing, again.added) == ((), 0)


def sheets(phones: Sequence[Phone], session: Session) -> list[Sheet]:
    """Return what the pages show, as sheets."""
    keys = {(one.moment, asked.name): asked.key for one in session.parts for asked in one.questions}
    found: dict[tuple[str, str], dict[str, Response]] = defaultdict(dict)
    for (code, moment, name), text in shown(phones).items():
        found[moment, code][name] = read(keys[moment, name], text)
    return [Sheet(moment, code, 1, answers) for (moment, code), answers in found.items()]


def check_numbers(url: str, known: Path, phones: Sequence[Phone], folder: Path) -> None:
    """Check that screen, table and PDF say the same, which is what the phones show."""
    plan = read_plan(known)
    wanted = expected(sheets(phones, plan.sessions[NAME]), plan.sessions[NAME])
    here = f"/bureau/sessions/{NAME}"
    with opened(url) as store, at_the_desk(store, plan) as client:
        assert on_screen(client.get(here).text) == wanted
        assert in_csv(client.get(f"{here}/resultats.csv").content) == wanted
        printed = counts_in_pdf(client.get(f"{here}/resultats.pdf").content, folder)
    assert printed == [(label, count, share) for _, label, count, share, _ in wanted if count]


def test_nothing_acknowledged_is_lost_or_doubled(tmp_path: Path) -> None:
    known = longer_session(tmp_path)
    chance = Random(2026)
    acknowledged = 0
    for number in range(ROUNDS):
        bases = [tmp_path / f"{number}-{laptop}.db" for laptop in ("a", "b")]
        here, there = (f"sqlite:///{base}" for base in bases)
        phones = played((here, there), known, chance)
        sent = sorted(one["id"].replace("-", "") for phone in phones for one in phone.acknowledged)
        assert sorted([*statements(bases[0]), *statements(bases[1])]) == sent
        merged(here, there)
        merged(there, here)
        assert statements(bases[0]) == statements(bases[1]) == sent
        assert kept(here) == kept(there) == shown(phones)
        check_numbers(here, known, phones, tmp_path)
        acknowledged += len(sent)
    print(f"{ROUNDS * PHONES} histoires, {acknowledged} réponses acquittées")
    assert acknowledged > ROUNDS * PHONES

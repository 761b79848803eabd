"""Whatever happens on the way, the service has what was given: nothing lost, nothing twice."""

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visitor
from tests.browser.test_answering import END, SESSION, asked, fill_in, gathered, opened, parts
from tests.browser.test_assessments import answer
from tests.browser.test_sending import ARRIVED, line
from tests.browser.tracking import Service, service

from emas.model import Asking, key
from emas.model.codes import new_codes
from emas.model.interaction import written

__all__ = ["parts"]

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

HISTORIES = 200
EVENTS = 8
AWAKE = "window.dispatchEvent(new Event('online'))"
GIVEN = f"code => JSON.parse(localStorage['emas:sessions'])[`{SESSION}/${{code}}/acquis`].reponses"


@pytest.fixture
def told(site: Path) -> Iterator[Service]:
    with service(site) as told:
        yield told


def happen(event: str, page: Page, told: Service, dice: random.Random) -> None:
    """Make one thing happen in the room."""
    match event:
        case "answer":
            answer(dice.choice(list(asked(page))), right=dice.random() < 0.5)
        case "reload":
            page.reload()
        case "down":
            told.down = not told.down
        case "lose":
            told.losing += 1
        case "forget":
            told.tokens.clear()
        case "offline":
            page.context.set_offline(True)
            page.wait_for_timeout(dice.randint(0, 300))
            page.context.set_offline(False)
        case "twice":
            page.evaluate(AWAKE)
            page.evaluate(AWAKE)
        case _:
            page.wait_for_timeout(dice.randint(0, 1200))


def said(told: Service, code: str) -> dict[str, list[str]]:
    """Return what a participant said of each question, in order."""
    mine = [one for one in told.statements.values() if one["actor"]["account"]["name"] == code]
    found: dict[str, list[str]] = {}
    for one in sorted(mine, key=lambda one: str(one["timestamp"])):
        found.setdefault(one["object"]["id"], []).append(one["result"]["response"])
    return found


def test_no_answer_is_lost_or_doubled(
    visit: Visitor, told: Service, parts: tuple[Asking, ...]
) -> None:
    dice = random.Random("envois")
    keys = {name: key(one) for name, one in gathered(parts, "acquis").items()}
    here = visit(at=told.address)
    codes = new_codes()
    events = ["answer", "answer", "reload", "down", "lose", "forget", "offline", "twice", "wait"]
    for _ in range(HISTORIES):
        code = next(codes)
        told.printed.add(code)
        told.down, told.losing = False, 0
        page = opened(here, "acquis", code)
        expect(line(page)).to_contain_text("Connecté")
        history = dice.choices(events, k=EVENTS)
        for event in history:
            happen(event, page, told, dice)
        fill_in(page)
        page.get_by_role("button", name=END).click()
        told.down, told.losing = False, 0
        page.evaluate(AWAKE)
        expect(page.get_by_text(ARRIVED)).to_be_visible()
        given: dict[str, Any] = page.evaluate(GIVEN, code)
        wanted = {name: written(keys[name], answers) for name, answers in given.items()}
        assert told.answers(code) == wanted, history
        twice = [one for one in said(told, code).values() if any(a == b for a, b in pairwise(one))]
        assert twice == [], history

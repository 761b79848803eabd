"""What the documents of a session say, before Typst."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
import segno
from tests.conftest import Golden
from tests.packs import PEOPLE, values

from emas import theme
from emas.model.days import months_after
from emas.theme import Theme
from emas.writers.handouts.codes import qr_code
from emas.writers.handouts.context import Data
from emas.writers.sessions import Pack
from emas.writers.sessions.attestation import attestation
from emas.writers.sessions.name_cards import name_cards
from emas.writers.sessions.packets import sheet_address, sheet_code
from emas.writers.sessions.register import register
from emas.writers.sessions.reminder import reminder
from emas.writers.sessions.schedule import schedule

DOCUMENTS: dict[str, Callable[[Pack], Data]] = {
    "emargement": register,
    "chevalets": name_cards,
    "rappel": reminder,
    "attestation": attestation,
    "deroule": schedule,
}


@pytest.fixture(scope="module")
def look() -> Theme:
    return theme.read(theme.locate())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_becomes_data(name: str, look: Theme, golden: Golden) -> None:
    data = DOCUMENTS[name](values("aut-aesh-2027-01", look))
    text = json.dumps(data, ensure_ascii=False, indent=1).replace("\u00a0", " ")
    golden(f"seances/{name}.json", text.replace("\u202f", " ") + "\n")


def test_without_a_list_there_is_something_to_fill_in_by_hand(look: Theme) -> None:
    pack = replace(values("aut-aesh-2027-01", look, ()), copies=12)
    assert (register(pack)["blank"], name_cards(pack)["blank"], attestation(pack)["blank"]) == (
        12, 12, 12,
    )  # fmt: skip
    assert reminder(pack)["people"] == []


def test_rows_to_sign_have_no_number_and_no_code(look: Theme) -> None:
    # The number of a row could be taken for that of a packet.
    data = register(values("aut-aesh-2027-01", look))
    assert data["people"] == [
        {"name": one.name, "first": one.first_name, "from": one.structure} for one in PEOPLE
    ]


def test_a_phone_reads_the_code_of_the_sheet_and_sends_it_nowhere(look: Theme) -> None:
    pack = values("aut-aesh-2027-01", look)
    pack = replace(pack, team=replace(pack.team, site="https://emas.example/"))
    quiz, survey = pack.quizzes
    address = sheet_address(pack, quiz, sheet_code(pack, quiz, 2))
    assert address == "https://emas.example/sessions/aut-aesh-2027-01/acquis.html#code=K7FMX02"
    assert sheet_code(pack, survey, 2) == pack.opinions[2]
    page = "https://emas.example/sessions/aut-aesh-2027-01/satisfaction.html"
    assert sheet_address(pack, survey, pack.opinions[2]) == page
    drawn = BytesIO()
    segno.make_qr(address, error="q", boost_error=False).save(
        drawn, kind="svg", border=4, xmldecl=False, light="white", nl=False
    )
    assert qr_code(address) == drawn.getvalue()


def test_without_a_site_there_is_no_address(look: Theme) -> None:
    pack = values("aut-aesh-2027-01", look)
    assert sheet_address(pack, pack.quizzes[0], "K7FMX02") == ""


@pytest.mark.parametrize(
    ("day", "months", "wanted"),
    [
        (date(2027, 1, 13), 12, date(2028, 1, 13)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 8, 31), 1, date(2027, 9, 30)),
    ],
)
def test_months_after_a_day(day: date, months: int, wanted: date) -> None:
    assert months_after(day, months) == wanted

"""The calendar of the sessions, their pages, and what a calendar program reads of them."""

from dataclasses import replace
from datetime import date, datetime

import icalendar
from tests.plans import catalogue
from tests.unit.writers.site.samples import html

from emas.model import Catalogue
from emas.transforms.spacing import spaced
from emas.writers.site import agendas
from emas.writers.site.navigation import navigation, site_map
from emas.writers.site.sessions import session_pages

CATALOGUE = spaced(catalogue())
PAGES = {page.uri: page for page in session_pages(CATALOGUE)}
AGENDAS = agendas(CATALOGUE, date(2026, 11, 21))
IDS = {session.id for plan in CATALOGUE.plans for _, _, session in plan.sessions()}


def shown(name: str) -> str:
    return html(PAGES[f"sessions/{name}.md"].tree)


def test_each_session_has_its_page() -> None:
    assert len(IDS) == 8
    assert set(PAGES) == {"sessions/index.md", *(f"sessions/{name}.md" for name in IDS)}


def test_the_calendar_goes_by_month_and_by_first_day() -> None:
    found = shown("index")
    months = ["Janvier", "Février", "Mars", "Avril", "Mai"]
    places = [found.index(f"{month} 2027</h2>") for month in months]
    assert places == sorted(places)
    assert found.index("aut-parcours-2027-05") < found.index("aut-aesh-2027-01")


def test_a_session_says_for_whom_it_is_and_when_it_ends() -> None:
    found = shown("index")
    assert '<li data-public="direction" data-fin="2027-01-27">' in found
    assert '<select id="emas_public_accueil"' in found
    assert "emas_niveau_accueil" not in found


def test_a_page_says_when_where_and_under_which_codes() -> None:
    found = shown("tnd-fil-2027-02")
    assert "Jeudi 4\u00a0février 2027, 13\u00a0h\u00a030 à 16\u00a0h\u00a030, Collège B" in found
    assert (
        "Jeudi 11\u00a0mars 2027, 17\u00a0h à 18\u00a0h\u00a030, classe virtuelle (à distance)"
        in found
    )
    assert "FICTIF-26A0200002" in found
    assert "de 12 à 25" in found


def test_what_is_unknown_is_not_said() -> None:
    found = shown("peri-2027-06")
    assert "Places" not in found
    assert "Accès" not in found
    assert "Code du module" not in found


def test_what_a_session_asks_is_one_click_away() -> None:
    assert 'href="peri-2027-06/acquis.md"' in shown("peri-2027-06")
    assert (
        '<li><a href="aut-aesh-2027-01/satisfaction.md">Votre avis sur la formation</a></li>'
        in shown("aut-aesh-2027-01")
    )
    assert "Ce que l’on vous demandera" not in shown("tnd-fil-2027-02")


def test_a_cancelled_session_says_so_first() -> None:
    found = shown("crise-lycee-2027-07")
    assert found.index("Cette session est annulée.") < found.index("<dl")
    assert "session annulée" in shown("index")


def test_half_days_are_in_order_whatever_the_order_of_the_file() -> None:
    found = shown("crise-lycee-2027-07")
    assert found.index("avril") < found.index("juin")


def test_the_plan_of_the_site_leads_to_each_session() -> None:
    (menu,) = (item for item in navigation(CATALOGUE, ()) if item.uri == "sessions/index.md")
    (entry,) = (item for item in site_map(CATALOGUE, ()) if item.uri == "sessions/index.md")
    assert menu.entries == ()
    assert {item.uri for item in entry.entries} == {f"sessions/{name}.md" for name in IDS}
    asked = {one.uri: one.title for item in entry.entries for one in item.entries}
    assert asked["sessions/peri-2027-06/acquis.md"] == "Faire le point"


def test_a_plan_without_a_session_has_no_entry() -> None:
    bare = replace(CATALOGUE, plans=(replace(CATALOGUE.plans[0], programmes=()),))
    assert [item.uri for item in site_map(bare, ())] == [item.uri for item in navigation(bare, ())]
    assert "sessions/index.md" not in {item.uri for item in navigation(bare, ())}


def test_nothing_is_there_without_a_plan() -> None:
    bare: Catalogue = replace(CATALOGUE, plans=())
    assert list(session_pages(bare)) == []
    assert agendas(bare, date(2026, 11, 21)) == {}


# Calendar files


def events(name: str) -> list[icalendar.Component]:
    calendar = icalendar.Calendar.from_ical(AGENDAS[f"sessions/{name}.ics"])
    return list(calendar.walk("VEVENT"))


def test_each_half_day_is_an_event_on_the_clock_of_the_place() -> None:
    first, second = events("tnd-fil-2027-02")
    assert first.decoded("dtstart") == datetime(2027, 2, 4, 13, 30)
    assert first.decoded("dtend") == datetime(2027, 2, 4, 16, 30)
    assert str(second["location"]) == "classe virtuelle"
    assert {str(first["uid"]), str(second["uid"])} == {
        "tnd-fil-2027-02-1@emas",
        "tnd-fil-2027-02-2@emas",
    }


def test_what_is_open_for_months_blocks_nothing() -> None:
    (only,) = events("aut-parcours-2027-05")
    assert only.decoded("dtstart") == date(2027, 1, 4)
    assert only.decoded("dtend") == date(2027, 7, 3)
    assert str(only["transp"]) == "TRANSPARENT"


def test_a_cancelled_session_is_cancelled_in_calendars() -> None:
    assert {str(item["status"]) for item in events("crise-lycee-2027-07")} == {"CANCELLED"}


def test_the_calendar_of_all_holds_each_once() -> None:
    found = [str(item["uid"]) for item in events("sessions")]
    assert len(found) == len(set(found)) == 11


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert agendas(CATALOGUE, date(2026, 11, 21)) == AGENDAS


def test_typography_is_french_in_a_plan_too() -> None:
    assert "quotidien" in shown("aut-aesh-2027-01")
    assert "Autisme\u00a0: comprendre" in shown("aut-aesh-2027-01")

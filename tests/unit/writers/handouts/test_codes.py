"""Addresses that a phone reads from paper."""

from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import segno
from tests.unit.writers.handouts.samples import HERE, edition, line, par, printed, words_of

from emas.document import Video
from emas.model import Edition
from emas.writers.handouts.booklet import booklet
from emas.writers.handouts.codes import code_name, codes, module_address

SITE = "https://formation.exemple.fr/"
ADDRESS = "https://formation.exemple.fr/modules/essai/index.html"
FILM = "https://exemple.fr/film"


def online(some: Edition) -> Edition:
    return replace(some, team=replace(some.team, site=SITE))


def addresses(pdf: bytes) -> set[str]:
    """Return the addresses that links of `pdf` lead to."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        notes = [note for page in opened.pages for note in page.get("/Annots", [])]
        return {str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", {})}


def test_a_team_with_a_site_has_a_code_and_an_address_on_the_cover() -> None:
    pdf = printed(online(edition(par("Un mot."))))
    assert "formation.exemple.fr/modules/essai/index.html" in words_of(pdf)
    assert ADDRESS in addresses(pdf)


def test_a_team_without_a_site_has_no_code() -> None:
    some = edition(par("Un mot."))
    assert module_address(some) == ""
    assert codes(some, ()) == {}
    assert booklet(some)["online"] is None


def test_the_code_says_in_words_where_it_leads() -> None:
    found = booklet(online(edition()))["online"]
    assert isinstance(found, dict)
    assert found["alt"] == "Code QR de l’adresse formation.exemple.fr/modules/essai/index.html"


def test_the_code_is_that_of_the_address_with_its_white_margin() -> None:
    (drawing,) = codes(online(edition()), ()).values()
    size = segno.make_qr(ADDRESS, error="q", boost_error=False).symbol_size(border=4)[0]
    assert ElementTree.fromstring(drawing).get("width") == str(size)


def test_a_film_has_a_code_a_film_of_the_module_has_none() -> None:
    film = Video(line("Un film"), FILM, (par("dit"),), "v", HERE)
    here = replace(film, source="media/film.mp4", id="w")
    some = edition(film, here)
    assert set(codes(some, [some.module.steps[0].blocks])) == {code_name(FILM)}
    assert FILM in addresses(printed(some))

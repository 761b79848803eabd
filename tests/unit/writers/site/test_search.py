"""What the search knows of the pages."""

import json
from xml.etree.ElementTree import fromstring

import pytest
from tests.unit.writers.site.samples import SPAN, TND, html

from emas.model import Term
from emas.writers import site
from emas.writers.site.navigation import Entry
from emas.writers.site.search import Section, sections, synonyms
from emas.writers.site.search_page import search_page


def parts(content: str) -> list[Section]:
    return list(sections(fromstring(f"<div>{content}</div>")))


def text_of(content: str) -> str:
    (part,) = parts(content)
    return part.text


def page(uri: str, content: str) -> site.SitePage:
    return site.SitePage(uri, "Titre", "Résumé.", fromstring(f"<div>{content}</div>"))


def read(script: str) -> dict[str, list[object]]:
    """Return the data that a page gets from the script."""
    assert script.startswith("window.emasTextes = ")
    assert script.endswith(";\n")
    found: dict[str, list[object]] = json.loads(
        script.removeprefix("window.emasTextes = ").removesuffix(";\n")
    )
    return found


def test_a_page_is_parted_at_its_headings_and_its_title_is_apart() -> None:
    content = '<h1>Titre</h1><p>Avant.</p><h2 id="a">Une <em>partie</em></h2><p>Un.</p><p>Deux.</p>'
    assert parts(content) == [Section("", "", "Avant."), Section("a", "Une partie", "Un. Deux.")]


def test_a_heading_without_text_is_found_by_its_words() -> None:
    assert parts('<h2 id="a">A</h2><h3 id="b">B</h3><p>C</p>') == [
        Section("a", "A", ""),
        Section("b", "B", "C"),
    ]


def test_a_page_without_text_has_no_part() -> None:
    assert parts("<h1>Titre</h1><p> </p>") == []


def test_words_are_parted_as_they_are_read() -> None:
    assert text_of("<p>sans l’<a>aide</a>.</p><ul><li>un</li><li>deux</li></ul>") == (
        "sans l’aide. un deux"
    )


def test_what_a_picture_shows_is_searched() -> None:
    assert text_of('<p>Voir<img alt="un plan"/>ici</p>') == "Voir un plan ici"


@pytest.mark.parametrize(
    "repeated",
    [
        '<span class="emas-bulle">définition</span>',
        '<span class="emas-citation">[1]</span>',
        '<p class="autre emas-version">Version 1</p>',
        "<nav>Suite</nav>",
        '<p hidden="">caché</p>',
    ],
)
def test_what_is_said_elsewhere_is_not_searched_again(repeated: str) -> None:
    assert text_of(f"<p>a{repeated}b</p>").replace(" ", "") == "ab"


def test_pages_that_repeat_the_others_are_left_out() -> None:
    pages = [page("index.md", "<p>a</p>"), page("recherche.md", "<p>b</p>")]
    assert read(site.search_index(pages, []))["pages"] == []


def test_the_script_gives_each_page_and_the_synonyms() -> None:
    script = site.search_index([page("a/b.md", '<h2 id="c">« C »</h2><p>d</p>')], [TND])
    assert read(script) == {
        "question": "",
        "pages": [
            {
                "adresse": "a/b.html",
                "titre": "Titre",
                "resume": "Résumé.",
                "parties": [["c", "« C »", "d"]],
            }
        ],
        "synonymes": synonyms([TND]),
    }


def test_a_term_has_synonyms_when_it_is_said_in_several_ways() -> None:
    terms = [
        Term("tdl", "TDL", "trouble du langage", "…", ("dysphasie",), SPAN),
        Term("camouflage", "camouflage", "", "…", (), SPAN),
    ]
    assert synonyms(terms) == [["TDL", "trouble du langage", "dysphasie"]]


def test_the_page_of_results_is_also_the_map_of_the_site() -> None:
    entries = (Entry("Accueil", "index.md"), Entry("Ressources", "", (Entry("G", "g.md"),)))
    written = search_page(entries)
    assert written.uri == "recherche.md"
    assert html(list(written.tree)[-1]) == (
        '<ul><li><a href="index.md">Accueil</a></li>'
        '<li>Ressources<ul><li><a href="g.md">G</a></li></ul></li></ul>'
    )


def test_without_script_the_page_of_results_leads_to_the_glossary() -> None:
    told = search_page(()).tree.find("p[@class='emas-sans-script']")
    assert told is not None
    assert [link.get("href") for link in told.iter("a")] == ["glossaire.md"]

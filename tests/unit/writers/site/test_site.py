"""The site as a whole."""

from dataclasses import replace
from pathlib import PurePosixPath

from tests.unit.writers.site.samples import (
    EDUSCOL,
    HAS,
    SPAN,
    THEME,
    asked,
    catalogue,
    citation,
    edition,
    heading,
    html,
    module,
    paragraph,
    question,
    step,
    text,
)

from emas.document import TermUse
from emas.model import Media, Page
from emas.writers import site
from emas.writers.site.downloads import uri
from emas.writers.site.navigation import Entry, site_map

HOME = Page(
    "index.md",
    "Accueil & co",
    (paragraph("Bienvenue."), heading("Comment faire", "comment")),
    {"plan.svg": Media("plan.svg", b"<svg id='plan'/>", "", "", "")},
    SPAN,
)
ABOUT = Page("a-propos.md", "À propos", (heading("Nous", "nous"),), {}, SPAN)
MODULE = module(
    step(
        paragraph(citation(HAS), TermUse("tnd", text("TND"), SPAN)),
        *asked(question()),
        questions=(question(),),
    )
)
PROJECT = catalogue(MODULE, pages=(HOME, ABOUT))
PAGES = {page.uri: page for page in site.pages(PROJECT, (edition(MODULE),), {}, THEME)}


def pages_of(uri: str) -> dict[str, site.SitePage]:
    """Return the pages of a project that has one page, without text, at `uri`."""
    project = catalogue(pages=(Page(uri, "Titre", (), {}, SPAN),))
    return {page.uri: page for page in site.pages(project, (), {}, THEME)}


def test_every_page_has_its_place() -> None:
    assert sorted(PAGES) == [
        "a-propos.md",
        "glossaire.md",
        "index.md",
        "modules/autisme/comprendre.md",
        "modules/autisme/index.md",
        "recherche.md",
        "sources.md",
    ]


def test_the_home_page_shows_the_modules_before_its_first_section() -> None:
    tree = PAGES["index.md"].tree
    assert [item.get("id") for item in tree.iter() if item.tag in ("h2", "h3")] == [
        "les_modules",
        "famille_autisme",
        "par_fonction",
        "comment",
    ]


def test_the_home_page_also_goes_by_audience() -> None:
    (grid,) = (item for item in PAGES["index.md"].tree if item.get("class") == "emas-publics")
    assert html(grid) == (
        '<details class="emas-plus"><summary>AESH</summary>'
        '<ul><li><a href="modules/autisme/index.md">Autisme</a></li></ul></details>'
    )


def test_a_module_of_the_home_page_says_whom_it_is_for_and_its_steps() -> None:
    (card,) = PAGES["index.md"].tree.iterfind(".//ul[@class='emas-modules']/li")
    assert card.attrib == {
        "data-module": "autisme",
        "data-etapes": "comprendre",
        "data-public": "aesh",
        "data-niveau": "college",
    }


def test_places_for_the_reader_hold_no_text_so_that_the_search_finds_none() -> None:
    places = [
        item
        for page in PAGES.values()
        for item in page.tree.iter()
        if item.get("class") in ("emas-reprise", "emas-etape-lue")
    ]
    assert [(item.get("class"), list(item), item.text) for item in places] == [
        ("emas-reprise", [], None),
        ("emas-etape-lue", [], None),
        ("emas-reprise", [], None),
    ]


def test_the_legal_page_names_the_team_and_leaves_out_what_is_empty() -> None:
    tree = pages_of("mentions-legales.md")["mentions-legales.md"].tree
    assert html(tree[1:]) == (
        '<dl class="emas-faits"><div class="emas-fait"><dt>Équipe</dt>\n<dd>EMAS d’essai</dd>\n'
        '</div><div class="emas-fait"><dt>Écrire à l’équipe</dt>\n<dd>'
        '<a href="mailto:contact@emas.example">contact@emas.example</a></dd>\n</div></dl>'
    )


def test_the_page_of_calls_leaves_empty_what_the_team_has_not_filled_in() -> None:
    tree = pages_of("qui-j-appelle.md")["qui-j-appelle.md"].tree
    assert [html([row]) for row in tree.iter("tr")] == [
        '<tr><th scope="col">Qui</th><th scope="col">Téléphone, courriel</th>'
        '<th scope="col">Quand l’appeler</th></tr>',
        '<tr><th scope="row"><strong>Secrétariat</strong>, Anne</th>'
        '<td><a href="tel:0300000000">03 00 00 00 00</a><br>'
        '<a href="mailto:contact@emas.example">contact@emas.example</a></td><td>le matin</td></tr>',
        '<tr><th scope="row"><strong>Médecin scolaire</strong></th><td></td><td></td></tr>',
    ]


def test_a_page_that_needs_javascript_says_so_without_it() -> None:
    tree = pages_of("ma-progression.md")["ma-progression.md"].tree
    assert html(tree[1:]) == (
        '<div class="emas-outil"><p>Ces réglages ont besoin de JavaScript, '
        "que ce navigateur n’exécute pas ici.</p></div>"
    )


def test_the_foot_leads_to_the_pages_that_exist() -> None:
    privacy = Page("vie-privee.md", "Vie privée", (), {}, SPAN)
    guides = Page("guide/index.md", "Guides de l’équipe", (), {}, SPAN)
    project = catalogue(pages=(HOME, guides, privacy))
    assert site.every_page(project) == {
        "accueil": "index.html",
        "plateforme": False,
        "publics": {"aesh": "AESH", "direction": "Direction"},
        "niveaux": {"maternelle": "Maternelle", "college": "Collège"},
        "pied": {
            "recherche.html#plan_du_site": "Plan du site",
            "vie-privee.html": "Vie privée",
            "guide/index.html": "Guides de l’équipe",
        },
        "progression": "",
        "signalement": "contact@emas.example",
    }


def test_a_page_is_described_by_its_first_words_or_its_title() -> None:
    assert PAGES["index.md"].description == "Bienvenue."
    assert PAGES["a-propos.md"].description == "Nous"


def test_a_home_without_modules_promises_none() -> None:
    pages = site.pages(catalogue(pages=(HOME,)), (), {}, THEME)
    assert "les_modules" not in html(pages[0].tree)


def test_the_glossary_says_where_each_term_is_used() -> None:
    tree = PAGES["glossaire.md"].tree
    assert html(list(tree)[2:]) == (
        '<h2 id="tnd">TND</h2><p><span class="emas-developpement">'
        "Trouble du neurodéveloppement. </span>Trouble du développement.</p>"
        '<p class="emas-discret">Expliqué dans\u00a0: '
        '<a href="modules/autisme/comprendre.md">Comprendre</a>.</p>'
    )


def test_the_page_of_sources_lists_all_of_them_and_where_they_are_cited() -> None:
    tree = PAGES["sources.md"].tree
    found = {
        item.get("id"): [link.get("href") for link in item.iter("a")] for item in tree.iter("li")
    }
    assert found == {
        EDUSCOL.id: [],
        HAS.id: [HAS.link, "modules/autisme/comprendre.md"],
    }


def test_the_menu_goes_by_family() -> None:
    entries = site.navigation(PROJECT, (edition(MODULE),))
    assert [(item.title, item.uri) for item in entries] == [
        ("Accueil", "index.md"),
        ("Autisme", ""),
        ("Ressources", ""),
    ]
    (autisme,) = entries[1].entries
    assert [item.uri for item in autisme.entries] == [
        "modules/autisme/index.md",
        "modules/autisme/comprendre.md",
    ]
    assert [item.uri for item in entries[2].entries] == [
        "glossaire.md",
        "sources.md",
        "a-propos.md",
    ]


def test_a_guide_is_on_the_map_of_the_site_and_not_in_the_menu() -> None:
    guide = Page("guide/ecrire.md", "Écrire", (), {}, SPAN)
    project = replace(PROJECT, pages=(*PROJECT.pages, guide))
    menu = site.navigation(project, (edition(MODULE),))
    assert site_map(project, (edition(MODULE),)) == (
        *menu,
        Entry("Guides", entries=(Entry("Écrire", "guide/ecrire.md"),)),
    )
    assert menu == site.navigation(PROJECT, (edition(MODULE),))


def test_pictures_and_the_colours_of_the_theme_go_with_the_pages() -> None:
    files = site.assets(PROJECT, THEME)
    assert files["modules/autisme/media/carte.svg"] == b"<svg/>"
    assert files["media/plan.svg"] == b"<svg id='plan'/>"
    assert b"--emas-marine: #12395B" in files["assets/emas/css/theme.css"]


def test_fonts_travel_with_their_licences() -> None:
    fonts = site.font_files(THEME)
    assert fonts["assets/emas/fonts/lexend-LICENSE-OFL.txt"] == PurePosixPath(
        "lexend/LICENSE-OFL.txt"
    )


def test_downloads_are_beside_the_module() -> None:
    place = uri("autisme", site.Download("livret.pdf", 1))
    assert place == "modules/autisme/telechargements/livret.pdf"

"""The pages of learning paths: what is on them without any script."""

import json
from dataclasses import replace

from tests.suite_cases import MINIMAL
from tests.unit.model.test_paths import PATH, project
from tests.unit.writers.site.samples import THEME, html

from emas.model import Catalogue, Edition
from emas.pipeline import load_sources, prepare_site
from emas.readers.sources import Sources
from emas.writers import site
from emas.writers.site import SitePage
from emas.writers.site.navigation import Entry, navigation, site_map
from emas.writers.site.paths import followed

SECOND = PATH.with_name("ensuite.yml")
LATER = (
    "titre: Ensuite\nresume: Ce qui vient après.\npublics: [direction]\n"
    "prerequis: [pour-demain]\netapes:\n  - module: essai\n    etapes: [etape]\n"
)
MODULE = PATH.parents[2] / "modules" / "essai" / "module.yml"
ASKED = "  acquis: {questions: [ess-q01]}\n"


def ready(sources: Sources) -> tuple[Catalogue, tuple[Edition, ...], dict[str, SitePage]]:
    prepared = prepare_site(load_sources(sources).catalogue)
    pages = site.pages(prepared.catalogue, prepared.editions, {}, THEME)
    return prepared.catalogue, prepared.editions, {page.uri: page for page in pages}


def two_paths() -> Sources:
    """A project of two paths, whose module asks a question before."""
    files = dict(project().files)
    described = files[MODULE].decode()
    assert ASKED in described
    before = f"{ASKED}  positionnement: {{questions: [ess-q01], notee: non}}\n"
    files |= {SECOND: LATER.encode(), MODULE: described.replace(ASKED, before).encode()}
    return Sources(files)


READY, EDITIONS, PAGES = ready(two_paths())


def shown(uri: str) -> str:
    return html(PAGES[uri].tree)


def test_each_path_has_a_page_and_a_sheet() -> None:
    found = [uri for uri in PAGES if uri.startswith("parcours/")]
    assert found == [
        "parcours/index.md",
        "parcours/ensuite.md",
        "parcours/ensuite/fiche.md",
        "parcours/pour-demain.md",
        "parcours/pour-demain/fiche.md",
    ]
    assert not PAGES["parcours/pour-demain/fiche.md"].searched


def test_a_path_lists_its_steps_in_order_with_their_minutes() -> None:
    page = shown("parcours/pour-demain.md")
    assert page.index('href="../modules/essai/suite.md"') < page.index(
        '<a href="../modules/essai/etape.md">'
    )
    assert "9 min · 2 étapes" in page
    assert "<p>D’abord la fin.</p>" in page


def test_prerequisites_are_told_and_never_ask_for_anything() -> None:
    page = shown("parcours/ensuite.md")
    assert '<a href="pour-demain.md">Pour demain' in page
    assert "vous pouvez commencer ici" in page


def test_what_is_asked_before_says_how_it_is_marked() -> None:
    (row,) = PAGES["parcours/pour-demain.md"].tree.iterfind(".//ul[@class='emas-avant']/li")
    (question,) = json.loads(row.get("data-questions", ""))
    assert (question["cle"], question["objectif"]) == ("positionnement/ess-q01", "essai/decrire")
    assert question["corrige"]["right"] == [0]
    assert "".join(row.itertext()).endswith(" 1 question")


def test_a_step_knows_what_follows_in_each_of_its_paths() -> None:
    ways = PAGES["modules/essai/suite.md"].tree.findall(".//nav[@data-parcours]")
    assert [way.get("data-parcours") for way in ways] == ["pour-demain"]
    assert json.loads(ways[0].get("data-suite", "")) == [["essai/etape", "La seule étape"]]
    ways = PAGES["modules/essai/positionnement.md"].tree.findall(".//nav[@data-parcours]")
    assert [way.get("data-parcours") for way in ways] == ["ensuite", "pour-demain"]
    assert all(way.get("hidden") == "" for way in ways)


def test_the_menu_leads_to_the_paths_and_the_site_map_to_each() -> None:
    assert Entry("Parcours", "parcours/index.md") in navigation(READY, EDITIONS)
    (entry,) = (item for item in site_map(READY, EDITIONS) if item.title == "Parcours")
    assert [item.uri for item in entry.entries] == [
        "parcours/ensuite.md",
        "parcours/pour-demain.md",
    ]


def test_a_path_without_any_step_left_has_no_page() -> None:
    bare = replace(READY, modules=())
    assert followed(bare) == ()
    assert "Parcours" not in {item.title for item in navigation(bare, ())}


def test_a_site_without_path_says_nothing_of_them() -> None:
    _, _, pages = ready(MINIMAL)
    assert not [uri for uri, page in pages.items() if "parcours" in uri + html(page.tree)]

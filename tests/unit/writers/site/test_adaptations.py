"""Shared adaptations on the site: a page a domain, a list, what scripts read."""

from dataclasses import replace

from tests.shared_adaptations import NAMED, with_entry
from tests.unit.writers.site.samples import THEME, html

from emas.model import Catalogue
from emas.pipeline import load_sources, prepare_site
from emas.writers import site


def shared(named: str = "") -> Catalogue:
    return load_sources(with_entry(named)).catalogue


def pages_of(catalogue: Catalogue) -> dict[str, site.SitePage]:
    ready = prepare_site(catalogue)
    return {page.uri: page for page in site.pages(ready.catalogue, ready.editions, {}, THEME)}


def test_each_domain_has_a_page_with_its_adaptations_whole() -> None:
    pages = pages_of(shared())
    assert {uri for uri in pages if uri.startswith("amenagements/")} == {
        "amenagements/index.md",
        "amenagements/temps.md",
        "amenagements/ma-fiche.md",
    }
    text = html([pages["amenagements/temps.md"].tree])
    assert '<h2 id="consigne-un-verbe">Une consigne, un verbe</h2>' in text
    assert "<li>La montrer.</li>" in text
    assert "Reformuler l’ordre." in text, "typography has passed"
    assert "Je dis une chose." in text
    assert 'data-source="has-2026"' in text, "the source is one click away"


def test_the_list_gives_what_one_filters_by_and_leads_to_each() -> None:
    text = html([pages_of(shared())["amenagements/index.md"].tree])
    assert 'href="temps.md#consigne-un-verbe"' in text
    assert 'data-niveaux="college" data-difficultes="autisme" data-publics="aesh"' in text


def test_the_menu_the_map_and_the_home_page_lead_there_if_there_are_some() -> None:
    ready = prepare_site(shared())
    entry = site.Entry("Aménagements", "amenagements/index.md")
    assert entry in site.navigation(ready.catalogue, ready.editions)
    pages = pages_of(shared())
    assert 'href="amenagements/temps.md"' in html([pages["recherche.md"].tree])
    assert 'href="amenagements/ma-fiche.md"' in html([pages["index.md"].tree])
    none = pages_of(replace(shared(), adaptations=()))
    assert not any(uri.startswith("amenagements/") for uri in none)
    assert "amenagements/" not in html([none["index.md"].tree])


def test_what_was_printed_of_the_project_is_offered_there() -> None:
    ready = prepare_site(shared())
    built = [site.Download(f"{name}.pdf", 75_000) for name in ("amenagements-temps", "carte-pause")]
    made = site.pages(ready.catalogue, ready.editions, {site.WHOLE: built}, THEME)
    texts = {page.uri: html([page.tree]) for page in made}
    offered, index = texts["amenagements/temps.md"], texts["amenagements/index.md"]
    assert 'href="telechargements/amenagements-temps.pdf"' in offered
    assert "cet aménagement, et de quoi noter vos essais (PDF, 75\u00a0Ko)" in offered
    assert 'href="#supports_visuels"' in index
    assert 'href="telechargements/carte-pause.pdf">La carte de pause (PDF, 75\u00a0Ko)' in index
    assert "emploi-du-temps.pdf" not in index, "what was not built is not offered"
    alone = pages_of(shared())["amenagements/index.md"]
    assert "supports_visuels" not in html([alone.tree])


def test_a_link_to_the_file_of_an_adaptation_leads_to_it_in_the_list() -> None:
    link = "[Voir](../../content/amenagements/consigne-un-verbe.md)\n"
    step = next(page for uri, page in pages_of(shared(link)).items() if uri.endswith("/etape.md"))
    assert 'href="../../amenagements/index.md#consigne-un-verbe"' in html([step.tree])


def test_a_box_that_names_one_leads_to_it() -> None:
    step = next(page for uri, page in pages_of(shared(NAMED)).items() if uri.endswith("/etape.md"))
    assert 'href="../../amenagements/temps.md#consigne-un-verbe"' in html([step.tree])


def test_scripts_read_the_words_that_are_shown_and_the_search_finds_each() -> None:
    ready = prepare_site(shared())
    script = site.assets(ready.catalogue, THEME)["assets/emas/js/amenagements/textes.js"].decode()
    assert script.startswith('window.emasAmenagements = {"consigne-un-verbe":')
    assert '"eviter":["Reformuler l’ordre."]' in script
    pages = site.pages(ready.catalogue, ready.editions, {}, THEME)
    found = site.search_index(pages, ())
    assert '["consigne-un-verbe","Une consigne, un verbe"' in found
    assert "amenagements/ma-fiche" not in found


def test_a_package_for_a_platform_has_none() -> None:
    assert site.alone(shared()).adaptations == ()

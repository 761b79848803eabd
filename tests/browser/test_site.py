"""The site as its readers meet it."""

import re
from pathlib import Path

from playwright.sync_api import expect
from tests.browser.conftest import Visitor

HOME = "index.html"
MODULE = "modules/autisme/index.html"
STEP = "modules/autisme/comprendre.html"
VIGNETTE = "modules/autisme/ce-que-l-on-voit.html"
PAGES = (
    HOME,
    MODULE,
    STEP,
    VIGNETTE,
    "modules/autisme/choisir-un-amenagement.html",
    "modules/autisme/preparer-un-changement.html",
    "modules/autisme/agir-ensemble.html",
    "glossaire.html",
    "sources.html",
    "guide/auteur-questions.html",
    "guide/auteur.html",
    "guide/coordinateur.html",
    "guide/formateur.html",
    "guide/index.html",
    "guide/premier-module.html",
    "a-propos.html",
    "accessibilite.html",
    "demande-d-intervention.html",
    "lettre-aux-familles.html",
    "ma-progression.html",
    "mentions-legales.html",
    "outils-numeriques.html",
    "protocole-de-crise.html",
    "qui-j-appelle.html",
    "solliciter-emas.html",
    "vie-privee.html",
)

SHOWN = (
    "apercu",
    "bureau-sessions",
    "cle",
    "direct-question",
    "dossier-avant",
    "encadre",
    "fiche-programme",
    "guide",
    "question",
    "session",
)
"""What the guides show."""

DOMAINS = (
    "environnement", "consigne", "temps", "communication",
    "sensoriel", "social", "evaluation", "comportement",
)  # fmt: skip
PATH = "accueillir-un-eleve-autiste"
SESSIONS = ("aut-aesh-2027-01", "aut-parcours-2027-05")
MOMENTS = ("positionnement", "acquis", "satisfaction", "a-froid", "essais")


def test_nothing_but_pages_and_their_media_is_published(site: Path) -> None:
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    ours = {name for name in files if not name.startswith("assets/")}
    assert ours == {
        *PAGES,
        "404.html",
        *(f"modules/autisme/{name}.html" for name in ("positionnement", "acquis", "a-froid")),
        "question.html",
        "recherche.html",
        *(f"amenagements/{name}.html" for name in ("index", "ma-fiche", *DOMAINS)),
        *(f"parcours/{name}.html" for name in ("index", PATH, f"{PATH}/fiche")),
        "sessions/index.html",
        "sessions/sessions.ics",
        *(f"sessions/{name}{end}" for name in SESSIONS for end in (".html", ".ics")),
        *(f"sessions/{name}/{moment}.html" for name in SESSIONS for moment in MOMENTS),
        "sitemap.xml",
        "sitemap.xml.gz",
        *(f"guide/media/{name}.png" for name in SHOWN),
        "modules/autisme/media/annonce-en-trois-idees.svg",
        "modules/autisme/media/du-besoin-a-la-mesure.svg",
        "modules/autisme/media/du-jugement-au-fait.svg",
        "modules/autisme/media/quatre-particularites.svg",
        "modules/autisme/telechargements/autisme.html",
        "modules/autisme/telechargements/autisme.pptx",
    }


def test_a_module_offers_the_files_that_have_been_built(visit: Visitor) -> None:
    here = visit()
    here.open(MODULE)
    links = here.page.locator(".emas-telechargements a")
    expect(links).to_have_text(
        [
            "Diaporama (PowerPoint, 1\u00a0Ko)",
            "Diaporama (à ouvrir dans un navigateur, 1\u00a0Ko)",
        ]
    )
    expect(links.first).to_have_attribute("href", "telechargements/autisme.pptx")


def test_a_deck_for_browsers_is_saved(visit: Visitor) -> None:
    here = visit()
    here.open(MODULE)
    with here.page.expect_download() as saved:
        here.page.get_by_role("link", name="à ouvrir dans un navigateur").click()
    assert saved.value.suggested_filename == "autisme.html"


def test_a_step_has_its_contents_and_its_boxes(visit: Visitor) -> None:
    here = visit()
    here.open(STEP)
    contents = here.page.get_by_role("navigation", name="Table des matières")
    expect(contents.get_by_role("link", name="Un trouble du neurodéveloppement")).to_be_visible()
    for word in ("Attention", "Définition", "À retenir", "Question", "Idée reçue"):
        expect(here.page.locator(".emas-boite__mot", has_text=word).first).to_be_visible()


def test_what_is_for_the_trainer_is_not_on_the_site(visit: Visitor) -> None:
    here = visit()
    here.open(STEP)
    expect(here.page.locator("article")).not_to_contain_text("Dites :")
    expect(here.page.locator("article")).not_to_contain_text("5 min. Accueillir")


def test_a_citation_leads_to_its_source_and_back(visit: Visitor) -> None:
    here = visit()
    here.open(STEP)
    here.page.locator(".emas-appel").first.click(position={"x": 5, "y": 14})
    expect(here.page.locator("#source_1")).to_be_in_viewport()
    here.page.locator("#source_1 .emas-retour").first.click()
    expect(here.page.locator(".emas-appel").first).to_be_in_viewport()


def test_a_term_is_explained_by_click_and_by_keyboard(visit: Visitor) -> None:
    here = visit()
    here.open(STEP)
    term = here.page.locator(".emas-terme").first
    meaning = here.page.locator(".emas-bulle").first
    term.click()
    expect(meaning).to_be_visible()
    expect(term).to_have_attribute("aria-expanded", "true")
    here.page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    term.press("Enter")
    expect(meaning).to_be_visible()


def test_without_script_a_term_leads_to_the_glossary(visit: Visitor) -> None:
    here = visit(script=False)
    here.open(STEP)
    here.page.locator(".emas-terme").first.click()
    expect(here.page).to_have_url(re.compile(r"/glossaire\.html#\w+"))


def test_pages_are_silent_and_ask_nobody_else(visit: Visitor) -> None:
    here = visit()
    for path in PAGES:
        here.open(path)
    assert (here.console, here.elsewhere) == ([], [])

"""The pages of a package: true of a platform, closed, without what a site alone has."""

import re
from dataclasses import replace

from tests import plans
from tests.unit.writers.site.samples import (
    SPAN,
    THEME,
    catalogue,
    edition,
    html,
    module,
    paragraph,
    question,
    step,
    text,
)

from emas.document import Link, QuestionRef
from emas.model import Assessment, Kind, Media, Open, Page, Position
from emas.writers import site

AFTER = Assessment("acquis", ("aut-q01",), None, 0, 0.7, True, None, SPAN)
ASKED = (
    question(),
    replace(question(), id="aut-q02", task=Open((), collected=True)),
    replace(question(), id="aut-q03", task=Position()),
)
LINKS = paragraph(
    Link("https://exemple.fr", text("ailleurs"), SPAN),
    Link("../tnd/01-voir.md", text("un autre module"), SPAN),
    Link("../../content/pages/index.md", text("accueil"), SPAN),
    Link("../../content/pages/equipe.md", text("équipe"), SPAN),
)
LESSON = step(LINKS, *(QuestionRef(item.id, SPAN) for item in ASKED), questions=ASKED)
MODULE = replace(
    module(LESSON),
    assessments=(AFTER,),
    media={"carte.svg": Media("carte.svg", b"<svg/>", "Dessin de Zoé", "CC BY 4.0", "")},
)
HOME = Page("index.md", "Accueil", (), {}, SPAN)
WRITTEN = tuple(
    Page(f"{name}.md", name.capitalize(), (), {}, SPAN)
    for name in (
        "ma-progression",
        "vie-privee",
        "mentions-legales",
        "accessibilite",
        "guide/ecrire",
        "equipe",
    )
)
PROJECT = site.alone(catalogue(MODULE, pages=(HOME, *WRITTEN)))
PAGES = {
    page.uri: html([page.tree])
    for page in site.pages(PROJECT, (edition(MODULE),), {}, THEME, packed=True)
}


def test_what_a_site_says_of_itself_is_replaced_by_what_is_transmitted() -> None:
    assert list(PAGES) == [
        "modules/autisme/index.md",
        "modules/autisme/comprendre.md",
        "modules/autisme/acquis.md",
        "equipe.md",
        "donnees-et-credits.md",
        "glossaire.md",
        "sources.md",
        "recherche.md",
    ]
    told = PAGES["donnees-et-credits.md"]
    assert "Textes\u00a0: licence CC BY-SA 4.0." in told
    assert "carte.svg\u00a0: Dessin de Zoé, licence CC BY 4.0." in told
    assert "Vos textes libres et vos prises de position" in told


def test_links_lead_to_a_page_of_the_package_or_open_a_window() -> None:
    page = PAGES["modules/autisme/comprendre.md"]
    links = re.findall(r"<a href.*?</a>|<span>[^<]*</span>", page)
    assert links[1:5] == [
        '<a href="https://exemple.fr" target="_blank" rel="noopener">ailleurs'
        '<span class="emas-cache"> (nouvelle fenêtre)</span></a>',
        "<span>un autre module</span>",
        "<span>accueil</span>",
        '<a href="../../equipe.md">équipe</a>',
    ]


def test_nothing_promises_that_nothing_is_sent() -> None:
    every = "".join(PAGES.values())
    for words in ("navigateur", "Rien n’est noté", "rien n’est envoyé"):
        assert words not in re.sub(r"<p class=\"emas-sans-script\">.*?</p>", "", every)
    first = PAGES["modules/autisme/index.md"]
    assert 'sont transmis à la plateforme qui vous propose ce module. <a href="' in first
    assert "sont transmis à la plateforme" in PAGES["modules/autisme/acquis.md"]
    lesson = PAGES["modules/autisme/comprendre.md"]
    assert "Votre texte reste dans cette fenêtre\u202f; il s’efface" in lesson
    assert "pour vous seulement\u00a0: rien n’est transmis" in lesson


def test_the_templates_lead_to_the_module() -> None:
    around = site.every_page(PROJECT, packed=True)
    assert (around["accueil"], around["plateforme"]) == ("modules/autisme/index.html", True)
    assert around["pied"] == {
        "recherche.html#plan_du_site": "Plan du site",
        "donnees-et-credits.html": "Données et crédits",
    }
    menu = site.navigation(PROJECT, (edition(MODULE),))
    assert [entry.title for entry in menu] == ["Autisme", "Ressources"]


def test_sessions_are_not_in_a_package() -> None:
    planned = plans.catalogue()
    only = replace(planned, modules=planned.modules[:1])
    menus = [site.navigation(shown, ()) for shown in (only, site.alone(only))]
    titles = [[entry.title for entry in menu] for menu in menus]
    assert titles == [["Accueil", "Sessions", "Ressources"], ["Ressources"]]


def test_a_site_is_as_before() -> None:
    whole = catalogue(MODULE, pages=(HOME, *WRITTEN))
    pages = site.pages(whole, (edition(MODULE),), {}, THEME)
    every = "".join(html([page.tree]) for page in pages)
    assert "plateforme" not in every
    assert "_blank" not in every
    assert ASKED[1].kind is Kind.OPEN

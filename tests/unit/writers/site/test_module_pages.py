"""Pages of modules and steps."""

from dataclasses import replace
from datetime import date
from xml.etree.ElementTree import Element

from tests.unit.writers.site.samples import (
    callout,
    citation,
    edition,
    html,
    module,
    paragraph,
    scope,
    step,
)

from emas.document import CalloutKind
from emas.model import Durations, Module, Review
from emas.writers.site.downloads import Download
from emas.writers.site.module_pages import about, in_full, module_page, step_page

TWO = module(
    step(paragraph("Un."), callout(CalloutKind.TOMORROW, paragraph("Noter.", citation()))),
    step(paragraph("Deux."), identifier="voir", title="Voir"),
)


def first_page(of: Module, *downloads: Download) -> Element:
    return module_page(edition(of), downloads, scope(uri="modules/autisme/index.md")).tree


def text_of(item: Element) -> str:
    return "".join(item.itertext())


def test_a_module_tells_for_whom_how_long_and_what() -> None:
    tree = first_page(TWO)
    assert [text_of(item).strip() for item in tree.iter("dd")] == [
        "AESH",
        "Collège",
        "20 min en ligne, 3 h en séance, 45 min en version courte",
    ]
    assert [item.text for item in tree.iter("h2")] == [
        "À essayer demain",
        "Objectifs",
        "Étapes",
        "Sources de cette page",
    ]


def test_what_to_try_tomorrow_comes_from_the_steps() -> None:
    (box,) = (item for item in first_page(TWO).iter("div") if "--demain" in item.get("class", ""))
    assert text_of(box).startswith("Étape\u00a0: ComprendreNoter.[source 1]")


def test_steps_are_listed_with_their_time() -> None:
    (steps,) = (item for item in first_page(TWO).iter("ol") if item.get("class") == "emas-etapes")
    assert [text_of(item) for item in steps] == ["Comprendre 5 min", "Voir 5 min"]


def test_a_module_without_facts_nor_things_to_try_has_no_empty_part() -> None:
    bare = replace(module(), durations=Durations(), audiences=(), levels=(), steps=())
    assert [item.get("id") for item in first_page(bare).iter("h2")] == ["objectifs", "etapes"]
    assert list(first_page(bare).iter("dl")) == []


def test_files_to_take_away_appear_once_built() -> None:
    assert "À télécharger" not in html(first_page(TWO))
    assert (
        '<a href="telechargements/autisme--aesh--courte.pptx">'
        "Diaporama, AESH, version courte (PowerPoint, 180\u00a0Ko)</a>"
    ) in html(first_page(TWO, Download("autisme--aesh--courte.pptx", 180_400)))
    assert "Livret du participant (PDF, 2,4\u00a0Mo)" in html(
        first_page(TWO, Download("livret.pdf", 2_400_000))
    )


def test_a_deck_for_browsers_is_saved_and_comes_after_the_other() -> None:
    names = ("autisme.html", "autisme--duree-90.pptx", "autisme.pptx")
    page = first_page(TWO, *(Download(name, 300_000) for name in names))
    links = [link for link in page.iter("a") if "telechargements" in link.get("href", "")]
    assert [(text_of(link), link.get("download")) for link in links] == [
        ("Diaporama (PowerPoint, 300\u00a0Ko)", None),
        ("Diaporama (à ouvrir dans un navigateur, 300\u00a0Ko)", "autisme.html"),
        ("Diaporama, séance de 1 h 30 (PowerPoint, 300\u00a0Ko)", None),
    ]


def test_what_a_trainer_needs_is_listed_apart() -> None:
    names = (
        "cartes.pdf",
        "corrige-acquis.pdf",
        "fiche-programme.pdf",
        "fiche-programme.txt",
        "guide-animateur.pdf",
        "livret.pdf",
        "quiz-acquis-gros-caracteres.pdf",
        "quiz-acquis.pdf",
    )
    page = first_page(TWO, *(Download(name, 30_000) for name in names))
    headings = [text_of(title) for title in page.iter("h2")]
    assert headings[headings.index("À télécharger") + 1] == "Pour animer une séance"
    links = [link for link in page.iter("a") if "telechargements" in link.get("href", "")]
    assert [text_of(link).removesuffix(" (PDF, 30\u00a0Ko)") for link in links] == [
        "Livret du participant",
        "Guide de l’animateur",
        "Quiz «\u00a0Faire le point\u00a0»",
        "Quiz «\u00a0Faire le point\u00a0» en gros caractères",
        "Corrigé du quiz «\u00a0Faire le point\u00a0»",
        "Cartes des situations",
        "Fiche programme",
        "Fiche programme (texte à copier, 30\u00a0Ko)",
    ]


def test_nobody_reviewed_it_and_the_page_says_so() -> None:
    assert text_of(about(edition(TWO))) == (
        "Version 1.0, 21\u00a0novembre 2026. Licence CC BY-SA 4.0. Non relu."
    )


def test_a_review_has_a_date_and_a_name() -> None:
    reviewed = replace(TWO, review=Review(date(2026, 12, 1), "une psychologue"))
    assert text_of(about(edition(reviewed))).endswith(
        "Relu le 1er\u00a0décembre 2026 par une psychologue."
    )


def test_a_step_leads_to_its_neighbours() -> None:
    (first,) = step_page(edition(TWO), 0, scope()).tree.iter("nav")
    (last,) = step_page(edition(TWO), 1, scope()).tree.iter("nav")
    assert [item.get("href") for item in first] == ["voir.md"]
    assert [item.get("href") for item in last] == ["comprendre.md", "index.md"]


def test_a_step_says_where_it_stands() -> None:
    page = step_page(edition(TWO), 1, scope())
    (place,) = (item for item in page.tree.iter("p") if item.get("class") == "emas-place")
    assert text_of(place) == "Autisme · Étape 2 sur 2 · 5 min de lecture"
    assert (page.title, page.description) == ("Voir", "Autisme. Voir.")


def test_an_unknown_duration_is_not_written() -> None:
    assert in_full(Durations(None, 90, None)) == "1 h 30 en séance"

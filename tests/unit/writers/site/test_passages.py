"""What « Posez votre question » shows: passages as they stand on their pages, and whom to call."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring, tostring

from tests.unit.writers.site.samples import SPAN, THEME, html

from emas import pipeline
from emas.model import Helpline, Page, Reading, Said, Wording
from emas.project import Project
from emas.writers import site
from emas.writers.site.passages import passages
from emas.writers.site.question_page import question_page

LOADED = pipeline.load(Project(Path(__file__).parents[3] / "fixtures" / "minimal"))
WORDING = Wording(
    helplines=(
        Helpline("119", "enfance en danger", by_text=False, source="has-2026", source_span=SPAN),
        Helpline("114", "par message", by_text=True, source="has-2026", source_span=SPAN),
    ),
    danger=("suicid*",),
    ordinary=(),
    words=(Said(("se barre",), ("quitte",)),),
)


def whole(node: Element) -> str:
    return tostring(node, encoding="unicode", method="html")


def shown(content: str) -> list[tuple[str, str, list[str]]]:
    page = site.SitePage("modules/essai/etape.md", "Étape", "", fromstring(f"<div>{content}</div>"))
    return [(item.anchor, item.title, [*map(whole, item.blocks)]) for item in passages(page)]


def block(content: str) -> str:
    ((_, _, (only,)),) = shown(f'<h2 id="a">A</h2>{content}')
    return only


def test_a_passage_is_what_stands_under_a_heading() -> None:
    content = (
        '<h1>T</h1><p>Avant</p><h2 id="a">Un <em>titre</em></h2><p>Un</p><ul><li>Deux</li></ul>'
    )
    assert shown(f'{content}<h2 id="b">Vide</h2>') == [
        ("a", "Un titre", ["<p>Un</p>", "<ul><li>Deux</li></ul>"])
    ]


def test_sources_and_what_only_works_on_the_page_are_no_passage() -> None:
    drawn = '<figure><img alt="x"/></figure><div class="emas-boite emas-boite--question">?</div>'
    assert shown(f'<h2 id="a">A</h2>{drawn}<h2 id="sources_de_la_page">S</h2><p>x</p>') == []


def test_links_lead_to_the_same_place_from_the_root() -> None:
    links = '<a href="../../glossaire.md#pas">a</a><a href="autre.md">b</a><a href="#c">c</a>'
    outside = '<a href="https://emas.example/">d</a>'
    assert re.findall(r'href="([^"]+)"', block(f"<p>{links}{outside}</p>")) == [
        "glossaire.html#pas",
        "modules/essai/autre.html",
        "modules/essai/etape.html#c",
        "https://emas.example/",
    ]


def test_a_word_of_the_glossary_is_read_without_its_definition() -> None:
    term = '<a class="emas-terme" href="g.md">PAS</a><span class="emas-bulle">…</span>, puis'
    assert re.sub("<[^>]+>", "", block(f"<p>Le {term}</p>")) == "Le PAS, puis"


def test_a_decision_is_a_block_of_its_own_with_what_is_said_of_each_choice() -> None:
    remarks = '<ul class="emas-remarques"><li>Conseillé</li></ul>'
    form = f"<form><legend>Que faites-vous ?</legend><ul><li>A</li></ul>{remarks}</form>"
    decision = f'<div class="emas-boite--decision">{form}</div>'
    ((_, _, found),) = shown(f'<h2 id="a">A</h2><div><p>Noé</p>{decision}<p>Fin</p></div>')
    assert found == [
        '<div><p>Noé</p><p class="emas-discret">[…]</p><p>Fin</p></div>',
        '<div class="emas-boite--decision"><div><p><strong>Que faites-vous ?</strong></p>'
        '<ul class="emas-remarques"><li>Conseillé</li></ul></div></div>',
    ]


def _data() -> tuple[dict[str, Any], tuple[site.SitePage, ...]]:
    ready = pipeline.prepare_site(replace(LOADED.catalogue, wording=WORDING))
    pages = site.pages(ready.catalogue, ready.editions, {}, THEME)
    script = site.passages(pages, ready.catalogue, WORDING)
    assert script.startswith("window.emasPassages = ")
    return json.loads(script.removeprefix("window.emasPassages = ").rstrip(";\n")), pages


def test_every_word_of_a_passage_stands_on_its_page() -> None:
    data, pages = _data()
    texts = {
        page.uri.replace(".md", ".html"): _words("".join(page.tree.itertext())) for page in pages
    }
    read = [
        (page["adresse"], part)
        for page in data["pages"]
        for _, _, blocks in page["parties"]
        for block in blocks
        for part in re.split(r"<[^>]+>", block)
        if part.strip()
    ]
    assert len(read) > 3
    assert [part for address, part in read if _words(part) not in texts[address]] == []


def _words(text: str) -> str:
    return "".join(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").split())


def test_the_words_of_the_file_come_with_the_passages() -> None:
    data, _ = _data()
    assert (data["danger"], data["ordinaire"]) == (["suicid*"], [])
    assert data["mots"] == [[["se barre"], ["quitte"]]]
    assert {page["relu"] for page in data["pages"]} == {""}


def test_without_the_words_there_is_no_page_and_nothing_leads_to_it() -> None:
    ready = pipeline.prepare_site(replace(LOADED.catalogue, wording=None))
    pages = site.pages(ready.catalogue, ready.editions, {}, THEME)
    assert "question.md" not in {page.uri for page in pages}
    assert "question.md" not in {entry.uri for entry in site.navigation(ready.catalogue, ())}
    assert "question.md" not in "".join(html(page.tree) for page in pages)


def test_the_numbers_are_on_the_page_with_the_state_of_their_source() -> None:
    (name,) = {item.source for item in WORDING.helplines}
    sources = LOADED.catalogue.sources
    unread = {**sources, name: replace(sources[name], reading=Reading.UNREAD)}
    request = Page("solliciter-emas.md", "Faire appel", (), {}, SPAN)
    tree = question_page(replace(LOADED.catalogue, sources=unread, pages=(request,)), WORDING).tree
    numbers = tree.find(".//ul[@class='emas-numeros']")
    assert numbers is not None
    assert [link.get("href") for link in numbers.iter("a")] == ["tel:119", "sms:114"]
    assert "".join(numbers.itertext()).count("(à confirmer)") == 2
    links = [link.get("href") for link in tree.iter("a")]
    assert "solliciter-emas.md" in links


def test_the_field_has_no_name_so_nothing_can_be_sent() -> None:
    tree = question_page(LOADED.catalogue, WORDING).tree
    (field,) = tree.iter("textarea")
    assert (field.get("name"), field.get("autocomplete")) == (None, "off")

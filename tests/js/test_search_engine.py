"""The search engine: what it finds, in which order, for people who type fast."""

from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element, SubElement

import pytest
import yaml
from tests.js.engine import Found, ask

from emas import pipeline, project, theme
from emas.diagnostics import Severity, Span
from emas.model import Term
from emas.writers import site

REQUESTS = Path("tests/browser/requetes.yml")
PROJECT = Path("tests/fixtures/recherche")

SPAN = Span(PurePosixPath("content/glossaire.yml"), 1, 1, 1, 2)
PAGES = {
    "echolalie": "Répéter. Certains élèves répètent des phrases : c’est l’écholalie.",
    "autisme": "Comprendre l’autisme. Une élève autiste prévoit sa journée.",
    "aesh": "L’aide humaine. Une AESH accompagne au quotidien.",
    "accompagnement": "Ensemble. Des accompagnants d’élèves en situation de handicap.",
    "pas": "Le pôle. Le PAS donne une première réponse.",
    "negation": "Ne pas courir. Il ne faut pas, il ne doit pas, ce n’est pas permis.",
    "amenagements": "Des aménagements évalués. Chaque année, on adapte. Les cœurs battent.",
    "journee": "La journée. Une journée, une autre journée, encore une journée.",
    "prevoir": "Prévoir. Prévoir la journée aide.",
    "emploi": "Un emploi du temps. " + "Rien de ce que l’on cherche. " * 20 + "Une image suffit.",
}
TERMS = [("AESH", "accompagnant d'élèves en situation de handicap"), ("PAS", "pôle d'appui")]
CASES = [
    ("echolalie", "echolalie"),
    ("Écholalies", "echolalie"),
    ("ECHOLALIE", "echolalie"),
    ("ecolalie", "echolalie"),
    ("échol", "echolalie"),
    ("l'autisme", "autisme"),
    ("autistes", "autisme"),
    ("l’annee", "amenagements"),
    ("aménagement", "amenagements"),
    ("adaptée", "amenagements"),
    ("evaluees", "amenagements"),
    ("coeur", "amenagements"),
    ("aesh", "aesh"),
    ("accompagnante handicap", "accompagnement"),
    ("PAS", "pas"),
    ("pas", "pas"),
    ("c'est quoi le pas ?", "pas"),
    ("prévoir la journée", "prevoir"),
]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The texts of a few pages of one section each."""
    pages = [
        site.SitePage(f"{name}.md", title, "", _tree(text))
        for name, (title, _, text) in ((name, said.partition(". ")) for name, said in PAGES.items())
    ]
    terms = [Term(name.lower(), name, said, "", (), SPAN) for name, said in TERMS]
    return _written(tmp_path_factory, site.search_index(pages, terms))


@pytest.fixture(scope="session")
def answers(small: Path) -> dict[str, list[Found]]:
    """What the engine answers to each question of these tests, asked in one go."""
    questions = [*(question for question, _ in CASES), "AESH", "que faire", "zzz", "image"]
    return dict(zip(questions, ask(small, questions), strict=True))


@pytest.mark.parametrize(("question", "name"), CASES)
def test_the_page_comes_first(answers: dict[str, list[Found]], question: str, name: str) -> None:
    assert answers[question][0].page == f"{name}.html"


def test_an_acronym_finds_its_words_and_a_negation_is_not_one(
    answers: dict[str, list[Found]],
) -> None:
    assert {item.page for item in answers["AESH"]} == {"aesh.html", "accompagnement.html"}
    assert [item.page for item in answers["PAS"]] == ["pas.html"]


def test_nothing_is_found_when_nothing_is_asked_or_known(answers: dict[str, list[Found]]) -> None:
    assert (answers["que faire"], answers["zzz"]) == ([], [])


def test_an_extract_is_around_the_words_found_which_are_marked(
    answers: dict[str, list[Found]],
) -> None:
    (found,) = answers["image"]
    assert found.extract.startswith("… ")
    assert found.extract.endswith(" Rien de ce que l’on cherche. Une [image] suffit.")


def test_a_tired_teacher_finds_24_times_out_of_25(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    requests = yaml.safe_load((root / REQUESTS).read_text(encoding="utf-8"))
    assert len(requests) == 25
    loaded = pipeline.load(project.Project(root / PROJECT))
    assert [item for item in loaded.diagnostics if item.severity is Severity.ERROR] == []
    ready = pipeline.prepare_site(loaded.catalogue)
    look = theme.read(root / "themes" / "emas")
    pages = site.pages(ready.catalogue, ready.editions, {}, look)
    assert len(pages) >= 60
    index = _written(tmp_path_factory, site.search_index(pages, ready.catalogue.glossary.values()))
    found = ask(index, (item["requete"] for item in requests))
    missed = [
        _row(item["requete"], item["page"], results)
        for item, results in zip(requests, found, strict=True)
        if item["page"] not in {result.page for result in results[:3]}
    ]
    assert len(missed) <= 1, "\n".join(missed)


def _row(question: str, page: str, results: list[Found]) -> str:
    return f"{question!r} : attendu {page}, trouvé {[item.address for item in results[:3]]}"


def _tree(text: str) -> Element:
    tree = Element("div")
    SubElement(tree, "p").text = text
    return tree


def _written(factory: pytest.TempPathFactory, script: str) -> Path:
    path = factory.mktemp("index") / "textes.js"
    path.write_text(script, encoding="utf-8")
    return path

"""The pages where participants of a session answer: what is asked, and nothing else."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.plans import catalogue as plan
from tests.unit.writers.site.samples import html

from emas import pipeline, theme
from emas.model import (
    Catalogue,
    Open,
    Planned,
    Programme,
    Session,
    Status,
    Training,
    asking,
    is_collected,
    planned,
    question_version,
)
from emas.project import Project
from emas.writers import site
from emas.writers.site import SitePage

ROOT = Path(__file__).parents[4]
THEME = theme.read(ROOT / "themes" / "emas")

Pages = dict[str, SitePage]


def published(catalogue: Catalogue) -> Pages:
    """Return every page of the site of `catalogue`, by uri."""
    ready = pipeline.prepare_site(catalogue)
    return {page.uri: page for page in site.pages(ready.catalogue, ready.editions, {}, THEME)}


@pytest.fixture(scope="module")
def real() -> Catalogue:
    return pipeline.load(Project(ROOT)).catalogue


@pytest.fixture(scope="module")
def pages(real: Catalogue) -> Pages:
    return published(real)


@pytest.fixture(scope="module")
def fictional() -> Pages:
    return published(plan())


def with_sessions(catalogue: Catalogue, change: Callable[[Session], Session]) -> Catalogue:
    """Return `catalogue` whose sessions have all gone through `change`."""

    def of_training(training: Training) -> Training:
        return replace(training, sessions=tuple(map(change, training.sessions)))

    def of_programme(programme: Programme) -> Programme:
        return replace(programme, trainings=tuple(map(of_training, programme.trainings)))

    plans = (
        replace(each, programmes=tuple(map(of_programme, each.programmes)))
        for each in catalogue.plans
    )
    return replace(catalogue, plans=tuple(plans))


def shown(pages: Pages, name: str) -> str:
    return html([pages[f"sessions/{name}.md"].tree])


def asked(pages: Pages, item: Planned, moment: str) -> dict[str, str]:
    """Return the version of each question of a page, by its id."""
    found = shown(pages, f"{item.session.id}/{moment}")
    return dict(re.findall(rf'data-cle="{moment}/(.*?)" data-version="(.*?)"', found))


def test_each_moment_asks_the_questions_of_the_session_and_no_other(
    real: Catalogue, pages: Pages
) -> None:
    for item in planned(real.plans):
        wanted: dict[str, dict[str, str]] = {}
        for part in asking(real, item):
            there = (one for one in part.questions if is_collected(one) or not part.survey)
            versions = {one.id: question_version(one) for one in there}
            wanted.setdefault(part.assessment.id, {}).update(versions)
        assert {moment: asked(pages, item, moment) for moment in wanted} == wanted


def test_the_questions_of_several_modules_are_under_the_title_of_each(fictional: Pages) -> None:
    found = shown(fictional, "peri-2027-06/acquis")
    assert re.findall('<h2 id="module_(.*?)"><a href="(.*?)">', found) == [
        ("autisme", "../../modules/autisme/index.md"),
        ("comportement", "../../modules/comportement/index.md"),
    ]
    assert re.findall('data-cle="(.*?)"', found) == ["acquis/aut-q01", "acquis/com-q01"]
    assert found.count('class="emas-version"') == 2


def test_a_survey_has_its_own_page_which_asks_no_code(pages: Pages) -> None:
    found = shown(pages, "aut-aesh-2027-01/satisfaction")
    assert 'data-moment="satisfaction" data-avis=""' in found
    assert "n’est relié ni à votre code ni à vos autres réponses" in found
    assert "emas-objectifs" not in found
    assert "data-avis" not in shown(pages, "aut-aesh-2027-01/acquis")


def test_what_a_survey_does_not_gather_is_on_its_paper_only(pages: Pages) -> None:
    assert "emas-boite--question" in shown(pages, "aut-aesh-2027-01/satisfaction")
    assert "<textarea" not in shown(pages, "aut-aesh-2027-01/satisfaction")


def test_only_what_is_gathered_says_so(pages: Pages) -> None:
    found = shown(pages, "aut-aesh-2027-01/positionnement")
    frames = re.findall(r'<div class="emas-boite emas-boite--question" id="(.*?)" (.*?)>', found)
    apart = [name for name, facts in frames if "data-recueillie" not in facts]
    assert apart == ["aut-q16"]
    assert "pour vous seulement\u00a0: elle n’est pas donnée avec vos réponses." in found
    assert found.count("n’est pas donnée avec") == 1


def test_a_text_that_its_author_wants_says_that_it_is_given(real: Catalogue) -> None:
    survey = next(one for one in real.surveys if one.id == "satisfaction")
    wanted = tuple(
        replace(one, task=Open((), collected=True)) if one.id == "avis-manque" else one
        for one in survey.questions
    )
    found = shown(
        published(replace(real, surveys=(replace(survey, questions=wanted),))),
        "aut-aesh-2027-01/satisfaction",
    )
    assert found.count("Ce texte est donné avec vos réponses.") == 1
    assert re.findall(r'maxlength="(\d+)"', found) == ["500"]
    assert re.findall(r'<textarea [^>]*aria-describedby="(.*?)"', found) == ["avis-manque-lu"]
    assert (
        '<p class="emas-lu-apres" id="avis-manque-lu"><strong>Ce texte est lu après la séance.'
        "</strong> Urgence\u00a0: 15, 17, 18 ou 112\u202f; enfant en danger\u00a0: 119.</p>"
    ) in found
    assert "reste dans ce navigateur" not in found


def test_the_survey_that_follows_is_one_click_away(pages: Pages) -> None:
    way = 'class="emas-suite" aria-label="Suite"><a href="{}.md">'
    assert way.format("satisfaction") in shown(pages, "aut-aesh-2027-01/acquis")
    assert way.format("essais") in shown(pages, "aut-aesh-2027-01/a-froid")
    assert "emas-suite" not in shown(pages, "aut-aesh-2027-01/positionnement")


def test_a_page_says_when_answers_are_awaited(pages: Pages) -> None:
    assert (
        '<p class="emas-periode" data-du="2027-01-06" data-au="2027-01-27">Vos réponses sont '
        "attendues du 6\u00a0janvier 2027 au 27\u00a0janvier 2027.</p>"
    ) in shown(pages, "aut-aesh-2027-01/acquis")
    assert 'data-du="2027-03-13" data-au="2027-04-12"' in shown(pages, "aut-aesh-2027-01/essais")


@pytest.mark.parametrize(
    ("status", "words"),
    [(Status.CANCELLED, "Cette session est annulée"), (Status.CLOSED, "Cette session est close")],
)
def test_a_session_that_is_over_awaits_nothing(real: Catalogue, status: Status, words: str) -> None:
    found = shown(
        published(with_sessions(real, lambda one: replace(one, status=status))),
        "aut-aesh-2027-01/acquis",
    )
    assert words in found
    assert "emas-periode" not in found


def test_a_session_without_a_day_says_nothing_of_it(real: Catalogue) -> None:
    undated = with_sessions(real, lambda one: replace(one, half_days=(), opening=None))
    pages = published(undated)
    assert "attendues" not in shown(pages, "aut-aesh-2027-01/acquis")


def test_the_search_and_the_lists_of_sources_leave_these_pages_out(
    real: Catalogue, pages: Pages
) -> None:
    index = site.search_index(pages.values(), real.glossary.values())
    assert "sessions/aut-aesh-2027-01.html" in index
    assert "sessions/aut-aesh-2027-01/" not in index
    assert "sessions/aut-aesh-2027-01/" not in html([pages["sources.md"].tree])


def test_nothing_is_there_without_a_plan(real: Catalogue) -> None:
    found = published(replace(real, plans=()))
    assert [uri for uri in found if uri.startswith("sessions/")] == []


def test_what_becomes_of_answers_is_told_where_they_are_given() -> None:
    pages = published(plan())
    answers = html(pages["sessions/aut-aesh-2027-01/acquis.md"].tree)
    opinion = html(pages["sessions/aut-aesh-2027-01/satisfaction.md"].tree)
    assert "Jusqu’au 27\u00a0janvier 2028, puis tout s’efface." in answers
    assert 'href="../../vie-privee.md"' in answers
    assert ("Donnez votre code" in answers, "Donnez votre code" in opinion) == (True, False)
    assert "Rien ne relie un avis à une personne" in opinion

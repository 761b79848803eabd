"""The page of an assessment: what may be asked, what is drawn without script, where to go on."""

import re
from dataclasses import replace

from tests.unit.writers.site.samples import (
    SPAN,
    THEME,
    catalogue,
    edition,
    html,
    module,
    question,
    step,
)

from emas.model import Assessment, Module
from emas.writers.site.site import pages

DRAWN = Assessment("acquis", (), 1, 1, 0.8, True, None, SPAN)
NAMED = Assessment("positionnement", ("aut-q02",), None, 0, None, False, None, SPAN)
LATER = replace(NAMED, id="a-froid", delay_months=2)


def of_module() -> Module:
    bank = tuple(replace(question(), id=f"aut-q0{n}", objective="decrire") for n in (1, 2, 3))
    lesson = replace(step(), objectives=("decrire",))
    return replace(module(lesson), bank=bank, assessments=(NAMED, DRAWN, LATER))


def written(name: str) -> str:
    made = of_module()
    found = pages(catalogue(made), (edition(made),), {}, THEME)
    (page,) = (page for page in found if page.uri == f"modules/autisme/{name}.md")
    return html([page.tree])


def test_a_draw_holds_the_whole_bank_and_shows_its_part() -> None:
    result = written("acquis")
    assert len(re.findall(r"<form", result)) == 3
    assert len(re.findall(r'data-banque="" hidden=""', result)) == 2
    assert (
        '<div class="emas-evaluation" data-evaluation="autisme/acquis" data-seuil="0.8" '
        'data-nommees="" data-tirage="1" data-par-objectif="1" data-module="autisme" '
        'data-etapes="comprendre" data-reussite="0.8">'
    ) in result


def test_answers_of_an_assessment_are_kept_apart() -> None:
    assert re.findall(r'data-cle="(.*?)"', written("positionnement")) == ["positionnement/aut-q02"]


def test_each_objective_leads_to_its_steps() -> None:
    assert (
        '<li data-objectif="decrire"><span class="emas-objectif">décrire un fait</span>'
        '<div>Étape\u00a0: <a href="comprendre.md">Comprendre</a></div></li>'
    ) in written("positionnement")


def test_a_later_assessment_says_when() -> None:
    assert "environ 2 mois après la formation" in written("a-froid")


def test_the_page_of_the_module_leads_to_its_assessments() -> None:
    assert (
        '<h2 id="se_situer">Se situer</h2><div><ul>'
        '<li><a href="positionnement.md">Me situer avant de commencer</a></li>'
        '<li><a href="acquis.md">Faire le point</a></li>'
        '<li><a href="a-froid.md">Faire le point, plus tard</a></li></ul>'
    ) in written("index")

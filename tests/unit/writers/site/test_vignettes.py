"""Vignettes: every decision on the page, each choice with what can be said of it."""

import re

from tests.unit.writers.site.samples import SPAN, html, paragraph, scope, text

from emas.document import Choice, Decision, Priority, Verdict, Vignette
from emas.model import decision_version
from emas.writers.site.blocks import blocks


def decision(identifier: str, *choices: Choice) -> Decision:
    return Decision(text(f"Que faire ({identifier})"), (), choices, identifier, SPAN)


def choice(verdict: Verdict, goto: str | None = None) -> Choice:
    return Choice(verdict, (paragraph("Attendre."),), (paragraph("Utile."),), goto, SPAN)


def vignette(*nodes: Decision) -> str:
    case = Vignette(text("Noé"), ("maternelle",), Priority.USEFUL, nodes, "noe", SPAN)
    return html(blocks((case,), scope()))


def test_a_decision_is_a_form_that_the_script_knows() -> None:
    node = decision("d1", choice(Verdict.POSSIBLE))
    result = vignette(node)
    assert (
        '<form class="emas-question" method="dialog" autocomplete="off" data-genre="decision" '
        f'data-cle="modules/autisme/d1" data-version="{decision_version(node)}">'
    ) in result
    assert "<legend>Que faire (d1)</legend>" in result


def test_each_choice_has_its_verdict_in_words() -> None:
    result = vignette(decision("d1", *(choice(verdict) for verdict in Verdict)))
    assert re.findall(r"<strong>(.*?)</strong></p><p>Utile\.", result) == [
        "Conseillé",
        "Possible",
        "À éviter",
    ]
    assert re.findall(r"<summary>(.*?)</summary>", result) == [
        "Voir ce que l’on peut dire de chaque choix"
    ]


def test_a_choice_may_lead_to_another_decision() -> None:
    result = vignette(decision("d1", choice(Verdict.POSSIBLE, "d2")), decision("d2"))
    assert '<li data-champ="0" data-vers="d2">' in result
    assert (
        '<p class="emas-vers">La suite\u00a0: <a href="#d2">Que faire (d2)</a></p></li>' in result
    )


def test_a_decision_without_a_title_is_still_a_group_with_a_name() -> None:
    node = Decision((), (), (choice(Verdict.ADVISED),), "d1", SPAN)
    assert "<legend>À vous de décider</legend>" in vignette(node)


def test_a_vignette_says_its_level() -> None:
    assert '<p class="emas-boite__niveaux">Niveau\u00a0: Maternelle</p>' in vignette()

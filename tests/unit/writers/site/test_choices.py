"""Vignettes and questions."""

import re
from dataclasses import replace

from tests.unit.writers.site.samples import SPAN, asked, html, paragraph, question, scope, text

from emas.document import Choice, Decision, Priority, Quote, Verdict, Vignette
from emas.model import ChoiceKind, shown_answers
from emas.writers.site.blocks import blocks


def decision(identifier: str, *choices: Choice) -> Decision:
    return Decision(text(f"Que faire ({identifier})"), (), choices, identifier, SPAN)


def choice(verdict: Verdict, goto: str | None = None) -> Choice:
    return Choice(verdict, (paragraph("Attendre."),), (paragraph("Utile."),), goto, SPAN)


def vignette(*nodes: Decision) -> str:
    case = Vignette(text("Noé"), ("maternelle",), Priority.USEFUL, nodes, "noe", SPAN)
    return html(blocks((case,), scope()))


def test_each_choice_opens_on_its_verdict_in_words() -> None:
    result = vignette(decision("d1", *(choice(verdict) for verdict in Verdict)))
    assert re.findall(r"<summary>.*?<strong>(.*?)</strong>", result) == [
        "Conseillé",
        "Possible",
        "À éviter",
    ]


def test_a_choice_may_lead_to_another_decision() -> None:
    result = vignette(decision("d1", choice(Verdict.POSSIBLE, "d2")), decision("d2"))
    assert '<p>La suite\u00a0: <a href="#d2">Que faire (d2)</a></p>' in result


def test_a_vignette_says_its_level() -> None:
    assert '<p class="emas-boite__niveaux">Niveau\u00a0: Maternelle</p>' in vignette()


def test_answers_come_in_the_same_order_on_every_medium() -> None:
    item = question()
    result = html(blocks(asked(item), scope(item)))
    expected = ["bonne-reponse" if it.right else "attention" for it in shown_answers(item)]
    assert re.findall(r"emas-verdict--(\S+?)\"", result) == expected


def test_a_question_works_without_script() -> None:
    item = question(ChoiceKind.TRUE_FALSE)
    result = html(blocks(asked(item), scope(item)))
    assert re.findall(r"<summary>(?:<span.*?</span> <span[^>]*>)?([^<]*)", result) == [
        "Un indice",
        "Un fait.",
        "Un avis.",
        "Le point sur la question",
    ]


def test_a_question_without_hint_nor_feedback_offers_none() -> None:
    item = replace(question(), hint=(), feedback=(), source="")
    result = html(blocks(asked(item), scope(item)))
    assert "emas-plus" not in result


def test_an_answer_that_is_not_a_paragraph_is_whole_inside() -> None:
    right = question().answers[0]
    item = replace(
        question(), answers=(replace(right, label=(Quote((paragraph("Cité."),), SPAN),)),)
    )
    result = html(blocks(asked(item), scope(item)))
    assert "</p><blockquote><p>Cité.</p></blockquote><p>Oui.</p>" in result

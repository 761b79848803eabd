"""Questions as forms: whole without script, and known to it."""

import re
from dataclasses import replace

import pytest
from tests.unit.writers.site.samples import (
    SPAN,
    asked,
    callout,
    html,
    paragraph,
    question,
    scope,
)

from emas.document import BulletList, CalloutKind, ListItem, Quote
from emas.model import Kind, Question, Ticking, question_version, shown_answers
from emas.writers.site.blocks import blocks


def written(item: Question) -> str:
    return html(blocks(asked(item), scope(item)))


def ticking(item: Question) -> Ticking:
    assert isinstance(item.task, Ticking)
    return item.task


def test_a_question_is_a_form_that_the_script_knows() -> None:
    item = question()
    assert written(item).startswith(
        '<div class="emas-boite emas-boite--question" id="aut-q01"><p class="emas-boite__tete">'
        '<span class="emas-boite__mot">Question</span></p>'
        '<form class="emas-question" method="dialog" autocomplete="off" data-genre="unique" '
        f'data-cle="aut-q01" data-version="{question_version(item)}" data-corrige="'
        '{&quot;kind&quot;: &quot;unique&quot;, &quot;count&quot;: 2, &quot;right&quot;: [0]}">'
        '<fieldset aria-describedby="aut-q01_consigne"><legend>Que note-t-on ?</legend>'
        '<p class="emas-consigne" id="aut-q01_consigne">Une seule bonne réponse.</p>'
    )


def test_an_answer_is_a_button_and_its_label() -> None:
    item = question(Kind.TRUE_FALSE)
    assert (
        '<li><label><input type="radio" name="aut-q01" value="0"> '
        '<span class="emas-choix__lettre">A</span> '
        '<span class="emas-choix__texte">Un fait.</span></label></li>'
    ) in written(item)


@pytest.mark.parametrize(
    ("kind", "field", "told"),
    [
        (Kind.SINGLE, "radio", "Une seule bonne réponse."),
        (Kind.MULTIPLE, "checkbox", "Plusieurs bonnes réponses."),
        (Kind.TRUE_FALSE, "radio", "Vrai ou faux\u202f?"),
    ],
)
def test_each_kind_says_how_to_answer(kind: Kind, field: str, told: str) -> None:
    result = written(question(kind))
    assert re.findall(r'type="(\w+)"', result) == [field, field]
    assert f'id="aut-q01_consigne">{told}</p>' in result


def test_the_correction_says_of_each_answer_whether_it_is_right_and_why() -> None:
    result = written(question(Kind.TRUE_FALSE))
    assert result.endswith(
        "<summary>Voir la réponse et les explications</summary>"
        '<ul class="emas-remarques"><li data-champ="0"><p class="emas-rappel">'
        '<span class="emas-choix__lettre">A</span> Un fait.</p>'
        '<p class="emas-verdict emas-verdict--bonne-reponse"><span aria-hidden="true">✓ </span>'
        "<strong>Bonne réponse</strong></p><p>Oui.</p></li>"
        '<li data-champ="1"><p class="emas-rappel">'
        '<span class="emas-choix__lettre">B</span> Un avis.</p>'
        '<p class="emas-verdict emas-verdict--attention"><span aria-hidden="true">○ </span>'
        "<strong>Ce n’est pas cette réponse</strong></p><p>C’est un jugement.</p></li></ul>"
        '<p>Un fait se date.</p><p class="emas-discret">Source\u00a0: HAS (2026) '
        '<span class="emas-citation">[<a data-source="has-2026-tsa" class="emas-appel">'
        '<span class="emas-cache">source </span></a>]</span></p></details></form></div>'
    )


def test_answers_come_in_the_same_order_on_every_medium() -> None:
    task = ticking(question())
    item = replace(question(), task=replace(task, answers=task.answers * 3))
    shown = shown_answers(ticking(item), item.id)
    expected = ["bonne-reponse" if it.right else "attention" for _, it in shown]
    result = written(item)
    assert re.findall(r"emas-verdict--(\S+?)\"", result) == expected
    assert re.findall(r'value="(\d)"', result) == re.findall(r'data-champ="(\d)"', result)


def test_a_question_without_hint_nor_feedback_still_has_its_correction() -> None:
    bare = replace(question(), hint=(), feedback=(), source="")
    found = r"<summary>(.*?)</summary>"
    assert re.findall(found, written(bare)) == ["Voir la réponse et les explications"]
    assert re.findall(found, written(question())) == [
        "Un indice",
        "Voir la réponse et les explications",
    ]


def test_what_is_asked_is_the_last_paragraph() -> None:
    scene, why = paragraph("Noé crie."), paragraph("Pourquoi ?")
    notes = BulletList((ListItem((paragraph("Une note."),), None, SPAN),), SPAN)
    item = replace(question(), statement=(scene, why, notes))
    result = written(item)
    assert "<p>Noé crie.</p><fieldset" in result
    assert "<legend>Pourquoi ?</legend>" in result
    assert "réponse.</p><ul><li>Une note.</li></ul><ul" in result


def test_a_statement_without_paragraph_is_still_a_group_with_a_name() -> None:
    box = callout(CalloutKind.EXAMPLE, paragraph("Une scène."), identifier="scene")
    result = written(replace(question(), statement=(box,)))
    assert "<legend>Question</legend>" in result
    assert "<p>Une scène.</p></div><fieldset" in result


def test_an_answer_that_is_not_a_paragraph_describes_its_button() -> None:
    task = ticking(question())
    right = task.answers[0]
    label = (Quote((paragraph("Cité."),), SPAN),)
    bare = replace(task, answers=(replace(right, label=label),))
    result = written(replace(question(), task=bare))
    assert 'value="0" aria-describedby="aut-q01_A">' in result
    assert (
        '<div class="emas-choix__suite" id="aut-q01_A"><blockquote><p>Cité.</p></blockquote></div>'
    ) in result

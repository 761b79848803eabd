"""Questions and choices: what is statement, answer, feedback, and where a choice leads."""

from tests.unit.readers.samples import codes, read

from emas.document import Blocks, Decision, PlainTwin, Verdict, Vignette, plain_text, walk
from emas.model import Answer, Kind, Question, Ticking

QUESTION = """\
::: question multiple {#q1}
objectif : decrire
source : HAS-2026

Que voit-on ?

- [x] Un fait.
  > Oui.
- [ ] Une idée.

::: indice
Cherchez.
:::

> En général.
:::
"""


def question(text: str) -> Question:
    (found,) = read(text).questions
    return found


def answers(found: Question) -> tuple[Answer, ...]:
    assert isinstance(found.task, Ticking)
    return found.task.answers


def words(blocks: Blocks) -> str:
    return plain_text(blocks)


def test_a_question_has_all_its_parts() -> None:
    found = question(QUESTION)
    assert (found.id, found.kind, found.objective, found.source, found.written_id) == (
        "q1", Kind.MULTIPLE, "decrire", "has-2026", True,
    )  # fmt: skip
    assert words(found.statement) == "Que voit-on ?"
    assert [(item.right, words(item.label), words(item.feedback)) for item in answers(found)] == [
        (True, "Un fait.", "Oui."),
        (False, "Une idée.", ""),
    ]
    assert (words(found.hint), words(found.feedback)) == ("Cherchez.", "En général.")
    assert found.objective_span.line == 2


def test_a_question_without_id_is_named_by_its_place() -> None:
    found = question("::: question unique\nA ?\n\n- [x] b\n- [ ] c\n:::")
    assert (found.id, found.written_id) == ("etape/question-1", False)


def test_a_list_without_boxes_before_the_answers_is_statement() -> None:
    found = question(
        "::: question unique {#a}\nVoici :\n\n- un\n- deux\n\nQuoi ?\n\n- [x] b\n- [ ] c\n:::"
    )
    assert words(found.statement) == "Voici : un deux Quoi ?"
    assert len(answers(found)) == 2


def test_answers_may_hold_code_pictures_and_several_paragraphs() -> None:
    text = "::: question unique {#a}\nQ ?\n\n- [x] b\n\n  c\n\n  > d\n  >\n  > e\n- [ ] `f`\n:::"
    first, second = answers(question(text))
    assert (words(first.label), words(first.feedback), words(second.label)) == ("b c", "d e", "f")
    assert codes(text) == []


def test_a_comment_in_a_question_is_kept_and_published_nowhere() -> None:
    found = question("::: question unique {#a}\nQ ?\n\n- [x] b\n- [ ] c\n\n<!-- d -->\n:::")
    assert "Comment" in {type(node).__name__ for node in walk(found.statement)}
    assert found.feedback == ()


DECISION = """\
::: situation Noé
::: decision Que faire ? {#un}
Il pleut.

- [Conseillé] Observer.
  > Oui.
  > vers : deux
- [a eviter] Juger.
  vers : deux
- [possible] Attendre.

::: simple
Regardez.
:::
:::

::: decision Et après ? {#deux}
- [conseillé] Noter.
- [possible] Dire.
:::
:::
"""


def decision(text: str) -> Decision:
    (vignette,) = read(text).blocks
    assert isinstance(vignette, Vignette)
    first = vignette.blocks[0]
    assert isinstance(first, Decision)
    return first


def test_choices_have_a_verdict_a_feedback_and_a_way_on() -> None:
    found = decision(DECISION)
    assert [(item.verdict, words(item.label), item.goto) for item in found.choices] == [
        (Verdict.ADVISED, "Observer.", "deux"),
        (Verdict.AVOID, "Juger. vers : deux", None),
        (Verdict.POSSIBLE, "Attendre.", None),
    ]
    assert [words(item.feedback) for item in found.choices] == ["Oui.", "", ""]
    assert words(found.blocks[:1]) == "Il pleut."
    assert isinstance(found.blocks[1], PlainTwin)

"""Plain words take the place of what they say again."""

import pytest
from tests.unit.transforms.written import blocks

from emas.document import Adaptation, Misconception, PlainTwin, plain_text, walk
from emas.transforms.plain import in_plain_words

TWIN = "::: simple\nSimple.\n:::"
EXERCISE = "::: activite Agir\nduree : 5 min\n\nConsigne.\n:::"


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        (f"::: retenir\nUn.\n\n- deux\n\n{TWIN}\n:::", "Simple."),
        (f"## A\n\nUn.\n\n- deux\n\n{TWIN}\n\n## B\n\nTrois.", "A Simple. B Trois."),
        (f"Un.\n\n{TWIN}\n\n## A\n\nDeux.", "Simple. A Deux."),
        (f"## A\n\nUn.\n\n### B\n\nDeux.\n\n{TWIN}\n\n{EXERCISE}", "A Simple. Agir Consigne."),
        (f"::: public aesh\nUn.\n\n{TWIN}\n:::\n\nDeux.", "Simple. Deux."),
        ("Un.\n\n- deux", "Un. deux"),
    ],
)
def test_a_twin_replaces_the_text_of_its_box_or_of_its_section(
    markdown: str, expected: str
) -> None:
    found = in_plain_words(blocks(markdown))
    assert plain_text(found) == expected
    assert not [node for node in walk(found) if isinstance(node, PlainTwin)]


def test_a_case_keeps_its_decisions() -> None:
    case = (
        "::: situation Un cas\nUn récit.\n\n::: decision Que faire ?\n"
        f"- [conseillé] Ceci.\n  > Oui.\n- [à éviter] Cela.\n  > Non.\n:::\n\n{TWIN}\n:::"
    )
    assert plain_text(in_plain_words(blocks(case))) == (
        "Un cas Simple. Que faire ? Ceci. Oui. Cela. Non."
    )


def test_an_adaptation_keeps_its_title_only() -> None:
    (found,) = in_plain_words(
        blocks(
            "::: amenagement Annoncer\nbesoin : b\ncomment : c\neviter : e\nmesurer : m\n\n"
            f"Détail.\n\n{TWIN}\n:::"
        )
    )
    assert isinstance(found, Adaptation)
    assert plain_text((found,)) == "Annoncer Simple."


def test_plain_words_say_what_is_known_beside_what_is_heard() -> None:
    (found,) = in_plain_words(blocks(f"::: idee-recue\n- Su.\n- Entendu.\n\n{TWIN}\n:::"))
    assert isinstance(found, Misconception)
    assert (plain_text(found.known), plain_text(found.heard)) == ("Simple.", "Entendu.")

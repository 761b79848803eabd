"""Plain words that did not follow their text, as far as snapshots tell."""

from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import pytest
from tests.mended import minimal_project

from emas import pipeline
from emas.editing.snapshots import take
from emas.editing.twins import late_twins
from emas.project import Project

NOW = datetime(2026, 11, 22, 17, 42, tzinfo=UTC)

STEP = "modules/essai/01-etape.md"
HEADER = "---\ntitre: La seule étape\nduree: {en-ligne: 5 min}\nobjectifs: [decrire]\n---\n\n"
SECTION = "## Une section\n\nUn fait.\n\n::: simple\nDes mots simples.\n:::\n"
BOX = "## Une section\n\n::: retenir\nUn fait.\n\n::: simple\nDes mots simples.\n:::\n:::\n"


@pytest.fixture
def small(tmp_path: Path) -> Project:
    return minimal_project(tmp_path)


def write(place: Project, text: str) -> None:
    (place.root / STEP).write_text(HEADER + text, encoding="utf-8")


def late(place: Project) -> list[tuple[str, int, str]]:
    found = late_twins(place, pipeline.load(place))
    return [(str(item.span.path), item.span.line, item.message) for item in found]


@pytest.mark.parametrize(("text", "line"), [(SECTION, 11), (BOX, 12)])
def test_words_that_stayed_while_their_text_changed_are_told(
    small: Project, text: str, line: int
) -> None:
    write(small, text)
    take(small, "emas fix", now=NOW)
    write(small, text.replace("Un fait", "Un autre fait"))
    told = "Ce texte a changé depuis le 22\u00a0novembre 2026, et pas sa version simple."
    assert late(small) == [(STEP, line, told)]


@pytest.mark.parametrize(
    "change",
    [
        ("Des mots simples", "D'autres mots"),
        ("## Une section", "Une introduction.\n\n## Une section"),
        ("Un fait", "Un **fait**"),
    ],
)
def test_words_whose_text_says_the_same_are_not(small: Project, change: tuple[str, str]) -> None:
    write(small, SECTION)
    take(small, "emas fix", now=NOW)
    write(small, SECTION.replace(*change))
    assert late(small) == []


def test_words_that_changed_with_their_text_are_not(small: Project) -> None:
    write(small, SECTION)
    take(small, "emas fix", now=NOW)
    write(small, SECTION.replace("Un fait", "Un autre").replace("simples", "faciles"))
    assert late(small) == []


def test_without_a_snapshot_nothing_can_be_told(small: Project) -> None:
    write(small, SECTION)
    assert late(small) == []


def test_a_shared_adaptation_has_plain_words_too(small: Project) -> None:
    path = PurePosixPath("content/amenagements/une-carte.md")
    text = (
        "---\ntitre: Une carte\nbesoin: prévoir\ndomaine: temps\nniveaux: [college]\n"
        "publics: [aesh]\n---\n\n## Comment\n\n- Montrer une carte.\n\n"
        "## À éviter\n\n- Se presser.\n\n"
        "## Comment savoir si ça marche\n\nCompter.\n\n## En plus simple\n\nMontrez une carte.\n"
    )
    (small.root / path).parent.mkdir()
    (small.root / path).write_text(text, encoding="utf-8")
    take(small, "emas fix", now=NOW)
    (small.root / path).write_text(text.replace("- Montrer", "- Lire, montrer"), encoding="utf-8")
    assert [(name, line) for name, line, _ in late(small)] == [(str(path), 21)]

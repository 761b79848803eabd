"""Facts to read again: how far each holds, and the sentence that it proves."""

from datetime import date
from pathlib import PurePosixPath

import pytest
from tests.suite_cases import MINIMAL

from emas.model.facts import Due, Fact, facts
from emas.pipeline import load_sources
from emas.readers.sources import Sources

STEP = PurePosixPath("modules/essai/01-etape.md")
SOURCES = PurePosixPath("content/sources.yml")

TODAY = date(2026, 11, 23)


def cited(text: str, lu: str = "primaire", limit: str = "2029-11-21") -> list[Fact]:
    """Return the facts of the minimal project with more text, its own one left aside."""
    said = MINIMAL.files[SOURCES].decode()
    said = said.replace("primaire", lu).replace("2029-11-21", limit)
    step = MINIMAL.files[STEP] + f"\n{text}\n".encode()
    files = {**MINIMAL.files, SOURCES: said.encode(), STEP: step}
    return list(facts(load_sources(Sources(files)).catalogue, TODAY))[1:]


@pytest.mark.parametrize(
    ("text", "lu", "limit", "due"),
    [
        ("Un fait [@has-2026].", "primaire", "2029-11-21", Due.HELD),
        ("Un fait [@has-2026].", "primaire", "2027-02-21", Due.SOON),
        ("Un fait [@has-2026].", "primaire", "2027-02-22", Due.HELD),
        ("Un fait [@has-2026].", "secondaire", "2027-02-21", Due.SECONDARY),
        ("Un fait [@has-2026].", "non-lu", "2029-11-21", Due.UNCONFIRMED),
        ("Un fait [@has-2026, à confirmer].", "primaire", "2029-11-21", Due.UNCONFIRMED),
        ("Un fait [@has-2026, à confirmer].", "primaire", "2026-11-22", Due.EXPIRED),
        ("Un fait [@has-2026].", "primaire", "2026-11-23", Due.SOON),
    ],
)
def test_a_fact_is_in_its_most_pressing_state(text: str, lu: str, limit: str, due: Due) -> None:
    assert [fact.due for fact in cited(text, lu, limit)] == [due]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Un. Deux [@has-2026]. Trois.", "Deux."),
        ("Un. Deux. [@has-2026]", "Deux."),
        ("Un. Le point 1.2 et **deux** mots [@has-2026].", "Le point 1.2 et deux mots."),
        ("- Un point [@has-2026]", "Un point"),
        ("[@has-2026] Un texte.", "Un texte."),
    ],
)
def test_a_fact_has_the_sentence_before_its_citation(text: str, sentence: str) -> None:
    (fact,) = cited(text)
    assert fact.sentence == sentence


def test_a_question_and_an_adaptation_are_told_by_what_they_are_called() -> None:
    text = """\
::: amenagement Annoncer un changement
besoin : prévoir
comment : une carte
eviter : se presser
mesurer : la durée
source : has-2026
:::

::: question unique {#ess-q09}
objectif : decrire
source : has-2026

Que décrit-on ?

- [x] Un fait.
- [ ] Un avis.
:::"""
    assert [fact.sentence for fact in cited(text)] == ["Annoncer un changement", "Que décrit-on ?"]

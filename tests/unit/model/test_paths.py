"""The steps of a learning path, in order, and what they last."""

from pathlib import PurePosixPath

from tests.suite_cases import MINIMAL

from emas.model import Catalogue, minutes_in, stops
from emas.pipeline import load_sources
from emas.readers.known import Known
from emas.readers.sources import Sources

PATH = PurePosixPath("content/parcours/pour-demain.yml")
SECOND = PurePosixPath("modules/essai/02-suite.md")
STEP = "---\ntitre: La suite\nduree: {en-ligne: 4 min}\n---\n\n## Une section\n\nUne phrase.\n"
WRITTEN = """\
titre: "Pour demain : lire"
resume: Ce que l'on essaie demain.
publics: [AESH]
etapes:
  - module: essai
    etapes: [suite, etape]
    pourquoi: D'abord la fin.
"""


def project(written: str = WRITTEN, step: str = STEP) -> Sources:
    return Sources({**MINIMAL.files, PATH: written.encode(), SECOND: step.encode()})


def followed(catalogue: Catalogue) -> list[tuple[str, str, str]]:
    (path,) = catalogue.paths
    found = stops(path, catalogue.modules)
    return [(stop.module.id, stop.step.id, stop.why) for stop in found]


def test_steps_come_in_the_order_of_the_path_with_its_reasons_once() -> None:
    catalogue = load_sources(project()).catalogue
    assert followed(catalogue) == [("essai", "suite", "D'abord la fin."), ("essai", "etape", "")]
    (path,) = catalogue.paths
    assert minutes_in(stops(path, catalogue.modules)) == 9


def test_a_module_without_list_is_followed_from_its_first_step_to_the_last() -> None:
    whole = WRITTEN.replace("    etapes: [suite, etape]\n", "")
    found = followed(load_sources(project(whole)).catalogue)
    assert [step for _, step, _ in found] == ["etape", "suite"]


def test_while_a_module_has_errors_its_steps_are_not_there() -> None:
    loaded = load_sources(project(step=STEP.replace("titre", "tittre")))
    assert not loaded.unusable
    assert loaded.broken == {"essai"}
    assert followed(loaded.catalogue) == []


def test_a_step_that_goes_is_seen_by_who_reads_often() -> None:
    known = Known()
    assert wrong(project(), known) == []
    files = {path: data for path, data in project().files.items() if path != SECOND}
    assert wrong(Sources(files), known) == [("PAR002", 6)]


def wrong(sources: Sources, known: Known) -> list[tuple[str, int]]:
    found = load_sources(sources, known).diagnostics
    return [(item.code, item.span.line) for item in found if item.span.path == PATH]

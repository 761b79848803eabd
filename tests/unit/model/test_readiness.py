"""The checklist « prêt à publier »: each line, where all is well and where something is missing."""

from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

import pytest
from tests.ready import FILES, FOLDER, STEP
from tests.suite_cases import MINIMAL

from emas.document import Heading, Video
from emas.model import Catalogue
from emas.model.readiness import LINES, Point, State, readiness
from emas.pipeline import load_sources
from emas.readers.sources import Sources

ON = date(2026, 11, 22)

BY_NATURE = {"essai-plateforme", "personnes-concernees", "aucun-eleve-reel", "clavier-et-voix"}
"""What no tool can tell, whatever the module."""


def catalogue(name: str = "", old: str = "", new: str = "") -> Catalogue:
    """Return the project that is ready, where words of a file are replaced."""
    files = {path: data.decode() for path, data in MINIMAL.files.items() if path.suffix != ".svg"}
    texts = {str(path): text for path, text in files.items()} | FILES
    if name:
        assert old in texts[name]
        texts[name] = texts[name].replace(old, new, 1)
    drawings = {path: data for path, data in MINIMAL.files.items() if path.suffix == ".svg"}
    data = {PurePosixPath(path): text.encode() for path, text in texts.items()}
    loaded = load_sources(Sources(drawings | data, frozenset()))
    assert loaded.broken == set()
    return loaded.catalogue


def points(known: Catalogue, on: date = ON) -> dict[str, Point]:
    return {point.name: point for point in readiness(known, known.modules[0], on)}


def states(known: Catalogue, on: date = ON) -> dict[str, State]:
    return {name: point.state for name, point in points(known, on).items()}


def test_all_is_done_but_what_only_a_person_can_tell() -> None:
    found = states(catalogue())
    assert found == {
        line.name: State.PERSON if line.name in BY_NATURE else State.DONE for line in LINES
    }


STEP_FILE, BANK_FILE, FILE = FOLDER + "01-etape.md", FOLDER + "questions.md", FOLDER + "module.yml"
SECTION = "## Une section\n"
MORE = "  - {id: nommer, enonce: nommer}\ndurees:"
DECORATIVE = "![](media/carre.svg){.decoratif}"
IMAGE = "![Un carré.](media/carre.svg)"
VIDEO = "::: video Un film\nlien : https://films.example/a.mp4\n\nOn y voit un chat.\n:::"


@pytest.mark.parametrize(
    ("line", "name", "old", "new", "state"),
    [
        ("objectifs-travailles", STEP_FILE, "objectifs: [decrire]\n", "", State.TODO),
        ("positionnement", FILE, "  positionnement: {questions: [ess-q01]}\n", "", State.TODO),
        ("acquis", FILE, "  acquis: {questions: [ess-q02]}\n", "", State.TODO),
        ("demain", STEP_FILE, "::: demain", "::: conseil", State.TODO),
        ("a-qui-en-parler", STEP_FILE, "::: a-qui-en-parler", "::: conseil", State.TODO),
        ("faits-a-confirmer", STEP_FILE, "[@has-2026]", "[@has-2026, à confirmer]", State.TODO),
        ("numeros-d-urgence", STEP_FILE, SECTION, SECTION + "\nAppelez le 15.\n", State.TODO),
        ("sources-datees", "content/sources.yml", "  a-relire-avant: 2029-11-21", "", State.TODO),
        ("etapes-sourcees", STEP_FILE, " [@has-2026]", "", State.PERSON),
        ("sources-secondaires", "content/sources.yml", "primaire", "secondaire", State.PERSON),
        ("relu", FILE, "relecture: {faite-le: 2026-01-10, par: une association}", "", State.TODO),
        ("relu", FILE, "2026-01-10", "2025-11-21", State.TODO),
        ("equipe", "content/equipe.yml", "Équipe d'essai", "EMAS (à compléter)", State.TODO),
        ("alternatives", STEP_FILE, SECTION, IMAGE.replace(".", "." * 120, 1), State.TODO),
        ("images-decoratives", STEP_FILE, SECTION, DECORATIVE, State.PERSON),
        ("descriptions-longues", STEP_FILE, SECTION, IMAGE, State.PERSON),
        ("liens", STEP_FILE, "[les modules de l'équipe]", "[ici]", State.TODO),
        ("tableaux", STEP_FILE, "| Ce que je vois |", "| |", State.TODO),
        ("sous-titres", STEP_FILE, SECTION, VIDEO, State.PERSON),
        ("sans-compte", STEP_FILE, "(01-etape.md)", "(https://emas.example/)", State.PERSON),
        ("sans-les-yeux", STEP_FILE, "Décrivez", "À droite, décrivez", State.PERSON),
        ("somme-des-durees", FILE, "en-ligne: 5 min", "en-ligne: 10 min", State.TODO),
        ("activites", STEP_FILE, "duree : 10 min", "duree : 30 min", State.TODO),
        ("lecture", STEP_FILE, "Un fait", "mot " * 1001 + "Un fait", State.TODO),
        ("objectifs-evalues", FILE, "durees:", MORE, State.TODO),
        ("retours", BANK_FILE, "\n> On décrit ce que l'on voit.\n", "", State.TODO),
        ("genres", STEP_FILE, STEP[STEP.index("::: question ordre") :], "", State.PERSON),
    ],
)  # fmt: skip
def test_a_line_tells_what_is_missing(
    line: str, name: str, old: str, new: str, state: State
) -> None:
    assert states(catalogue(name, old, new))[line] is state


def test_a_step_of_a_session_says_how_to_lead_it() -> None:
    silent = STEP[STEP.index("::: animation") : STEP.index("::: demain")]
    assert states(catalogue(STEP_FILE, silent, ""))["animation"] is State.TODO


def test_a_fact_expires() -> None:
    assert states(catalogue(), date(2030, 1, 1))["faits-perimes"] is State.TODO


def test_a_film_of_the_module_needs_a_credit_and_its_words() -> None:
    known = catalogue(STEP_FILE, SECTION, VIDEO)
    assert states(known)["transcriptions"] is State.DONE
    module = known.modules[0]
    (film,) = (block for block in module.steps[0].blocks if isinstance(block, Video))
    mute = replace(film, source="media/a.mp4", blocks=())
    step = replace(module.steps[0], blocks=(mute,))
    found = states(replace(known, modules=(replace(module, steps=(step,)),)))
    assert (found["transcriptions"], found["credits"]) == (State.TODO, State.TODO)


def test_a_level_of_heading_that_is_skipped_is_told() -> None:
    # The readers refuse it already: the list says so all the same.
    known = catalogue()
    module = known.modules[0]
    blocks = tuple(
        replace(block, level=4) if isinstance(block, Heading) else block
        for block in module.steps[0].blocks
    )
    step = replace(module.steps[0], blocks=blocks)
    found = states(replace(known, modules=(replace(module, steps=(step,)),)))
    assert found["titres"] is State.TODO


def test_what_is_not_read_online_is_not_counted() -> None:
    trainer = "Demandez " + "mot " * 1001
    assert states(catalogue(STEP_FILE, "Demandez ", trainer))["lecture"] is State.DONE


def test_a_reading_time_is_told_in_words_and_minutes() -> None:
    long = catalogue(STEP_FILE, "Un fait", "mot " * 1001 + "Un fait")
    (found,) = points(long)["lecture"].findings
    assert found.text == "« La seule étape » : 1038 mots, 6 min de lecture pour 5 min"

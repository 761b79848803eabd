"""200 random plans, well written or not: each mistake is told at its line, nothing breaks."""

from datetime import date, timedelta
from pathlib import PurePosixPath
from random import Random

import pytest
import yaml
from tests import plans

from emas import pipeline
from emas.model import Status, planned
from emas.model.fingerprint import fingerprint
from emas.model.results import results
from emas.model.timetable import days, seats, when, where
from emas.pipeline import load_sources
from emas.readers.sources import Sources
from emas.transforms.moments import asked_parts
from emas.writers.site.agenda import agendas
from emas.writers.site.sessions import session_pages

pytestmark = pytest.mark.long

PLAN = PurePosixPath("content/plan/2026-2027-essai.yml")
SOURCES = plans.sources().files
ODD = (
    None,
    -3,
    2.5,
    True,
    "",
    "été : 1",
    ["a"],
    {"b": 1},
    "2027-02-30",
    "25:00",
    "« ? »",
    "\u202e",
)


class Drawn:
    """A plan drawn at random; one field in `faults` is spoilt."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.faults = self.random.choice((10**9, 200, 40, 10))
        self.count = 0

    def plan(self) -> object:
        return self.fields(
            annee="2026-2027",
            academie="Essai",
            dispositifs=[
                self.fields(
                    titre="Un dispositif",
                    code=self.random.choice(("FICTIF-1", "25A0", "007")),
                    cadre=self.random.choice(("paf", "fil", "aesh-60h")),
                    modules=[self.training() for _ in range(self.random.randint(1, 2))],
                )
            ],
        )

    def training(self) -> object:
        return self.fields(
            titre="Une formation",
            contenu=self.random.sample(plans.MODULES, self.random.randint(1, 2)),
            duree=self.random.choice(("3 h", "45 min", "1 h 30")),
            publics=self.random.sample(("aesh", "direction"), 1),
            inscription=self.random.choice(("equipe", "individuelle")),
            sessions=[self.session() for _ in range(self.random.randint(0, 3))],
        )

    def session(self) -> object:
        self.count += 1
        halves = [self.half_day() for _ in range(self.random.randint(1, 3))]
        opened = {"du": "2027-01-04", "au": "2027-07-02"}
        alone = self.random.random() < 0.2
        return self.fields(
            id=f"Essai-{self.count}",
            modalite=self.random.choice(("presentiel", "distanciel", "hybride")),
            **({"ouverte": opened} if alone else {"demi-journees": halves}),
            suivi={"avant": "7 jours"},
            places={"min": self.random.randint(1, 9), "max": self.random.randint(9, 40)},
            statut=self.random.choice([one.value for one in Status]),
            evaluations=self.random.sample(("acquis", "satisfaction", "essais"), 2),
            conservation="12 mois",
            acces=self.random.choice(("ascenseur", "plain-pied : code 12")),
        )

    def half_day(self) -> object:
        day = date(2026, 9, 1) + timedelta(self.random.randint(0, 363))
        return self.fields(
            date=str(day), debut="9 h", fin=self.random.choice(("12 h", "10:30")), lieu="École A"
        )

    def fields(self, **good: object) -> object:
        """Return a mapping of which a field may be spoilt, taken away, or said twice over."""
        found: dict[str, object] = dict(good)
        for key in good:
            if self.random.randrange(self.faults) == 0:
                match self.random.randrange(3):
                    case 0:
                        del found[key]
                    case 1:
                        found[key] = self.random.choice(ODD)
                    case _:
                        found[f"{key}s"] = found[key]
        return found


def told_or_published(seed: int) -> str:
    """Load a random plan, use all of it if it can be, and return what became of it."""
    text = yaml.safe_dump(Drawn(seed).plan(), allow_unicode=True, sort_keys=False)
    loaded = load_sources(Sources({**SOURCES, PLAN: text.encode()}))
    lines = text.count("\n") + 1
    assert all(1 <= item.span.line <= lines for item in loaded.diagnostics)
    if loaded.unusable:
        return "told"
    catalogue = loaded.catalogue
    assert list(session_pages(catalogue))
    assert agendas(catalogue, pipeline.as_of(catalogue))
    for one in planned(catalogue.plans):
        parts = pipeline.session_parts(catalogue, one)
        assert results(asked_parts(parts), []).unknown == 0
        assert len(fingerprint(one, parts)) == 64
        assert all((when(one.session), where(one.session), days(one.session)))
        assert seats(one.session) is not None
    return "published"


def test_a_random_plan_is_told_or_published() -> None:
    found = [told_or_published(seed) for seed in range(200)]
    assert {"told", "published"} == set(found)
    assert found.count("published") > 50

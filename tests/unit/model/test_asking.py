"""What a session asks: its modules in the order of the plan, then the surveys."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests import plans

from emas import pipeline, project
from emas.model import Asking, Catalogue, Kind, Planned, asking, awaited, is_collected, planned


@pytest.fixture(scope="module")
def real(root: Path) -> Catalogue:
    return pipeline.load(project.find(root)).catalogue


def session(catalogue: Catalogue, name: str, *assessments: str) -> Planned:
    """Return the session of that id, asking `assessments`."""
    (item,) = (one for one in planned(catalogue.plans) if one.session.id == name)
    return replace(item, session=replace(item.session, assessments=assessments))


def names(parts: tuple[Asking, ...]) -> list[tuple[str, str]]:
    return [(part.assessment.id, part.owner.id) for part in parts]


def test_each_module_is_asked_about_in_the_order_of_the_plan() -> None:
    catalogue = plans.catalogue()
    item = session(catalogue, "peri-2027-06", "acquis", "satisfaction")
    turned = replace(item, training=replace(item.training, modules=("comportement", "autisme")))
    parts = asking(catalogue, turned)
    assert names(parts) == [
        ("acquis", "comportement"),
        ("acquis", "autisme"),
        ("satisfaction", "satisfaction"),
    ]
    assert [part.survey for part in parts] == [False, False, True]


def test_what_is_asked_weeks_later_ends_with_the_trials() -> None:
    catalogue = plans.catalogue()
    item = session(catalogue, "aut-aesh-2027-01", "a-froid")
    module = catalogue.module("autisme")
    later = replace(module.assessments[0], id="a-froid")
    catalogue = replace(catalogue, modules=(replace(module, assessments=(later,)),))
    parts = asking(catalogue, item)
    assert names(parts) == [("a-froid", "autisme"), ("essais", "essais")]


def test_the_draw_is_that_of_the_session(real: Catalogue) -> None:
    module = real.module("autisme")
    drawn = replace(module.assessments[0], id="acquis", questions=(), draw=4)
    catalogue = replace(real, modules=(replace(module, assessments=(drawn,)),))
    item = session(real, "aut-aesh-2027-01", "acquis")
    other = replace(item, session=replace(item.session, id="autre"))
    asked = [
        {question.id for question in asking(catalogue, one)[0].questions}
        for one in (item, item, other)
    ]
    assert asked[0] == asked[1] != asked[2]


def test_positions_and_free_texts_are_not_gathered(real: Catalogue) -> None:
    kinds = {one.kind for one in real.module("autisme").all_questions() if not is_collected(one)}
    assert kinds == {Kind.POSITION, Kind.OPEN}


def test_answers_are_awaited_around_the_session_then_weeks_later() -> None:
    catalogue = plans.catalogue()
    module = catalogue.module("autisme")
    later = replace(module.assessments[0], id="a-froid", delay_months=13)
    catalogue = replace(catalogue, modules=(replace(module, assessments=(later,)),))
    item = session(catalogue, "aut-aesh-2027-01", "acquis", "a-froid")
    held = replace(item.session.half_days[0], day=date(2027, 1, 31))
    one = replace(item.session, half_days=(held,), before_days=7, after_days=14)
    parts = asking(catalogue, replace(item, session=one))
    assert awaited(one, "acquis", parts) == (date(2027, 1, 24), date(2027, 2, 14))
    # There is no 31st of February.
    assert awaited(one, "a-froid", parts) == (date(2028, 2, 29), date(2028, 3, 30))
    assert awaited(one, "essais", parts) == awaited(one, "a-froid", parts)
    assert awaited(replace(one, half_days=()), "acquis", parts) is None

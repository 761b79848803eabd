"""A session that changes once it is printed, or closed, is told."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests import plans

from emas.model import Catalogue, Planned, Status, planned
from emas.project import Project
from emas.records.noted import changed, note_closed, note_printed

NAME = "aut-aesh-2027-01"
CATALOGUE = plans.catalogue()


def with_session(**changes: Any) -> tuple[Catalogue, Planned]:
    """Return the catalogue with changes to one session, and that session."""
    (item,) = (one for one in planned(CATALOGUE.plans) if one.session.id == NAME)
    session = replace(item.session, **changes)
    training = replace(item.training, sessions=(session,))
    programme = replace(item.programme, trainings=(training,))
    plan = replace(item.plan, programmes=(programme,))
    return replace(CATALOGUE, plans=(plan,)), Planned(plan, programme, training, session)


def told(project: Project, catalogue: Catalogue) -> list[tuple[str, str]]:
    return [(str(item.code), item.values["session"]) for item in changed(project, catalogue)]


def later(item: Planned) -> tuple[object, ...]:
    return tuple(replace(half, day=half.day + timedelta(days=7)) for half in item.session.half_days)


def test_nothing_is_said_of_a_session_that_did_not_change(tmp_path: Path) -> None:
    catalogue, item = with_session()
    note_printed(Project(tmp_path), catalogue, item)
    assert told(Project(tmp_path), catalogue) == []


def test_another_day_after_the_printing_is_told(tmp_path: Path) -> None:
    catalogue, item = with_session()
    note_printed(Project(tmp_path), catalogue, item)
    moved, _ = with_session(half_days=later(item))
    assert told(Project(tmp_path), moved) == [("SES001", NAME)]


def test_another_question_after_the_printing_is_told(tmp_path: Path) -> None:
    catalogue, item = with_session()
    note_printed(Project(tmp_path), catalogue, item)
    more, _ = with_session(assessments=("acquis", "satisfaction", "essais"))
    assert told(Project(tmp_path), more) == [("SES001", NAME)]


@pytest.mark.parametrize("change", [{"status": Status.OPEN}, {"most": 40}, {"retention_months": 6}])
def test_what_is_on_no_paper_may_change(tmp_path: Path, change: dict[str, Any]) -> None:
    catalogue, item = with_session()
    note_printed(Project(tmp_path), catalogue, item)
    assert told(Project(tmp_path), with_session(**change)[0]) == []


def test_a_closed_session_that_changes_or_opens_again_is_told(tmp_path: Path) -> None:
    project = Project(tmp_path)
    closed, item = with_session(status=Status.CLOSED)
    note_closed(project, closed)
    note_closed(project, with_session(status=Status.CLOSED, half_days=later(item))[0])
    assert told(project, closed) == []
    assert told(project, with_session(status=Status.CLOSED, half_days=later(item))[0]) == [
        ("SES002", NAME)
    ]
    assert told(project, with_session()[0]) == [("SES002", NAME)]

"""Many random histories: poured, gathered and merged in any order, answers are the same."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from tests.tracking import room
from tests.tracking.test_merging import ACTIONS, merged_in_each_order

from emas.tracking.store import Store

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Store]]:
    with room.stores(tmp_path_factory.mktemp("suivi")) as found:
        yield found


@settings(max_examples=200, deadline=None)
@given(ACTIONS, ACTIONS)
def test_two_laptops_hold_the_same_in_any_order(
    new: Callable[[], Store], first: list[tuple[str, Any]], second: list[tuple[str, Any]]
) -> None:
    one, other = merged_in_each_order(new, first, second)
    assert one == other

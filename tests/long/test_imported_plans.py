"""Two hundred random plans imported twice, two hundred damaged workbooks."""

from pathlib import Path

import pytest
from tests.imported_plans import check_damaged, check_imports

pytestmark = pytest.mark.long


@pytest.mark.parametrize("seed", range(1000, 1200))
def test_importing_twice_changes_nothing_more(seed: int, tmp_path: Path) -> None:
    check_imports(seed, tmp_path)


@pytest.mark.parametrize("seed", range(1000, 1200))
def test_a_damaged_workbook_never_raises(seed: int) -> None:
    check_damaged(seed)

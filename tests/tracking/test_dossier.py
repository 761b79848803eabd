"""The page for a data protection officer names each table, and nothing that is not there."""

import re
from pathlib import Path

from emas.tracking.app import create_app
from emas.tracking.store.schema import metadata

__all__ = ["create_app"]  # it brings every table

PAGE = Path(__file__).parents[2] / "docs" / "donnees-personnelles.md"


def test_each_table_of_the_database_is_in_the_data_map() -> None:
    start, end = "### Dans la base du service", "### Ailleurs"
    text = PAGE.read_text("utf-8").partition(start)[2].partition(end)[0]
    first = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    named = {name for cell in first for name in re.findall(r"`(\w+)`", cell)}
    assert named == set(metadata.tables)

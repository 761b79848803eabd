"""Drawn modules as SCORM packages: valid manifests, no lost link, nothing unknown or private."""

from pathlib import Path

import pytest
from lxml import etree
from tests.generated import with_exercises
from tests.packages import facts, lost_links, opened, scorm_schema, told

from emas import pipeline, theme
from emas.adapters import mkdocs_site
from emas.project import Project
from emas.writers.lms import scorm

ROOT = Path(__file__).resolve().parents[2]
LOOK = theme.read(theme.locate())

pytestmark = pytest.mark.long


@pytest.mark.parametrize("seed", range(20))
def test_a_drawn_module_makes_a_sound_package(seed: int, tmp_path: Path) -> None:
    catalogue = pipeline.load_sources(with_exercises(seed)).catalogue
    pages = mkdocs_site.pack(Project(ROOT), catalogue)
    edition = pipeline.platform_edition(catalogue, "genere")
    files = opened(*scorm.write(edition, pages, LOOK).files.values())
    scorm_schema(tmp_path).assertValid(etree.fromstring(files["imsmanifest.xml"]))
    known = facts(files["index.html"])["questions"]
    assert {(item["cle"], item["version"]) for item in known} == told(files)
    assert list(lost_links(files)) == []

"""What goes with the files: for somebody who has nothing but the folder."""

from pathlib import PurePosixPath

from tests.conftest import Golden
from tests.unit.writers.handouts.kinds import catalogue
from tests.unit.writers.handouts.samples import THEME
from tests.unit.writers.lms.samples import edition

from emas import pipeline
from emas.writers import lms

EDITION = pipeline.platform_edition(catalogue(), "essai")
WRITTEN = lms.write(EDITION, THEME, {})
TEXT = WRITTEN.files[PurePosixPath("essai/LISEZMOI.txt")].decode("utf-8-sig")


def test_it_reads_as_a_page(golden: Golden) -> None:
    golden("lms/LISEZMOI.txt", TEXT)
    assert max(map(len, TEXT.splitlines())) <= 78


def test_each_file_is_explained() -> None:
    names = {path.name for path in WRITTEN.files} - {"LISEZMOI.txt"}
    assert names
    assert {name for name in names if f"\n\n{name}\n  " in TEXT} == names


def test_it_says_which_content_types_a_site_must_have() -> None:
    assert "Fill in the Blanks (H5P.Blanks 1.14)" in " ".join(TEXT.split())


def test_each_loss_is_told_without_our_places() -> None:
    words = " ".join(TEXT.split())
    assert "une échelle devient un choix sans point : gen-echelle" in words
    assert ".md" not in TEXT


def test_a_module_that_asks_nothing_has_the_package_alone() -> None:
    written = lms.write(edition(), THEME, {})
    assert {path.name for path in written.files} == {"LISEZMOI.txt", "scorm12.zip"}
    assert written.diagnostics == ()

"""Addresses on the site."""

from pathlib import PurePosixPath

import pytest

from emas.writers.site import hrefs

STEP = PurePosixPath("modules/autisme/01-comprendre.md")
HOME = PurePosixPath("content/pages/index.md")


@pytest.mark.parametrize(
    ("written_in", "page", "href", "expected"),
    [
        (STEP, "modules/autisme/comprendre.md", "02-voir.md#ancre", "voir.md#ancre"),
        (STEP, "modules/autisme/index.md", "media/carte.svg", "media/carte.svg"),
        (STEP, "modules/autisme/comprendre.md", "../tnd/01-x.md", "../tnd/x.md"),
        (STEP, "modules/autisme/comprendre.md", "../tnd/module.yml", "../tnd/index.md"),
        (
            STEP,
            "modules/autisme/comprendre.md",
            "../../content/pages/a-propos.md",
            "../../a-propos.md",
        ),
        (HOME, "index.md", "a-propos.md", "a-propos.md"),
        (HOME, "index.md", "../guide/ecrire.md", "guide/ecrire.md"),
        (HOME, "index.md", "../../modules/autisme/module.yml", "modules/autisme/index.md"),
        (STEP, "modules/autisme/comprendre.md", "https://has.example/01-x.md", None),
        (STEP, "modules/autisme/comprendre.md", "mailto:contact@emas.example", None),
        (STEP, "modules/autisme/comprendre.md", "#ancre", None),
    ],
)
def test_a_link_between_sources_becomes_one_between_pages(
    written_in: PurePosixPath, page: str, href: str, expected: str | None
) -> None:
    assert hrefs.resolve(href, written_in, page) == (expected or href)

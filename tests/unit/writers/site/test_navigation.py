"""The menu."""

from dataclasses import replace

from tests.unit.writers.site.samples import catalogue, edition, module, paragraph, step

from emas.writers.site.navigation import LISTED, elsewhere

ONE = module(step(paragraph()))


def where(count: int) -> dict[str, str]:
    editions = tuple(edition(replace(ONE, id=f"m{number}")) for number in range(count))
    return elsewhere(catalogue(ONE), editions)


def test_a_menu_lists_every_module_when_there_are_few() -> None:
    assert where(LISTED) == {}


def test_of_many_modules_those_of_another_family_are_on_the_home_page() -> None:
    assert where(LISTED + 1) == {"Autisme": "index.html#famille_autisme"}

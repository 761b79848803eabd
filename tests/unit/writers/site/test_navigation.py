"""The menu."""

from dataclasses import replace

from tests.unit.writers.site.samples import SPAN, catalogue, edition, module, paragraph, step

from emas.model import Page
from emas.writers.site.navigation import LISTED, elsewhere, navigation

ONE = module(step(paragraph()))


def where(count: int) -> dict[str, str]:
    editions = tuple(edition(replace(ONE, id=f"m{number}")) for number in range(count))
    return elsewhere(catalogue(ONE), editions)


def test_a_menu_lists_every_module_when_there_are_few() -> None:
    assert where(LISTED) == {}


def test_of_many_modules_those_of_another_family_are_on_the_home_page() -> None:
    assert where(LISTED + 1) == {"Autisme": "index.html#famille_autisme"}


def test_what_a_school_prints_has_a_group_in_the_order_in_which_it_is_needed() -> None:
    uris = ("a.md", "protocole-de-crise.md", "qui-j-appelle.md")
    pages = tuple(Page(uri, uri, (), {}, SPAN) for uri in uris)
    menu = navigation(replace(catalogue(ONE), pages=pages), (edition(ONE),))
    assert [(group.title, [entry.uri for entry in group.entries]) for group in menu[-2:]] == [
        ("Pour l’école", ["qui-j-appelle.md", "protocole-de-crise.md"]),
        ("Ressources", ["glossaire.md", "sources.md", "a.md"]),
    ]


def test_what_a_site_says_of_itself_comes_after_what_helps() -> None:
    pages = tuple(Page(uri, uri, (), {}, SPAN) for uri in ("a.md", "accessibilite.md", "b.md"))
    menu = navigation(replace(catalogue(ONE), pages=pages), (edition(ONE),))
    assert [entry.uri for entry in menu[-1].entries][2:] == ["a.md", "b.md", "accessibilite.md"]

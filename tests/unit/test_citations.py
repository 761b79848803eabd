"""On the site, every fact is one click from its source."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from emas import pipeline
from emas.model import Reading, Source
from emas.project import Project
from emas.transforms.citations import STATES
from emas.transforms.spacing import spaced

pytestmark = pytest.mark.xdist_group("project")


def parsed(page: Path) -> Any:
    return html.document_fromstring(page.read_bytes())  # type: ignore[no-untyped-call]  # no types


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def sources(built_project: Project) -> Mapping[str, Source]:
    return spaced(pipeline.load(built_project).catalogue).sources


@pytest.fixture(scope="module")
def pages(built_project: Project) -> dict[Path, Any]:
    site = built_project.root / "build" / "site"
    return {path: parsed(path) for path in sorted(site.rglob("*.html"))}


def calls(pages: Mapping[Path, Any]) -> Iterator[tuple[Path, Any]]:
    for path, page in pages.items():
        yield from ((path, call) for call in page.find_class("emas-appel"))


def missing(entry: Any, source: Source) -> list[str]:
    """Return what the entry of a source should say and does not."""
    said = words(entry)
    wanted = [source.organisation, source.title, source.year]
    if source.reading is not Reading.PRIMARY:
        wanted.append(STATES[source.reading].value)
    addresses = {link.get("href") for link in entry.iter("a")}
    absent = [part for part in wanted if " ".join(part.split()).casefold() not in said.casefold()]
    return [*absent, *({source.link} - addresses - {""})]


def test_every_citation_leads_to_its_source_on_the_same_page(
    pages: Mapping[Path, Any], sources: Mapping[str, Source]
) -> None:
    found = 0
    for path, call in calls(pages):
        place = f"{path.name} : {words(call)}"
        anchor = call.get("href", "").removeprefix("#")
        (entry,) = pages[path].xpath("//li[@id=$anchor]", anchor=anchor) or [None]
        assert entry is not None, place
        assert (place, missing(entry, sources[entry.get("data-source")])) == (place, [])
        found += 1
    assert found > 50


def test_every_source_of_the_project_is_in_the_list_of_all_of_them(
    built_project: Project, sources: Mapping[str, Source]
) -> None:
    said = words(parsed(built_project.root / "build" / "site" / "sources.html"))
    absent = [
        source.id for source in sources.values() if " ".join(source.title.split()) not in said
    ]
    assert absent == []

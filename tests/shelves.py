"""What could come with the program: two versions of a module, « essai », and what it needs."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from tests.mended import ESSAI, HEADER, MODULE, STEP, minimal

from emas.readers.sources import Sources

SECOND = ESSAI / "02-suite.md"
SOURCES = PurePosixPath("content/sources.yml")
VOCABULARY = PurePosixPath("content/vocabulaire.yml")
TEAM = PurePosixPath("content/equipe.yml")

ENTRY = "{id}:\n  organisme: HAS\n  titre: {title}  # {id}\n  lu: primaire\n"
DATED = "  consulte-le: 2026-11-21\n  a-relire-avant: 2029-11-21\n"


def entry(name: str, title: str) -> str:
    """Return an entry of `sources.yml`."""
    return ENTRY.format(id=name, title=title) + DATED


def sources_file(titles: Mapping[str, str]) -> bytes:
    """Return a `sources.yml` of these titles, by id."""
    return ("# Nos sources\n" + "".join(entry(*each) for each in titles.items())).encode()


def second_step(words: str) -> bytes:
    """Return the step that cites two sources."""
    head = HEADER.replace("Une étape", "La suite")
    return f"{head}## Encore\n\n{words} [@has-2026] [@inserm-2024].\n".encode()


def shelf(titles: Mapping[str, str], changes: Mapping[PurePosixPath, bytes | None]) -> Sources:
    """Return the contents of a version: the minimal module, a second step, then `changes`."""
    first: dict[PurePosixPath, bytes | None] = {
        SECOND: second_step("Un fait"),
        SOURCES: sources_file(titles),
    }
    every = {**minimal({}).files, **first, **changes}
    return Sources({path: data for path, data in every.items() if data is not None})


V1 = shelf({"has-2026": "Une recommandation", "inserm-2024": "Une expertise"}, {})

V2 = shelf(
    {"has-2026": "Une recommandation", "inserm-2024": "Une expertise, revue", "drees-2025": "Neuf"},
    {
        MODULE: V1.files[MODULE].replace(b'"1.0"', b'"1.1"'),
        STEP: V1.files[STEP].replace(b"Un fait", "Un fait établi".encode()),
        SECOND: None,
        ESSAI / "03-fin.md": second_step("Un chiffre [@drees-2025], un fait"),
    },
)
"""A step changed, one removed, one added; an entry changed, one added."""


def project_of(shared: Sources) -> Sources:
    """Return a project without any module, with a team of its own, that has none of our sources."""
    files = {
        path: data
        for path, data in shared.files.items()
        if path not in (SOURCES, TEAM) and not path.is_relative_to("modules")
    }
    team = "nom: Nous\ncontacts:\n  - {role: Secrétariat, courriel: nous@emas.example}\n"
    return Sources({**files, TEAM: team.encode(), SOURCES: b"# Les sources de l'\xc3\xa9quipe\n"})


def written(before: Sources, changes: Mapping[PurePosixPath, bytes | None]) -> Sources:
    """Return the sources after `changes`; what is outside of `content/` and `modules/` is not."""
    every = {**before.files, **changes}
    inside = ("content", "modules")
    return Sources(
        {p: data for p, data in every.items() if data is not None and p.parts[0] in inside}
    )

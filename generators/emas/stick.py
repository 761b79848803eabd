"""What goes on a USB stick: copies of what was built, its first page and its checksums."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path, PurePosixPath

from emas import install, pipeline
from emas.diagnostics import Code, Diagnostic, file_start
from emas.jobs import OutputError, Target
from emas.model import Catalogue, Planned
from emas.project import Project
from emas.theme import Theme
from emas.transforms.spacing import spaced
from emas.writers import stick

COPIED = (Target.SITE, Target.SLIDES, Target.HANDOUTS, Target.SUPPORTS)
"""What a stick holds of `build/`, in folders of the same names."""

BUDGET = 500_000_000
"""Bytes that fit on the smallest sticks still met (1 GB), and that an old one takes two minutes
to write, at 4 MB/s."""

_BUILD = PurePosixPath("build")


@dataclass(frozen=True, slots=True)
class Stick:
    """The files to put in place, those that there must be in the end, and what there is to say."""

    outputs: Mapping[PurePosixPath, bytes | Path]
    standing: frozenset[PurePosixPath]
    diagnostics: tuple[Diagnostic, ...]


def make(project: Project, catalogue: Catalogue, look: Theme, session: Planned | None) -> Stick:
    """Return the stick of what is in `build/`. What is on the stick already is not copied again.

    Copies wait in the staging folder. The pack of `session` is only named: its names may not
    leave `build/` (see `packing.carry`).

    Raises:
        OutputError: if there is no site, or if a name does not suit all computers.
        OSError: if the disk refuses.
    """
    sources = _sources(project)
    if PurePosixPath("site/index.html") not in sources:
        raise OutputError("le site n’a pas pu être produit")
    made = (stick.PAGE, stick.SUMS)
    if reason := next(stick.refused([*sources, *made]), ""):
        raise OutputError(reason)
    outputs: dict[PurePosixPath, bytes | Path] = {}
    hashes: dict[PurePosixPath, str] = {}
    noted = install.noted(project)
    for path, source in sources.items():
        hashes[path], staged = _copied(project, path, source, noted)
        if staged is not None:
            outputs[path] = staged
    sizes = {path: source.stat().st_size for path, source in sources.items()}
    ready = spaced(catalogue)
    contents = stick.Contents(
        team=ready.team,
        vocabulary=ready.vocabulary,
        modules=ready.modules,
        as_of=pipeline.as_of(catalogue),
        sizes=sizes,
        visit=_visit(project, session) if session else None,
    )
    page = stick.page(contents, look)
    outputs[stick.PAGE] = page
    outputs[stick.SUMS] = stick.sums({**hashes, stick.PAGE: sha256(page).hexdigest()})
    return Stick(outputs, frozenset([*sources, *made]), tuple(_too_big(sum(sizes.values()))))


def _sources(project: Project) -> dict[PurePosixPath, Path]:
    """Return the built files to copy, by their path on the stick; nothing edited by hand beside."""
    folders = tuple(f"{_BUILD / target}/" for target in COPIED)
    noted = (PurePosixPath(name) for name in install.noted(project) if name.startswith(folders))
    found = {path.relative_to(_BUILD): project.root / path for path in sorted(noted)}
    return {path: source for path, source in found.items() if source.is_file()}


def _copied(
    project: Project, path: PurePosixPath, source: Path, noted: install.Hashes
) -> tuple[str, Path | None]:
    """Return the hash of a file, and its copy in the staging folder unless the stick has it."""
    there = project.build / Target.STICK / path
    made = _hash(source)
    known = noted.get(str(_BUILD / Target.STICK / path))
    if known == made and there.is_file() and _hash(there) == made:
        return made, None
    staged = install.staging(project) / Target.STICK / path
    staged.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, staged)
    return _hash(staged), staged


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _visit(project: Project, session: Planned) -> stick.Visit:
    folder = project.build / stick.SESSIONS / session.session.id
    names = sorted(path.name for path in folder.glob("*") if path.is_file())
    if not names:
        raise OutputError(f"le dossier de la session « {session.session.id} » n’est pas fait")
    return stick.Visit(session, tuple(names))


def _too_big(size: int) -> list[Diagnostic]:
    if size <= BUDGET:
        return []
    values = {"poids": f"{size // 1_000_000} Mo", "limite": f"{BUDGET // 1_000_000} Mo"}
    return [Diagnostic(Code.SOR005, file_start(_BUILD / Target.STICK), values)]

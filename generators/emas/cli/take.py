"""`emas prendre`: our modules in this project, and their updates."""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

import click

from emas import files, shipped
from emas.cli.common import counted, difference, here, unknown
from emas.editing.changing import change_sources
from emas.editing.taken_fates import Fate
from emas.editing.taken_memory import PATH as MEMORY
from emas.editing.taking import (
    ASIDE,
    Offered,
    RefusedError,
    Report,
    State,
    offered,
    remembered,
    state,
    taken,
)
from emas.files import read_sources
from emas.project import Project
from emas.readers.adaptations import FOLDER as ADAPTATIONS
from emas.readers.module import MODULES
from emas.readers.sources import Sources

DONE = {Fate.ADDED: "ajouté", Fate.UPDATED: "remplacé", Fate.REMOVED: "enlevé"}
ENTRIES_DONE = {Fate.ADDED: "ajoutée", Fate.UPDATED: "remplacée"}


@click.command("prendre", short_help="Prend nos modules, ou leurs mises à jour.")
@click.argument("modules", nargs=-1)
@click.option("--diff", is_flag=True, help="Montre ce qui changerait, sans rien écrire.")
def take(modules: tuple[str, ...], diff: bool) -> None:
    """Prend dans ce projet des MODULES qui viennent avec le programme, ou leurs mises à jour.

    Sans nom, les donne, et dit où vous en êtes. Ce que vous avez écrit, changé ou effacé reste
    ainsi ; si nous l'avons changé aussi, notre version est mise dans « .emas/nouveautes ». Les
    sources, les mots du glossaire et du vocabulaire qu'un module demande viennent avec lui.
    """
    place = here()
    if place.root == shipped.contents().resolve():
        raise click.UsageError("les modules de ce projet sont déjà ceux du programme.")
    sources, ours = read_sources(place.root), read_sources(shipped.contents())
    shelf = offered(ours)
    for name in modules:
        if name not in shelf:
            raise unknown("module", name, shelf)
    try:
        if not modules:
            _print_shelf(place, shelf, sources, ours)
            return
        report = taken(sources, ours, remembered(place), modules)
        if diff:
            for line in _differences(sources, report):
                click.echo(line)
        else:
            _refuse_changed(place, sources, report)
            change_sources(place, report.changes, "emas prendre")
    except RefusedError as error:
        raise click.ClickException(f"rien n’a été changé. {error}") from error
    except OSError as error:
        raise click.ClickException(f"rien n’a été changé : {files.cause(error)}.") from error
    for line in _told(report):
        click.echo(line, err=diff)
    if not diff and _changed(report):
        names = " ".join(report.modules)
        click.echo(
            f"\n« emas check {names} » vérifie ; « emas revenir --quand 1 » remet comme avant."
        )


def _refuse_changed(place: Project, sources: Sources, report: Report) -> None:
    """Refuse to write over what was written since the sources were read."""
    for path in _changed(report):
        file = place.root / path
        if (file.read_bytes() if file.is_file() else None) != sources.files.get(path):
            raise RefusedError(f"« {path} » vient de changer. Recommencez.")


def _changed(report: Report) -> list[PurePosixPath]:
    """Return the sources that change: neither the memory nor what is put aside."""
    return [path for path in report.changes if path != MEMORY and not path.is_relative_to(ASIDE)]


def _differences(sources: Sources, report: Report) -> Iterator[str]:
    """Yield the lines of a unified difference, without their ends."""
    for path in _changed(report):
        old, new = (
            files.shown_lines(data) if data else []
            for data in (sources.files.get(path), report.changes[path])
        )
        yield from difference(path, old, new, after=" (pris)")


def _print_shelf(
    place: Project, shelf: dict[str, Offered], sources: Sources, ours: Sources
) -> None:
    """Print each module of ours, and where the project is with it."""
    memory = remembered(place)
    for item in shelf.values():
        found = state(item, sources, memory)
        if found is State.OURS:
            told = _where(taken(sources, ours, memory, [item.id]))
        elif found is State.NEW:
            told = "pas pris"
        else:
            told = "un dossier de ce nom est à vous, il n’est pas touché"
        click.echo(f"{item.id}  {item.title}, version {item.version} : {told}")
    click.echo("\n« emas prendre », suivi d’un nom, prend un module ou le met à jour.")


def _where(report: Report) -> str:
    """Return « à jour », or how much would change and how much both sides changed."""
    fates = [*report.files.values(), *report.entries.values()]
    news = sum(each.is_written for each in fates)
    both = fates.count(Fate.BOTH)
    words = []
    if news:
        words.append(f"{counted(news, 'nouveauté')} à prendre")
    if both:
        words.append(f"{counted(both, 'texte changé')} par vous et par nous")
    return ", ".join(words) or "à jour"


def _told(report: Report) -> Iterator[str]:
    """Yield what is done, by module, then by shared file, then what was left to the team."""
    for name, versions in report.modules.items():
        inside = MODULES / name
        fates = [each for path, each in report.files.items() if path.is_relative_to(inside)]
        along = ", dont un autre a besoin" if name in report.along else ""
        yield f"{inside}, {_versions(*versions)}{along} : {_counts(fates, DONE, 'fichier')}"
    for path in dict.fromkeys(_shared(file) for file, _ in report.entries):
        fates = [each for (file, _), each in report.entries.items() if _shared(file) == path]
        if any(each.is_written for each in fates):
            yield f"{path} : {_counts(fates, ENTRIES_DONE, 'entrée')}"
    yield from _left(report)


def _shared(file: PurePosixPath) -> PurePosixPath:
    """Return what entries are told together with: their file, or the folder that has one each."""
    return ADAPTATIONS if file.parent == ADAPTATIONS else file


def _versions(before: str, now: str) -> str:
    return f"version {now}" if before in ("", now) else f"de la version {before} à {now}"


def _counts(fates: list[Fate], names: dict[Fate, str], noun: str) -> str:
    counts = Counter(fates)
    words = [
        counted(counts[each], f"{noun} {name}") for each, name in names.items() if counts[each]
    ]
    return ", ".join(words) or "à jour"


def _left(report: Report) -> Iterator[str]:
    for path, each in report.files.items():
        if each is Fate.BOTH:
            yield (
                f"{path} : vous l’avez changé, nous aussi. Le vôtre est gardé ; le nôtre est dans"
                f" « {ASIDE / path} »."
            )
        elif each is Fate.LEFT:
            yield f"{path} : nous l’avons enlevé, vous l’aviez changé. Le vôtre est gardé."
    for (path, key), each in report.entries.items():
        if each is Fate.BOTH:
            yield (
                f"{path}, « {key} » : votre entrée est gardée ; la nôtre, différente, est dans"
                f" « {ASIDE / path} »."
            )
    kept = [*report.files.values(), *report.entries.values()]
    if mine := kept.count(Fate.KEPT):
        yield f"Gardé comme vous l’avez écrit : {mine}."
    if gone := kept.count(Fate.DELETED):
        yield f"Laissé effacé, comme vous l’avez voulu : {counted(gone, 'fichier')}."

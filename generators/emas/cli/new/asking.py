"""What `emas new` asks: each answer is an option too, and a good one is proposed."""

from collections.abc import Mapping

import click

from emas.cli.common import unknown
from emas.diagnostics.suggest import fold
from emas.editing.scaffolds import readable_modules
from emas.model import Module
from emas.readers.sources import Sources

ALL = "tous"
SUFFIX = " : "


def text(given: str | None, question: str, default: str | None = None) -> str:
    """Return what was `given` as an option, else what is answered, on one line."""
    said = (
        given
        if given is not None
        else click.prompt(question, default=default, prompt_suffix=SUFFIX)
    )
    return " ".join(str(said).split())


def choice(
    given: str | None,
    question: str,
    known: Mapping[str, str],
    default: str = "",
    *,
    what: str,
    article: str = "le",
) -> str:
    """Return the key of `known` (key: label) that was `given`, else the one that is chosen.

    A key, a label or the number of the list will do. A single choice is not asked.

    Raises:
        click.UsageError: if what was given is none of them.
    """
    if given is not None:
        if (found := _found(given, known)) is None:
            raise unknown(what, given, known, article)
        return found
    if len(known) == 1:
        return next(iter(known))
    for rank, (key, label) in enumerate(known.items(), 1):
        click.echo(f"  {rank:>2}. {key}" + (f" · {label}" if label and label != key else ""))
    while True:
        said = text(None, question, default or next(iter(known), None))
        if (found := _found(said, known)) is not None:
            return found
        click.echo(f"« {said} » n’est pas dans la liste : tapez un numéro, ou un nom.")


def several(
    given: str | None, question: str, known: Mapping[str, str], *, what: str
) -> tuple[str, ...]:
    """Return the keys of `known` named in a text, separated by commas; « tous » is all of them.

    Raises:
        click.UsageError: if one is not in `known`.
    """
    if given is None:
        click.echo(f"  {', '.join(known)}")
        given = text(None, question, ALL)
    names = [name for name in given.split(",") if name.strip()]
    if not names or [fold(name) for name in names] == [ALL]:
        return tuple(known)
    return tuple(dict.fromkeys(choice(name, "", known, what=what) for name in names))


def _found(said: str, known: Mapping[str, str]) -> str | None:
    if said.strip().isdigit() and 0 < int(said) <= len(known):
        return list(known)[int(said) - 1]
    wanted = fold(said)
    return next((key for key, label in known.items() if wanted in (fold(key), fold(label))), None)


def module(sources: Sources, given: str | None) -> Module:
    """Return the module that is chosen.

    Raises:
        click.UsageError: if there is none, or not that one.
    """
    modules = readable_modules(sources)
    if not modules:
        raise click.UsageError("le projet n’a pas encore de module : « emas new module ».")
    titles = {name: item.title for name, item in modules.items()}
    return modules[choice(given, "Module", titles, what="module")]


def objective(of: Module, given: str | None) -> str:
    """Return the objective that is chosen; the first one that no question assesses is proposed."""
    known = {item.id: item.statement for item in of.objectives}
    assessed = {item.objective for item in of.all_questions()}
    first = next((name for name in known if name not in assessed), "")
    return choice(given, "Objectif", known, first, what="objectif", article="l’")

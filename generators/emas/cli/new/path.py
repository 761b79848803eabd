"""`emas new parcours`."""

import click

from emas.cli.new import asking
from emas.cli.new.writing import write
from emas.editing.scaffolds import (
    Draft,
    NewPath,
    new_path,
    readable_modules,
    readable_vocabulary,
)
from emas.project import Project
from emas.readers.sources import Sources


@click.command("parcours", short_help="Un parcours : des étapes de plusieurs modules, en ordre.")
@click.argument("titre", required=False)
@click.option(
    "--id", "identifier", metavar="ID", default="", help="Le nom de sa page ; par défaut, du titre."
)
@click.option(
    "--publics", metavar="PUBLICS", help="Ses publics, séparés par des virgules, ou « tous »."
)
@click.option("--modules", metavar="MODULES", help="Ses modules, dans l’ordre, ou « tous ».")
def path(titre: str | None, identifier: str, publics: str | None, modules: str | None) -> None:
    """Crée le parcours TITRE dans content/parcours, avec les étapes des modules choisis.

    Il ne vous reste qu'à garder celles qui servent, dans l'ordre où on les suit.
    """

    def make(_: Project, sources: Sources) -> Draft:
        known = readable_modules(sources)
        if not known:
            raise click.UsageError("le projet n’a pas encore de module : « emas new module ».")
        title = asking.text(titre, "Titre du parcours")
        audiences = asking.several(
            publics,
            "Publics, séparés par des virgules",
            readable_vocabulary(sources).audiences,
            what="public",
        )
        titles = {name: module.title for name, module in known.items()}
        chosen = asking.several(modules, "Modules, séparés par des virgules", titles, what="module")
        return new_path(
            sources,
            NewPath(title, audiences, tuple(known[name] for name in chosen), identifier),
        )

    write(make, "emas new parcours")

"""`emas new situation`."""

import click

from emas.cli.new import asking
from emas.cli.new.writing import write
from emas.editing.scaffolds import (
    Draft,
    NewSituation,
    RefusedError,
    new_situation,
    readable_vocabulary,
)
from emas.project import Project
from emas.readers.sources import Sources


@click.command("situation", short_help="Une situation et ses décisions, dans une étape.")
@click.argument("titre", required=False)
@click.option("--module", "name", metavar="MODULE", help="Le module qui la reçoit.")
@click.option("--etape", metavar="ÉTAPE", help="L’étape qui la reçoit.")
@click.option(
    "--niveau", metavar="NIVEAU", help="Le niveau de classe, dans content/vocabulaire.yml."
)
def vignette(titre: str | None, name: str | None, etape: str | None, niveau: str | None) -> None:
    """Ajoute la situation TITRE au bout d'une étape, avec deux décisions à compléter."""

    def make(_: Project, sources: Sources) -> Draft:
        module = asking.module(sources, name)
        known = readable_vocabulary(sources).levels
        levels = {level: known[level] for level in module.levels} or known
        steps = {item.id: item.title for item in module.steps}
        if not steps:
            raise RefusedError(f"« {module.id} » n’a pas encore d’étape : « emas new etape ».")
        return new_situation(
            sources,
            NewSituation(
                module=module,
                step=asking.choice(etape, "Étape", steps, what="étape", article="l’"),
                title=asking.text(titre, "Titre de la situation"),
                level=asking.choice(niveau, "Niveau", levels, what="niveau"),
            ),
        )

    write(make, "emas new situation")

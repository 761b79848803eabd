"""`emas new module`."""

import click

from emas.cli.new import asking
from emas.cli.new.writing import write
from emas.editing.scaffolds import Draft, NewModule, new_module, readable_vocabulary
from emas.project import Project
from emas.readers.sources import Sources


@click.command(short_help="Un module : sa description, une étape, une question.")
@click.argument("titre", required=False)
@click.option(
    "--id",
    "identifier",
    metavar="ID",
    default="",
    help="Le nom de son dossier ; par défaut, du titre.",
)
@click.option("--famille", metavar="FAMILLE", help="Sa famille, dans content/vocabulaire.yml.")
@click.option(
    "--publics", metavar="PUBLICS", help="Ses publics, séparés par des virgules, ou « tous »."
)
@click.option(
    "--niveaux", metavar="NIVEAUX", default="tous", help="Ses niveaux ; par défaut, tous."
)
@click.option("--objectif", metavar="OBJECTIF", help="Ce que l’on saura faire à la fin.")
def module(
    titre: str | None,
    identifier: str,
    famille: str | None,
    publics: str | None,
    niveaux: str,
    objectif: str | None,
) -> None:
    """Crée le module TITRE, avec une première étape et une première question à compléter."""

    def make(_: Project, sources: Sources) -> Draft:
        words = readable_vocabulary(sources)
        return new_module(
            sources,
            NewModule(
                title=asking.text(titre, "Titre du module"),
                family=asking.choice(
                    famille, "Famille", words.families, what="famille", article="la"
                ),
                audiences=asking.several(
                    publics, "Publics, séparés par des virgules", words.audiences, what="public"
                ),
                levels=asking.several(niveaux, "Niveaux", words.levels, what="niveau"),
                objective=asking.text(objectif, "Que saura-t-on faire à la fin", "à compléter"),
                identifier=identifier,
            ),
        )

    write(make, "emas new module")

"""`emas new amenagement`."""

import click

from emas.cli.new import asking
from emas.cli.new.writing import write
from emas.editing.scaffolds import Draft, NewAdaptation, new_adaptation, readable_vocabulary
from emas.project import Project
from emas.readers.sources import Sources


@click.command("amenagement", short_help="Un aménagement, que tous les modules partagent.")
@click.argument("titre", required=False)
@click.option("--besoin", metavar="BESOIN", help="De quoi l’élève a besoin.")
@click.option("--domaine", metavar="DOMAINE", help="Son domaine, dans content/vocabulaire.yml.")
@click.option(
    "--niveaux", metavar="NIVEAUX", default="tous", help="Ses niveaux ; par défaut, tous."
)
@click.option(
    "--publics", metavar="PUBLICS", default="tous", help="Ses publics ; par défaut, tous."
)
@click.option(
    "--id", "identifier", metavar="ID", default="", help="Son nom ; par défaut, du titre."
)
def adaptation(
    titre: str | None,
    besoin: str | None,
    domaine: str | None,
    niveaux: str,
    publics: str,
    identifier: str,
) -> None:
    """Crée l'aménagement TITRE, à compléter, dans content/amenagements."""

    def make(_: Project, sources: Sources) -> Draft:
        words = readable_vocabulary(sources)
        return new_adaptation(
            sources,
            NewAdaptation(
                title=asking.text(titre, "Titre de l’aménagement"),
                need=asking.text(besoin, "De quoi l’élève a-t-il besoin", "à compléter"),
                domain=asking.choice(domaine, "Domaine", words.domains, what="domaine"),
                levels=asking.several(niveaux, "Niveaux", words.levels, what="niveau"),
                audiences=asking.several(publics, "Publics", words.audiences, what="public"),
                identifier=identifier,
            ),
        )

    write(make, "emas new amenagement")

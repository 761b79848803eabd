"""`emas new etape`."""

import click

from emas.cli.new import asking
from emas.cli.new.writing import write
from emas.editing.scaffolds import Draft, NewStep, RefusedError, new_step
from emas.project import Project
from emas.readers.sources import Sources
from emas.readers.values import minutes


@click.command("etape", short_help="Une étape à la suite des autres.")
@click.argument("titre", required=False)
@click.option("--module", "name", metavar="MODULE", help="Le module qui la reçoit.")
@click.option("--objectif", metavar="OBJECTIF", help="L’objectif du module qu’elle sert.")
@click.option(
    "--en-ligne", "online", metavar="DURÉE", default="5 min", help="Sa durée en ligne ; 5 min."
)
@click.option("--seance", "session", metavar="DURÉE", help="Sa durée en séance ; 15 min.")
@click.option(
    "--id", "identifier", metavar="ID", default="", help="Le nom de sa page ; par défaut, du titre."
)
def step(
    titre: str | None,
    name: str | None,
    objectif: str | None,
    online: str,
    session: str | None,
    identifier: str,
) -> None:
    """Crée l'étape TITRE, numérotée après la dernière ; les durées du module l'ajoutent."""

    def make(_: Project, sources: Sources) -> Draft:
        module = asking.module(sources, name)
        title = asking.text(titre, "Titre de l’étape")
        return new_step(
            sources,
            NewStep(
                module=module,
                title=title,
                online_min=_minutes(online),
                session_min=_minutes(asking.text(session, "Durée en séance", "15 min")),
                objective=asking.objective(module, objectif),
                identifier=identifier,
            ),
        )

    write(make, "emas new etape")


def _minutes(said: str) -> int:
    try:
        return minutes(said)
    except ValueError as error:
        raise RefusedError(f"« {said} » n’est pas une durée : écrivez « 15 min ».") from error

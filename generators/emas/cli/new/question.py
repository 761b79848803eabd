"""`emas new question`."""

import click

from emas.cli.new import asking
from emas.cli.new.writing import write
from emas.editing.scaffolds import KINDS, STATEMENT, Draft, NewQuestion, new_question
from emas.model import Kind
from emas.project import Project
from emas.readers.sources import Sources

GENRES = {str(kind): purpose for kind, purpose in KINDS.items()}


@click.command(short_help="Une question, de l’un des onze genres.")
@click.argument("enonce", required=False)
@click.option("--module", "name", metavar="MODULE", help="Le module qui la reçoit.")
@click.option("--genre", metavar="GENRE", help=f"{', '.join(GENRES)}.")
@click.option("--objectif", metavar="OBJECTIF", help="L’objectif du module qu’elle évalue.")
@click.option(
    "--etape", metavar="ÉTAPE", default="", help="L’étape qui la reçoit ; sinon, les évaluations."
)
def question(
    enonce: str | None, name: str | None, genre: str | None, objectif: str | None, etape: str
) -> None:
    """Ajoute une question à un module : un exemple juste, commenté, à compléter.

    Elle va dans questions.md, et l'évaluation qui nomme ses questions la demande ; avec --etape,
    au bout d'une étape.
    """

    def make(_: Project, sources: Sources) -> Draft:
        module = asking.module(sources, name)
        kind = Kind(asking.choice(genre, "Genre", GENRES, what="genre"))
        return new_question(
            sources,
            NewQuestion(
                module=module,
                kind=kind,
                objective=asking.objective(module, objectif),
                statement=asking.text(enonce, "Énoncé", STATEMENT),
                step=etape,
            ),
        )

    write(make, "emas new question")

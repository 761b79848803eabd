"""`emas list`: what the project has, and the layouts that slides may have."""

import click

from emas import pipeline
from emas.cli.common import here
from emas.model import in_words
from emas.writers.slides.overrides import CHOICES


@click.command("list")
@click.argument(
    "quoi", type=click.Choice(["modules", "amenagements", "mises-en-page"]), default="modules"
)
def listing(quoi: str) -> None:
    """Liste les modules, leurs étapes et leurs questions, les aménagements ou les mises en page.

    Les aménagements sont ceux que l'on peut nommer dans un bloc « ::: amenagement », les mises en
    page dans un bloc « ::: diapo ».
    """
    if quoi == "modules":
        _modules()
    elif quoi == "amenagements":
        _adaptations()
    else:
        _layouts()


def _modules() -> None:
    loaded = pipeline.load(here())
    for module in loaded.catalogue.modules:
        review = f"relu le {module.review.done_on.isoformat()}" if module.review else "non relu"
        click.echo(f"{module.id} · {module.title} · version {module.version}, {review}")
        for step in module.steps:
            online = step.durations.online_min
            minutes = f" ({in_words(online)})" if online else ""
            click.echo(f"  {step.id} · {step.title}{minutes}")
        click.echo(f"  {len(module.all_questions())} questions")
    for name in sorted(loaded.broken):
        click.echo(f"{name} · des erreurs : « emas check {name} »")


def _adaptations() -> None:
    catalogue = pipeline.load(here()).catalogue
    wide = max((len(shared.id) for shared in catalogue.adaptations), default=0)
    for domain, label in catalogue.vocabulary.domains.items():
        found = [shared for shared in catalogue.adaptations if shared.domain == domain]
        if found:
            click.echo(f"{label} ({len(found)})")
        for shared in found:
            click.echo(f"  {shared.id:<{wide}}  {shared.title}")
    if not catalogue.adaptations:
        click.echo("Aucun pour l’instant : « emas new amenagement » en crée un.")


def _layouts() -> None:
    wide = max(len(choice.word) for choice in CHOICES)
    click.echo("Écrivez par exemple « ::: diapo message-clé », puis le texte, puis « ::: ».")
    click.echo(
        "Sans mot, ou sans bloc « diapo », la mise en page est choisie d’après le contenu.\n"
    )
    for choice in CHOICES:
        click.echo(f"  {choice.word:<{wide}}  {choice.purpose}")

"""`emas list`: what the project has."""

import click

from emas import pipeline
from emas.cli.common import here
from emas.model import in_words


@click.command("list")
def listing() -> None:
    """Liste les modules, leurs étapes et leurs questions."""
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

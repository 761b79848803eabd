"""`emas explain`: more about a code."""

from string import Formatter

import click

from emas.diagnostics import SEVERITIES, Code, Severity, text_of
from emas.diagnostics.suggest import suggestion


@click.command()
@click.argument("code")
def explain(code: str) -> None:
    """Explique un code, par exemple « emas explain QUIZ003 »."""
    name = code.upper()
    if name not in Code.__members__:
        near = suggestion(name, Code.__members__)
        raise click.UsageError(f"le code « {code} » n’existe pas.{near}")
    text = text_of(Code[name])
    click.echo(f"{name} · {text.title} ({SEVERITIES[text.severity]})\n")
    click.echo(f"Ce qui est dit : {without_values(text.message)}")
    click.echo(f"Remède : {without_values(text.repair)}\n")
    click.echo(CONSEQUENCES[text.severity])


def without_values(template: str) -> str:
    """Return a text of a diagnostic with « … » in place of each value that it would bring."""
    parts: list[str] = []
    for literal, name, _, _ in Formatter().parse(template):
        parts.append(literal)
        said = "".join(parts)
        if name and name != "suggestion":
            parts.append("…" if said.count("«") > said.count("»") else "« … »")
    return "".join(parts)


CONSEQUENCES = {
    Severity.ERROR: "Tant que l’erreur est là, le module concerné n’est pas publié : ses dernières"
    " bonnes versions restent en place.",
    Severity.WARNING: "Le module est publié quand même ; corrigez dès que vous le pouvez.",
    Severity.NOTE: "Rien n’est faux dans votre texte : un format de fichier a ses limites.",
}

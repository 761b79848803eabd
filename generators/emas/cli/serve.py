"""`emas serve`: what a project gives, seen while somebody writes it."""

import click

from emas.cli.common import here
from emas.cli.guard import told


@click.command(short_help="Montre le site, les diapositives et le livret pendant que l’on écrit.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    metavar="NUMÉRO",
    help="Le port de l’adresse. Sans cette option : 8000, ou le premier libre ensuite.",
)
@click.option(
    "--editeur",
    "command",
    envvar="EMAS_EDITEUR",
    metavar="COMMANDE",
    help="Ce qui ouvre un fichier à une ligne, par exemple « notepad++ -n{ligne} {fichier} »."
    " Sans cette option, les liens s’ouvrent dans VS Code.",
)
def serve(port: int | None, command: str | None) -> None:
    """Montre le site, les diapositives, le livret et ce qui est à corriger pendant que l’on écrit.

    Chaque fichier enregistré change la page aussitôt. Rien n’est écrit dans « build » : « emas
    build » reste ce qui produit. Ctrl+C arrête.
    """
    place = here()
    from emas.preview.editor import EditorError, editor  # the engines take a second to import
    from emas.preview.serving import PORT, Serving

    try:
        chosen = editor(command) if command else None
    except EditorError as error:
        raise click.UsageError(f"--editeur : {error}.") from error
    try:
        serving = Serving(place, port, chosen, told)
    except OSError as error:
        taken = port or PORT
        raise click.ClickException(
            f"le port {taken} est déjà pris par un autre programme, peut-être un autre aperçu."
            " Choisissez-en un autre, par exemple « --port 8100 »."
        ) from error
    try:
        if port is None and serving.port != PORT:
            click.echo(f"Le port {PORT} est déjà pris : l’aperçu est au {serving.port}.")
        click.echo(f"L’aperçu est prêt : ouvrez {serving.address} dans votre navigateur.")
        click.echo("Ctrl+C l’arrête.")
        serving.run()
    except KeyboardInterrupt:
        click.echo("Aperçu arrêté.")

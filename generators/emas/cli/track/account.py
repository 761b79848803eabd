"""`emas track compte`: programs that may read and write statements."""

import click

from emas.cli.track.common import database, database_url, need, understood


@click.command("compte", short_help="Donne un accès xAPI à un autre programme.")
@click.argument("nom")
@database
def account(nom: str, base: str | None) -> None:
    """Donne un accès xAPI à un autre programme, sous le nom NOM, ou change son mot de passe."""
    need("suivi")
    from emas.tracking import auth
    from emas.tracking.store import Store
    from emas.tracking.store.accounts import Account, keep

    if ":" in nom or "\0" in nom:
        raise click.UsageError("un nom de compte n’a pas de deux-points.")
    password = click.prompt(
        "Mot de passe",
        hide_input=True,
        confirmation_prompt="Encore une fois",
        prompt_suffix="\N{NO-BREAK SPACE}: ",
    )
    with understood():
        store = Store(database_url(base))
        try:
            store.write(keep, Account(nom, auth.hashed(password))).result()
        finally:
            store.close()
    click.echo(f"Le compte « {nom} » peut lire et écrire.")

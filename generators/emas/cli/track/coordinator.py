"""`emas track coordinateur`: people who may read results on the pages of the service."""

import click

from emas.cli.track.common import database, database_url, need, understood


@click.command("coordinateur", short_help="Donne accès au bureau des coordinateurs.")
@click.argument("nom")
@database
def coordinator(nom: str, base: str | None) -> None:
    """Donne accès au bureau du service sous le nom NOM, ou change son mot de passe.

    Le mot de passe a au moins 12 signes : une phrase se retient bien. En changer ferme les
    connexions ouvertes sous ce nom.
    """
    need("suivi")
    from emas.tracking.desk import passwords
    from emas.tracking.store import Store
    from emas.tracking.store.desk import Coordinator, keep

    password = click.prompt(
        "Mot de passe",
        hide_input=True,
        confirmation_prompt="Encore une fois",
        prompt_suffix="\N{NO-BREAK SPACE}: ",
    )
    why = passwords.refusal(nom, password)
    if why:
        raise click.UsageError(f"{why}.")
    name = passwords.clean_name(nom)
    who = Coordinator(passwords.key_of(name), name, passwords.hashed(password))
    with understood():
        store = Store(database_url(base))
        try:
            known = store.write(keep, who).result()
        finally:
            store.close()
    done = "a un autre mot de passe" if known else "peut entrer"
    click.echo(f"« {name} » {done}. Le bureau est à l’adresse que dit « emas track serve ».")

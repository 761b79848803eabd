"""`emas track coordinateur`: people who may read results on the pages of the service."""

from contextlib import closing

import click

from emas.cli.track.common import database, database_url, need, understood


@click.command("coordinateur", short_help="Donne accès au bureau des coordinateurs.")
@click.argument("nom")
@click.option("--retirer", "leaving", is_flag=True, help="Ferme ce compte, et ses connexions.")
@database
def coordinator(nom: str, leaving: bool, base: str | None) -> None:
    """Donne accès au bureau du service sous le nom NOM, ou change son mot de passe.

    Le mot de passe a au moins 12 signes : une phrase se retient bien. En changer ferme les
    connexions ouvertes sous ce nom.
    """
    need("suivi")
    from emas.tracking.desk import passwords
    from emas.tracking.store import Store
    from emas.tracking.store.desk import Coordinator, keep, remove

    name = passwords.clean_name(nom)
    if leaving:
        with understood(), closing(Store(database_url(base))) as store:
            known = store.write(remove, passwords.key_of(name)).result()
        click.echo(f"« {name} » n’entre plus." if known else f"« {name} » n’avait pas de compte.")
        return
    password = click.prompt(
        "Mot de passe",
        hide_input=True,
        confirmation_prompt="Encore une fois",
        prompt_suffix="\N{NO-BREAK SPACE}: ",
    )
    why = passwords.refusal(nom, password)
    if why:
        raise click.UsageError(f"{why}.")
    who = Coordinator(passwords.key_of(name), name, passwords.hashed(password))
    with understood(), closing(Store(database_url(base))) as store:
        known = store.write(keep, who).result()
    done = "a un autre mot de passe" if known else "peut entrer"
    click.echo(f"« {name} » {done}. Le bureau est à l’adresse que dit « emas track serve ».")

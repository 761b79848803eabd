"""`emas session pack` and `oublier`: what is printed for a session, and what is forgotten after."""

from itertools import groupby
from pathlib import Path

import click

from emas import files, packing, pipeline, theme
from emas.cli.common import alone, here, show, shown_path, size_in_words, unknown
from emas.cli.sessions import find_session, open_plan
from emas.diagnostics import has_errors
from emas.model import Planned, asking, planned
from emas.model.people import Person
from emas.packing import Packed
from emas.project import Project
from emas.readers.people import read_people
from emas.readers.tables import MAX_BYTES
from emas.records.errors import RecordsError
from emas.writers.sessions import DOSSIER, Pile, Slip, kept_until


@click.command("pack", short_help="Produit le dossier à imprimer d’une session.")
@click.argument("session_id", metavar="SESSION")
@click.option(
    "--inscrits",
    "list_path",
    type=click.Path(path_type=Path),
    metavar="FICHIER",
    help="La liste des personnes inscrites : CSV, XLSX ou ODS, avec « nom » et « prénom ».",
)
@click.option(
    "--copies",
    type=click.IntRange(1, 500),
    metavar="NOMBRE",
    help="Pour combien de personnes imprimer (sans cette option : la liste, sinon les places).",
)
def make_pack(session_id: str, list_path: Path | None, copies: int | None) -> None:
    """Produit le dossier à imprimer de SESSION, dans « build/sessions ».

    Recto verso, noir et blanc. Les noms de la liste ne vont que sur l'émargement, les chevalets,
    les rappels et les attestations de ce dossier ; « emas session oublier » les efface.
    """
    place, catalogue = open_plan()
    item = find_session(catalogue, session_id)
    people = _people(place, list_path) if list_path else ()
    count = packing.expected(item.session, len(people), copies)
    try:
        made = packing.pack(place, catalogue, item, people, count)
    except (theme.ThemeError, RecordsError) as error:
        raise click.ClickException(f"{error}.") from error
    except OSError as error:
        raise click.ClickException(
            f"le dossier n’a pas pu être écrit : {files.cause(error)}. Le précédent est resté."
        ) from error
    show(place, made.diagnostics, "texte")
    if made.slip is None:
        raise SystemExit(1)
    if not people and copies is None:
        click.echo(_why(item, count))
    _print(made, made.slip)


@click.command("oublier", short_help="Efface le dossier qui porte des noms.")
@click.argument("session_id", metavar="SESSION")
def forget(session_id: str) -> None:
    """Efface le dossier imprimable de SESSION, et dit quel papier reste.

    Les réponses, sans nom, restent dans « donnees » aussi longtemps que le plan le dit.
    """
    place = here()
    alone(place)  # a build may be putting it on a stick
    catalogue = pipeline.load(place).catalogue
    known = {item.session.id: item for item in planned(catalogue.plans)}
    names = {name.casefold(): name for name in (*packing.kept(place), *known)}
    if session_id.casefold() not in names:
        raise unknown("session", session_id, sorted(names.values()), "la")
    session_id = names[session_id.casefold()]
    try:
        count = packing.forget(place, session_id)
        carried = packing.taken_off(place, session_id)
    except OSError as error:
        raise click.ClickException(
            f"le dossier n’a pas pu être effacé en entier : {files.cause(error)}. Fermez les"
            " documents ouverts, puis recommencez."
        ) from error
    item = known.get(session_id)
    _print_forgotten(session_id, count, kept_until(item, asking(catalogue, item)) if item else "")
    if carried:
        click.echo(
            "Il est aussi effacé de build/cle-usb, avec LISEZ-MOI.html qui le citait :"
            " « emas build --cible cle-usb » refait cette page. Effacez aussi la clé elle-même."
        )


def _people(place: Project, path: Path) -> tuple[Person, ...]:
    """Return the people of a list, or stop with what is wrong in it: nothing is written."""
    if not path.is_file():
        raise click.UsageError(f"il n’y a pas de fichier « {path} ».")
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise click.ClickException(f"« {path} » ne se lit pas : {files.cause(error)}.") from error
    people, found = read_people(data, shown_path(place, path))
    show(place, found, "texte")
    if has_errors(found):
        raise SystemExit(1)
    return tuple(people)


def _why(item: Planned, count: int) -> str:
    """Return where the number of copies comes from, when nobody gave it."""
    session = item.session
    if session.most or session.fewest:
        return f"Pour {count} personnes, d’après les places de la session."
    return (
        f"Pour {count} personnes\u00a0: le plan ne dit pas combien de places\u202f; « --copies »"
        " change ce nombre."
    )


def _print(made: Packed, slip: Slip) -> None:
    """Print what is to be copied, pile by pile, with the totals of the slip."""
    folder = min(made.sizes).parent
    total = size_in_words(sum(made.sizes.values()))
    click.echo(f"{folder}  {len(made.sizes)} fichiers, {total}\n")
    click.echo(f"{'':<42}{'ex.':>6}{'faces':>8}{'feuilles':>10}")
    for pile, lines in groupby(slip.lines, key=lambda line: line.pile):
        click.echo(str(pile))
        for line in lines:
            click.echo(f"  {line.name:<40}{line.count:>6}{line.pages:>8}{line.sheets:>10}")
    for reason in slip.left_out:
        click.echo(f"\n{reason}")
    click.echo(f"\nÀ donner au copieur\u00a0: {folder / DOSSIER}")
    click.echo(
        f"{slip.sheets} feuilles A4, recto verso, noir et blanc ({slip.pages} faces en tout)"
    )
    if any(line.pile is Pile.PACKETS for line in slip.lines):
        click.echo(
            "Les paquets se mélangent et se donnent face cachée, jamais dans l’ordre d’une liste."
        )
    if any(line.named for line in slip.lines):
        click.echo(
            "Des noms sont dans ce dossier, et nulle part ailleurs. Après la session\u00a0:"
            f" « emas session oublier {folder.name} »."
        )


def _print_forgotten(session_id: str, count: int, day: str) -> None:
    """Print what was removed, and what is left: on paper, in copies, in `donnees/` until a day."""
    folder = f"build/sessions/{session_id}"
    if count:
        click.echo(f"{folder} est effacé ({count} fichier{'s' if count > 1 else ''}).")
    else:
        click.echo(f"Il n’y avait rien dans {folder}.")
    click.echo(PAPER_LEFT)
    until = f", jusqu’au {day}" if day else ""
    click.echo(
        f"- dans donnees/sessions/{session_id}\u00a0: les réponses saisies, sans nom{until}."
    )


PAPER_LEFT = """\
Ce qui reste, et que personne d’autre que vous ne peut effacer :
- les feuilles d’émargement signées : à garder sous clé le temps que demande votre organisme ;
- les chevalets, les rappels et les attestations qui n’ont pas servi : à détruire ;
- les quiz et les avis sur papier : à détruire une fois saisis ;
- vos copies : clé USB, courriels, mémoire du copieur, et la liste des personnes inscrites ;\
"""

"""`emas session presences`: how many people came."""

import click

from emas.cli.sessions import find_session, kept_safe, open_plan
from emas.model.attendance import Attendance
from emas.model.timetable import full_day, hours
from emas.records.attendance import keep_attendance, kept_attendance

MOST = 9999


@click.command("presences", short_help="Note combien de personnes sont venues.")
@click.argument("session")
def count(session: str) -> None:
    """Note combien de personnes sont venues à SESSION, sans aucun nom.

    Entrée laisse ce qui était noté ; « ? » veut dire inconnu, ce qui n'est pas zéro.
    """
    place, catalogue = open_plan()
    item = find_session(catalogue, session)
    with kept_safe():
        former = kept_attendance(place, item.session.id)
        halves = item.session.half_days
        known = (*former.half_days, *([None] * len(halves)))[: len(halves)]
        counted = tuple(
            _asked(f"{full_day(half.day)}, {hours(half)} : présents", before)
            for half, before in zip(halves, known, strict=True)
        )
        people = _asked("Personnes différentes venues en tout", former.people)
        audiences: dict[str, int] = {}
        for name in item.training.audiences:
            label = catalogue.vocabulary.audiences.get(name, name)
            number = _asked(f"dont {label}", former.audiences.get(name))
            if number is not None:
                audiences[name] = number
        keep_attendance(place, item.session.id, Attendance(counted, people, audiences))
    click.echo("Noté. « emas session resultats » le dira.")


def _asked(label: str, before: int | None) -> int | None:
    """Return a number, or None for what nobody counted."""
    default = "?" if before is None else str(before)
    while True:
        text = click.prompt(label, default=default).strip()
        if text == "?":
            return None
        if text.isascii() and text.isdecimal() and int(text) <= MOST:
            return int(text)
        click.echo("Écrivez un nombre, ou « ? » si personne n’a compté.")

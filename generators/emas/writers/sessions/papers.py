"""The tagged documents of a pack: each is a file that is read as well as printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from emas.diagnostics import Span
from emas.theme import Theme
from emas.writers import handouts
from emas.writers.handouts.compile import (
    Document,
    Explain,
    Files,
    as_json,
    sign_in_words,
    typeset,
    unprintable,
)
from emas.writers.handouts.context import Data
from emas.writers.handouts.look import mono, settings
from emas.writers.sessions.attestation import attestation, certificates
from emas.writers.sessions.name_cards import name_cards
from emas.writers.sessions.pack import Pack, in_room, is_alone, meets, owner
from emas.writers.sessions.register import register
from emas.writers.sessions.reminder import reminder, reminder_files
from emas.writers.sessions.schedule import schedule
from emas.writers.sessions.sheets import Pile
from emas.writers.written import Written


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that is printed as it is, see `sheets.Document`; `written` holds its PDF."""

    name: str
    title: str
    pile: Pile
    fate: str
    written: Written
    count: int = 1
    named: bool = False


def papers(pack: Pack, theme: Theme) -> Iterator[Paper]:
    """Yield the tagged documents that a session of this kind needs, pile by pile."""
    people = len(pack.people)
    yield _named(
        "rappel-pratique.pdf", "Rappel pratique", Pile.BEFORE, "",
        _made("rappel-pratique.pdf", "rappel.typ", reminder(pack), pack, theme), people or 1, pack,
    )  # fmt: skip
    if not is_alone(pack.item):
        yield from _leading(pack, theme)
    if meets(pack.item):
        yield from _welcoming(pack, theme)
    if not is_alone(pack.item):
        made = _made("attestations.pdf", "attestation.typ", attestation(pack), pack, theme)
        yield _named(
            "attestations.pdf", "Attestations de présence", Pile.AFTER, "",
            made, certificates(pack), pack,
        )  # fmt: skip


def _welcoming(pack: Pack, theme: Theme) -> Iterator[Paper]:
    """Yield what waits for participants in the room."""
    halves = sum(map(in_room, pack.item.session.half_days))
    yield _named(
        "emargement.pdf", "Feuilles d’émargement", Pile.WELCOME, "à garder sous clé",
        _made("emargement.pdf", "emargement.typ", register(pack), pack, theme), halves, pack,
    )  # fmt: skip
    yield _named(
        "chevalets.pdf", "Chevalets", Pile.WELCOME, "à détruire après",
        _made("chevalets.pdf", "chevalets.typ", name_cards(pack), pack, theme), pack.copies, pack,
    )  # fmt: skip


def _named(
    name: str, title: str, pile: Pile, fate: str, written: Written, count: int, pack: Pack
) -> Paper:
    """Return a document that has names on it, if there is a list."""
    return Paper(name, title, pile, fate, written, count, bool(pack.people))


def _leading(pack: Pack, theme: Theme) -> Iterator[Paper]:
    """Yield what the trainer has in hand: the running order, a guide a module, the keys."""
    yield Paper(
        "deroule.pdf",
        "Déroulé",
        Pile.LEADING,
        "",
        _made("deroule.pdf", "deroule.typ", schedule(pack), pack, theme),
    )
    for part in pack.parts:
        module = part.guide.module
        yield Paper(
            f"guide-animateur-{module.id}.pdf",
            f"Guide de l’animateur, {module.title}",
            Pile.LEADING,
            "",
            handouts.write_guide(part.guide, part.booklet, part.room, theme, mono),
        )
    for quiz in pack.quizzes:
        if not quiz.survey:
            module = quiz.edition.module
            yield Paper(
                f"corrige-{module.id}-{quiz.assessment.id}.pdf",
                f"Corrigé « {quiz.title} »" + owner(pack, quiz),
                Pile.LEADING,
                "",
                handouts.write_key(quiz, theme, mono),
            )


def _made(name: str, template: str, data: Data, pack: Pack, theme: Theme) -> Written:
    """Return a document whose data, which may name people, no file holds."""
    files: Files = {**settings_file(theme), **reminder_files(pack)}
    document = Document(PurePosixPath(name), template, files, pack.dated, private=data)
    return typeset(document, theme, explained(pack))


def settings_file(theme: Theme) -> dict[str, bytes]:
    """Return the values of the theme that the templates read, in black and white."""
    return {"reglages.json": as_json(settings(theme, mono(theme)))}


def explained(pack: Pack) -> Explain:
    """Return what tells a reproach of Typst in French where the session is written."""

    def explain(message: str) -> tuple[Span, str]:
        if sign := unprintable(message):
            return (
                pack.item.session.span,
                f"le signe {sign_in_words(sign)} n’existe dans aucune police",
            )
        return pack.item.session.span, message

    return explain

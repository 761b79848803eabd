"""Handouts: tagged PDF, by Typst: booklet, guide, quizzes, cards of situations, programme sheet."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from emas.diagnostics import Diagnostic, Span
from emas.document import Blocks
from emas.model import Edition, Quiz
from emas.theme import Theme
from emas.writers.handouts.booklet import booklet
from emas.writers.handouts.cards import cards, has_cards
from emas.writers.handouts.codes import codes
from emas.writers.handouts.compile import Document, as_json, compile_pdf, draw, explained, place
from emas.writers.handouts.context import Data, whole_text
from emas.writers.handouts.guide import guide
from emas.writers.handouts.imposition import imposed
from emas.writers.handouts.key import key
from emas.writers.handouts.look import Look, large, mono, plain, settings, small, standard
from emas.writers.handouts.pictures import picture_files
from emas.writers.handouts.programme import as_data, as_text, programme
from emas.writers.handouts.quiz import copy
from emas.writers.handouts.session import Session
from emas.writers.written import Written

__all__ = [
    "LARGE", "MONO", "ORDINARY", "PLAIN", "SMALL", "Print", "Session", "Texts", "drawn", "write",
    "write_all", "write_cards", "write_copy", "write_guide", "write_key", "write_programme",
    "write_quiz",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Texts:
    """One module for paper: for participants, in plain words, for the trainer."""

    booklet: Edition
    plain: Edition
    guide: Edition


@dataclass(frozen=True, slots=True)
class Print:
    """One look of the booklet: the name of its file, and what readers call it."""

    name: str
    look: Callable[[Theme], Look]
    words: str = ""


ORDINARY = Print("livret", standard)
LARGE = Print("livret-gros-caracteres", large, "gros caractères")
MONO = Print("livret-noir-et-blanc", mono, "noir et blanc")
SMALL = Print("livret-a5", small, "format A5")
PLAIN = Print("livret-simple", plain)


def write_all(texts: Texts, session: Session, theme: Theme) -> Written:
    """Return all that is printed of a module: booklets, guide, quizzes and keys, cards, programme.

    There is a booklet in plain words only if something in the module is written so, a quiz for each
    assessment that asks something, cards only if one decides in a situation. The sheets to
    fold (`livret-a5-imposition.pdf`) have no tags: they are for a printer only. A file is missing,
    with a diagnostic SOR001, when Typst has anything to say against it.
    """
    made = [write(texts.booklet, theme, one) for one in (ORDINARY, LARGE, MONO, SMALL)]
    made += [imposed(pdf, texts.booklet, theme) for pdf in made[-1].files.values()]
    if texts.plain.module != texts.booklet.module:
        made.append(write(texts.plain, theme, PLAIN))
    made.append(write_guide(texts.guide, texts.booklet, session, theme))
    made += [write_quiz(quiz, theme) for quiz in session.quizzes if quiz.questions]
    if has_cards(texts.booklet):
        made.append(write_cards(texts.booklet, theme))
    made.append(write_programme(texts.booklet, session, theme))
    return _together(made)


def write(edition: Edition, theme: Theme, one: Print = ORDINARY) -> Written:
    """Return one booklet of `edition`, as PDF/UA-1 and PDF/A-2a, or what prevents it."""
    look = one.look(theme)
    data = booklet(edition, one.words, look.line)
    return _printed(one.name, "livret.typ", data, edition, theme, look)


def drawn(edition: Edition, theme: Theme) -> tuple[tuple[bytes, ...], tuple[Diagnostic, ...]]:
    """Return the pages of the ordinary booklet of `edition` as SVG, or what prevents it."""
    look = ORDINARY.look(theme)
    files = _read_beside(booklet(edition, "", look.line), edition, theme, look)
    document = Document(place(edition, ORDINARY.name), "livret.typ", files, edition.as_of)
    return draw(document, theme, explained(edition))


def write_guide(
    edition: Edition,
    booklet: Edition,
    session: Session,
    theme: Theme,
    one: Callable[[Theme], Look] = standard,
) -> Written:
    """Return the trainer's guide, as PDF/UA-1 and PDF/A-2a, or what prevents it.

    Its questions have the numbers that participants read in `booklet`.
    """
    look = one(theme)
    data = guide(edition, booklet, session, look.line)
    return _printed("guide-animateur", "guide.typ", data, edition, theme, look)


def write_quiz(quiz: Quiz, theme: Theme) -> Written:
    """Return the copy of a quiz to fill in, the same in large print, and the trainer's key."""
    name = f"quiz-{quiz.assessment.id}"
    big = Print(f"{name}-gros-caracteres", large, LARGE.words)
    copies = (write_copy(quiz, theme, one) for one in (Print(name, standard), big))
    return _together([*copies, write_key(quiz, theme, standard)])


def write_copy(
    quiz: Quiz, theme: Theme, one: Print, reserved_cm: float | None = None, note: str = ""
) -> Written:
    """Return one look of the copy of a quiz; `reserved_cm` and `note` as for `copy`."""
    look = one.look(theme)
    data = copy(quiz, one.words, look.line, reserved_cm, note)
    return _printed(one.name, "quiz.typ", data, quiz.edition, theme, look, _texts(quiz))


def write_key(quiz: Quiz, theme: Theme, one: Callable[[Theme], Look]) -> Written:
    """Return the trainer's key of a quiz."""
    look, name = one(theme), f"corrige-{quiz.assessment.id}"
    data = key(quiz, look.line)
    return _printed(name, "corrige.typ", data, quiz.edition, theme, look, _texts(quiz))


def _texts(quiz: Quiz) -> list[Blocks]:
    return [question.texts() for question in quiz.questions]


def write_cards(edition: Edition, theme: Theme) -> Written:
    """Return the cards of the situations of `edition` where one decides."""
    look = standard(theme)
    return _printed("cartes", "cartes.typ", cards(edition, look.line), edition, theme, look)


def write_programme(edition: Edition, session: Session, theme: Theme) -> Written:
    """Return the programme sheet of `edition`, and the same as a text to copy."""
    look, name = standard(theme), "fiche-programme"
    sheet = programme(edition, session)
    data = as_data(sheet, edition, look.line)
    made = _printed(name, "programme.typ", data, edition, theme, look, ())
    text = place(edition, name).with_suffix(".txt")
    return Written({**made.files, text: as_text(sheet)}, made.diagnostics)


def _printed(
    name: str,
    template: str,
    data: Data,
    edition: Edition,
    theme: Theme,
    look: Look,
    texts: Iterable[Blocks] | None = None,
) -> Written:
    """Return the PDF of `data`; `texts` are what it prints, else all that is read of the steps."""
    files = _read_beside(data, edition, theme, look, texts)
    return compile_pdf(place(edition, name), template, files, edition, theme)


def _read_beside(
    data: Data,
    edition: Edition,
    theme: Theme,
    look: Look,
    texts: Iterable[Blocks] | None = None,
) -> dict[str, bytes]:
    """Return the files that a template reads; `texts` as for `_printed`."""
    whole = (whole_text(step, edition) for step in edition.module.steps)
    return {
        "donnees.json": as_json(data),
        "reglages.json": as_json(settings(theme, look)),
        **picture_files(edition.module, look),
        **codes(edition, whole if texts is None else texts),
    }


def _together(made: Iterable[Written]) -> Written:
    """Return all the files; what several of them have against one place is told once."""
    files: dict[PurePosixPath, bytes] = {}
    told: dict[tuple[Span, str], Diagnostic] = {}
    for written in made:
        files.update(written.files)
        for item in written.diagnostics:
            told.setdefault((item.span, item.values["cause"]), item)
    return Written(files, tuple(told.values()))

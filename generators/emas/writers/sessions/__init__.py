"""The print pack of a session: what goes on paper before, during and after it, ready for a copier.

Everything is in black and white, A4, two-sided. Names are on sign-in sheets, cards, reminders and
attestations only; what is answered carries a code that no list ties to a name.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from emas.diagnostics import Diagnostic
from emas.theme import Theme
from emas.writers import handouts
from emas.writers.handouts.look import mono
from emas.writers.sessions.binding import Shelf, bound, reserved_cm
from emas.writers.sessions.dossier import DOSSIER, dossier
from emas.writers.sessions.moments import note
from emas.writers.sessions.pack import Pack, Part, meets
from emas.writers.sessions.packets import base_name, booklet_name, booklets, sheets
from emas.writers.sessions.papers import Paper, explained, papers
from emas.writers.sessions.sheets import Copy, Document, Pile, two_sided, whole
from emas.writers.sessions.slip import Slip, kept_until
from emas.writers.written import Written

__all__ = ["DOSSIER", "Pack", "Part", "Pile", "Printed", "Slip", "kept_until", "meets", "write"]

BOOKLET = handouts.Print("livret", mono)


@dataclass(frozen=True, slots=True)
class Printed:
    """The files of a pack with what there is to say of them, and the slip on top."""

    written: Written
    slip: Slip | None


def write(pack: Pack, theme: Theme, within: Path) -> Printed:
    """Return all that is printed for `pack`, and one file that holds it all for a copier.

    `within` is the folder inside which documents with names are put together. If one document
    cannot be made there is none at all: half a pack would be handed out for a whole one.
    """
    made = list(papers(pack, theme))
    bases = dict(_bases(pack, theme)) if meets(pack.item) else {}
    if problems := _problems([*(paper.written for paper in made), *bases.values()]):
        return Printed(Written({}, problems), None)
    tagged = {paper.name: _pdf(paper.written) for paper in made}
    pdfs = {**tagged, **{name: _pdf(base) for name, base in bases.items()}}
    copies = {name: whole(name, pdf) for name, pdf in pdfs.items()}
    stamped = _stamped(pack, copies) if bases else []
    documents = [*(_document(paper, copies[paper.name]) for paper in made), *stamped]
    documents.sort(key=lambda document: list(Pile).index(document.pile))
    shelf = Shelf(pdfs, theme, pack.dated, explained(pack), within)
    files = [bound(one.name, one.title, two_sided(one.copies), shelf) for one in stamped]
    everything, made_slip = dossier(pack, documents, copies, shelf)
    if problems := _problems([*files, everything]):
        return Printed(Written({}, problems), None)
    own = {PurePosixPath(name): pdf for name, pdf in tagged.items()}
    bounds = {path: pdf for one in (*files, everything) for path, pdf in one.files.items()}
    return Printed(Written({**own, **bounds}), made_slip)


def _bases(pack: Pack, theme: Theme) -> Iterator[tuple[str, Written]]:
    """Yield the PDFs whose pages are printed many times, by name."""
    for part in pack.parts:
        yield booklet_name(part.booklet.module.id), handouts.write(part.booklet, theme, BOOKLET)
    room = reserved_cm(pack.team.site)
    for quiz in pack.quizzes:
        one = handouts.Print(f"quiz-{quiz.assessment.id}", mono)
        yield base_name(quiz), handouts.write_copy(quiz, theme, one, room, note(pack, quiz))


def _stamped(pack: Pack, bases: Mapping[str, Copy]) -> list[Document]:
    """Return the documents whose copies carry a code."""
    return [booklets(pack, bases), *(sheets(pack, quiz, bases) for quiz in pack.quizzes)]


def _document(paper: Paper, copy: Copy) -> Document:
    return Document(
        paper.name, paper.title, paper.pile, (copy,), paper.count, paper.fate, paper.named
    )


def _problems(written: Iterable[Written]) -> tuple[Diagnostic, ...]:
    return tuple(item for one in written for item in one.diagnostics)


def _pdf(written: Written) -> bytes:
    (pdf,) = written.files.values()
    return pdf

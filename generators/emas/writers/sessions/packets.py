"""The packets: a booklet and sheets for each participant, all with one code; the surveys apart."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from emas.model import Quiz
from emas.model.codes import shown_code
from emas.writers.sessions.moments import Moment, moment
from emas.writers.sessions.pack import Pack, owner
from emas.writers.sessions.sheets import Copy, Document, Leaf, Pile, Stamp

FATES = {
    Moment.START: "à remplir au début",
    Moment.END: "à remplir à la fin",
    Moment.LATER: "à emporter, à renvoyer plus tard",
    Moment.OPINION: "à remplir en partant",
    Moment.TRIAL: "à emporter, à renvoyer plus tard",
}


def booklets(pack: Pack, bases: Mapping[str, Copy]) -> Document:
    """Return the numbered booklets of all the modules; `bases` has them by `booklet_name`."""
    copies = tuple(copy for rank in range(len(pack.codes)) for copy in _booklets(pack, rank, bases))
    count = len(copies)
    return Document("livrets.pdf", "Livrets numérotés", Pile.PACKETS, copies, count, "à garder")


def packets(pack: Pack, bases: Mapping[str, Copy]) -> Iterator[Copy]:
    """Yield what is printed for each participant in turn: booklets, then sheets."""
    for rank in range(len(pack.codes)):
        yield from _booklets(pack, rank, bases)
        for quiz in pack.quizzes:
            if not quiz.survey:
                yield sheet(pack, quiz, rank, bases)


def sheets(pack: Pack, quiz: Quiz, bases: Mapping[str, Copy]) -> Document:
    """Return the copies of a quiz or of a survey, each with its code."""
    title = quiz.title if quiz.survey else f"Quiz « {quiz.title} »" + owner(pack, quiz)
    copies = tuple(sheet(pack, quiz, rank, bases) for rank in range(len(pack.codes)))
    pile = Pile.OPINIONS if quiz.survey else Pile.PACKETS
    return Document(quiz_name(quiz), title, pile, copies, len(copies), FATES[moment(quiz)])


def sheet(pack: Pack, quiz: Quiz, rank: int, bases: Mapping[str, Copy]) -> Copy:
    """Return the copy of a quiz for the packet of that rank, from 0."""
    code = sheet_code(pack, quiz, rank)
    words = f"Code {shown_code(code)}"
    if not quiz.survey:
        words = f"{_copy_of(rank)} · code {shown_code(code)}"
    address = sheet_address(pack, quiz, code)
    first, *rest = bases[base_name(quiz)]
    return (
        _stamped(first, Stamp(words, address)),
        *(_stamped(leaf, Stamp(words)) for leaf in rest),
    )


def sheet_code(pack: Pack, quiz: Quiz, rank: int) -> str:
    """Return the code of a sheet: that of the packet, or one of its own for a survey."""
    surveys = [one.assessment.id for one in pack.quizzes if one.survey]
    if quiz.survey:
        return pack.opinions[rank * len(surveys) + surveys.index(quiz.assessment.id)]
    return pack.codes[rank]


def sheet_address(pack: Pack, quiz: Quiz, code: str) -> str:
    """Return where to answer by phone, or nothing without a site.

    What comes after « # » never leaves the phone. An opinion that is given there has a code made
    there: that of the sheet would be one more.
    """
    site = pack.team.site.rstrip("/")
    page = f"{pack.item.session.id}/{quiz.assessment.id}.html"
    fragment = "" if quiz.survey else f"#code={code}"
    return f"{site}/sessions/{page}{fragment}" if site else ""


def booklet_name(module: str) -> str:
    """Return the name of the booklet of a module, before any number is on it."""
    return f"base-livret-{module}.pdf"


def base_name(quiz: Quiz) -> str:
    """Return the name of the copy of a quiz, before any code is on it."""
    return f"base-{quiz_name(quiz)}"


def quiz_name(quiz: Quiz) -> str:
    """Return the name of the file that holds the copies of a quiz."""
    if quiz.survey:
        return f"{quiz.assessment.id}.pdf"
    return f"quiz-{quiz.edition.module.id}-{quiz.assessment.id}.pdf"


def _booklets(pack: Pack, rank: int, bases: Mapping[str, Copy]) -> Iterator[Copy]:
    stamp = Stamp(f"{_copy_of(rank)} · {shown_code(pack.codes[rank])}")
    for part in pack.parts:
        name = booklet_name(part.booklet.module.id)
        first, *rest = bases[name]
        yield (_stamped(first, stamp), *rest)


def _stamped(leaf: Leaf | None, stamp: Stamp) -> Leaf | None:
    return replace(leaf, stamp=stamp) if leaf else None


def _copy_of(rank: int) -> str:
    return f"Exemplaire {rank + 1}"

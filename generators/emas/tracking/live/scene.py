"""What the wall shows, in French and in plain values: a template only places it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from emas.model.moment import AskedQuestion
from emas.model.results import FEWEST
from emas.model.task import Kind
from emas.tracking.catalogue import Session
from emas.tracking.live.counting import settling
from emas.tracking.live.leading import Lead
from emas.tracking.store.live import Led, Phase, Place
from emas.writers.reports.report import SCORES

STATES = {
    Phase.READY: "Bientôt",
    Phase.OPEN: "Ouverte",
    Phase.CLOSED: "Fermée",
    Phase.SOLVED: "Corrigée",
}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
KEPT = "Cette réponse reste sur chaque téléphone : elle n’est pas recueillie."
FREE = "Les réponses libres ne sont jamais projetées."
FROM = "Les réponses s’affichent à partir de cinq."
HIDDEN = "Moins de cinq réponses : elles restent cachées, pour que personne ne soit reconnu."
LAST = "Les dernières réponses arrivent…"
LONG, VERY_LONG = 320, 560
"""Signs of a question and its answers beyond which letters are smaller."""


@dataclass(frozen=True, slots=True)
class Bar:
    """An answer, with how many gave it and the length of its bar in hundredths, if known."""

    letter: str
    text: str
    count: int | None
    length: int
    right: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A question on the wall. `size` is how small its letters are, from 0 to 2."""

    statement: str
    module: str
    number: int
    total: int
    phase: str
    state: str
    bars: tuple[Bar, ...]
    told: str
    respondents: int | None
    size: int


@dataclass(frozen=True, slots=True)
class Wall:
    """All that the wall shows of a session.

    `moments` are titles by name, `title` that of the one that is led; `steps` are what the trainer
    may do. `address` is empty if no phone finds the service, `drawing` is its QR code as SVG.
    `joined` people may write, `present` phones listen; `awaited`: answers are, today.
    """

    session: Session
    place: Place
    moments: Mapping[str, str]
    title: str
    question: Shown | None
    steps: frozenset[str]
    address: str
    code: str
    drawing: str
    joined: int
    present: int
    awaited: bool


def shown(lead: Lead, texts: Sequence[str], now: int) -> Shown | None:
    """Return the question on the wall, to which `texts` were answered; None if there is none."""
    if lead.rank >= len(lead.asked):
        return None
    part, question = lead.asked[lead.rank]
    led = lead.current
    signs = len(question.statement) + sum(map(len, question.options))
    several = len({one.owner for one, _ in lead.asked}) > 1
    return Shown(
        statement=question.statement,
        module=part.owner_title if several else "",
        number=lead.rank + 1,
        total=len(lead.asked),
        phase=led.phase.value,
        state=STATES[led.phase],
        bars=_bars(question, led),
        told=_told(question, led, len(texts), now),
        respondents=len(texts) if _projected(question) else None,
        size=(signs > LONG) + (signs > VERY_LONG),
    )


def _projected(question: AskedQuestion) -> bool:
    return question.collected and question.kind is not Kind.OPEN


def _bars(question: AskedQuestion, led: Led) -> tuple[Bar, ...]:
    counts: Mapping[int, int] = dict(enumerate(led.counts))

    def bar(letter: str, number: int, text: str, *, right: bool) -> Bar:
        count = counts.get(number)
        length = round(100 * count / led.counted) if count and led.counted else 0
        return Bar(letter, text, count, length, right)

    if question.options:
        solved = led.phase is Phase.SOLVED
        return tuple(
            bar(letter, number, question.options[number], right=solved and number in question.right)
            for letter, number in zip(LETTERS, question.shown, strict=False)
        )
    if counts:
        return tuple(bar("", number, text, right=False) for number, text in enumerate(SCORES))
    return ()


def _told(question: AskedQuestion, led: Led, answers: int, now: int) -> str:
    """Return what is said of the answers: how many are shown, or why none is."""
    if not question.collected:
        return KEPT
    if question.kind is Kind.OPEN:
        return FREE
    if led.phase is Phase.READY:
        return ""
    if settling(led, now):
        return LAST
    if not led.counted:
        return FROM if led.phase is Phase.OPEN else HIDDEN
    late = answers - led.counted if led.final else 0
    return f"Réponses de {led.counted} personnes.{_late(late)}"


def _late(count: int) -> str:
    match count:
        case 1:
            return " Une autre est arrivée depuis."
        case _ if 1 < count < FEWEST:
            return f" {count} autres sont arrivées depuis."
        case _:
            return ""

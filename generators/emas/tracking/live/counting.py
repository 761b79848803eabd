"""When the wall counts: first at five answers, then every three, and once the question is closed.

A count after each answer would tell what the last person said. Late answers obey the same rule.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from emas.model.interaction import read
from emas.model.moment import AskedQuestion
from emas.model.results import FEWEST, question_result
from emas.model.scoring import Response
from emas.tracking.store.live import Led, Phase

EVERY = 3
"""How many more answers are needed before counts change."""
SETTLING = 2_000_000
"""For how long after the close (µs) the last answers are awaited: phones send them at once."""


def settling(led: Led, now: int) -> bool:
    """Return whether the question has just closed: answers given before still arrive."""
    return led.phase is not Phase.OPEN and 0 <= now - led.closed < SETTLING


def counted(question: AskedQuestion, led: Led, texts: Sequence[str], now: int) -> Led | None:
    """Return the question with counts taken now, from answers as xAPI writes them.

    None if the time has not come.
    """
    if led.phase is Phase.READY:
        return None
    needed = led.counted + EVERY if led.counted else FEWEST
    closing = led.phase is not Phase.OPEN and not led.final and not settling(led, now)
    if len(texts) < needed and not closing:
        return None
    given = [{question.name: response} for response in _responses(question, texts)]
    found = question_result(question, given)
    final = led.final or closing
    return replace(led, final=final, counted=found.respondents or 0, counts=found.counts)


def _responses(question: AskedQuestion, texts: Iterable[str]) -> Iterable[Response]:
    """Yield what was answered; a program with an account may have written anything."""
    for text in texts:
        try:
            yield read(question.key, text)
        except ValueError:
            continue

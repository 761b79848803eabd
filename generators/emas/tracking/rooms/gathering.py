"""What participants answered to the service, as sheets: counted with those of paper."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from emas.model import Key, Response
from emas.model.interaction import read
from emas.model.moment import AskedPart
from emas.model.sheet import Sheet
from emas.tracking.exchange.versions import former_questions
from emas.tracking.store import Store
from emas.tracking.store.claims import newest_sheets
from emas.tracking.store.rooms import Opinion, answers_of, opinions_of


def sheets_of(store: Store, session: str, parts: Sequence[AskedPart]) -> tuple[Sheet, ...]:
    """Return the sheets of a session, answers to versions that it asked before included.

    Each has the number of the sheet of paper that counts in it, or 1.

    Raises:
        UnavailableError: if the database cannot be read now.
    """
    keys = {one.name: one.key for one in former_questions(store, session).values()}
    keys |= {one.name: one.key for part in parts for one in part.questions}
    answered = store.read(answers_of, session)
    numbers = {place[1:]: number for place, number in store.read(newest_sheets, session).items()}
    sheets = [
        Sheet(
            *place,
            number=numbers.get(place, 1),
            answers=_responses(answered.get(place, {}), keys),
            copied=True,
        )
        for place in sorted(answered.keys() | numbers.keys())
    ]
    opinions = store.read(opinions_of, session)
    return (*sheets, *(_of_opinion(one) for one in opinions))


def _of_opinion(one: Opinion) -> Sheet:
    return Sheet(one.moment, one.code, one.number, one.answers, copied=True)


def with_left(
    sheets: Iterable[Sheet], kept: Iterable[Sheet], left: Collection[tuple[str, str, str]]
) -> Iterator[Sheet]:
    """Yield `sheets` with the answers of `kept` that the store did not take (`Poured.left`)."""
    former = {(one.moment, one.code): one.answers for one in kept}
    for sheet in sheets:
        place = sheet.moment, sheet.code
        only_there = {
            name: response
            for name, response in former.get(place, {}).items()
            if (*place, name) in left
        }
        yield replace(sheet, answers={**only_there, **sheet.answers})


def _responses(answers: Mapping[str, str], keys: Mapping[str, Key]) -> dict[str, Response]:
    """Return the answers that can be read: a program with an account may have written anything."""
    found: dict[str, Response] = {}
    for name, text in sorted(answers.items()):
        try:
            if name in keys:
                found[name] = read(keys[name], text)
        except ValueError:
            continue
    return found

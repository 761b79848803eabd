"""What the first page of a handout says, and the foot of each of its pages."""

from emas.model import Durations, Edition, Module, Variant, day_in_words
from emas.writers.handouts.boxes import names
from emas.writers.handouts.codes import code_name, module_address
from emas.writers.handouts.context import LINE, Data, lasting
from emas.writers.handouts.inlines import breakable, shown_address

FOOT_SHARE = 0.85
"""Share of a line that the title may fill at the foot of a page, some signs being wide."""


def cover(edition: Edition, kind: str, look: str = "", line: int = LINE) -> Data:
    """Return what tells a handout from others; `kind` and `look` are words for its readers."""
    module, day = edition.module, edition.as_of
    return {
        "title": breakable(module.title),
        "named": f"{module.title} – {kind[0].lower()}{kind[1:]}",
        "kind": " · ".join(part for part in (kind, look) if part),
        "summary": breakable(module.summary),
        "team": breakable(edition.team.name),
        "audiences": _everybody(edition),
        "durations": durations(module.durations, edition.variant),
        "version": dated(edition),
        "review": reviewed(module),
        "origin": _origin(edition),
        "licence": licence(edition),
        "date": [day.year, day.month, day.day],
        "footer": [shortened(module.title, line), _state(edition)],
        "online": online(module_address(edition)),
    }


def _origin(edition: Edition) -> str:
    """Return who made what, and its version; a survey, which no module holds, has none."""
    module = edition.module
    version = (f"version {dated(edition)}", reviewed(module).lower()) if module.version else ()
    return " · ".join((edition.team.name, *version))


def _state(edition: Edition) -> str:
    """Return « Version 1.0 du 21 novembre 2026 · non relu », or the team of a survey."""
    module = edition.module
    if not module.version:
        return edition.team.name
    state = "relu" if module.review else "non relu"
    return f"Version {module.version} du {day_in_words(edition.as_of)} · {state}"


def dated(edition: Edition) -> str:
    """Return « 1.0, 21 novembre 2026 »."""
    return f"{edition.module.version}, {day_in_words(edition.as_of)}"


def reviewed(module: Module) -> str:
    """Return who read the module again and when, or that nobody did."""
    review = module.review
    return f"Relu le {day_in_words(review.done_on)} par {review.by}" if review else "Non relu"


def licence(edition: Edition) -> str:
    """Return what readers call the licence of the module."""
    name = edition.module.licence
    return edition.vocabulary.licences.get(name, name)


def online(address: str) -> Data | None:
    """Return an address and its code as templates print them; nothing without an address."""
    if not address:
        return None
    shown = shown_address(address)
    return {
        "href": address,
        "shown": breakable(shown),
        "file": code_name(address),
        "alt": f"Code QR de l’adresse {shown}",
    }


def shortened(title: str, line: int) -> str:
    """Return `title` for the foot of a page, cut after a whole word if a line is too short."""
    most = round(FOOT_SHARE * line)
    return title if len(title) <= most else title[:most].rsplit(maxsplit=1)[0] + "\u00a0…"


def _everybody(edition: Edition) -> str:
    vocabulary = edition.vocabulary
    audiences, levels = concerned(edition)
    said = (names(vocabulary.audiences, audiences), names(vocabulary.levels, levels))
    return " · ".join(part for part in said if part)


def concerned(edition: Edition) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of the audiences, then those of the levels, that `edition` is for."""
    module, variant = edition.module, edition.variant
    return (
        (variant.audience,) if variant.audience else module.audiences,
        (variant.level,) if variant.level else module.levels,
    )


def durations(lasts: Durations, variant: Variant) -> str:
    """Return how long something lasts in each way that `variant` has."""
    return " · ".join(lengths(lasts, variant))


def lengths(lasts: Durations, variant: Variant) -> tuple[str, ...]:
    """Return each way that `variant` has, and how long it lasts: « 35 min en séance »."""
    session = (lasts.session_min, "en séance")
    short = (lasts.short_min, "en version courte")
    if variant.short:
        said = [short]
    elif variant.minutes is not None:
        said = [session]
    else:
        said = [(lasts.online_min, "en ligne"), session, short]
    return tuple(f"{lasting(length)} {how}" for length, how in said if length)

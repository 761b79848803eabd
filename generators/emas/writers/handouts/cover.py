"""What the first page of a handout says, and the foot of each of its pages."""

from emas.model import Durations, Edition, Variant, day_in_words
from emas.writers.handouts.boxes import names
from emas.writers.handouts.codes import code_name, module_address
from emas.writers.handouts.context import LINE, Data, lasting
from emas.writers.handouts.inlines import breakable, shown_address

FOOT_SHARE = 0.85
"""Share of a line that the title may fill at the foot of a page, some signs being wide."""


def cover(edition: Edition, kind: str, look: str = "", line: int = LINE) -> Data:
    """Return what tells a handout from others; `kind` and `look` are words for its readers."""
    module, day = edition.module, edition.as_of
    reviewed = module.review
    review = (
        f"Relu le {day_in_words(reviewed.done_on)} par {reviewed.by}" if reviewed else "Non relu"
    )
    state = "relu" if reviewed else "non relu"
    version = f"Version {module.version} du {day_in_words(day)}"
    return {
        "title": breakable(module.title),
        "named": f"{module.title} – {kind[0].lower()}{kind[1:]}",
        "kind": " · ".join(part for part in (kind, look) if part),
        "summary": breakable(module.summary),
        "team": breakable(edition.team.name),
        "audiences": _audiences(edition),
        "durations": durations(module.durations, edition.variant),
        "version": f"{module.version}, {day_in_words(day)}",
        "review": review,
        "licence": edition.vocabulary.licences.get(module.licence, module.licence),
        "date": [day.year, day.month, day.day],
        "footer": [_shortened(module.title, round(FOOT_SHARE * line)), f"{version} · {state}"],
        "online": _online(edition),
    }


def _online(edition: Edition) -> Data | None:
    """Return the address of the module and its code, if its team has a site."""
    address = module_address(edition)
    if not address:
        return None
    shown = shown_address(address)
    return {
        "href": address,
        "shown": breakable(shown),
        "file": code_name(address),
        "alt": f"Code QR de l’adresse {shown}",
    }


def _shortened(title: str, most: int) -> str:
    """Return `title`, cut after a whole word if it has more than `most` signs."""
    return title if len(title) <= most else title[:most].rsplit(maxsplit=1)[0] + "\u00a0…"


def _audiences(edition: Edition) -> str:
    vocabulary, variant = edition.vocabulary, edition.variant
    audiences = (variant.audience,) if variant.audience else edition.module.audiences
    levels = (variant.level,) if variant.level else edition.module.levels
    said = (names(vocabulary.audiences, audiences), names(vocabulary.levels, levels))
    return " · ".join(part for part in said if part)


def durations(lengths: Durations, variant: Variant) -> str:
    """Return how long something lasts: « 35 min en séance », in each way that `variant` has."""
    session = (lengths.session_min, "en séance")
    short = (lengths.short_min, "en version courte")
    if variant.short:
        said = [short]
    elif variant.minutes is not None:
        said = [session]
    else:
        said = [(lengths.online_min, "en ligne"), session, short]
    return " · ".join(f"{lasting(length)} {how}" for length, how in said if length)

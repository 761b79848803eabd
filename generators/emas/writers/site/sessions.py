"""Sessions of the academic plan: the calendar of all of them, and a page each."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.etree.ElementTree import Element

from emas.model import Catalogue, Module, Planned, Session, Status, in_words, planned
from emas.model.days import MONTHS
from emas.model.timetable import (
    ENROLMENTS,
    FRAMEWORKS,
    MODALITIES,
    STATUSES,
    full_day,
    hours,
    place,
    seats,
    when,
    where,
)
from emas.writers.site import hrefs
from emas.writers.site.answering import moment_title, moments
from emas.writers.site.elements import (
    Child,
    classed,
    described,
    element,
    link,
    section,
    sentence,
)
from emas.writers.site.page import SitePage
from emas.writers.site.profile import profile

LEAD = "Les formations inscrites au plan académique : quand, où, pour qui."


def session_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield the calendar, then a page a session; nothing if no session is planned."""
    if found := planned(catalogue.plans):
        yield _calendar(found, catalogue)
        for item in found:
            yield _page(item, catalogue)


def _calendar(found: Iterable[Planned], catalogue: Catalogue) -> SitePage:
    listed = list(found)
    months = [
        part
        for name, members in groupby(listed, key=_month)
        for part in _of_month(name, list(members))
    ]
    tree = element(
        "div",
        None,
        element("h1", None, "Sessions"),
        classed("p", "emas-chapo", LEAD),
        profile(catalogue.vocabulary, levels=False),
        *months,
        element("p", None, link("sessions.ics", "Toutes les sessions dans mon agenda (.ics)")),
    )
    return SitePage(hrefs.SESSIONS, "Sessions", LEAD, tree)


def _month(item: Planned) -> tuple[int, int]:
    """Return the year and the month of the first day of a session."""
    days = item.session.days
    return (days[0].year, days[0].month) if days else (0, 0)


def _of_month(month: tuple[int, int], members: list[Planned]) -> Iterator[Element]:
    year, number = month
    title = sentence(f"{MONTHS[number - 1]} {year}") if year else "Sans date"
    yield element("h2", {"id": f"mois_{year}_{number}"}, title)
    yield classed("ul", "emas-modules emas-sessions", *map(_card, members))


def _card(item: Planned) -> Element:
    session, training = item.session, item.training
    attributes = {
        "data-public": " ".join(training.audiences),
        "data-fin": session.days[1].isoformat() if session.days else None,
    }
    facts = " · ".join(part for part in (when(session), where(session), _state(session)) if part)
    return element(
        "li",
        attributes,
        classed("p", "emas-modules__titre", link(f"{session.id}.md", training.title)),
        element("p", None, facts),
        classed("p", "emas-discret", f"{item.plan.academy} · {item.plan.year}"),
    )


def _state(session: Session) -> str:
    return "" if session.status is Status.PLANNED else f"session {STATUSES[session.status]}"


def _page(item: Planned, catalogue: Catalogue) -> SitePage:
    plan, programme, training, session = item.plan, item.programme, item.training, item.session
    uri = hrefs.session_uri(session.id)
    modules = [module for module in catalogue.modules if module.id in training.modules]
    facts = described(_facts(item, catalogue))
    cancelled = session.status is Status.CANCELLED
    tree = element(
        "div",
        None,
        element("h1", None, training.title),
        classed(
            "p", "emas-place", link("index.md", "Sessions"), f" · {plan.academy} · {plan.year}"
        ),
        *([element("p", None, element("strong", None, "Cette session est annulée."))] * cancelled),
        *([facts] if facts is not None else []),
        element("p", None, link(f"{session.id}.ics", "Mettre dans mon agenda (.ics)")),
        *section("contenu", "Ce que l’on y travaille", *_modules(modules, uri)),
        *_asked(item, catalogue, uri),
    )
    lead = f"{programme.title}. {sentence(when(session))}, {where(session)}."
    return SitePage(uri, training.title, lead, tree)


def _facts(item: Planned, catalogue: Catalogue) -> Iterator[tuple[str, Iterable[Child]]]:
    session, training, programme = item.session, item.training, item.programme
    names = catalogue.vocabulary.audiences
    yield "Quand", _when_in_full(session)
    yield "Comment", [MODALITIES[session.modality]]
    yield "Durée", [in_words(training.duration_min)]
    yield "Pour", [", ".join(names.get(name, name) for name in training.audiences)]
    yield "Inscription", [ENROLMENTS[training.enrolment]]
    yield "Places", [seats(session)]
    yield "Accès", [session.access]
    yield "Matériel", [session.material]
    yield "Dispositif", [" · ".join(filter(None, (programme.title, programme.code)))]
    yield "Cadre", [FRAMEWORKS[programme.framework]]
    yield "Code du module", [training.code]
    yield "État", [STATUSES[session.status]]
    yield "Référence", [session.id]


def _when_in_full(session: Session) -> list[Child]:
    if session.opening:
        return [when(session)]
    lines: list[Child] = []
    for half in session.half_days:
        apart = half.modality is not session.modality
        held = f" ({MODALITIES[half.modality]})" if apart else ""
        lines += [element("br")] if lines else []
        lines.append(f"{sentence(full_day(half.day))}, {hours(half)}, {place(half)}{held}")
    return lines


def _modules(modules: Iterable[Module], uri: str) -> Iterator[Element]:
    """Yield each module with what it says of itself; its page has the documents to print."""
    for module in modules:
        page = hrefs.relative(hrefs.module_uri(module.id), uri)
        yield element("p", None, link(page, module.title), f" · {module.summary}")
    yield element(
        "p", None, "La page de chaque module a ses documents à imprimer, et ses étapes en ligne."
    )


def _asked(item: Planned, catalogue: Catalogue, uri: str) -> Iterator[Element]:
    """Yield the link to the page of each moment."""
    items = [
        element(
            "li",
            None,
            link(
                hrefs.relative(hrefs.answering_uri(item.session.id, moment), uri),
                moment_title(parts),
            ),
        )
        for moment, parts in moments(catalogue, item).items()
    ]
    if items:
        yield from section("evaluations", "Ce que l’on vous demandera", element("ul", None, *items))

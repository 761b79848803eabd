"""The pages on which a participant of a session answers: one for each of its moments.

Only what the session asks is there, whatever the reader did elsewhere. `sessions/seance.js` asks
who answers, ends, then hands over; without script, the page is read and paper is filled in.
`data-suivi` is where a tracking service may be, when it is not beside the page.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from xml.etree.ElementTree import Element

from emas.document import QuestionRef
from emas.model import (
    BEFORE,
    Asking,
    Catalogue,
    Edition,
    Planned,
    Question,
    Session,
    Status,
    Team,
    asking,
    awaited,
    day_in_words,
    enough,
    is_collected,
    planned,
    title_of,
)
from emas.model.timetable import when
from emas.writers.site import blocks as plain
from emas.writers.site import calls, hrefs
from emas.writers.site.assessments import objectives
from emas.writers.site.elements import NBSP, classed, element, fill, hidden, label, link
from emas.writers.site.module_pages import about
from emas.writers.site.notice import notice
from emas.writers.site.page import SitePage
from emas.writers.site.scope import Scope

LEADS = {
    BEFORE: "Quelques questions avant la formation, pour partir de ce que le groupe sait déjà.",
    "acquis": "Quelques questions à la fin de la formation, pour savoir ce qui est clair et ce qui "
    "mérite d’être repris.",
    "a-froid": "Les mêmes points, quelque temps après la formation, pour savoir ce qui reste.",
    "satisfaction": "Votre avis, pour que la prochaine formation soit meilleure.",
    "essais": "Ce que vous avez essayé depuis la formation, pour savoir ce qui sert vraiment.",
}
PROMISES = (
    f"Rien n’est envoyé{NBSP}: à la fin, vous enregistrez un fichier, et c’est vous qui le donnez. "
    "Personne n’est classé. N’écrivez jamais le nom d’un élève."
)
ANONYMOUS = "Cet avis n’est relié ni à votre code ni à vos autres réponses."
ON_PAPER = (
    "Ce navigateur n’exécute pas JavaScript ici. Vous pouvez lire les questions, mais pas garder "
    "vos réponses. Répondez sur papier, avec la feuille de la personne qui anime."
)
OVER = {
    Status.CANCELLED: f"Cette session est annulée{NBSP}: aucune réponse n’est attendue.",
    Status.CLOSED: f"Cette session est close{NBSP}: ses réponses sont déjà rassemblées.",
}

Moments = Mapping[str, tuple[Asking, ...]]
"""What a session asks, by moment, in order."""


def moments(catalogue: Catalogue, item: Planned) -> Moments:
    """Return what the session `item` asks at each of its moments; each of them has a page."""
    parts = groupby(asking(catalogue, item), key=lambda part: part.assessment.id)
    return {moment: tuple(found) for moment, found in parts}


def moment_title(parts: Iterable[Asking]) -> str:
    """Return what readers call a moment of a session, which asks `parts`."""
    part = next(iter(parts))
    return part.owner.title if part.survey else title_of(part.assessment.id)


def answering_pages(
    catalogue: Catalogue, editions: Iterable[Edition], scope: Scope
) -> Iterator[SitePage]:
    """Yield a page for each moment of each session; the search leaves them out."""
    known = {edition.module.id: edition for edition in editions}
    for item in planned(catalogue.plans):
        found = moments(catalogue, item)
        for moment in found:
            uri = hrefs.answering_uri(item.session.id, moment)
            inner = replace(scope, uri=uri, assessment=moment, session=True)
            yield _page(item, moment, found, known, inner, catalogue.team)


def _page(
    item: Planned,
    moment: str,
    found: Moments,
    editions: Mapping[str, Edition],
    scope: Scope,
    team: Team,
) -> SitePage:
    session, parts = item.session, found[moment]
    title, lead = moment_title(parts), LEADS.get(moment, "Quelques questions.")
    survey = parts[0].survey
    every = tuple(part for some in found.values() for part in some)
    of_session = hrefs.relative(hrefs.session_uri(session.id), scope.uri)
    facts = _facts(session, moment, survey=survey, team=team)
    tree = element(
        "div",
        None,
        element("h1", None, title),
        classed("p", "emas-place", link(of_session, item.training.title), f" · {when(session)}"),
        classed("p", "emas-chapo", lead),
        *_state(session, moment, found),
        classed("p", "emas-promesse", f"{PROMISES} {ANONYMOUS}" if survey else PROMISES),
        notice(session, every, survey=survey, scope=scope, team=team),
        classed("p", "emas-sans-script", ON_PAPER),
        element(
            "div",
            facts,
            *(_part(part, parts, scope, editions) for part in parts),
            *_next(moment, found),
        ),
    )
    texts = (block for part in parts for one in part.questions for block in one.texts())
    calls.resolve(tree, texts, scope)
    fill(tree, (about(editions[part.owner.id]) for part in parts if part.owner.id in editions))
    return SitePage(scope.uri, title, f"{item.training.title}. {lead}", tree, searched=False)


def _facts(session: Session, moment: str, *, survey: bool, team: Team) -> dict[str, str | None]:
    """Return what scripts know of a page."""
    return {
        "class": "emas-seance",
        "data-session": session.id,
        "data-moment": moment,
        "data-avis": "" if survey else None,
        "data-equipe": team.name,
        "data-suivi": f"{team.tracking.rstrip('/')}/" if team.tracking else None,
    }


def _state(session: Session, moment: str, found: Moments) -> Iterator[Element]:
    """Yield whether answers are awaited, and when: `dates.js` compares with the day."""
    if session.status in OVER:
        yield element("p", None, element("strong", None, OVER[session.status]))
        return
    every = (part for parts in found.values() for part in parts)
    if days := awaited(session, moment, every):
        first, last = days
        attributes = {
            "class": "emas-periode",
            "data-du": first.isoformat(),
            "data-au": last.isoformat(),
        }
        words = f"Vos réponses sont attendues du {day_in_words(first)} au {day_in_words(last)}."
        yield element("p", attributes, words)


def _part(
    part: Asking, parts: tuple[Asking, ...], scope: Scope, editions: Mapping[str, Edition]
) -> Element:
    """Return the questions of one module or survey, under its title if there are several.

    What a survey does not gather is on its paper only: nobody would read it here.
    """
    owner = part.owner
    asked = [one for one in part.questions if is_collected(one) or not part.survey]
    media = editions[owner.id].module.media if owner.id in editions else {}
    inner = replace(scope, media=media, questions={one.id: one for one in part.questions})
    first = hrefs.relative(hrefs.module_uri(owner.id), scope.uri)
    title = element("h2", {"id": f"module_{owner.id}"}, link(first, owner.title))
    steps = classed(
        "div",
        "emas-sans-script",
        element("p", None, element("strong", None, "Pour chaque objectif, les étapes")),
        objectives(owner, scope.uri),
    )
    facts = {
        "class": "emas-partie",
        "data-titre": owner.title if len(parts) > 1 else None,
        "data-seuil": f"{enough(part.assessment):g}",
        "data-avant": "" if part.assessment.id == BEFORE else None,
    }
    return element(
        "div",
        facts,
        *([title] if len(parts) > 1 else []),
        *(_question(one, inner) for one in asked),
        *([] if part.survey else [steps]),
    )


def _question(item: Question, scope: Scope) -> Element:
    (framed,) = plain.blocks((QuestionRef(item.id, item.span),), scope)
    framed.set("data-objectif", item.objective)
    if is_collected(item):
        framed.set("data-recueillie", "")
    return framed


def _next(moment: str, found: Moments) -> Iterator[Element]:
    """Yield a link to the survey that follows at once, if one does."""
    names = list(found)
    for following in names[names.index(moment) + 1 :][:1]:
        if found[following][0].survey:
            word = classed("span", "emas-suite__mot", "Ensuite", hidden(label("")))
            way = link(f"{following}.md", word, moment_title(found[following]))
            yield element("nav", {"class": "emas-suite", "aria-label": "Suite"}, way)

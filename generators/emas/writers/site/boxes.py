"""Our own `:::` blocks as elements."""

from collections.abc import Iterator, Mapping
from typing import assert_never
from xml.etree.ElementTree import Element

from emas.document import (
    Activity,
    Adaptation,
    Axis,
    Block,
    Box,
    Callout,
    CalloutKind,
    Column,
    Columns,
    Conditional,
    Decision,
    Draft,
    Inlines,
    Medium,
    Misconception,
    PlainTwin,
    QuestionRef,
    SlideOverride,
    TrainerNote,
    Video,
    Vignette,
    WritingLines,
)
from emas.model import Contact, in_words
from emas.theme import Kind
from emas.writers.site import blocks as plain
from emas.writers.site import hrefs, questions, team, vignettes
from emas.writers.site.elements import (
    classed,
    described,
    element,
    label,
    link,
)
from emas.writers.site.frames import folded, framed
from emas.writers.site.inlines import inlines
from emas.writers.site.references import named
from emas.writers.site.scope import Scope

FILTERS: Mapping[Axis, str] = {
    Axis.AUDIENCE: "data-public",
    Axis.NOT_AUDIENCE: "data-sauf-public",
    Axis.LEVEL: "data-niveau",
}


def box(node: Box, scope: Scope) -> Iterator[Element]:
    """Yield the elements of one box; what the site does not publish yields none."""
    match node:
        case Callout():
            yield _callout(node, scope)
        case Misconception():
            yield _misconception(node, scope)
        case Vignette():
            yield vignettes.vignette(node, scope)
        case Decision():
            yield vignettes.decision(node, scope)
        case QuestionRef():
            yield questions.question(scope.questions[node.id], scope)
        case Activity():
            yield from _activity(node, scope)
        case Adaptation():
            yield _adaptation(node, scope)
        case Columns():
            yield _columns(node, scope)
        case Conditional():
            yield from _conditional(node, scope)
        case PlainTwin():
            yield folded(Kind.PLAIN, node.id, plain.blocks(node.blocks, scope), scope)
        case Video():
            yield _video(node, scope)
        case WritingLines():
            yield _lines(node)
        case TrainerNote() | SlideOverride() | Draft():
            return
        case _:
            assert_never(node)


def _callout(node: Callout, scope: Scope) -> Element:
    result = framed(Kind(node.kind), node.id, node.title, plain.blocks(node.blocks, scope), scope)
    if node.kind is CalloutKind.WHOM_TO_TELL and scope.team.contacts:
        result.append(classed("ul", "emas-contacts", *map(_contact, scope.team.contacts)))
    return result


def _contact(contact: Contact) -> Element:
    ways = (*team.ways(contact), *([contact.note] if contact.note else []))
    lines = (child for way in ways for child in (element("br"), way))
    return element("li", None, *team.who(contact), *lines)


def _misconception(node: Misconception, scope: Scope) -> Element:
    sides = classed(
        "div",
        "emas-colonnes",
        _side("Ce que l’on sait", node.known, scope),
        _side("Ce que l’on entend", node.heard, scope),
    )
    return framed(Kind.MISCONCEPTION, node.id, node.title, [sides], scope)


def _side(title: str, nodes: tuple[Block, ...], scope: Scope) -> Element:
    head = classed("p", "emas-colonne__titre", title)
    return classed("div", "emas-colonne", head, *plain.blocks(nodes, scope))


def _activity(node: Activity, scope: Scope) -> Iterator[Element]:
    """Yield the activity if one can do it alone in front of a screen."""
    if not node.alone:
        return
    facts = described(
        [
            ("Durée", [in_words(node.duration_min)] if node.duration_min else []),
            ("Modalité", inlines(node.setting, scope)),
            ("Matériel", inlines(node.material, scope)),
            ("Sans groupe", inlines(node.alone, scope)),
        ]
    )
    body = [*([facts] if facts is not None else []), *plain.blocks(node.blocks, scope)]
    yield framed(Kind.ACTIVITY, node.id, node.title, body, scope)


def _adaptation(node: Adaptation, scope: Scope) -> Element:
    levels = ", ".join(scope.vocabulary.levels.get(level, level) for level in node.levels)
    domain = scope.vocabulary.domains.get(node.domain, node.domain)
    families = scope.vocabulary.families
    difficulties = ", ".join(families.get(name, name) for name in node.difficulties)
    facts = described(
        [
            ("Besoin", inlines(node.need, scope)),
            ("Comment faire", inlines(node.how, scope)),
            ("À éviter", inlines(node.avoid, scope)),
            ("Comment savoir si cela marche", inlines(node.measure, scope)),
            ("Domaine", [domain] if domain else []),
            ("Niveaux", [levels] if levels else []),
            ("Difficultés", [difficulties] if difficulties else []),
            ("Source", named(node.source, scope)),
        ]
    )
    body = [*plain.blocks(node.blocks, scope), *([facts] if facts is not None else [])]
    if node.entry and not scope.platform:
        whole = hrefs.relative(hrefs.domain_uri(node.domain), scope.uri)
        way = link(
            f"{whole}#{node.entry}", "Le voir parmi les aménagements, ou l’ajouter à une fiche"
        )
        body.append(element("p", None, way))
    return framed(Kind.ADAPTATION, node.id, node.title, body, scope)


def _lines(node: WritingLines) -> Element:
    """Return lines to write on by hand, which nobody needs to hear."""
    rows = (element("div") for _ in range(node.count))
    return element("div", {"class": "emas-a-ecrire", "aria-hidden": "true"}, *rows)


def _columns(node: Columns, scope: Scope) -> Element:
    columns = (_column(column, scope) for column in node.columns)
    return element("div", {"class": "emas-colonnes", "id": node.id}, *columns)


def _column(node: Column, scope: Scope) -> Element:
    head = _title(node.title, scope)
    content = plain.blocks(node.blocks, scope)
    return element("div", {"class": "emas-colonne", "id": node.id}, *head, *content)


def _title(title: Inlines, scope: Scope) -> list[Element]:
    return [classed("p", "emas-colonne__titre", *inlines(title, scope))] if title else []


def _conditional(node: Conditional, scope: Scope) -> Iterator[Element]:
    if node.axis is not Axis.MEDIUM:
        head = classed("p", "emas-pour__mot", condition(node, scope))
        content = plain.blocks(node.blocks, scope)
        frame = {"class": "emas-pour", "id": node.id, **filtered(node)}
        yield element("div", frame, head, *content)
    elif Medium.SITE in node.values:
        yield from plain.blocks(node.blocks, scope)


def filtered(node: Conditional) -> dict[str, str]:
    """Return what `profil.js` compares with the reader's choice; the length of a session is not."""
    if node.axis not in FILTERS:
        return {}
    return {FILTERS[node.axis]: " ".join(node.values)}


def condition(node: Conditional, scope: Scope) -> str:
    """Return whom or what a conditional block is for: « Pour : AESH »."""
    match node.axis:
        case Axis.AUDIENCE:
            head, names = "Pour", scope.vocabulary.audiences
        case Axis.NOT_AUDIENCE:
            head, names = "Pour tous, sauf", scope.vocabulary.audiences
        case Axis.LEVEL:
            head, names = "Niveau", scope.vocabulary.levels
        case Axis.LENGTH:
            return f"En séance {', '.join(node.values)}"
        case Axis.MEDIUM:
            head, names = "Support", {}
        case _:
            assert_never(node.axis)
    return label(head) + ", ".join(names.get(value, value) for value in node.values)


def _video(node: Video, scope: Scope) -> Element:
    """Return a film: a file plays here, an address is a link, so that nothing is fetched."""
    if node.source.startswith(("https://", "http://")):
        film = element("p", None, link(node.source, "Voir la vidéo sur son site"))
    else:
        film = element("video", {"controls": "", "preload": "none", "src": node.source})
    summary = element("summary", None, "Transcription")
    transcript = element("details", None, summary, *plain.blocks(node.blocks, scope))
    return framed(Kind.VIDEO, node.id, node.title, [film, transcript], scope)

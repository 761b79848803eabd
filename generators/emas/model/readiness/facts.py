"""Where facts come from, who read them again, and whose the pictures are."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from emas.diagnostics import Code
from emas.document import Image, Video, walk
from emas.model.charter import numbers_to_check
from emas.model.days import day_in_words, months_after
from emas.model.readiness.point import Case, Finding, Line, State, Topic
from emas.model.reference import UNFINISHED, Reading, Source
from emas.model.rules.facts import citations, facts_to_review
from emas.model.rules.texts import texts

VALID_MONTHS = 12
"""How long what was read again holds. Source: our charter, part 6, law and figures."""


def _alone(case: Case) -> Case:
    """Return the module without the others, nor what all of them share."""
    alone = replace(case.catalogue, modules=(case.module,), pages=(), surveys=(), adaptations=())
    return replace(case, catalogue=alone)


def _facts(case: Case, code: Code) -> Iterator[Finding]:
    for item in facts_to_review(_alone(case).catalogue, case.on):
        if item.code is code:
            yield Finding(item.values["source"], item.span)


def _emergency(case: Case) -> Iterator[Finding]:
    for item in numbers_to_check(_alone(case).catalogue, case.on):
        yield Finding(f"{item.values['numeros']} ({item.values['cause']})", item.span)


def _cited(case: Case) -> list[Source]:
    names = {name for name, _, _ in citations(_alone(case).catalogue)}
    return [source for name, source in case.catalogue.sources.items() if name in names]


def _undated(case: Case) -> Iterator[Finding]:
    for source in _cited(case):
        if source.review_before is None:
            yield Finding(f"« {source.id} » n’a pas de ligne « a-relire-avant »", source.span)


def _secondary(case: Case) -> Iterator[Finding]:
    for source in _cited(case):
        if source.reading is Reading.SECONDARY:
            yield Finding(source.id, source.span)


def _unsourced(case: Case) -> Iterator[Finding]:
    paths = {span.path for _, _, span in citations(_alone(case).catalogue)}
    for step in case.module.steps:
        if step.span.path not in paths:
            yield Finding(step.title, step.span)


def _unreviewed(case: Case) -> Iterator[Finding]:
    review = case.module.review
    if review is None:
        yield Finding("le module porte la mention « non relu »", case.module.span)
    elif _late(review.done_on, case.on):
        day = day_in_words(review.done_on)
        yield Finding(f"relu le {day}, il y a plus de {VALID_MONTHS} mois", case.module.span)


def _late(done: date, on: date) -> bool:
    return months_after(done, VALID_MONTHS) < on


def _told(text: str) -> Callable[[Case], Iterator[Finding]]:
    """Return what no tool can tell, whatever the module."""

    def find(_: Case) -> Iterator[Finding]:
        yield Finding(text)

    return find


def _uncredited(case: Case) -> Iterator[Finding]:
    for page in texts(_alone(case).catalogue):
        for node in walk(page.blocks):
            if isinstance(node, Image | Video) and node.source.startswith("media/"):
                name = node.source.removeprefix("media/")
                media = case.module.media.get(name)
                if media is None or not media.licence or UNFINISHED in media.credit.casefold():
                    yield Finding(f"« {name} » : crédit et licence dans medias.yml", node.span)


def _unfinished(case: Case) -> Iterator[Finding]:
    team = case.catalogue.team
    said = [("nom", team.name), ("gestionnaire", team.carrier), ("territoire", team.territory)]
    said += [(contact.role, f"{contact.phone} {contact.email}") for contact in team.contacts]
    for what, text in said:
        if UNFINISHED in text.casefold():
            yield Finding(f"equipe.yml : {what}")


FACTS = (
    Line(
        "faits-perimes", Topic.SOURCES, "Aucun fait n’est périmé",
        lambda case: _facts(case, Code.SRC002),
    ),
    Line(
        "faits-a-confirmer", Topic.SOURCES, "Aucun fait n’est à confirmer",
        lambda case: _facts(case, Code.SRC003),
    ),
    Line(
        "numeros-d-urgence", Topic.SOURCES,
        "Les numéros d’urgence ont été vérifiés depuis un an", _emergency,
    ),
    Line("sources-datees", Topic.SOURCES, "Chaque source citée dit quand la relire", _undated),
    Line(
        "etapes-sourcees", Topic.SOURCES,
        "Une étape qui ne cite rien n’affirme rien", _unsourced, State.PERSON,
    ),
    Line(
        "sources-secondaires", Topic.SOURCES,
        "Ce qui est lu de seconde main est cité faute de mieux", _secondary, State.PERSON,
    ),
    Line("relu", Topic.REVIEW, "Quelqu’un a relu tout le module depuis un an", _unreviewed),
    Line(
        "personnes-concernees", Topic.REVIEW,
        "Une personne concernée ou une association l’a relu, s’il parle d’un trouble",
        _told("module.yml : « relecture » dit qui, et quand"),
        State.PERSON,
    ),
    Line(
        "aucun-eleve-reel", Topic.REVIEW,
        "Aucun élève, aucune famille, aucun collègue ne peut se reconnaître",
        _told("relisez chaque situation en pensant à eux"),
        State.PERSON,
    ),
    Line(
        "credits", Topic.RIGHTS,
        "Chaque image et chaque film a un crédit et une licence", _uncredited,
    ),
    Line("equipe", Topic.RIGHTS, "L’équipe qui publie a dit qui elle est", _unfinished),
)  # fmt: skip

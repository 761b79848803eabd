"""What a tool can tell of accessibility, and what it cannot."""

import re
from collections.abc import Iterator

from emas.diagnostics.suggest import fold
from emas.document import Heading, Image, Link, Node, Table, Video, plain_text, walk
from emas.model.readiness.point import Case, Finding, Line, State, Topic

LONGEST_ALT = 120
"""Signs of the words that stand for a picture. Source: our charter, part 4."""

EMPTY_LINKS = frozenset(
    (
        *("ici", "la", "cliquez ici", "cliquer ici", "lien", "ce lien", "le lien", "voir"),
        *("en savoir plus", "lire la suite", "suite", "plus", "site", "page", "cette page"),
    )
)
"""Names of links that say nothing once they are read alone, without accents. RGAA 6.1."""

SENSES = re.compile(
    r"\b(?:ci-contre|(?:à|de) (?:gauche|droite)|en (?:rouge|vert|bleu|orange|jaune))\b",
    re.IGNORECASE,
)
"""Words that may ask for eyes, or for colours. RGAA 3.1 and 10.9."""


def _nodes(case: Case) -> Iterator[Node]:
    for step in case.module.steps:
        yield from walk(step.blocks)
    for question in case.module.all_questions():
        yield from walk(question.texts())


def _images(case: Case) -> Iterator[Image]:
    yield from (node for node in _nodes(case) if isinstance(node, Image))


def _bad_alts(case: Case) -> Iterator[Finding]:
    for image in _images(case):
        if not image.decorative and not 0 < len(image.alt.strip()) < LONGEST_ALT:
            yield Finding(f"{image.source} : {len(image.alt.strip())} signes", image.span)


def _decorative(case: Case) -> Iterator[Finding]:
    yield from (Finding(one.source, one.span) for one in _images(case) if one.decorative)


def _informative(case: Case) -> Iterator[Finding]:
    yield from (Finding(one.source, one.span) for one in _images(case) if not one.decorative)


def _skipped_levels(case: Case) -> Iterator[Finding]:
    for step in case.module.steps:
        last = 1
        for node in walk(step.blocks):
            if isinstance(node, Heading):
                if node.level > last + 1:
                    yield Finding(f"« {plain_text(node.children)} »", node.span)
                last = node.level


def _empty_links(case: Case) -> Iterator[Finding]:
    for node in _nodes(case):
        if isinstance(node, Link):
            words = plain_text(node.children)
            named = fold(words).strip(" .…")
            if named in EMPTY_LINKS or words.startswith(("http", "www.")) or not named:
                yield Finding(f"« {words} »", node.span)


def _empty_headers(case: Case) -> Iterator[Finding]:
    for node in _nodes(case):
        if isinstance(node, Table):
            for cell in node.header.cells:
                if not plain_text(cell.children):
                    yield Finding("une colonne n’a pas de titre", cell.span)


def _silent_films(case: Case) -> Iterator[Finding]:
    for node in _nodes(case):
        if isinstance(node, Video) and not plain_text(node.blocks):
            yield Finding(f"{node.source} n’a pas de transcription", node.span)


def _films(case: Case) -> Iterator[Finding]:
    yield from (Finding(one.source, one.span) for one in _nodes(case) if isinstance(one, Video))


def _by_the_senses(case: Case) -> Iterator[Finding]:
    for step in case.module.steps:
        found = SENSES.findall(plain_text(step.blocks))
        if found:
            yield Finding(f"« {step.title} » : {', '.join(sorted(set(found)))}", step.span)


def _tried(case: Case) -> Iterator[Finding]:
    yield Finding(f"build/site/modules/{case.module.id}/index.html")


ACCESS = (
    Line(
        "alternatives", Topic.ACCESS,
        f"Chaque image a un texte de remplacement de moins de {LONGEST_ALT} signes", _bad_alts,
    ),
    Line(
        "images-decoratives", Topic.ACCESS,
        "Les images dites décoratives n’apprennent rien à personne", _decorative, State.PERSON,
    ),
    Line(
        "descriptions-longues", Topic.ACCESS,
        "Ce que montre chaque schéma est aussi écrit dans le texte", _informative, State.PERSON,
    ),
    Line("titres", Topic.ACCESS, "Aucun niveau de titre n’est sauté", _skipped_levels),
    Line("liens", Topic.ACCESS, "Chaque lien se comprend seul", _empty_links),
    Line("tableaux", Topic.ACCESS, "Chaque colonne de tableau a un titre", _empty_headers),
    Line("transcriptions", Topic.ACCESS, "Chaque film a sa transcription", _silent_films),
    Line("sous-titres", Topic.ACCESS, "Chaque film a des sous-titres", _films, State.PERSON),
    Line(
        "sans-les-yeux", Topic.ACCESS,
        "Aucune consigne ne tient qu’à une place ou à une couleur", _by_the_senses, State.PERSON,
    ),
    Line(
        "clavier-et-voix", Topic.ACCESS,
        "Une étape a été parcourue au clavier, puis avec un lecteur d’écran", _tried,
        State.PERSON,
    ),
)  # fmt: skip

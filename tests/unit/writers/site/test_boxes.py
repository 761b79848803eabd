"""Our own boxes."""

from dataclasses import replace

import pytest
from tests.unit.writers.site.samples import HAS, SPAN, callout, html, paragraph, scope, text

from emas.document import (
    Activity,
    Adaptation,
    Axis,
    Block,
    CalloutKind,
    Column,
    Columns,
    Conditional,
    Draft,
    Medium,
    Misconception,
    PlainTwin,
    Priority,
    SlideOverride,
    TrainerNote,
    Video,
    WritingLines,
)
from emas.theme import Kind
from emas.writers.site.blocks import blocks

CONTENT: tuple[Block, ...] = (paragraph("Texte."),)
ACTIVITY = Activity(
    title=text("Quatre scènes"),
    duration_min=8,
    setting=text("en binômes"),
    material=(),
    alone=text("Prenez une phrase."),
    priority=Priority.USEFUL,
    blocks=CONTENT,
    id="activite",
    span=SPAN,
)
ADAPTATION = Adaptation(
    title=text("Annoncer"),
    need=text("prévoir"),
    domain="temps",
    levels=("college",),
    how=text("Une carte."),
    avoid=(),
    measure=(),
    difficulties=("autisme",),
    source=HAS.id,
    blocks=CONTENT,
    id="annoncer",
    span=SPAN,
)


def written(*nodes: Block) -> str:
    return html(blocks(nodes, scope()))


@pytest.mark.parametrize(
    "hidden",
    [
        TrainerNote((), CONTENT, "note", SPAN),
        SlideOverride("", (), CONTENT, "diapo", SPAN),
        Draft(CONTENT, "brouillon", SPAN),
        replace(ACTIVITY, alone=()),
        Conditional(Axis.MEDIUM, ("diapo", "papier"), CONTENT, "support", SPAN),
    ],
    ids=lambda node: type(node).__name__,
)
def test_what_is_not_for_the_site_is_absent(hidden: Block) -> None:
    assert written(hidden) == ""


@pytest.mark.parametrize("kind", CalloutKind)
def test_every_callout_says_its_word(kind: CalloutKind) -> None:
    node = replace(callout(kind, *CONTENT), title=text("Titre"))
    word = scope().word(Kind(kind))
    assert written(node).startswith(
        f'<div class="emas-boite emas-boite--{kind}" id="boite"><p class="emas-boite__tete">'
        f'<span class="emas-boite__mot">{word}</span> '
        '<span class="emas-boite__titre">Titre</span></p><p>Texte.</p>'
    )


def test_whom_to_tell_lists_the_contacts_of_this_team() -> None:
    node = callout(CalloutKind.WHOM_TO_TELL)
    assert written(node).endswith(
        '<ul class="emas-contacts">'
        '<li><strong>Secrétariat</strong>, Anne<br><a href="tel:0300000000">03 00 00 00 00</a>'
        '<br><a href="mailto:contact@emas.example">contact@emas.example</a><br>le matin</li>'
        "<li><strong>Médecin scolaire</strong><br>à compléter</li></ul></div>"
    )


def test_lines_to_write_on_are_seen_but_not_heard() -> None:
    assert written(WritingLines(2, "lignes", SPAN)) == (
        '<div class="emas-a-ecrire" aria-hidden="true"><div></div><div></div></div>'
    )


def test_what_we_know_comes_before_what_is_heard() -> None:
    node = Misconception((), (paragraph("Un fait."),), (paragraph("« Un avis. »"),), "idee", SPAN)
    assert written(node).endswith(
        '<div class="emas-colonnes">'
        '<div class="emas-colonne"><p class="emas-colonne__titre">Ce que l’on sait</p>'
        "<p>Un fait.</p></div>"
        '<div class="emas-colonne"><p class="emas-colonne__titre">Ce que l’on entend</p>'
        "<p>« Un avis. »</p></div></div></div>"
    )


def test_an_activity_that_can_be_done_alone_says_how() -> None:
    result = written(ACTIVITY)
    assert "<dt>Sans groupe</dt>\n<dd>Prenez une phrase.</dd>" in result
    assert "<dt>Durée</dt>\n<dd>8 min</dd>" in result
    assert "Matériel" not in result


def test_an_adaptation_shows_labels_and_its_source() -> None:
    result = written(ADAPTATION)
    assert "<dt>Niveaux</dt>\n<dd>Collège</dd>" in result
    assert "<dt>Domaine</dt>\n<dd>Temps</dd>" in result
    assert '<dd>HAS (2026) <span class="emas-citation">' in result


def test_columns_stand_side_by_side_with_their_titles() -> None:
    titled = Column(text("On décrit"), CONTENT, "c1", SPAN)
    bare = Column((), CONTENT, "c2", SPAN)
    assert written(Columns((titled, bare), "colonnes", SPAN)) == (
        '<div class="emas-colonnes" id="colonnes">'
        '<div class="emas-colonne" id="c1"><p class="emas-colonne__titre">On décrit</p>'
        "<p>Texte.</p></div>"
        '<div class="emas-colonne" id="c2"><p>Texte.</p></div></div>'
    )


@pytest.mark.parametrize(
    ("axis", "value", "label", "filtered"),
    [
        (Axis.AUDIENCE, "aesh", "Pour\u00a0: AESH", ' data-public="aesh"'),
        (
            Axis.NOT_AUDIENCE,
            "direction",
            "Pour tous, sauf\u00a0: Direction",
            ' data-sauf-public="direction"',
        ),
        (Axis.LEVEL, "college", "Niveau\u00a0: Collège", ' data-niveau="college"'),
        (Axis.LENGTH, "longue", "En séance longue", ""),
    ],
)
def test_a_conditional_part_says_whom_it_is_for(
    axis: Axis, value: str, label: str, filtered: str
) -> None:
    node = Conditional(axis, (value,), CONTENT, "pour", SPAN)
    assert written(node) == (
        f'<div class="emas-pour" id="pour"{filtered}><p class="emas-pour__mot">{label}</p>'
        "<p>Texte.</p></div>"
    )


def test_a_part_for_several_audiences_names_them_all_to_the_browser() -> None:
    node = Conditional(Axis.AUDIENCE, ("aesh", "direction"), CONTENT, "pour", SPAN)
    assert 'data-public="aesh direction"' in written(node)


def test_what_is_for_the_site_needs_no_label() -> None:
    node = Conditional(Axis.MEDIUM, (Medium.SITE,), CONTENT, "support", SPAN)
    assert written(node) == "<p>Texte.</p>"


def test_the_plain_twin_opens_on_demand() -> None:
    assert written(PlainTwin(CONTENT, "simple", SPAN)) == (
        '<details class="emas-boite emas-boite--simple" id="simple">'
        "<summary>Version simple</summary><p>Texte.</p></details>"
    )


def test_a_film_elsewhere_is_a_link_so_that_nothing_is_fetched() -> None:
    away = Video((), "https://film.example/a", CONTENT, "video", SPAN)
    here = Video((), "media/a.mp4", CONTENT, "video", SPAN)
    assert '<a href="https://film.example/a">Voir la vidéo sur son site</a>' in written(away)
    assert '<video controls="" preload="none" src="media/a.mp4"></video>' in written(here)

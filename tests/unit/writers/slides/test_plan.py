from dataclasses import replace
from datetime import date
from typing import Any

from tests.unit.writers.slides import samples
from tests.unit.writers.slides.samples import (
    LONG,
    SPAN,
    THEME,
    as_text,
    asked,
    bullets,
    callout,
    columns,
    edition,
    figure,
    heading,
    note,
    para,
    question,
    slides_of,
    step,
    table,
    text_of,
    words,
)  # fmt: skip

from emas.diagnostics import Code
from emas.document import (
    Axis,
    CalloutKind,
    Citation,
    Conditional,
    FactState,
    Footnote,
    OrderedList,
    Paragraph,
    TermUse,
    Video,
)
from emas.model import Review
from emas.writers.slides.layouts import LABEL, Layout
from emas.writers.slides.plan import plan


def test_a_deck_has_a_slide_of_each_kind(golden: Any) -> None:
    golden("slides/every_kind.txt", as_text(plan(samples.every_kind(), THEME)))


def test_a_short_list_is_shown_in_the_largest_size() -> None:
    (slide,) = slides_of(heading("Voir mieux"), bullets("Un", "Deux"))
    assert (slide.layout, slide.title) == (Layout.ROOMY, "Voir mieux")


def test_a_longer_list_takes_a_smaller_size_before_it_takes_two_slides() -> None:
    (slide,) = slides_of(heading("Voir mieux"), bullets(*[LONG] * 6))
    assert slide.layout is Layout.DENSE


def test_a_list_too_long_for_a_slide_is_cut_in_numbered_pages_of_like_heights() -> None:
    found = slides_of(heading("Voir mieux"), bullets(*[LONG] * 12))
    assert [slide.title for slide in found] == [
        "Voir mieux (1/3)", "Voir mieux (2/3)", "Voir mieux (3/3)",
    ]  # fmt: skip
    assert [len(text_of(slide)) for slide in found] == [4, 4, 4]


def test_a_list_inside_of_a_list_stays_with_what_it_details() -> None:
    item = (para(LONG), bullets("un détail", "un autre"))
    found = slides_of(heading("Voir mieux"), bullets(*[item] * 8))
    assert len(found) > 1
    assert all(text_of(slide)[0] == LONG for slide in found)


def test_notes_are_on_the_first_page_only() -> None:
    found = slides_of(heading("Voir mieux"), para("À dire."), bullets(*[LONG] * 12))
    assert [[line.text for line in slide.notes] for slide in found] == [["À dire."], [], []]


def test_a_conditional_part_says_whom_it_is_for() -> None:
    block = Conditional(Axis.AUDIENCE, ("aesh",), (bullets("Un geste"),), "p", SPAN)
    (slide,) = slides_of(heading("Essayer"), block)
    assert slide.title == "Essayer – Pour\u00a0: AESH"


def test_a_conditional_note_says_whom_it_is_for() -> None:
    block = Conditional(Axis.LEVEL, ("college",), (para("Au collège."),), "p", SPAN)
    (slide,) = slides_of(heading("Essayer"), bullets("Un geste"), block)
    assert [line.text for line in slide.notes] == ["Niveau\u00a0: Collège", "Au collège."]


def test_the_same_title_in_two_steps_is_told_apart() -> None:
    one = step(heading("Essayer"), bullets("Un"), title="Voir")
    two = step(heading("Essayer"), bullets("Deux"), title="Aménager")
    titles = [slide.title for slide in plan(edition(one, two), THEME).slides()]
    assert "Essayer" in titles
    assert "Essayer – Aménager" in titles
    assert len(titles) == len(set(titles))


def test_what_to_try_tomorrow_closes_the_deck() -> None:
    tomorrow = callout(CalloutKind.TOMORROW, bullets("Noter un fait."))
    deck = plan(edition(step(heading("Demain"), tomorrow, para("À dire."))), THEME)
    closing = deck.parts[-1].slides[0]
    assert (closing.title, text_of(closing)) == ("À essayer demain", ["Noter un fait."])
    assert [line.text for line in closing.notes] == ["Demain", "À dire."]


def test_a_deck_without_anything_to_try_still_asks_to_choose_something() -> None:
    closing = plan(edition(step(bullets("Un"))), THEME).parts[-1].slides[0]
    assert (closing.layout, len(text_of(closing))) == (Layout.TOMORROW, 2)


def test_the_notes_of_a_slide_end_with_its_sources_and_its_words() -> None:
    cite = Citation("lu", "p. 12", False, SPAN, FactState.UNCONFIRMED, 2)
    term = TermUse("tsa", words("TSA"), SPAN)
    said = Paragraph((*words("Le "), term, *words(" dure "), cite), SPAN)
    there = edition(
        step(heading("Essayer"), bullets("Un"), said), citations=(samples.HAS, samples.UNREAD)
    )
    slide = plan(there, THEME).parts[1].slides[1]
    assert [line.text for line in slide.notes] == [
        "Le TSA dure [2,\u00a0à\u00a0confirmer]",
        "Mots expliqués",
        "TSA – trouble du spectre de l’autisme\u00a0: Une famille.",
        "Sources",
        "[2] Anesm, Comportements, 2016 (via une copie), p. 12 – à confirmer",
    ]


def test_sources_are_listed_with_what_is_not_proved() -> None:
    there = edition(step(bullets("Un")), citations=(samples.HAS, samples.UNREAD))
    assert text_of(plan(there, THEME).slides()[-1]) == [
        "[1] HAS, Autisme, 2026 – source secondaire",
        "[2] Anesm, Comportements, 2016 (via une copie) – à confirmer",
    ]


def test_a_module_nobody_reviewed_says_so_on_its_first_slide_and_on_each() -> None:
    deck = plan(edition(step(bullets("Un"))), THEME)
    assert text_of(deck.slides()[0], LABEL)[1] == "Version 1.0 · 21\u00a0novembre 2026 · non relu"
    assert deck.footer.endswith("non relu")


def test_a_section_without_anything_to_show_shows_its_first_sentence() -> None:
    (slide,) = slides_of(heading("Avant"), para("On regarde. On note ensuite."))
    assert text_of(slide) == ["On regarde."]
    assert [line.text for line in slide.notes] == ["On regarde. On note ensuite."]


def test_what_the_trainer_does_is_never_shown() -> None:
    (slide,) = slides_of(heading("Avant"), bullets("Un"), note(para("Souriez.")))
    assert text_of(slide) == ["Un"]
    assert [line.text for line in slide.notes] == ["Pour animer", "Souriez."]


def test_what_is_said_is_labelled_in_words(golden: Any) -> None:
    inside = (
        callout(CalloutKind.ADVICE, para("Parlez bas."), title="La voix"),
        samples.misconception("On sait.", "« On entend. »"),
        samples.vignette(para("Noé se cache."), samples.decision()),
        samples.activity(para("Notez."), alone="Seul aussi."),
        samples.adaptation(),
        asked(),
        columns(("Avant", (para("Bruit."),)), ("", (para("Calme."),))),
        table(("Niveau", "Exemple"), ("Lycée", "S’isole.")),
        figure(),
        Conditional(Axis.NOT_AUDIENCE, ("aesh",), (para("Sans les AESH."),), "p", SPAN),
        Conditional(Axis.LENGTH, ("courte",), (para("Si l’on a le temps."),), "p", SPAN),
        Footnote("1", (para("Une précision."),), SPAN),
        Video(words("Un film"), "media/film.mp4", (para("On entend."),), "f", SPAN),
        OrderedList((samples.item("trois"), samples.item("quatre")), 3, SPAN),
    )
    said = edition(step(bullets("Un"), note(*inside), questions=(question(),)))
    golden("slides/notes.txt", as_text(plan(said, THEME)))


def test_a_reviewed_module_says_by_whom() -> None:
    there = edition(step(bullets("Un")))
    done = replace(there.module, review=Review(date(2027, 1, 1), "une psychologue"))
    deck = plan(replace(there, module=done), THEME)
    assert text_of(deck.slides()[0], LABEL)[1].endswith(
        "relu le 1er\u00a0janvier 2027 par une psychologue"
    )
    assert deck.footer.endswith("· relu")


def test_a_vignette_too_long_for_its_box_goes_on_and_says_how_much_to_take_away() -> None:
    first, second = slides_of(samples.vignette(para(LONG * 9)))
    (problem,) = first.problems
    assert (problem.code, problem.values["suite"]) == (Code.DIA003, "il prend 2 diapositives")
    assert (first.layout, second.problems) == (Layout.STORY_LONG, ())
    (slide,) = slides_of(samples.vignette(para((LONG * 9)[: -int(problem.values["signes"])])))
    assert slide.problems == ()


def test_a_title_too_long_is_cut_said_whole_and_reported() -> None:
    (slide,) = slides_of(heading(LONG * 3), bullets("Un"))
    (problem,) = slide.problems
    assert (problem.code, problem.values["quoi"]) == (Code.DIA002, "Le titre")
    assert slide.title.endswith("…")
    assert slide.notes[0].text == (LONG * 3).strip()
    (slide,) = slides_of(heading((LONG * 3)[: -int(problem.values["signes"])]), bullets("Un"))
    assert slide.problems == ()


def test_pages_of_a_title_too_long_keep_their_number() -> None:
    found = slides_of(heading(LONG * 3), bullets(*[LONG] * 12))
    assert [slide.title[-7:] for slide in found] == ["… (1/3)", "… (2/3)", "… (3/3)"]


def test_titles_that_are_alike_once_cut_are_told_apart() -> None:
    found = slides_of(
        heading(f"{LONG * 3} un"), bullets("Un"), heading(f"{LONG * 3} deux"), bullets("Deux")
    )
    assert len({slide.title for slide in found}) == 2
    assert found[1].title.endswith("… (2)")


def test_a_summary_too_long_for_the_cover_is_said_whole() -> None:
    there = edition(step(bullets("Un")))
    long = replace(there, module=replace(there.module, summary=LONG * 6))
    cover = plan(long, THEME).slides()[0]
    assert [problem.code for problem in cover.problems] == [Code.DIA002]
    assert cover.notes[-1].text == LONG * 6


def test_a_long_name_leaves_the_version_in_the_footer() -> None:
    there = edition(step(bullets("Un")))
    named = replace(there, team=replace(there.team, name=LONG * 3))
    footer = plan(named, THEME).footer
    assert footer.endswith("… · version 1.0 · non relu")
    assert len(footer) < len(LONG * 3)


def test_a_source_is_told_once_a_slide_with_its_places_and_its_worst_state() -> None:
    first = Citation("has", "p. 3", False, SPAN, FactState.SECONDARY, 1)
    again = Citation("has", "p. 9", True, SPAN, FactState.UNCONFIRMED, 1)
    said = Paragraph((*words("Un fait "), first, *words(" puis un autre "), again), SPAN)
    there = edition(step(heading("Essayer"), bullets("Un"), said), citations=(samples.HAS,))
    notes = [line.text for line in plan(there, THEME).parts[1].slides[1].notes]
    assert notes[1:] == ["Sources", "[1] HAS, Autisme, 2026, p. 3, p. 9 – à confirmer"]


def test_words_that_arial_does_not_have_are_not_cut_short() -> None:
    (slide,) = slides_of(heading("Voir"), bullets("☀" * 200))
    assert "".join(text_of(slide)) == "☀" * 200

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.unit.writers.slides import samples
from tests.unit.writers.slides.samples import (
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
    override,
    para,
    question,
    step,
    table,
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
from emas.writers.slides.deck import Slide, TableFill, TextFill
from emas.writers.slides.layouts import BODY, LABEL, Layout
from emas.writers.slides.plan import plan

LONG = "Une phrase assez longue pour remplir une ligne entière de la diapositive, et même deux. "


def slides_of(*blocks: Any, **kinds: Any) -> list[Slide]:
    deck = plan(edition(step(*blocks, **kinds)), THEME)
    return list(deck.parts[1].slides[1:])


def text_of(slide: Slide, slot: int = BODY) -> list[str]:
    for fill in slide.fills:
        if isinstance(fill, TextFill) and fill.slot == slot:
            return [line.text for line in fill.lines]
    return []


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


def test_a_long_table_repeats_its_header() -> None:
    rows = [(f"Ligne {rank}", LONG) for rank in range(14)]
    found = slides_of(heading("Voir mieux"), table(("Niveau", "Exemple"), *rows))
    heads = [
        [line.text for cell in fill.rows[0] for line in cell]
        for slide in found
        for fill in slide.fills
        if isinstance(fill, TableFill)
    ]
    assert heads == [["Niveau", "Exemple"]] * len(found)
    assert len(found) > 1


def test_a_row_taller_than_a_slide_says_how_much_to_take_away() -> None:
    (slide,) = slides_of(heading("Voir"), table(("Niveau", "Exemple"), ("Lycée", LONG * 20)))
    (problem,) = slide.problems
    assert problem.code is Code.DIA002
    assert int(problem.values["signes"]) > 100


def test_six_short_answers_have_a_box_each() -> None:
    asking, _ = slides_of(asked(), questions=(question(answers=6),))
    assert asking.layout is Layout.QUESTION
    assert len(asking.fills) == 8


def test_more_answers_than_boxes_are_a_list() -> None:
    asking, *_ = slides_of(asked(), questions=(question(answers=7),))
    assert asking.layout not in (Layout.QUESTION, Layout.ANSWER)
    assert [text[:3] for text in text_of(asking)[2:]] == [f"{x}. " for x in "ABCDEFG"]


def test_the_answer_is_said_in_words_with_its_letter() -> None:
    _, answer = slides_of(asked(), questions=(question(),))
    assert answer.title == "Question 1\u00a0: bonne réponse"
    (key,) = text_of(answer, LABEL)
    assert key[0] == "✓"
    assert key.endswith("\tRéponse 0")


def test_a_conditional_part_says_whom_it_is_for() -> None:
    block = Conditional(Axis.AUDIENCE, ("aesh",), (bullets("Un geste"),), "p", SPAN)
    (slide,) = slides_of(heading("Essayer"), block)
    assert slide.title == "Essayer – Pour\u00a0: AESH"


def test_a_conditional_note_says_whom_it_is_for() -> None:
    block = Conditional(Axis.LEVEL, ("college",), (para("Au collège."),), "p", SPAN)
    (slide,) = slides_of(heading("Essayer"), bullets("Un geste"), block)
    assert [line.text for line in slide.notes] == ["Niveau\u00a0: Collège", "Au collège."]


@pytest.mark.parametrize("name", ["message clé", "Message-cle", "MESSAGE CLE"])
def test_a_layout_is_named_with_or_without_accents(name: str) -> None:
    (slide,) = slides_of(heading("Essayer"), override(name, para("Un seul geste.")))
    assert (slide.layout, slide.problems) == (Layout.KEY_MESSAGE, ())


def test_a_key_message_by_hand_says_that_it_is_one() -> None:
    (slide,) = slides_of(heading("Essayer"), override("Message clé", para("Un seul geste.")))
    assert slide.title == "À retenir : Essayer"


def test_an_unknown_layout_is_an_error_where_it_is_written() -> None:
    (slide,) = slides_of(heading("Essayer"), override("Mesage clé", para("Un seul geste.")))
    (problem,) = slide.problems
    assert (problem.code, problem.span) == (Code.DIA001, samples.at(7))
    assert "Message clé" in problem.message
    assert text_of(slide) == ["Un seul geste."]


def test_a_picture_with_little_text_has_it_beside() -> None:
    (slide,) = slides_of(heading("Essayer"), figure(), bullets("Un geste"))
    assert slide.layout is Layout.ILLUSTRATED


def test_a_picture_with_much_text_has_a_slide_of_its_own() -> None:
    found = slides_of(heading("Essayer"), figure(), bullets(*[LONG] * 4))
    assert [slide.layout for slide in found] == [Layout.PICTURE, Layout.NORMAL]


def test_columns_too_long_go_on_side_by_side_on_the_next_slide() -> None:
    sides = columns(("Avant", (bullets(*[LONG] * 9),)), ("Après", (bullets("calme"),)))
    found = slides_of(heading("Essayer"), sides)
    assert [slide.layout for slide in found] == [Layout.COLUMNS_LONG] * len(found)
    assert sum(len(text_of(slide)) for slide in found) == 9


def test_the_same_title_in_two_steps_is_told_apart() -> None:
    one = step(heading("Essayer"), bullets("Un"), title="Voir")
    two = step(heading("Essayer"), bullets("Deux"), title="Aménager")
    titles = [slide.title for slide in plan(edition(one, two), THEME).slides()]
    assert "Essayer" in titles
    assert "Essayer – Aménager" in titles
    assert len(titles) == len(set(titles))


def test_a_title_too_long_even_when_small_is_a_warning() -> None:
    (slide,) = slides_of(heading(LONG * 3), bullets("Un"))
    assert [problem.code for problem in slide.problems] == [Code.DIA002]
    assert slide.problems[0].values["quoi"] == "Le titre"


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


def test_a_long_explanation_has_the_next_slide() -> None:
    one = replace(question(), feedback=(para(LONG * 10),))
    _, key, why = slides_of(asked(), questions=(one,))
    assert (key.layout, why.layout) == (Layout.ANSWER, Layout.DENSE)
    assert why.title == "Question 1\u00a0: bonne réponse (2/2)"


def test_an_answer_taller_than_its_box_is_a_list() -> None:
    found = slides_of(asked(), questions=(question(long=LONG * 12),))
    answer = [slide for slide in found if "bonne réponse" in slide.title]
    assert text_of(answer[0])[0].startswith("✓ ")
    assert Layout.ANSWER not in [slide.layout for slide in answer]


def test_a_question_without_any_explanation_has_only_its_key() -> None:
    bare = tuple(replace(answer, feedback=()) for answer in question().answers)
    one = replace(question(), answers=bare, feedback=(), hint=())
    _, key = slides_of(asked(), questions=(one,))
    assert [fill.slot for fill in key.fills] == [LABEL]


def test_a_question_that_is_not_in_the_module_makes_no_slide() -> None:
    assert slides_of(bullets("Un"), asked("ailleurs"))[1:] == []


def test_every_answer_has_a_letter_however_many() -> None:
    asking, *others = slides_of(asked(), questions=(question(answers=30),))
    pages = [asking, *others[:-1]]
    letters = [text.split(".")[0] for slide in pages for text in text_of(slide)]
    assert letters[2:] == [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "AA", "AB", "AC", "AD"]


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


def test_a_film_is_a_link_and_its_words_are_said() -> None:
    film = Video(words("Un film"), "https://emas.example/f", (para("On entend."),), "f", SPAN)
    (slide,) = slides_of(heading("Voir"), film)
    (fill,) = slide.fills
    assert isinstance(fill, TextFill)
    assert fill.lines[-1].runs[0].href == "https://emas.example/f"
    assert [line.text for line in slide.notes] == ["On entend."]


def test_a_long_setting_of_an_activity_goes_with_the_instruction() -> None:
    long = replace(samples.activity(para("Notez.")), setting=words(LONG * 2))
    (slide,) = slides_of(long)
    assert text_of(slide, LABEL) == ["Activité · 10 min"]
    assert text_of(slide)[0] == (LONG * 2)


def test_a_choice_says_where_it_leads() -> None:
    there = replace(samples.decision(), id="suite", title=words("Et ensuite ?"))
    first = samples.decision()
    leads = replace(first, choices=(replace(first.choices[0], goto="suite"), *first.choices[1:]))
    found = slides_of(samples.vignette(leads, there))
    (fill,) = found[1].fills
    assert isinstance(fill, TableFill)
    assert [line.text for line in fill.rows[1][2]] == ["Trop de mots.", "Suite\u00a0: Et ensuite ?"]


def test_a_column_left_alone_is_ordinary_content() -> None:
    three = columns(*((name, (bullets(name),)) for name in ("Un", "Deux", "Trois")))
    pair, alone = slides_of(heading("Voir"), three)
    assert (pair.layout, alone.layout) == (Layout.COLUMNS, Layout.ROOMY)
    assert text_of(alone) == ["Trois", "Trois"]


def test_a_picture_that_is_not_there_is_said_in_words() -> None:
    lost = replace(figure(), image=replace(figure().image, source="media/absente.svg"))
    (slide,) = slides_of(heading("Voir"), lost)
    assert text_of(slide) == ["Image\u00a0: Une classe", "La classe"]


def test_a_reviewed_module_says_by_whom() -> None:
    there = edition(step(bullets("Un")))
    done = replace(there.module, review=Review(date(2027, 1, 1), "une psychologue"))
    deck = plan(replace(there, module=done), THEME)
    assert text_of(deck.slides()[0], LABEL)[1].endswith(
        "relu le 1er\u00a0janvier 2027 par une psychologue"
    )
    assert deck.footer.endswith("· relu")

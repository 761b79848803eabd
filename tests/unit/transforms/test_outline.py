from tests.unit.writers.slides.samples import (
    SPAN,
    adaptation,
    asked,
    bullets,
    callout,
    decision,
    figure,
    heading,
    note,
    override,
    para,
    table,
    vignette,
    words,
)  # fmt: skip

from emas.document import (
    Axis,
    Blocks,
    Callout,
    CalloutKind,
    Citation,
    Comment,
    Conditional,
    Decision,
    Draft,
    Paragraph,
    PlainTwin,
    Quote,
    TrainerNote,
    Vignette,
    WritingLines,
)
from emas.transforms.frame import (
    Adaptations,
    Choices,
    Content,
    Flow,
    Frame,
    Hook,
    Illustration,
    Section,
    Story,
)
from emas.transforms.outline import frames, sections

LIST = bullets("un", "deux")
SAID = para("On le dit.")


def found(*blocks: object) -> tuple[Frame, ...]:
    return frames(Section(heading("Titre"), blocks))  # type: ignore[arg-type] # blocks


def contents(*blocks: object) -> list[Content | None]:
    return [frame.content for frame in found(*blocks)]


def test_a_heading_of_level_2_starts_a_section() -> None:
    one, two = heading("Un"), heading("Deux")
    assert sections((SAID, one, LIST, heading("Dedans", 3), two)) == (
        Section(None, (SAID,)),
        Section(one, (LIST, heading("Dedans", 3))),
        Section(two, ()),
    )


def test_lists_are_shown_and_sentences_are_said() -> None:
    (frame,) = found(SAID, LIST)
    assert (frame.content, frame.notes) == (Flow((LIST,)), (SAID,))


def test_the_sentence_that_announces_a_list_is_shown_with_it() -> None:
    lead = para("Ce qui aide :")
    (frame,) = found(lead, LIST)
    assert (frame.content, frame.notes) == (Flow((lead, LIST)), ())


def test_only_the_last_sentence_of_a_long_paragraph_announces() -> None:
    whole = para("L’équipe conseille. Elle ne fait pas :")
    (frame,) = found(whole, LIST)
    assert frame.content == Flow((para("Elle ne fait pas :"), LIST))
    assert frame.notes == (whole,)


def test_lists_parted_by_sentences_make_one_slide() -> None:
    (frame,) = found(LIST, SAID, LIST)
    assert (frame.content, frame.notes) == (Flow((LIST, LIST)), (SAID,))


def test_a_table_has_a_slide_and_what_introduces_it_is_said_there() -> None:
    rows = table(("a", "b"), ("c", "d"))
    shown, then = found(LIST, SAID, rows)
    assert (shown.notes, then.content, then.notes) == ((), rows, (SAID,))


def test_a_note_for_the_trainer_goes_with_what_it_follows() -> None:
    tell = note(SAID)
    first, then = found(LIST, tell, asked())
    assert (first.notes, then.notes) == ((tell,), ())


def test_a_figure_and_the_list_beside_it_are_one_idea() -> None:
    assert contents(LIST, figure()) == [Illustration(figure(), (LIST,))]
    assert contents(figure(), LIST) == [Illustration(figure(), (LIST,))]


def test_a_picture_in_a_list_is_not_lost() -> None:
    assert contents(bullets("un", (figure(),))) == [Illustration(figure(), (bullets("un", ()),))]


def test_adaptations_that_follow_one_another_make_one_table() -> None:
    one, two = adaptation(), adaptation("Un minuteur")
    (frame,) = found(one, two)
    assert frame.content == Adaptations((one, two))


def test_a_short_box_is_shown_and_a_long_one_is_said() -> None:
    short = callout(CalloutKind.ADVICE, SAID)
    long = callout(CalloutKind.ADVICE, para("mot " * 60))
    assert contents(short) == [short]
    (frame,) = found(LIST, long)
    assert (frame.content, frame.notes) == (Flow((LIST,)), (long,))


def test_the_list_of_a_long_box_is_shown() -> None:
    speech = para("mot " * 60)
    (frame,) = found(callout(CalloutKind.WARNING, speech, LIST))
    assert frame.content == callout(CalloutKind.WARNING, LIST)
    assert frame.notes == (callout(CalloutKind.WARNING, speech),)


def test_a_key_message_is_shown_however_long() -> None:
    long = callout(CalloutKind.KEY_MESSAGE, para("mot " * 60))
    assert contents(long) == [long]


def test_a_short_quotation_is_shown() -> None:
    quote = Quote((SAID,), SPAN)
    assert contents(quote) == [Flow((quote,))]


def test_a_question_inside_of_a_box_has_its_own_slide() -> None:
    box = callout(CalloutKind.ADVICE, SAID, asked())
    assert contents(box) == [callout(CalloutKind.ADVICE, SAID), asked()]


def test_a_vignette_is_told_then_decided_then_told_on() -> None:
    case = vignette(SAID, decision(), para("Il revient."))
    assert contents(case) == [
        Story((SAID,), ("college",)),
        Choices(decision(), (decision(),)),
        Story((para("Il revient."),), ("college",)),
    ]


def test_a_slide_by_hand_replaces_what_would_be_shown_and_nothing_is_lost() -> None:
    hand = override("", SAID)
    first, ask = found(LIST, hand, asked())
    assert (first.content, first.notes) == (hand, (LIST,))
    assert ask.content == asked()


def test_a_slide_by_hand_for_some_people_replaces_nothing_for_the_others() -> None:
    some = Conditional(Axis.AUDIENCE, ("aesh",), (override("", SAID),), "p", SPAN)
    assert contents(LIST, some) == [Flow((LIST,)), override("", SAID)]


def test_what_is_for_some_people_is_not_mixed_with_the_rest() -> None:
    some = Conditional(Axis.AUDIENCE, ("aesh",), (LIST,), "p", SPAN)
    first, then = found(LIST, some)
    assert (first.conditions, then.conditions) == ((), (some,))


def test_a_sentence_for_some_people_keeps_its_condition_in_the_notes() -> None:
    some = Conditional(Axis.AUDIENCE, ("aesh",), (SAID,), "p", SPAN)
    (frame,) = found(LIST, some)
    assert frame.notes == (some,)


def test_a_heading_inside_of_a_section_names_its_own_slide() -> None:
    first, then = found(LIST, heading("Dedans", 3), LIST)
    assert [frame.path for frame in (first, then)] == [
        (words("Titre"),),
        (words("Titre"), words("Dedans")),
    ]


def test_a_heading_that_shows_nothing_is_said_with_what_it_holds() -> None:
    inner = heading("Dedans", 3)
    (frame,) = found(LIST, inner, SAID)
    assert frame.notes == (inner, SAID)


def test_a_section_that_shows_nothing_still_has_a_slide() -> None:
    (frame,) = found(SAID)
    assert (frame.content, frame.notes) == (Hook(SAID), (SAID,))


def test_a_section_without_words_has_a_slide_with_its_title() -> None:
    assert contents() == [Hook(None)]


def test_sentences_before_the_first_heading_make_no_slide() -> None:
    (frame,) = frames(Section(None, (SAID,)))
    assert (frame.content, frame.notes) == (None, (SAID,))


def test_what_to_try_tomorrow_is_kept_for_the_end() -> None:
    last, first = found(callout(CalloutKind.TOMORROW, LIST), LIST)
    assert (last.closing, first.closing) == (True, False)


def test_what_is_published_nowhere_is_neither_shown_nor_said() -> None:
    hidden: Blocks = (
        Draft((SAID,), "b", SPAN),
        Comment("à revoir", SPAN),
        PlainTwin((SAID,), "s", SPAN),
        WritingLines(3, "l", SPAN),
    )
    (frame,) = found(LIST, *hidden, Callout(CalloutKind.ADVICE, (), (SAID, *hidden), "c", SPAN))[:1]
    assert (frame.content, frame.notes) == (Flow((LIST,)), ())


def test_a_call_to_a_source_stays_in_the_sentence_that_announces() -> None:
    cite = Citation("has", "", False, SPAN)
    whole = Paragraph((*words("On sait. Voici "), cite, *words(" :")), SPAN)
    (frame,) = found(whole, LIST)
    announced = Paragraph((*words("Voici "), cite, *words(" :")), SPAN)
    assert frame.content == Flow((announced, LIST))


def test_a_note_for_the_trainer_inside_of_a_vignette_is_said() -> None:
    tell = TrainerNote((), (SAID,), "n", SPAN)
    case = vignette(para("Noé se cache."), tell, decision())
    story, choose = found(case)
    assert (story.notes, choose.notes) == ((tell,), ())
    assert isinstance(case, Vignette)
    assert isinstance(decision(), Decision)

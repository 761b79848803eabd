"""Questions and decisions: what is asked on one slide, what we think of it on the next."""

from dataclasses import replace

from emas.diagnostics import Span
from emas.document import Align, QuestionRef, Verdict
from emas.model import Answer, ChoiceKind, ChoiceQuestion, shown_answers
from emas.theme import Kind
from emas.transforms.frame import Choices
from emas.writers.slides import tables
from emas.writers.slides.cards import Studio, flow
from emas.writers.slides.deck import Line, Slide, TextFill
from emas.writers.slides.layouts import BODY, LABEL, OPTION, OPTIONS, Layout
from emas.writers.slides.metrics import total
from emas.writers.slides.runs import begun, label, lettered, plain, said
from emas.writers.slides.wording import lettering

HOW_MANY = {
    ChoiceKind.SINGLE: "une seule bonne réponse",
    ChoiceKind.MULTIPLE: "plusieurs réponses possibles",
    ChoiceKind.TRUE_FALSE: "vrai ou faux",
}
MARKS = {Verdict.ADVISED: "✓", Verdict.POSSIBLE: "≈", Verdict.AVOID: "✗"}

GAP_IN, PADDING_IN, LEAST_IN, MOST_IN = 0.1, 0.2, 0.5, 0.95
"""Between two options; added to the text of one; the least and the most it is high."""

FEEDBACK = ("Proposition", "Notre avis", "Pourquoi")

Option = tuple[Line, ...]


def question(studio: Studio, ref: QuestionRef) -> list[Slide]:
    """Return the slide that asks, then the one that answers; nothing for an unknown question."""
    found = studio.wording.questions.get(ref.id)
    if found is None:
        return []
    wording = studio.wording
    title = f"{wording.kind(Kind.QUESTION)} {studio.numbers[ref.id]}"
    answers = shown_answers(found)
    options = [wording.lines(answer.label) for answer in answers]
    asked = _asked(
        studio,
        Layout.QUESTION,
        title,
        HOW_MANY[found.kind],
        (wording.lines(found.statement), options),
        ref.span,
    )
    hint = begun("Indice : ", wording.lines(found.hint))
    asked[0] = replace(asked[0], notes=(*hint, *studio.source(found.source)))
    return [*asked, *_answered(studio, found, answers, title, ref.span)]


def decision(studio: Studio, content: Choices, title: str) -> list[Slide]:
    """Return the slide that asks to decide, then the table of what we think of each choice."""
    wording, box = studio.wording, content.decision
    options = [wording.lines(choice.label) for choice in box.choices]
    asked = _asked(
        studio,
        Layout.DECISION,
        title,
        wording.kind(Kind.DECISION),
        (wording.lines(box.blocks), options),
        box.span,
    )
    titles = {other.id: plain(other.title) for other in content.others}
    rows: list[tables.Row] = [tuple((said(word),) for word in FEEDBACK)]
    for letter, (option, choice) in lettering(zip(options, box.choices, strict=True)):
        goes = f"Suite : {titles[choice.goto]}" if choice.goto in titles else ""
        why = (*wording.lines(choice.feedback), *((said(goes),) if goes else ()))
        verdict = (said(f"{MARKS[choice.verdict]} {choice.verdict}"),)
        rows.append((begun(f"{letter}. ", option), verdict, why))
    sheet = tables.Sheet(tuple(rows), (Align.LEFT,) * 3, False, box.span)
    layout = Layout.FEEDBACK
    named = f"Retours : {title}"
    return [*asked, *tables.slides(sheet, layout, named, studio.specs[layout], studio.theme)]


def _asked(
    studio: Studio,
    layout: Layout,
    title: str,
    words: str,
    texts: tuple[Option, list[Option]],
    span: Span,
) -> list[Slide]:
    """Return one slide with a box for each option, or ordinary slides when they do not fit."""
    stem, options = texts
    told = words[0].upper() + words[1:]
    place, first = studio.slot(layout), studio.slot(layout, OPTION)
    room = studio.slot(layout, LABEL).box.top + studio.theme.slides.body_height_in
    top = place.box.top + total(stem, place) / 72 + (0.25 if stem else 0)
    shown = [lettered(letter, lines) for letter, lines in lettering(options)]
    tallest = max((total(lines, first) / 72 + PADDING_IN for lines in shown), default=0)
    each = (room - top + GAP_IN) / max(len(shown), 1) - GAP_IN
    if len(shown) > OPTIONS or each < max(tallest, LEAST_IN):
        listed = [begun(f"{letter}. ", lines) for letter, lines in lettering(options)]
        lines = (label(told), *stem, *(line for item in listed for line in item))
        return flow(studio, title, lines, span)
    high = min(each, max(tallest, MOST_IN))
    fills = [TextFill(LABEL, (said(told),))]
    if stem:
        fills.append(
            TextFill(BODY, stem, place.box.below(place.box.top, top - place.box.top - 0.1))
        )
    for rank, lines in enumerate(shown):
        box = first.box.below(top + rank * (high + GAP_IN), high)
        fills.append(TextFill(OPTION + rank, lines, box))
    return [Slide(layout, title, tuple(fills))]


def _answered(
    studio: Studio,
    found: ChoiceQuestion,
    answers: tuple[Answer, ...],
    asked: str,
    span: Span,
) -> list[Slide]:
    """Return the right answers and why; what is said of the others is in the notes."""
    wording = studio.wording
    right = [pair for pair in lettering(answers) if pair[1].right]
    title = f"{asked} : {'bonnes réponses' if len(right) > 1 else 'bonne réponse'}"
    why: Option = ()
    notes: Option = ()
    for letter, answer in lettering(answers):
        feedback = wording.lines(answer.feedback)
        if not answer.right:
            notes += begun(f"{letter} – ", feedback)
        else:
            why += begun(f"{letter} – ", feedback) if len(right) > 1 else feedback
    why += wording.lines(found.feedback)
    keys = [(f"✓ {letter}", wording.lines(answer.label)) for letter, answer in right]
    slides = _keys(studio, title, keys, why, span)
    return [replace(slides[0], notes=notes), *slides[1:]]


def _keys(
    studio: Studio, title: str, keys: list[tuple[str, Option]], why: Option, span: Span
) -> list[Slide]:
    """Return the box of the right answers, with the explanation below it or on the next slide."""
    box, below = studio.slot(Layout.ANSWER, LABEL), studio.slot(Layout.ANSWER)
    shown = tuple(line for letter, lines in keys for line in lettered(letter, lines))
    high = max(MOST_IN - 0.15, total(shown, box) / 72 + box.style.inset_in + 0.1)
    top = box.box.top + high + 0.25
    room = box.box.top + studio.theme.slides.body_height_in - top
    if room < LEAST_IN:
        listed = (line for letter, lines in keys for line in begun(f"{letter} – ", lines))
        return flow(studio, title, (*listed, *why), span)
    key = TextFill(LABEL, shown, box.box.below(box.box.top, high))
    if why and total(why, below) <= room * 72:
        reason = TextFill(BODY, why, below.box.below(top, room))
        return [Slide(Layout.ANSWER, title, (key, reason))]
    alone = Slide(Layout.ANSWER, title, (key,))
    return [alone, *(flow(studio, title, why, span) if why else ())]

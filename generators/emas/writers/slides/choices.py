"""Questions and decisions: what is asked on one slide, what we think of it on the next.

They lead to each other: each option to what is said of it, and back; a choice to the decision
that it leads to.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from emas.diagnostics import Code, Diagnostic, Span
from emas.document import Align, Choice, QuestionRef, Verdict
from emas.model import Answer, Question, Ticking, shown_answers
from emas.theme import Colour, Kind
from emas.transforms.exercises import answered, exercise
from emas.transforms.frame import Choices
from emas.writers.slides import tables
from emas.writers.slides.deck import Line, Run, Slide, TableFill, TextFill
from emas.writers.slides.layouts import BODY, BUTTON, LABEL, LONG, OPTION, OPTIONS, Layout
from emas.writers.slides.metrics import signs_over, total
from emas.writers.slides.runs import begun, label, lettered, plain, said
from emas.writers.slides.studio import Studio, flow
from emas.writers.slides.wording import lettering

MARKS = {Verdict.ADVISED: "✓", Verdict.POSSIBLE: "≈", Verdict.AVOID: "✗"}
COLOURS = {
    Verdict.ADVISED: Colour.GREEN,
    Verdict.POSSIBLE: Colour.OCHRE,
    Verdict.AVOID: Colour.ORANGE,
}

GAP_IN, LEAST_IN, MOST_IN = 0.09, 0.48, 0.95
"""Between two options; the least and the most that one is high."""

SLACK_IN = 0.04
"""Added to the text of an option, against rounding."""

NO_BREAK = "\u00a0"
FEEDBACK = ("Proposition", "Notre avis", "Pourquoi")
TO_ANSWER, TO_QUESTION = "Voir la réponse", "Revenir à la question"
TO_TALK = "Pour en parler"
TO_FEEDBACK, TO_DECISION = "Voir nos avis", "Revenir à la décision"

ANSWER, OPINION = "reponse", "avis"
"""Ends of the anchors of the slides that follow a question and a decision."""

Option = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a slide asks: in which layout, what stands above, the options.

    `leads` are the anchors that the options lead to; `button` says in words what `answer` leads to.
    """

    layout: Layout
    title: str
    label: str
    stem: Option
    options: tuple[Option, ...]
    span: Span
    leads: tuple[str, ...] = ()
    button: str = ""
    answer: str = ""
    anchor: str = ""


def question(studio: Studio, ref: QuestionRef) -> list[Slide]:
    """Return the slide that asks, then the one that answers; nothing for an unknown question."""
    found = studio.wording.questions.get(ref.id)
    if found is None:
        return []
    wording = studio.wording
    given = exercise(found)
    answer = studio.anchor(ref.id, ANSWER) if answered(found) else ""
    asked = Asked(
        Layout.QUESTION,
        f"{wording.kind(Kind.QUESTION)} {studio.numbers[ref.id]}",
        given.told,
        wording.lines((*given.statement, *given.room)),
        tuple(wording.lines(option) for option in given.options),
        ref.span,
        (answer,) * len(given.options) if answer else (),
        TO_ANSWER if found.scored else TO_TALK,
        answer,
        studio.anchor(ref.id),
    )
    slides = asking(studio, asked)
    hint = begun("Indice : ", wording.lines(found.hint))
    slides[0] = replace(slides[0], notes=(*hint, *studio.source(found.source)))
    return [*slides, *_answered(studio, found, asked)]


def decision(studio: Studio, content: Choices, title: str) -> list[Slide]:
    """Return the slide that asks to decide, then the table of what we think of each choice."""
    wording, box = studio.wording, content.decision
    options = tuple(wording.lines(choice.label) for choice in box.choices)
    feedback = _feedback(studio, content, options, title)
    leads = tuple(_page_of(letter, feedback) for letter, _ in lettering(options))
    asked = Asked(
        Layout.DECISION,
        title,
        wording.kind(Kind.DECISION),
        wording.lines(box.blocks),
        options,
        box.span,
        leads,
        TO_FEEDBACK,
        leads[0] if leads else "",
        studio.anchor(box.id),
    )
    return [*asking(studio, asked), *feedback]


def _feedback(
    studio: Studio, content: Choices, options: tuple[Option, ...], title: str
) -> list[Slide]:
    """Return what we think of each choice, each page with a way back to the decision."""
    box, layout = content.decision, Layout.FEEDBACK
    titles = {other.id: plain(other.title) for other in content.others}
    rows: list[tables.Row] = [tuple((said(word),) for word in FEEDBACK)]
    for letter, (option, choice) in lettering(zip(options, box.choices, strict=True)):
        verdict = f"{MARKS[choice.verdict]} {choice.verdict}".replace(" ", NO_BREAK)
        told = Line((Run(verdict, bold=True, colour=COLOURS[choice.verdict]),))
        why = (*studio.wording.lines(choice.feedback), *_next(studio, choice, titles))
        rows.append((begun(f"{letter}. ", option), (told,), why))
    sheet = tables.Sheet(tuple(rows), (Align.LEFT,) * len(FEEDBACK), False, box.span)
    slides = tables.slides(sheet, layout, f"Nos avis : {title}", studio.specs[layout], studio.theme)
    back = TextFill(BUTTON, (said(TO_DECISION),), to=studio.anchor(box.id))
    return [
        replace(
            slide, fills=(*slide.fills, back), anchor=studio.anchor(box.id, f"{OPINION}-{rank}")
        )
        for rank, slide in enumerate(slides, 1)
    ]


def _next(studio: Studio, choice: Choice, titles: Mapping[str, str]) -> Iterator[Line]:
    """Yield where a choice leads, as a link to that decision."""
    if choice.goto is not None and choice.goto in titles:
        there = Run(titles[choice.goto], to=studio.anchor(choice.goto))
        yield Line((Run("Suite : "), there))


def _page_of(letter: str, feedback: Iterable[Slide]) -> str:
    """Return the anchor of the page that says what we think of a choice."""
    for slide in feedback:
        for fill in slide.fills:
            rows = fill.rows if isinstance(fill, TableFill) else ()
            if any(row[0] and row[0][0].text.startswith(f"{letter}. ") for row in rows):
                return slide.anchor
    return ""


def asking(studio: Studio, asked: Asked) -> list[Slide]:
    """Return one slide with a box for each option, or ordinary slides when they do not fit."""
    tried = (
        (layout, _heights(studio, layout, asked.stem, asked.options))
        for layout in (asked.layout, LONG[asked.layout])
    )
    fitting = [(layout, heights) for layout, heights in tried if heights is not None]
    if not fitting or len(asked.options) > OPTIONS:
        return _as_list(studio, asked)
    layout, heights = fitting[0]
    place, first = studio.slot(layout), studio.slot(layout, OPTION)
    top = _top(studio, layout, asked.stem)
    fills = [TextFill(LABEL, (said(asked.label),))] if asked.label else []
    if asked.stem:
        box = place.box.below(place.box.top, top - place.box.top - GAP_IN)
        fills.append(TextFill(BODY, asked.stem, box))
    leads = asked.leads or ("",) * len(heights)
    pairs = zip(lettering(asked.options), leads, heights, strict=True)
    for rank, ((letter, lines), to, high) in enumerate(pairs):
        box = first.box.below(top, high)
        fills.append(TextFill(OPTION + rank, lettered(letter, lines), box, to))
        top += high + GAP_IN
    if asked.answer:
        fills.append(TextFill(BUTTON, (said(asked.button),), to=asked.answer))
    return [Slide(layout, asked.title, tuple(fills), anchor=asked.anchor)]


def _top(studio: Studio, layout: Layout, stem: Option) -> float:
    """Return where the options begin, in inches."""
    place = studio.slot(layout)
    return place.box.top + (total(stem, place) / 72 + 0.25 if stem else 0.1)


def _heights(
    studio: Studio, layout: Layout, stem: Option, options: tuple[Option, ...]
) -> list[float] | None:
    """Return the height of the box of each option, in inches; None if there is no room.

    They are all alike if possible.
    """
    first = studio.slot(layout, OPTION)
    bottom = studio.slot(layout, BUTTON).box.top - GAP_IN
    room = bottom - _top(studio, layout, stem) - GAP_IN * (len(options) - 1)
    above = 2 * first.style.above_in + SLACK_IN
    least = [max(LEAST_IN, total(lettered("A", lines), first) / 72 + above) for lines in options]
    if sum(least) > room:
        return None
    if not options:
        return []
    alike = min(room / len(options), max(*least, MOST_IN))
    if alike >= max(least):
        return [alike] * len(options)
    return [high + (room - sum(least)) / len(options) for high in least]


def _way(words: str, to: str) -> Option:
    """Return a link on a line of its own; nothing without a place to lead to."""
    return (Line((Run(words, to=to),)),) if to else ()


def _as_list(studio: Studio, asked: Asked) -> list[Slide]:
    """Return the options as a list, with the number of characters that would give them boxes.

    A question without options has nothing to put in boxes: nothing is wrong.
    """
    listed = (begun(f"{letter}. ", lines) for letter, lines in lettering(asked.options))
    way = _way(asked.button, asked.answer)
    lines = (label(asked.label), *asked.stem, *(line for item in listed for line in item), *way)
    slides = flow(studio, asked.title, lines)
    problems: tuple[Diagnostic, ...] = ()
    if 0 < len(asked.options) <= OPTIONS:
        layout = LONG[asked.layout]
        signs = signs_over(
            (asked.stem, *asked.options),
            lambda kept: _heights(studio, layout, kept[0], kept[1:]) is not None,
        )
        values = {
            "quoi": "Une réponse",
            "titre": asked.title,
            "suite": "les réponses sont écrites en liste",
            "signes": str(signs),
        }
        problems = (Diagnostic(Code.DIA003, asked.span, values),)
    return [replace(slides[0], anchor=asked.anchor, problems=problems), *slides[1:]]


def _answered(studio: Studio, found: Question, asked: Asked) -> list[Slide]:
    """Return what the answer is and why; nothing when there is nothing to say."""
    if isinstance(found.task, Ticking):
        answers = tuple(answer for _, answer in shown_answers(found.task, found.id))
        return _ticked(studio, found, answers, asked)
    solution = studio.wording.lines(exercise(found).solution)
    why = studio.wording.lines(found.feedback)
    if not solution and not why:
        return []
    if not found.scored:
        said_of_it = (*solution, *why, *_way(TO_QUESTION, asked.anchor))
        slides = flow(studio, f"{asked.title} : pour en parler", said_of_it)
    else:
        short = len(solution) == 1
        keys, below = ([("✓", solution)], why) if short else ([], (*solution, *why))
        slides = answering(studio, f"{asked.title} : bonne réponse", keys, below, asked.anchor)
    return [replace(slides[0], anchor=studio.anchor(found.id, ANSWER)), *slides[1:]]


def _ticked(
    studio: Studio, found: Question, answers: tuple[Answer, ...], asked: Asked
) -> list[Slide]:
    """Return the right answers and why; what is said of the others is in the notes."""
    wording = studio.wording
    right = [pair for pair in lettering(answers) if pair[1].right]
    title = f"{asked.title} : {'bonnes réponses' if len(right) > 1 else 'bonne réponse'}"
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
    slides = answering(studio, title, keys, why, asked.anchor)
    anchor = studio.anchor(found.id, ANSWER)
    return [replace(slides[0], notes=notes, anchor=anchor), *slides[1:]]


def answering(
    studio: Studio, title: str, keys: list[tuple[str, Option]], why: Option, back: str
) -> list[Slide]:
    """Return the box of the right answers, with the explanation below it or on the next slide.

    Without `keys`, the explanation is all. `back` is the anchor of the question, if there is one.
    """
    box = studio.slot(Layout.ANSWER, LABEL)
    shown = tuple(line for mark, lines in keys for line in lettered(mark, lines))
    high = max(MOST_IN - 0.15, total(shown, box) / 72 + 2 * box.style.above_in + 0.1)
    top = box.box.top + (high + 0.25 if keys else 0.1)
    room = studio.slot(Layout.ANSWER, BUTTON).box.top - GAP_IN - top
    fitting = [
        layout
        for layout in (Layout.ANSWER, LONG[Layout.ANSWER])
        if why and total(why, studio.slot(layout)) <= room * 72
    ]
    if room < 0 or not (keys or fitting):
        listed = (line for mark, lines in keys for line in begun(f"{mark} – ", lines))
        return flow(studio, title, (*listed, *why, *_way(TO_QUESTION, back)))
    layout = (*fitting, Layout.ANSWER)[0]
    fills = [TextFill(LABEL, shown, box.box.below(box.box.top, high))] if keys else []
    if fitting:
        fills.append(TextFill(BODY, why, studio.slot(layout).box.below(top, room)))
    if back:
        fills.append(TextFill(BUTTON, (said(TO_QUESTION),), to=back))
    first = Slide(layout, title, tuple(fills))
    return [first, *(flow(studio, title, why) if why and not fitting else ())]

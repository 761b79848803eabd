"""From a `question` block to a question of the model."""

from dataclasses import dataclass, field

from emas.diagnostics import Code, Diagnostic, Span
from emas.diagnostics.suggest import fold, suggestion
from emas.document import (
    Block,
    Blocks,
    BulletList,
    Comment,
    ListItem,
    Quote,
    Text,
    plain_text,
    walk,
)
from emas.model import Answer, ChoiceKind, ChoiceQuestion, Question
from emas.readers.markdown.choices import LABELLED, split_feedback
from emas.readers.markdown.containers import Opening
from emas.readers.markdown.context import Context
from emas.readers.markdown.options import Options

OPTIONS = ("objectif", "source")
LATER = (
    "ordre",
    "association",
    "categories",
    "trous",
    "numerique",
    "echelle",
    "position",
    "ouverte",
)


@dataclass
class _Parts:
    statement: list[Block] = field(default_factory=list)
    items: list[ListItem] = field(default_factory=list)
    feedback: list[Block] = field(default_factory=list)


def read_question(
    context: Context,
    opening: Opening,
    options: Options,
    blocks: Blocks,
    hint: Blocks,
    identifier: str,
) -> Question | None:
    """Return the question, or None when its kind is not one we can read."""
    span = context.environment.line_span(opening.line)
    kind = _kind(context, opening)
    if kind is None:
        return None
    if not opening.written_id:
        context.environment.report(Code.QUIZ008, opening.line)
    parts = _parts(context, blocks)
    answers = tuple(_answer(context, item) for item in parts.items)
    question = ChoiceQuestion(
        id=identifier,
        kind=kind,
        objective=options.text("objectif"),
        source=options.text("source").lower(),
        source_span=options.place("source"),
        statement=tuple(parts.statement),
        answers=answers,
        hint=hint,
        feedback=tuple(parts.feedback),
        written_id=bool(opening.written_id),
        objective_span=options.span("objectif") if options.text("objectif") else span,
        span=span,
    )
    context.environment.found += _shape_problems(question)
    return question


def _kind(context: Context, opening: Opening) -> ChoiceKind | None:
    word = fold(opening.rest.split(" ")[0])
    known = [kind.value for kind in ChoiceKind]
    if word in LATER:
        values = {"quoi": f"question {word}"}
        context.environment.report(Code.BLO011, opening.line, values)
        return None
    if fold(opening.rest) in known:
        return ChoiceKind(fold(opening.rest))
    if not opening.rest:
        context.wrong_argument(opening, "il manque son genre", "::: question unique")
        return None
    values = {
        "genre": opening.rest,
        "suggestion": suggestion(opening.rest, [*known, *LATER]),
        "possibles": ", ".join(known),
    }
    context.environment.report(Code.QUIZ001, opening.line, values)
    return None


def _parts(context: Context, blocks: Blocks) -> _Parts:
    """Return `blocks` sorted: statement, answers, general feedback."""
    parts = _Parts()
    found = context.environment.found
    lists = [block for block in blocks if isinstance(block, BulletList)]
    boxed = [block for block in lists if any(_has_box(item) for item in block.items)]
    after: list[Block] = []
    for block in blocks:
        match block:
            case BulletList() if block in boxed or not boxed:
                found += [_misplaced(item) for item in after]
                after = []
                parts.items += block.items
            case Quote() if not parts.items:
                found.append(Diagnostic(Code.QUIZ005, block.span))
            case Comment():
                parts.statement.append(block)
            case _ if parts.items:
                after.append(block)
                parts.feedback += block.blocks if isinstance(block, Quote) else (block,)
            case _:
                parts.statement.append(block)
    return parts


def _has_box(item: ListItem) -> bool:
    return item.ticked is not None or _box(item) is not None


def _box(item: ListItem) -> str | None:
    """Return what stands between brackets at the start of an item that has no good box."""
    first = next((node for node in walk(item.blocks) if isinstance(node, Text)), None)
    marked = LABELLED.match(first.text) if first else None
    return marked[0].strip() if marked else None


def _misplaced(block: Block) -> Diagnostic:
    """Return the diagnostic of a block between two lists of answers."""
    if isinstance(block, Quote):
        return Diagnostic(Code.QUIZ005, block.span)
    values = {
        "mot": "question",
        "cause": "ce texte coupe la liste des réponses",
        "remede": "placez-le avant la première réponse, ou après la dernière.",
    }
    return Diagnostic(Code.BLO009, block.span, values)


def _answer(context: Context, item: ListItem) -> Answer:
    label, feedback = split_feedback(item)
    if item.ticked is None:
        values = {"texte": _box(item) or plain_text(label)[:20] or "-"}
        context.environment.found.append(Diagnostic(Code.QUIZ014, item.span, values))
    return Answer(bool(item.ticked), label, feedback, item.span)


def _shape_problems(question: ChoiceQuestion) -> list[Diagnostic]:
    """Return what makes a question unusable by itself."""
    span: Span = question.span
    name = f"« {question.id} »" if question.written_id else "écrite ici"
    values = {"question": name}
    found: list[Diagnostic] = []
    if not plain_text(question.statement):
        found.append(Diagnostic(Code.QUIZ002, span, values))
    if len(question.answers) < 2:
        return [*found, Diagnostic(Code.QUIZ009, span, values)]
    if question.kind is ChoiceKind.TRUE_FALSE:
        labels = sorted(fold(plain_text(answer.label)).rstrip(" .") for answer in question.answers)
        if labels != ["faux", "vrai"]:
            found.append(Diagnostic(Code.QUIZ012, span, values))
    return found

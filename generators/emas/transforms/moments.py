"""From the questions of a session to plain values: words on one line, answers by number."""

from collections.abc import Iterable

from emas.document import Blocks, Gap, Node, Text, plain_text, rewrite
from emas.model import Asking, Question, Scale, Ticking, is_collected, key, shown_answers, title_of
from emas.model.moment import AskedPart, AskedQuestion
from emas.model.sheet import versioned
from emas.transforms.exercises import exercise


def asked_parts(parts: Iterable[Asking]) -> tuple[AskedPart, ...]:
    """Return the values of what a session asks, in the same order."""
    return tuple(
        AskedPart(
            moment=part.assessment.id,
            title=part.owner.title if part.survey else title_of(part.assessment.id),
            owner=part.owner.id,
            owner_title=part.owner.title,
            survey=part.survey,
            objectives={one.id: one.statement for one in part.owner.objectives},
            questions=tuple(asked_question(question) for question in part.questions),
        )
        for part in parts
    )


def asked_question(question: Question) -> AskedQuestion:
    """Return the values of one question."""
    options, shown = _options(question)
    known = key(question)
    ticked = isinstance(question.task, Ticking)
    return AskedQuestion(
        name=versioned(question),
        key=known,
        objective=question.objective,
        statement=_words(question.statement),
        options=options,
        shown=shown,
        right=frozenset(known["right"] if ticked else ()),
        collected=is_collected(question),
    )


def _options(question: Question) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return what there is to tick or the points of a scale, and the order they are shown in."""
    match question.task:
        case Ticking(answers=answers) as task:
            shown = tuple(number for number, _ in shown_answers(task, question.id))
            return tuple(_words(answer.label) for answer in answers), shown
        case Scale(labels=labels):
            return tuple(map(_words, exercise(question).options)), tuple(range(len(labels)))
        case _:
            return (), ()


def _words(blocks: Blocks) -> str:
    """Return what is read of `blocks` on one line, with dots for what is to be filled in."""

    def visit(node: Node) -> tuple[Node, ...]:
        return (Text("……", node.span),) if isinstance(node, Gap) else (node,)

    parts = plain_text(rewrite(blocks, visit)).replace("\n", " ").split(" ")
    return " ".join(part for part in parts if part)

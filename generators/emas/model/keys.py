"""What is needed to score the answers to a question, as JSON: no texts but those to type.

The player and the tracking service score with keys, never with the question itself.
"""

from typing import NotRequired, TypedDict, assert_never

from emas.model.question import Question, gaps
from emas.model.task import (
    POSITIONS,
    Gaps,
    Matching,
    Number,
    Open,
    Ordering,
    Position,
    Scale,
    Sorting,
    Ticking,
)


class Key(TypedDict):
    """A key. `count` is how many things there are to choose from, `kind` the author's word.

    `right`: to tick, the numbers of the right answers; to sort, the category of each entry.
    `words`: for each gap, the texts accepted. Decimal numbers are texts: exact in any language.
    """

    kind: str
    count: NotRequired[int]
    right: NotRequired[list[int]]
    words: NotRequired[list[list[str]]]
    strict: NotRequired[bool]
    value: NotRequired[str]
    tolerance: NotRequired[str]
    unit: NotRequired[str]


def key(question: Question) -> Key:
    """Return the key of `question`."""
    kind = question.kind.value
    match question.task:
        case Ticking() as task:
            right = [number for number, answer in enumerate(task.answers) if answer.right]
            return {"kind": kind, "count": len(task.answers), "right": right}
        case Ordering() as task:
            return {"kind": kind, "count": len(task.items)}
        case Matching() as task:
            return {"kind": kind, "count": len(task.pairs)}
        case Sorting() as task:
            right = [entry.category for entry in task.entries]
            return {"kind": kind, "count": len(task.categories), "right": right}
        case Gaps() as task:
            words = [list(gap.accepted) for gap in gaps(question)]
            return {"kind": kind, "words": words, "strict": task.strict}
        case Number() as task:
            return {
                "kind": kind,
                "value": f"{task.value:f}",
                "tolerance": f"{task.tolerance:f}",
                "unit": task.unit,
            }
        case Scale() as task:
            return {"kind": kind, "count": len(task.labels)}
        case Position():
            return {"kind": kind, "count": len(POSITIONS)}
        case Open():
            return {"kind": kind}
        case _:
            assert_never(question.task)

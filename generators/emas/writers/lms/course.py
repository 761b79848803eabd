"""What the launch page of a package knows of its module: what can be answered, and what counts.

Positions and open answers are not in it: what the page does not know, it cannot transmit.
"""

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import NotRequired, TypedDict

from emas.diagnostics.suggest import fold
from emas.document import Decision, plain_text, walk
from emas.model import (
    Assessment,
    Key,
    Kind,
    Module,
    Question,
    Ticking,
    counting,
    decision_version,
    key,
    question_version,
)

PAGES = "contenu/modules/"
"""Where the pages of modules are in a package."""
NEVER_TOLD = frozenset({Kind.POSITION, Kind.OPEN})
CODE_LENGTH = 4


class Asked(TypedDict):
    """What is asked somewhere. `cle`, `version`: as the player keeps answers; `code`: shorter.

    `corrige` is the key of a question, which a decision has not; `vrai` the number of « Vrai ».
    """

    cle: str
    version: str
    code: NotRequired[str]
    corrige: NotRequired[Key]
    vrai: NotRequired[int]


@dataclass(frozen=True, slots=True)
class _Place:
    """A question and the key under which its answer is kept there."""

    question: Question
    key: str


def course(module: Module) -> dict[str, object]:
    """Return the facts that `lancement.js` needs, under French names, ready for JSON."""
    return {
        "id": module.id,
        "pages": PAGES,
        "etapes": [{"id": step.id, "titre": step.title} for step in module.steps],
        "tirages": [item.id for item in module.assessments if item.draw is not None],
        "questions": _coded([*map(_asked, _places(module)), *_decisions(module)]),
        "compte": _counting(module),
    }


def _places(module: Module) -> Iterator[_Place]:
    for step in module.steps:
        yield from (_Place(question, question.id) for question in step.questions if _told(question))
    for assessment in module.assessments:
        for question in _of(module, assessment):
            yield _Place(question, f"{assessment.id}/{question.id}")


def _of(module: Module, assessment: Assessment) -> Iterator[Question]:
    """Yield all that an assessment may ask, whatever is drawn."""
    known = {question.id: question for question in module.all_questions()}
    named = [known[name] for name in assessment.questions if name in known]
    yield from filter(_told, named)
    if assessment.draw is not None:
        yield from (item for item in module.bank if item.scored and item not in named)


def _told(question: Question) -> bool:
    return question.kind not in NEVER_TOLD


def _asked(place: _Place) -> Asked:
    question = place.question
    asked: Asked = {
        "cle": place.key,
        "version": question_version(question),
        "corrige": key(question),
    }
    if isinstance(question.task, Ticking) and question.kind is Kind.TRUE_FALSE:
        labels = [fold(plain_text(answer.label)) for answer in question.task.answers]
        asked["vrai"] = labels.index("vrai")
    return asked


def _decisions(module: Module) -> Iterator[Asked]:
    for step in module.steps:
        for node in walk(step.blocks):
            if isinstance(node, Decision):
                cle = f"modules/{module.id}/{node.id}"
                yield {"cle": cle, "version": decision_version(node)}


def _coded(asked: list[Asked], length: int = CODE_LENGTH) -> list[Asked]:
    """Return `asked`, each with a short code of its own that changes with its version."""
    codes = [_code(item, length) for item in asked]
    if len(set(codes)) < len({(item["cle"], item["version"]) for item in asked}):
        return _coded(asked, length + 1)
    return [{**item, "code": code} for item, code in zip(asked, codes, strict=True)]


def _code(item: Asked, length: int) -> str:
    digest = sha256(f"{item['cle']}@{item['version']}".encode()).digest()
    return urlsafe_b64encode(digest).decode()[:length]


def _counting(module: Module) -> dict[str, object] | None:
    assessment = counting(module)
    if assessment is None:
        return None
    bank = [item for item in module.bank if item.scored]
    return {
        "id": assessment.id,
        "nommees": list(assessment.questions),
        "tirage": assessment.draw,
        "parObjectif": assessment.per_objective,
        "objectifs": [objective.id for objective in module.objectives],
        "banque": [{"id": item.id, "objectif": item.objective} for item in bank],
        "seuil": assessment.threshold,
    }

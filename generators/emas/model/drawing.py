"""Which questions an assessment asks: those it names, or a draw from the bank."""

from collections.abc import Sequence

from emas.model.module import Assessment, Module
from emas.model.question import Question


def asked(module: Module, assessment: Assessment, seed: str) -> tuple[Question, ...]:
    """Return the questions of `assessment`, in the order they are asked.

    Without a draw, the seed changes nothing. With one, the same seed gives the same questions:
    a session's id on paper and on phones, a random text kept in the browser online. First
    `per_objective` questions of each objective of the module, then any, until `draw` of them.
    """
    known = {question.id: question for question in module.all_questions()}
    named = [known[name] for name in assessment.questions if name in known]
    if assessment.draw is None:
        return tuple(named)
    objectives = [objective.id for objective in module.objectives]
    bank = {question.id: question.objective for question in module.bank if question.scored}
    drawn = draw(bank, objectives, assessment.draw, assessment.per_objective, seed)
    return (*named, *(known[name] for name in drawn if name not in assessment.questions))


def draw(
    bank: dict[str, str], objectives: Sequence[str], count: int, per_objective: int, seed: str
) -> list[str]:
    """Return the ids of at most `count` of `bank` (ids with their objectives), as drawn.

    The player draws by the same rule; one set of cases checks both.
    """
    ranked = sorted(bank, key=lambda name: (rank(f"{seed}/{name}"), name))
    kept: list[str] = []
    for objective in objectives:
        kept += [name for name in ranked if bank[name] == objective][:per_objective]
    kept = kept[:count]
    kept += [name for name in ranked if name not in kept][: count - len(kept)]
    return [name for name in ranked if name in kept]


def rank(text: str) -> int:
    """Return 32 bits that depend on `text`: FNV-1a with the final mix of MurmurHash3.

    Both are in the public domain, and short enough to be written twice (here and in the player):
    over plain http and from a folder, browsers offer no hash function.
    """
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    value = (value ^ value >> 16) * 0x85EBCA6B & 0xFFFFFFFF
    value = (value ^ value >> 13) * 0xC2B2AE35 & 0xFFFFFFFF
    return value ^ value >> 16

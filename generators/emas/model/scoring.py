"""How answers make a score between 0 and 1."""

from collections.abc import Set as AbstractSet

from emas.model.question import ChoiceKind, ChoiceQuestion


def choice_score(question: ChoiceQuestion, ticked: AbstractSet[int]) -> float:
    """Return the score of ticking the answers at these indexes (from 0, in source order).

    `unique` and `vrai-faux`: 1 for the right answer alone, else 0. `multiple`: (right - wrong)
    divided by the number of right answers, at least 0.

    Raises:
        ValueError: if an index has no answer.
    """
    if not ticked <= set(range(len(question.answers))):
        raise ValueError(f"{sorted(ticked)}: {len(question.answers)} answers")
    right = {index for index, answer in enumerate(question.answers) if answer.right}
    if question.kind is not ChoiceKind.MULTIPLE:
        return float(bool(right) and ticked == right)
    return max(0.0, (len(ticked & right) - len(ticked - right)) / len(right)) if right else 0.0

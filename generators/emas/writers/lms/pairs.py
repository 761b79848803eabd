"""Questions where one finds what goes with each line: the same rows in each bank of questions.

An order has no form of its own in Moodle 4.1: each line gets a rank, which marks alike.
"""

from collections.abc import Iterable

from emas.document import Blocks, plain_text
from emas.model import Matching, Ordering, Question, Sorting, shown_items
from emas.writers.lms.losses import Losses
from emas.writers.lms.texts import is_plain

Pairs = list[tuple[Blocks, str]]
"""Each line with the words to choose for it."""


def pairs(task: Ordering | Matching | Sorting, question: Question, losses: Losses) -> Pairs:
    """Return the lines of `question`, whose choices are the words of a menu."""
    match task:
        case Ordering():
            losses.reshaped("l’ordre devient un rang à choisir pour chaque ligne", question)
            shown = shown_items(task, question.id)
            return [(item.label, str(number + 1)) for number, item in shown]
        case Matching():
            _menus([pair.right for pair in task.pairs], question, losses)
            return [(pair.left, plain_text(pair.right)) for pair in task.pairs]
        case Sorting():
            _menus(task.categories, question, losses)
            named = [plain_text(category) for category in task.categories]
            return [(entry.label, named[entry.category]) for entry in task.entries]


def _menus(choices: Iterable[Blocks], question: Question, losses: Losses) -> None:
    """Note what is lost of choices that become the lines of a menu."""
    if not all(map(is_plain, choices)):
        losses.dropped("la mise en forme ni les images de la colonne de droite", question)

"""The model: what a project says, frozen and validated; no files, no formats."""

from emas.model.catalogue import Catalogue, Edition, Page, Variant
from emas.model.days import day_in_words
from emas.model.durations import Durations, Mode, in_words, shared
from emas.model.module import Assessment, Media, Module, Objective, Review, Step
from emas.model.question import (
    Answer,
    ChoiceKind,
    ChoiceQuestion,
    Question,
    shown_answers,
    shown_ranks,
    shuffled,
)
from emas.model.reference import Contact, Reading, Source, Team, Term, Vocabulary
from emas.model.running_order import LeftOut, RunningOrder, Sequence, SequenceKind
from emas.model.scoring import choice_score
from emas.model.versions import decision_version, question_version

__all__ = [
    "Answer", "Assessment", "Catalogue", "ChoiceKind", "ChoiceQuestion", "Contact", "Durations",
    "Edition", "LeftOut", "Media", "Mode", "Module", "Objective", "Page", "Question", "Reading",
    "Review", "RunningOrder", "Sequence", "SequenceKind", "Source", "Step", "Team", "Term",
    "Variant", "Vocabulary", "choice_score", "day_in_words", "decision_version", "in_words",
    "question_version", "shared", "shown_answers", "shown_ranks", "shuffled",
]  # fmt: skip

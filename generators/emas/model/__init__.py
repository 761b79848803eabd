"""The model: what a project says, frozen and validated; no files, no formats."""

from emas.model.catalogue import Catalogue, Edition, Page, Variant
from emas.model.days import day_in_words
from emas.model.durations import Durations, Mode, in_words
from emas.model.module import Assessment, Media, Module, Objective, Review, Step
from emas.model.question import (
    Answer,
    ChoiceKind,
    ChoiceQuestion,
    Question,
    shown_answers,
    shuffled,
)
from emas.model.reference import Contact, Reading, Source, Team, Term, Vocabulary
from emas.model.scoring import choice_score

__all__ = [
    "Answer", "Assessment", "Catalogue", "ChoiceKind", "ChoiceQuestion", "Contact", "Durations",
    "Edition", "Media", "Mode", "Module", "Objective", "Page", "Question", "Reading", "Review",
    "Source", "Step", "Team", "Term", "Variant", "Vocabulary", "choice_score", "day_in_words",
    "in_words",
    "shown_answers", "shuffled",
]  # fmt: skip

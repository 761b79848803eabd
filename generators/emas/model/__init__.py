"""The model: what a project says, frozen and validated; no files, no formats."""

from emas.model.adaptation import SharedAdaptation
from emas.model.asking import Asking, asking, awaited, is_collected, kept_until
from emas.model.assessments import AFTER, BEFORE, LATER, TITLES, Quiz, counting, enough, title_of
from emas.model.catalogue import Catalogue, Edition, Page, Variant
from emas.model.days import day_in_words
from emas.model.drawing import asked
from emas.model.durations import Durations, Mode, in_words, shared
from emas.model.keys import Key, key
from emas.model.module import Assessment, Media, Module, Objective, Review, Step
from emas.model.path import LearningPath, Stage, Stop, minutes_in, stops
from emas.model.plan import (
    Enrolment,
    Framework,
    HalfDay,
    Modality,
    Plan,
    Planned,
    Programme,
    Session,
    Status,
    Training,
    planned,
)
from emas.model.projected import Projected
from emas.model.question import (
    Question,
    gaps,
    shown_answers,
    shown_entries,
    shown_items,
    shown_rights,
    shuffled,
)
from emas.model.reference import (
    UNFINISHED,
    AvoidedWord,
    Charter,
    Contact,
    Reading,
    Source,
    Team,
    Term,
    Vocabulary,
)
from emas.model.running_order import LeftOut, RunningOrder, Sequence, SequenceKind
from emas.model.scoring import Response, score
from emas.model.survey import Survey, as_module
from emas.model.task import (
    POSITIONS,
    Answer,
    Entry,
    Gaps,
    Item,
    Kind,
    Matching,
    Number,
    Open,
    Ordering,
    Pair,
    Position,
    Scale,
    Sorting,
    Task,
    Ticking,
)
from emas.model.versions import decision_version, question_version
from emas.model.wording import Helpline, Said, Wording

__all__ = [
    "AFTER", "BEFORE", "LATER", "POSITIONS", "TITLES",
    "UNFINISHED", "Answer", "Asking", "Assessment",
    "AvoidedWord", "Catalogue", "Charter", "Contact", "Durations", "Edition", "Enrolment",
    "Entry", "Framework", "Gaps", "HalfDay", "Helpline", "Item", "Key", "Kind",
    "LearningPath", "LeftOut", "Matching", "Media", "Modality", "Mode", "Module", "Number",
    "Objective", "Open", "Ordering", "Page", "Pair", "Plan", "Planned", "Position",
    "Programme", "Projected", "Question", "Quiz", "Reading", "Response", "Review",
    "RunningOrder", "Said", "Scale", "Sequence", "SequenceKind", "Session",
    "SharedAdaptation", "Sorting", "Source", "Stage", "Status", "Step", "Stop", "Survey",
    "Task", "Team", "Term", "Ticking", "Training", "Variant", "Vocabulary", "Wording",
    "as_module", "asked", "asking", "awaited", "counting", "day_in_words", "decision_version",
    "enough", "gaps", "in_words", "is_collected", "kept_until", "key", "minutes_in",
    "planned", "question_version", "score", "shared", "shown_answers", "shown_entries",
    "shown_items", "shown_rights", "shuffled", "stops", "title_of",
]  # fmt: skip

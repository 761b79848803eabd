"""New modules, steps, questions, adaptations, sessions…: commented texts that build at once.

Each function of this package takes the sources and what was answered, and returns a draft;
`verified` says whether it may be written.
"""

from emas.editing.scaffolds.adaptations import NewAdaptation, new_adaptation
from emas.editing.scaffolds.drafts import Draft, RefusedError, line_to_open, verified
from emas.editing.scaffolds.modules import NewModule, new_module
from emas.editing.scaffolds.paths import NewPath, new_path
from emas.editing.scaffolds.questions import KINDS, STATEMENT, NewQuestion, new_question
from emas.editing.scaffolds.sessions import NewSession, announced_min, new_session, plans_of
from emas.editing.scaffolds.situations import NewSituation, new_situation
from emas.editing.scaffolds.steps import NewStep, new_step
from emas.editing.scaffolds.written import readable_modules, readable_vocabulary

__all__ = [
    "KINDS",
    "STATEMENT",
    "Draft",
    "NewAdaptation",
    "NewModule",
    "NewPath",
    "NewQuestion",
    "NewSession",
    "NewSituation",
    "NewStep",
    "RefusedError",
    "announced_min",
    "line_to_open",
    "new_adaptation",
    "new_module",
    "new_path",
    "new_question",
    "new_session",
    "new_situation",
    "new_step",
    "plans_of",
    "readable_modules",
    "readable_vocabulary",
    "verified",
]

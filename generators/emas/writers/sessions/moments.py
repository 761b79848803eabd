"""When each sheet of a session is filled in."""

from enum import StrEnum

from emas.model import Quiz, day_in_words
from emas.model.assessments import BEFORE
from emas.model.days import months_after
from emas.model.survey import TRIALS
from emas.writers.sessions.pack import Pack


class Moment(StrEnum):
    """When a sheet is filled in; the value is said to the trainer."""

    START = "au début"
    END = "à la fin"
    LATER = "plus tard"
    OPINION = "en partant"
    TRIAL = "après les essais"


def moment(quiz: Quiz) -> Moment:
    """Return when `quiz` is filled in: surveys are of two kinds, that of the trials comes later."""
    if quiz.survey:
        return Moment.TRIAL if quiz.assessment.id == TRIALS else Moment.OPINION
    if quiz.assessment.id == BEFORE:
        return Moment.START
    return Moment.LATER if quiz.assessment.delay_months else Moment.END


def note(pack: Pack, quiz: Quiz) -> str:
    """Return when to fill in a sheet that is taken away, and where to send it; else nothing.

    The day is the first one on which the page awaits it too: that of the shortest delay.
    """
    if moment(quiz) not in (Moment.LATER, Moment.TRIAL):
        return ""
    days = pack.item.session.days
    delays = [one.assessment.delay_months for one in pack.quizzes if one.assessment.delay_months]
    when = "quelques semaines après la formation"
    if days and delays:
        when = f"vers le {day_in_words(months_after(days[1], min(delays)))}"
    by = [contact.email for contact in pack.team.contacts[:1] if contact.email]
    to = f" à {pack.team.name}" + "".join(f" ({email})" for email in by)
    return f"À emporter\u00a0: remplissez cette feuille {when}, puis renvoyez-la{to}."

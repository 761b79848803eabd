"""When each slide is shown: the minutes of the running order, shared among the slides."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from emas.model import RunningOrder, shared
from emas.writers.slides.deck import Part, Slide, Timing
from emas.writers.slides.runs import said

BRIEF = "moins d’une minute"
"""How long a slide lasts to which no minute was given."""


def timed(parts: Sequence[Part], order: RunningOrder) -> tuple[Part, ...]:
    """Return `parts` with the time of each slide; that of a step without duration is not told.

    The minutes of a sequence are shared among its slides, by their words; those of a sequence
    that has no slide go to the first one of its step.
    """
    if not order.total_min:
        return tuple(parts)
    slides = [slide for part in parts for slide in part.slides]
    minutes = _minutes(slides, order)
    starts = accumulate(minutes, initial=0)
    told = iter(
        [
            replace(slide, timing=Timing(start, lasts) if _lasts(slide, order) else None)
            for slide, start, lasts in zip(slides, starts, minutes, strict=False)
        ]
    )
    return tuple(replace(part, slides=tuple(next(told) for _ in part.slides)) for part in parts)


def _lasts(slide: Slide, order: RunningOrder) -> bool:
    """Return whether the time of a slide is known: its step has a duration, or it has no step."""
    return not slide.sequence or order.step_min(slide.sequence[0]) > 0


def _minutes(slides: Sequence[Slide], order: RunningOrder) -> list[int]:
    """Return the minutes of each slide."""
    minutes = [0] * len(slides)
    for sequence in order.sequences:
        here = (sequence.step, sequence.id)
        ranks = [rank for rank, slide in enumerate(slides) if slide.sequence == here]
        if not ranks:
            ranks = [
                rank
                for rank, slide in enumerate(slides)
                if slide.sequence and slide.sequence[0] == sequence.step
            ][:1]
        weights = [max(1, _words(slides[rank])) for rank in ranks]
        for rank, share in zip(ranks, shared(sequence.minutes, weights), strict=True):
            minutes[rank] += share
    return minutes


def _words(slide: Slide) -> int:
    """Return how many words are shown or said."""
    return sum(len(line.text.split()) for line in (*slide.lines(), *slide.notes))


def with_time(slide: Slide) -> Slide:
    """Return `slide` with its minutes at the beginning of its notes, if they are known."""
    if slide.timing is None:
        return slide
    start, lasts = slide.timing.start_min, slide.timing.minutes
    words = f"{BRIEF}, à {_clock(start)}"
    if lasts:
        words = f"{lasts} min, de {_clock(start)} à {_clock(start + lasts)}"
    return replace(slide, notes=(said(f"Durée : {words}"), *slide.notes))


def _clock(minutes: int) -> str:
    """Return minutes since the start as they are read on a clock: « 1 h 05 »."""
    return f"{minutes // 60} h {minutes % 60:02d}"

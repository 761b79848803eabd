"""What a coordinator did, told to whoever keeps a journal."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Noted:
    """One action: the name of the coordinator, what was done, and to which session, if to one.

    `action` is a word of ours (« entree », « telechargement ») and never what a participant said.
    """

    who: str
    action: str
    session: str = ""


Note = Callable[[Noted], Awaitable[None]]
"""Keeps an action; what is noted is done only once this has returned."""


async def unnoted(noted: Noted) -> None:
    """Keep nothing: there is no journal."""

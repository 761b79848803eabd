"""xAPI 1.0.3: its words, and whether statements follow it; no files, no network."""

from emas.xapi.checks import StatementError
from emas.xapi.received import Received, completed, identified, receive
from emas.xapi.statement import Statement, check

__all__ = ["Received", "Statement", "StatementError", "check", "completed", "identified", "receive"]

"""The technical journal of the service: one JSON object a line, about nobody."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from logging import INFO, Formatter, getLogger
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from emas.tracking.settings import Report

MAX_BYTES = 10_000_000
KEPT = 3
"""How many files: the oldest is forgotten."""


def json_lines(path: Path) -> "Report":
    """Return what writes each event at the end of `path`.

    Raises:
        OSError: if the file cannot be opened.
    """
    handler = RotatingFileHandler(path, maxBytes=MAX_BYTES, backupCount=KEPT - 1, encoding="utf-8")
    handler.setFormatter(Formatter("%(message)s"))
    logger = getLogger("emas.suivi")
    logger.handlers = [handler]
    logger.setLevel(INFO)
    logger.propagate = False

    def report(event: str, values: Mapping[str, object]) -> None:
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        logger.info(json.dumps({"heure": now, "evenement": event, **values}, ensure_ascii=False))

    return report

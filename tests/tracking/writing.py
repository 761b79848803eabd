"""Statements and documents given to a store directly."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.tracking.asking import Statement

from emas import xapi
from emas.tracking.store import Store
from emas.tracking.store.statements import Batch, add

AUTHORITY = {"account": {"homePage": "https://suivi.example", "name": "essai"}}


@contextmanager
def opened(url: str, **more: Any) -> Iterator[Store]:
    store = Store(url, **more)
    try:
        yield store
    finally:
        store.close()


def batch(*statements: Statement) -> Batch:
    received = [xapi.receive(json.dumps(one), one) for one in statements]
    return Batch(tuple(received), AUTHORITY)


def write(store: Store, *statements: Statement) -> None:
    """Write statements as one request, and wait until they are on the disk."""
    store.write(add, batch(*statements)).result(timeout=60)

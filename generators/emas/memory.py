"""The garbage collector, kept away from what will live.

Pages are made of a great many small values without cycles: there is nothing to collect among
them, and looking at them all again and again takes two thirds of the time of reading a large text,
and a tenth of that of building a large site.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held() -> Iterator[None]:
    """Hold the collector."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def kept() -> Iterator[None]:
    """Hold the collector; afterwards, have it pass over all there is, until `release`."""
    with held():
        try:
            yield
        finally:
            gc.freeze()


def release() -> None:
    """Let the collector look at everything again: `mkdocs serve` builds many times."""
    gc.unfreeze()


def emptied() -> None:
    """Free now what nobody keeps: the parts of a site point at each other, and are many."""
    gc.collect()

"""The garbage collector, kept away from what lives as long as a build.

Pages are made of a great many small values without cycles: there is nothing to collect among
them, and to look at them all again and again takes a tenth of the time of a large site.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept() -> Iterator[None]:
    """Hold the collector; afterwards, have it pass over all there is, until `release`."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


def release() -> None:
    """Let the collector look at everything again: `mkdocs serve` builds many times."""
    gc.unfreeze()

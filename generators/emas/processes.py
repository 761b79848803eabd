"""Jobs, which do not wait for one another, done here or by several processes."""

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread

from emas.jobs import Job, Made
from emas.memory import emptied

Result = Callable[[], Made]
"""Gives what a job made, or raises what prevented it."""

WORTH_A_PROCESS = 100_000
"""Bytes of texts, each counted once a target: some three seconds, two of which are gained.

Another process takes one second to start.
"""

MOST_PROCESSES = 4
GIGABYTE = 1 << 30
MEMORY_UNKNOWN = 4 * GIGABYTE
AHEAD = 2
"""Jobs given to each process in advance: what they made waits in memory to be put in place."""


def results(jobs: Sequence[Job]) -> Generator[Result]:
    """Yield the result of each job, in their order; several processes work if it is worth it.

    Close it to stop them: with `contextlib.closing`, for instance.
    """
    processes = how_many(jobs)
    return _shared(jobs, processes) if processes > 1 else (partial(make, job) for job in jobs)


def how_many(jobs: Sequence[Job]) -> int:
    """Return how many processes should share `jobs`: a gigabyte of memory and a core for each."""
    work = sum(job.weight for job in jobs)
    return min(MOST_PROCESSES, cores(), memory() // GIGABYTE, work // WORTH_A_PROCESS)


def make(job: Job) -> Made:
    """Return what `job` makes.

    Raises:
        SiteError: if MkDocs refuses a page of the module.
        OSError: if the disk refuses.
    """
    from emas.making import DOCUMENTS  # all the engines: a second to import

    made = DOCUMENTS[job.target](job)
    emptied()  # decks and sites hold megabytes in cycles, which would else wait for long
    return made


def _shared(jobs: Sequence[Job], processes: int) -> Generator[Result]:
    # Only « spawn » exists on Windows, and it alone is safe beside the threads of Typst.
    threads = max(1, cores() // processes)
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _begin, (threads,))
    left = iter(jobs)
    try:
        given = deque(_given(pool, job) for job in islice(left, AHEAD * processes))
        while given:
            yield given.popleft()
            given.extend(_given(pool, job) for job in islice(left, 1))
    finally:
        pool.shutdown(cancel_futures=True)


def _given(pool: ProcessPoolExecutor, job: Job) -> Result:
    try:
        future = pool.submit(make, job)
    except BrokenProcessPool:
        return partial(make, job)
    return partial(_received, future, job)


def _received(future: Future[Made], job: Job) -> Made:
    """Return what another process made; what it can no longer give is made here."""
    try:
        return future.result()
    except BrokenProcessPool:  # the system stopped it, for want of memory
        return make(job)


def _begin(threads: int) -> None:
    """Have this process end with the one that gives it work, and leave Ctrl-C to that one.

    Typst would take as many `threads` as there are cores.
    """
    os.environ["RAYON_NUM_THREADS"] = str(threads)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def memory() -> int:
    """Return the bytes of memory of the computer. Windows does not say so to Python."""
    names = getattr(os, "sysconf_names", {})
    if "SC_PHYS_PAGES" not in names:
        return MEMORY_UNKNOWN
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")

"""What building costs, in a process of its own.

Seconds are those of the processor rather than of the clock: the computer may be busy with others.
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

BUILD = Path(__file__).with_name("child.py")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor, the most memory held at once, in megabytes, and seconds elapsed.

    The processor's are also those of the processes that were started; the memory is of the first.
    """

    seconds: float
    megabytes: float
    elapsed: float


def cost(project: Path, bytecode: Path, command: Sequence[str | Path] = (BUILD,)) -> Cost:
    """Build the site of `project`, or run another `command` in Python; return what it took.

    A command prints the most memory that it held, in kilobytes; compiled modules go to `bytecode`.

    Raises:
        RuntimeError: if the command fails.
    """
    start = time.monotonic()
    kept = {"PYTHONPYCACHEPREFIX": str(bytecode), "NO_MKDOCS_2_WARNING": "1"}
    environment = {**os.environ, **kept}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    whole = [sys.executable, *command]
    with subprocess.Popen(whole, cwd=project, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        told = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{project.name} : code {process.returncode}")
    elapsed = time.monotonic() - start
    return Cost(used.ru_utime + used.ru_stime, int(told) / 1024, elapsed)


def costs(projects: Sequence[Path], bytecode: Path, *, rounds: int) -> list[list[Cost]]:
    """Return, for each round, what each project took, one after the other.

    What disturbs a round disturbs all of it: compare inside a round.
    """
    cost(projects[0], bytecode)  # compiles the modules
    return [[cost(project, bytecode) for project in projects] for _ in range(rounds)]

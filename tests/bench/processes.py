"""What building a site costs, in a process of its own.

Seconds are those of the processor, not of the clock: the computer may be busy with other things.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

BUILD = Path(__file__).with_name("child.py")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor, and the most memory held at once, in megabytes."""

    seconds: float
    megabytes: float


def cost(project: Path, bytecode: Path) -> Cost:
    """Build the site of `project` and return what it took; compiled modules go to `bytecode`.

    Raises:
        RuntimeError: if the build fails.
    """
    kept = {"PYTHONPYCACHEPREFIX": str(bytecode), "NO_MKDOCS_2_WARNING": "1"}
    environment = {**os.environ, **kept}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, str(BUILD), "mkdocs.yml"]
    with subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        told = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{project.name} : code {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, int(told) / 1024)


def costs(projects: Sequence[Path], bytecode: Path, *, rounds: int) -> list[list[Cost]]:
    """Return, for each round, what each project took, one after the other.

    What disturbs a round disturbs all of it: compare inside a round.
    """
    cost(projects[0], bytecode)  # compiles the modules
    return [[cost(project, bytecode) for project in projects] for _ in range(rounds)]

"""Build the project of this folder as « emas build » does, then print the most memory it held.

Arguments: how many cores to use, then the targets. See `child` for why the memory is asked here.
"""

import re
import sys
from pathlib import Path

from emas import compiler, pipeline, processes
from emas.diagnostics import has_errors
from emas.jobs import USUAL
from emas.project import Project


def main(cores: str, *targets: str) -> None:
    processes.cores = lambda: int(cores)
    project = Project(Path.cwd())
    request = compiler.Request(tuple(map(compiler.Target, targets)) or USUAL)
    loaded = pipeline.load(project)
    built = compiler.build(project, loaded, request)
    if has_errors([*loaded.diagnostics, *built.diagnostics]):
        raise SystemExit(1)
    print(re.findall(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text("ascii"))[0])


if __name__ == "__main__":  # the processes that share the work read this file too
    main(*sys.argv[1:])

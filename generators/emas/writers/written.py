"""What every writer returns."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from emas.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Written:
    """Files by their path inside the target's folder, and what the format could not hold."""

    files: Mapping[PurePosixPath, bytes]
    diagnostics: tuple[Diagnostic, ...] = ()

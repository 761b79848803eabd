"""Whether files may bear an identifier: on the site, on a stick, on any system."""

from pathlib import PurePosixPath

from emas.diagnostics import Code, Diagnostic, file_start
from emas.model.device_names import is_device
from emas.readers.values import IDENTIFIER


def unfit(identifier: str, path: PurePosixPath) -> list[Diagnostic]:
    """Return why outputs cannot be called `identifier`, which comes from the name of `path`."""
    values = {"identifiant": identifier}
    if not IDENTIFIER.fullmatch(identifier):
        return [Diagnostic(Code.IDE002, file_start(path), values)]
    if is_device(identifier):
        return [Diagnostic(Code.IDE004, file_start(path), values)]
    return []

"""When the program itself is wrong: one French sentence, and a file to send."""

import os
import platform
import sys
import tempfile
import traceback
from pathlib import Path

import click

from emas import __version__, files, project

STATUS = 3
NAME = "erreur-interne.txt"


class InternalError(click.ClickException):
    """A mistake of ours; authors' files have not changed."""

    exit_code = STATUS


class GuardedGroup(click.Group):
    """Commands that never show a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what nobody expected is written down and told."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            raise InternalError(told(error)) from error


def told(error: Exception) -> str:
    """Write down what nobody expected; return what to tell of it."""
    what = f"erreur interne ({type(error).__name__}). Vos fichiers n’ont pas changé."
    try:
        place = _write_down(error)
    except OSError as refused:
        return f"{what} Le détail n’a pas pu être écrit : {files.cause(refused)}."
    return f"{what} Envoyez le fichier « {place} » à l’équipe technique."


def _write_down(error: Exception) -> Path:
    """Write the whole story in `.emas/`, or without a project, where temporary files go."""
    try:
        path = project.find(Path.cwd()).work / NAME
    except project.ProjectNotFoundError:
        path = Path(tempfile.gettempdir()) / f"emas-{NAME}"
    lines = [
        f"Atelier EMAS {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"emas {' '.join(sys.argv[1:])}",
        *traceback.format_exception(error),
    ]
    files.write(path, "\n".join(lines).encode("utf-8", "replace"))
    return Path(os.path.relpath(path)) if path.is_relative_to(Path.cwd()) else path

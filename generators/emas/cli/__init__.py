"""The `emas` command: parses arguments, prints, sets the exit status; nothing else."""

from emas.cli.main import main

__all__ = ["main"]

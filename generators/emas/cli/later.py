"""Groups whose commands are imported when they are asked for: each needs a part of the program."""

from collections.abc import Mapping
from importlib import import_module

import click

from emas.cli.guard import GuardedGroup


class LaterGroup(GuardedGroup):
    """A group of commands. `places` says where each is: `package.module:name`, by name."""

    def __init__(self, *args: object, places: Mapping[str, str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # click's own are many
        self._places = places

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        """Return the names of all commands."""
        return sorted(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - id.
        """Return the command of that name, or None."""
        if cmd_name not in self._places:
            return None
        module, _, name = self._places[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

"""A guide of the team, followed from an empty folder: what it has typed is run, for good.

The days of its sessions are taken for today, so that what is kept of them is still to be kept.
"""

import contextlib
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path

import click
import httpx
from click.testing import CliRunner
from tests.given import ANSWERS, GIVEN
from tests.guide import GUIDE, GUIDES, Said, Typed, actions, edit

from emas.cli import main
from emas.editing.scaffolds.sessions import SCHOOL_YEAR_STARTS
from emas.pipeline import load
from emas.project import Project

INDEX = GUIDES / "index.md"
FOLLOWED = sorted(path for path in GUIDES.glob("*.md") if path not in (GUIDE, INDEX))
"""The guides in which something is done, but for the first one, which has its own tests."""

EMAS = Path(sys.executable).parent / "emas"
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+[\w/]*")
LONG = "build"
"""The command that a quick reader does in part: its words are checked, the plan is made ready."""

NOT_READY = "--publication"
"""Said of a command that ends with 1 while something is to be done, as in any new project."""


@dataclass
class Following:
    """Somebody who follows a guide; `whole` says whether they wait for what is long to make."""

    place: Path
    whole: bool
    services: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)
    written: bool = False
    seen: set[str] = field(default_factory=set)
    """All the files and folders that were there after a command."""

    def follow(self, guide: Path) -> Project:
        """Do all that `guide` says; what is written is right before a command, and at the end.

        A command that it only names is typed there too, unless it is the start of another one.
        """
        told = actions(guide)
        typed = [dated(one.command) for one in told if isinstance(one, Typed)]
        with self.services:
            for one in told:
                action = type(one)(**{name: dated(text) for name, text in asdict(one).items()})
                match action:
                    case Typed():
                        self.type(action)
                    case Said(command):
                        if not any(line.startswith(command) for line in typed):
                            self.say(action)
                    case _:
                        edit(self.place, action)
                        self.written = True
            self.verify()
        return Project(self.place)

    def verify(self) -> None:
        """Check that nothing is said of what was written since the last time."""
        if self.written:
            found = load(Project(self.place)).diagnostics
            assert found == (), found
        self.written = False

    def type(self, action: Typed) -> None:
        """Run a command, and look at what is there then."""
        self.verify()
        program, *words = shlex.split(action.command)
        if program == "cd":
            self.place /= words[0]
            return
        assert program == "emas", action
        if words[0] == LONG and not self.whole:
            parse(words)
            words = [LONG, "--cible", "suivi"]
        if "serve" in words:
            self.services.enter_context(serving(words, self.place))
        else:
            with contextlib.chdir(self.place):
                done = CliRunner().invoke(main, words, input=action.answers)
            assert done.exit_code == (NOT_READY in words), (action, done.output, done.stderr)
        self.seen |= {str(path.relative_to(self.place)) for path in self.place.rglob("*")}

    def say(self, told: Said) -> None:
        """Run a command that is only named, with what others gave."""
        words = [
            GIVEN[word](self.place) if word in GIVEN else word for word in told.command.split()
        ]
        self.type(Typed(" ".join(words), ANSWERS.get(" ".join(words[:3]), "")))


def parse(words: list[str]) -> None:
    """Check that `words` are a command, its options and what they may say."""
    name, *rest = words
    above = click.Context(main, **main.context_settings)
    command = main.get_command(above, name)
    assert command
    command.make_context(name, rest, parent=above)


@contextlib.contextmanager
def serving(words: list[str], place: Path) -> Iterator[None]:
    """Start what serves, on a free port; its page is read at once, and it is stopped at the end."""
    free = ["--port", "0"] if words[0] == "track" else []
    with subprocess.Popen(
        [EMAS, *words, *free],
        cwd=place,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as running:
        assert running.stdout
        try:
            said = next(filter(None, map(ADDRESS.findall, running.stdout)), None)
            assert said, words
            assert httpx.get(said[-1], follow_redirects=True).status_code == 200
            yield
        finally:
            running.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGINT)


def dated(text: str) -> str:
    """Return `text` with today for the days of the sessions, and what comes with it."""
    today = date.today()
    first = today.year - (today.month < SCHOOL_YEAR_STARTS)
    text = re.sub(r"2027-01-13|2027-03-17", today.isoformat(), text)
    text = re.sub(r"(?<=[a-z]-)2027-01\b(?!-)", f"{today:%Y-%m}", text)
    return text.replace("2026-2027", f"{first}-{first + 1}")


CODE = re.compile(r"`([^`\s]+/[^`\s]*|[^`\s]+\.(?:md|yml|json|csv))`")


def named(guide: Path, place: Path) -> set[str]:
    """Return the files and folders of `place` that `guide` names, apart from its examples."""
    text = re.sub(r"^```.*?^```$", "", guide.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    there = {path.name for path in place.iterdir() if not path.name.startswith(".")}
    found = (dated(part.rstrip("/")) for part in CODE.findall(text) if "…" not in part)
    return {part for part in found if part.split("/")[0] in there}

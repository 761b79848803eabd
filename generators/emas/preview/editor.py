"""What opens a source at a line: an address that VS Code answers to, or a command of one's own."""

import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from urllib.parse import quote


class EditorError(ValueError):
    """A command that cannot be used: a French sentence."""


@dataclass(frozen=True, slots=True)
class Editor:
    """A command, word by word, where `{fichier}`, `{ligne}` and `{colonne}` stand for a place."""

    words: tuple[str, ...]

    def open(self, path: Path, line: int, column: int) -> None:
        """Start the editor, without a shell. Raises OSError if it does not start."""
        place = {"{fichier}": str(path), "{ligne}": str(line), "{colonne}": str(column)}
        words = [_filled(word, place) for word in self.words]
        started = subprocess.Popen(words, stdin=subprocess.DEVNULL, start_new_session=True)
        Thread(target=started.wait, daemon=True).start()  # else it would stay when it ends


def _filled(word: str, place: dict[str, str]) -> str:
    for mark, value in place.items():
        word = word.replace(mark, value)
    return word


def editor(command: str) -> Editor:
    """Return the editor that a command starts: « notepad++ -n{ligne} {fichier} ».

    Raises:
        EditorError: if the program is not there, or if the command names no file.
    """
    try:
        words = [word.strip('"') for word in shlex.split(command, posix=False)]
    except ValueError as error:
        raise EditorError(f"« {command} » a un guillemet qui n’est pas fermé") from error
    if not any("{fichier}" in word for word in words[1:]):
        raise EditorError(f"« {command} » ne dit pas où mettre {{fichier}}")
    program = shutil.which(words[0])
    if program is None:
        raise EditorError(f"le programme « {words[0]} » est introuvable")
    return Editor((program, *words[1:]))


def link(path: Path, line: int, column: int) -> str:
    """Return the address that opens a file in VS Code, wherever that is installed."""
    return f"vscode://file/{quote(path.as_posix().lstrip('/'))}:{line}:{column}"

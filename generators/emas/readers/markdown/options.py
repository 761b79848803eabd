"""The option lines of a block, typed, with what is wrong in them."""

import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from emas.diagnostics import Code, Diagnostic, Span
from emas.diagnostics.suggest import fold, suggestion
from emas.document import Priority
from emas.readers.markdown.containers import Opening, OptionLine
from emas.readers.markdown.environment import Environment
from emas.readers.names import resolve_all
from emas.readers.values import minutes

T = TypeVar("T")

EXAMPLES: Mapping[str, str] = {
    "duree": "duree : 20 min",
    "priorite": "priorite : essentiel",
    "niveau": "niveau : elementaire",
    "niveaux": "niveaux : college, lycee",
    "domaine": "domaine : temps",
    "fichier": "fichier : media/une-classe.mp4",
    "reponse": "reponse : 25 %",
    "tolerance": "tolerance : 2",
    "echelle": "echelle : pas du tout … tout à fait",
    "strict": "strict : oui",
    "collecte": "collecte : oui",
}


class Options:
    """The options of one block. Unknown and repeated ones are reported when it is made."""

    def __init__(self, environment: Environment, opening: Opening, known: tuple[str, ...]) -> None:
        self.environment = environment
        self.word = opening.word
        self.lines: dict[str, OptionLine] = {}
        for option in opening.options:
            key = fold(option.key)
            if key not in known:
                self._unknown(option, known)
            elif key in self.lines:
                environment.report(Code.BLO010, option.line, {"option": option.key})
            else:
                self.lines[key] = option

    def _unknown(self, option: OptionLine, known: tuple[str, ...]) -> None:
        possible = f" Options de ce bloc : {', '.join(known)}." if known else ""
        values = {
            "mot": self.word,
            "option": option.key,
            "suggestion": suggestion(option.key, known),
            "possibles": possible,
        }
        self.environment.report(Code.BLO004, option.line, values)

    def text(self, key: str) -> str:
        """Return the value of `key`, or nothing."""
        return self.lines[key].value if key in self.lines else ""

    def span(self, key: str) -> Span:
        """Return the span of the value of `key`, which must be there."""
        option = self.lines[key]
        line = self.environment.lines[option.line]
        column = line.rindex(option.value) + 1
        number = self.environment.number(option.line)
        path = self.environment.path
        return Span(path, number, column, number, column + len(option.value))

    def place(self, key: str) -> Span | None:
        """Return the span of the value of `key`, or None if it is not given."""
        return self.span(key) if key in self.lines else None

    def require(self, key: str, opening: Opening) -> None:
        """Report `key` when it is missing."""
        if key not in self.lines:
            values = {"option": key, "mot": self.word}
            self.environment.report(Code.BLO012, opening.line, values)

    def duration(self, key: str) -> int | None:
        """Return the minutes of `key`, or None."""
        return self._typed(key, minutes, "ce n’est pas une durée")

    def priority(self) -> Priority:
        """Return the option `priorite`, `USEFUL` by default."""
        cause = "choisissez essentiel, utile ou si-temps"
        return self._typed("priorite", lambda text: Priority(fold(text)), cause) or Priority.USEFUL

    def names(self, key: str, known: Mapping[str, str], called: str) -> tuple[str, ...]:
        """Return the ids that `key` lists, separated by commas."""
        if key not in self.lines:
            return ()
        span = self.span(key)
        parts = [
            (part[0].strip(), _part_span(span, part))
            for part in re.finditer(r"[^,|]+", self.text(key))
            if part[0].strip()
        ]
        ids, found = resolve_all(parts, known, called=called)
        self.environment.found += found
        return ids

    def _typed(self, key: str, read: Callable[[str], T], cause: str) -> T | None:
        if key not in self.lines:
            return None
        try:
            return read(self.text(key))
        except ValueError:
            self.report(key, cause)
            return None

    def report(self, key: str, cause: str) -> None:
        """Note that the value of `key` does not suit."""
        values = {
            "option": key,
            "valeur": self.text(key),
            "cause": cause,
            "exemple": EXAMPLES[key],
        }
        self.environment.found.append(Diagnostic(Code.BLO008, self.span(key), values))


def _part_span(span: Span, part: re.Match[str]) -> Span:
    start = span.column + part.start() + len(part[0]) - len(part[0].lstrip())
    return Span(span.path, span.line, start, span.line, start + len(part[0].strip()))

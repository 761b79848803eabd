"""What a format cannot hold, gathered so that it is told once for all the questions concerned."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from emas.diagnostics import Code, Diagnostic, Span


class Named(Protocol):
    """A question or a situation: what is lost is told at its place, under its id."""

    @property
    def id(self) -> str:
        """The id that its author knows."""

    @property
    def span(self) -> Span:
        """Where it is written."""


@dataclass
class Losses:
    """The losses of one file in `format`, which is its name in a sentence."""

    format: str
    _noted: dict[tuple[Code, str], list[Named]] = field(default_factory=dict)

    def left_out(self, what: str, question: Named) -> None:
        """Note that `question` is not in the file: it cannot hold `what`."""
        self._note(Code.EXP001, what, question)

    def reshaped(self, how: str, question: Named) -> None:
        """Note that `question` has another form, which `how` tells: « l’ordre devient… »."""
        self._note(Code.EXP002, how, question)

    def dropped(self, detail: str, question: Named) -> None:
        """Note that the file does not keep `detail` of `question`."""
        self._note(Code.EXP003, detail, question)

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Yield one diagnostic a loss, at the first question that it concerns."""
        names = {Code.EXP001: "quoi", Code.EXP002: "forme", Code.EXP003: "detail"}
        for (code, said), questions in self._noted.items():
            listed = ", ".join(question.id for question in questions)
            values = {"format": self.format, names[code]: said, "questions": listed}
            yield Diagnostic(code, questions[0].span, values)

    def _note(self, code: Code, said: str, question: Named) -> None:
        questions = self._noted.setdefault((code, said), [])
        if question not in questions:
            questions.append(question)

"""Answers that come back: the file that a participant's page gives, and sheets typed in a table.

The format of the file is in `docs/formats/reponses.md`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from emas.diagnostics import Code, Diagnostic, Span, file_start
from emas.diagnostics.suggest import suggestion
from emas.model import Asking, Question, Response, is_collected, score
from emas.model.codes import read_code
from emas.model.moment import AskedPart, AskedQuestion
from emas.model.sheet import LONGEST, Sheet, versioned
from emas.readers.tables import Column, Row, Table, read_table
from emas.readers.typed import how_to_type, read_typed
from emas.transforms.moments import asked_parts

FORMAT = "emas-reponses-1"
MAX_BYTES = 256_000
"""Read one byte more than this of a file, and no further."""

MOST = 100
"""Things that one answer may hold."""

Asked = Mapping[str, Sequence[AskedPart]]
"""What each session asks, by its id."""


@dataclass(frozen=True, slots=True)
class Received:
    """The sheet of a participant, and the id of its session."""

    session: str
    sheet: Sheet


def read_answers(
    data: bytes, path: PurePosixPath, asked: Asked
) -> tuple[Received | None, list[Diagnostic]]:
    """Return what a participant's file says, or None, and what is wrong or left out."""
    content, cause = _content(data)
    if content is None:
        return None, [_refused(path, cause)]
    session = content.get("session")
    if not isinstance(session, str) or session not in asked:
        near = suggestion(str(session), list(asked))
        values = {"session": str(session)[:60], "suggestion": near}
        return None, [Diagnostic(Code.REP002, file_start(path), values)]
    reading = _Reading(asked[session], file_start(path))
    moment, code, number = content.get("moment"), content.get("code"), content.get("numero")
    if not reading.is_asked(moment) or not reading.is_code(code):
        return None, reading.found
    responses = content.get("reponses")
    if type(number) is not int or number < 1 or not isinstance(responses, dict):
        return None, [_refused(path, "il n’est pas complet")]
    answers = reading.kept(str(moment), responses)
    sheet = Sheet(str(moment), read_code(str(code)) or "", number, answers)
    return Received(session, sheet), reading.found


def _content(data: bytes) -> tuple[dict[str, object] | None, str]:
    """Return the object that a file holds, or None and why it is not one of ours."""
    if len(data) > MAX_BYTES:
        return None, f"il dépasse {MAX_BYTES // 1000} Ko"
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None, "ce n’est pas un fichier de réponses, ou il est abîmé"
    if not isinstance(content, dict) or not str(content.get("format")).startswith("emas-reponses-"):
        return None, "ce n’est pas un fichier de réponses"
    if content["format"] != FORMAT:
        return None, "il vient d’une version plus récente de l’Atelier"
    return content, ""


def _refused(path: PurePosixPath, cause: str) -> Diagnostic:
    return Diagnostic(Code.REP001, file_start(path), {"cause": cause})


class _Reading:
    """The answers of one participant, checked against what a session asks."""

    def __init__(self, parts: Sequence[AskedPart], span: Span) -> None:
        self.parts = parts
        self.span = span
        self.found: list[Diagnostic] = []

    def is_asked(self, moment: object) -> bool:
        """Return whether the session has that moment, else say so."""
        moments = list(dict.fromkeys(part.moment for part in self.parts))
        if moment in moments:
            return True
        values = {"moment": str(moment)[:60], "possibles": ", ".join(moments) or "aucune"}
        self.found.append(Diagnostic(Code.REP003, self.span, values))
        return False

    def is_code(self, code: object) -> bool:
        """Return whether that is the code of a participant, else say so."""
        if isinstance(code, str) and read_code(code):
            return True
        self.found.append(Diagnostic(Code.REP004, self.span, {"code": str(code)[:20]}))
        return False

    def questions(self, moment: str) -> dict[str, AskedQuestion]:
        """Return what that moment asks and gathers, by id."""
        asked = (part.questions for part in self.parts if part.moment == moment)
        return {one.id: one for some in asked for one in some if one.collected}

    def kept(self, moment: str, responses: Mapping[str, object]) -> dict[str, Response]:
        """Return the answers that may be kept, in the order of their names; say what is left."""
        questions = self.questions(moment)
        answers: dict[str, Response] = {}
        older: list[str] = []
        for name, given in sorted(responses.items()):
            response = _plain(given)
            question = questions.get(name.partition("@")[0])
            if question is None or response is None or not _fits(question, name, response):
                self._left_out(name, "" if question else "cette évaluation ne la pose pas")
                continue
            answers[name] = response
            older += [question.id] * (name != question.name)
        if older:
            values = {"questions": ", ".join(older)}
            self.found.append(Diagnostic(Code.REP006, self.span, values))
        return answers

    def typed(
        self, questions: Mapping[str, Question], words: Mapping[str, str]
    ) -> dict[str, Response]:
        """Return the answers that texts stand for, by question; say which stand for none."""
        answers: dict[str, Response] = {}
        for name, text in words.items():
            if name not in questions:
                self._left_out(name, "cette évaluation ne la pose pas")
            elif len(text.strip()) > LONGEST:
                count = len(text.strip())
                self._left_out(name, f"elle a {count} signes, pour {LONGEST} au plus : coupez-la")
            elif (response := read_typed(questions[name], text)) is None:
                self._left_out(
                    name,
                    f"« {text[:40]} » n’en est pas une. À écrire : {how_to_type(questions[name])}",
                )
            else:
                answers[versioned(questions[name])] = response
        return answers

    def _left_out(self, name: str, cause: str) -> None:
        cause = cause or "elle n’a pas la forme d’une réponse"
        values = {"question": name.partition("@")[0][:40], "cause": cause}
        self.found.append(Diagnostic(Code.REP005, self.span, values))


def _plain(given: object) -> Response | None:
    """Return `given` if it is text, number, or a list of them, of a reasonable length."""
    many = given if isinstance(given, list) else [given]
    simple = all(item is None or _is_simple(item) for item in many)
    if given is None or not simple or len(many) > MOST:
        return None
    return given  # type: ignore[return-value]  # what JSON has, checked above


def _is_simple(item: object) -> bool:
    return (isinstance(item, str) and len(item) <= LONGEST) or type(item) is int


def _fits(question: AskedQuestion, name: str, response: Response) -> bool:
    """Return whether `response` can be an answer; that of another version is not known any more."""
    if name != question.name:
        return True
    try:
        score(question.key, response)
    except ValueError:
        return False
    return True


MOMENT = Column("moment", ("moment", "évaluation"))
CODE = Column("code", ("code", "mon code"))


def read_typed_table(
    data: bytes, path: PurePosixPath, parts: Sequence[Asking]
) -> tuple[list[Sheet], list[Diagnostic]]:
    """Return the sheets of a table: one a line, one column a question, as `how_to_type` says.

    A line without any answer is left out, whatever its code: the model has one for each code.
    """
    asked = _columns(parts)
    columns = [MOMENT, CODE, *(Column(name, (name,), needed=False) for name in asked)]
    table, found = read_table(data, path, columns)
    if table is None:
        return [], found
    found += _unknown_columns(table)
    sheets: list[Sheet] = []
    for row in table.rows:
        sheet, problems = _typed_row(table, row, asked, parts)
        found += problems
        sheets += [sheet] if sheet else []
    return sheets, found


def _columns(parts: Sequence[Asking]) -> list[str]:
    """Return the ids of the questions that are gathered, each once, in the order they are asked."""
    every = (one for part in parts for one in part.questions)
    return list(dict.fromkeys(one.id for one in every if is_collected(one)))


def _unknown_columns(table: Table) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each column with answers to nothing that is asked."""
    known = set(table.columns.values())
    for index, title in enumerate(table.header.cells):
        if index not in known and any(row.cell(index).strip() for row in table.rows):
            cause = "cette colonne ne nomme aucune question de la session"
            values = {"question": title[:40], "cause": cause}
            yield Diagnostic(Code.REP005, table.span(table.header), values)


def _typed_row(
    table: Table, row: Row, asked: Iterable[str], parts: Sequence[Asking]
) -> tuple[Sheet | None, list[Diagnostic]]:
    written = {name: text for name in asked if (text := table.text(row, name).strip())}
    if not written:
        return None, []
    reading = _Reading(asked_parts(parts), table.span(row))
    moment, code = table.text(row, "moment").strip(), table.text(row, "code")
    if not reading.is_asked(moment) or not reading.is_code(code):
        return None, reading.found
    asked_then = (part.questions for part in parts if part.assessment.id == moment)
    questions = {one.id: one for some in asked_then for one in some if is_collected(one)}
    answers = reading.typed(questions, written)
    return Sheet(moment, read_code(code) or "", 1, answers), reading.found


def model_table(parts: Sequence[Asking], codes: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Yield the lines of a table to fill in: the header, then one a moment and code.

    `codes` are those of each moment, as they are printed.
    """
    asked = _columns(parts)
    yield [MOMENT.key, CODE.key, *asked]
    for moment in dict.fromkeys(part.assessment.id for part in parts):
        for code in codes.get(moment, ()):
            yield [moment, code, *([""] * len(asked))]

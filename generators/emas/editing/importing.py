"""Imported questions at the end of the bank of a module: nothing that is there is ever changed."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from emas import files
from emas.diagnostics import Code, Diagnostic
from emas.document import plain_text
from emas.editing.changing import change_sources
from emas.editing.naming import written_ids
from emas.editing.scaffolds.drafts import after
from emas.files import read_sources
from emas.model import Kind, Question, Vocabulary
from emas.model.versions import question_version
from emas.project import Project
from emas.readers.exchange import MAX_BYTES, read_exchange, refused
from emas.readers.exchange.questions import questions_of
from emas.readers.exchange.words import named
from emas.readers.markdown import read_markdown
from emas.readers.module import BANK, MODULES
from emas.readers.source import FORBIDDEN, SourceFile, decode
from emas.readers.sources import Sources
from emas.writers.source import question_source

REGISTER = "medias.yml"
ENTRY = "{name}:\n  credit: à compléter\n  licence: à compléter\n"
LONGEST_PREFIX = 25
"""Letters that the id of a module gives to those of its questions: « autisme-i01 »."""


@dataclass
class Report:
    """What an import did. `added` are the ids, `copied` the pictures; nothing is in both."""

    bank: PurePosixPath
    added: list[Question] = field(default_factory=list)
    known: int = 0
    copied: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def kinds(self) -> Mapping[Kind, int]:
        """Return how many questions of each kind were added."""
        return Counter(question.kind for question in self.added)


def import_questions(
    project: Project, vocabulary: Vocabulary, module: str, file: Path, shown: PurePosixPath
) -> Report:
    """Add the questions of `file`, called `shown` in messages, to the bank of `module`.

    Either all is written or nothing is: the bank comes last, in one atomic write.
    """
    report = Report(MODULES / module / BANK)
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        report.diagnostics.append(refused(shown, files.cause(error), "vérifiez le fichier."))
        return report
    drafts, found = read_exchange(data, shown)
    imported = questions_of(drafts)
    report.diagnostics += [*found, *imported.diagnostics]
    bank = _Bank(read_sources(project.root), module, vocabulary)
    texts = list(bank.new(imported.questions, report))
    if not texts:
        return report
    changes = bank.changes(texts, report, imported.pictures)
    if obstacle := bank.obstacle(changes, report):
        report.diagnostics.append(refused(shown, *obstacle))
        report.added, report.copied = [], []
        return report
    try:
        change_sources(project, changes, "emas import")
    except OSError as error:
        remedy = "rien n’a été changé ; libérez le disque ou vérifiez vos droits, puis recommencez."
        report.diagnostics.append(refused(shown, files.cause(error), remedy))
        report.added, report.copied = [], []
    return report


class _Bank:
    """The questions of a module as they are now, and what would be added."""

    def __init__(self, sources: Sources, module: str, vocabulary: Vocabulary) -> None:
        self.sources = sources
        self.vocabulary = vocabulary
        self.folder = MODULES / module
        self.path = self.folder / BANK
        self.prefix = module[:LONGEST_PREFIX].rstrip("-")
        self.taken = {name: f"{path}, ligne {line}" for name, path, line in written_ids(sources)}
        self.old = sources.files.get(self.path, b"")
        self.questions = self._read(self.old)

    def _read(self, data: bytes) -> tuple[Question, ...]:
        source, _ = decode(data, self.path)
        return (
            read_markdown(source, self.vocabulary, prefix="questions").questions if source else ()
        )

    def new(self, questions: list[Question], report: Report) -> Iterator[str]:
        """Yield the text of each question that is not there yet, noting it in `report`."""
        known = {_gist(question): question.id for question in self.questions}
        for question in questions:
            words = named(plain_text(question.statement))
            identifier = question.id or known.get(_gist(question), "")
            if identifier in self.taken:
                same = known.get(_gist(question)) == identifier
                report.known += same
                values = {
                    "question": words,
                    "identifiant": identifier,
                    "ailleurs": self.taken[identifier] + (", mot pour mot" if same else ""),
                }
                report.diagnostics.append(Diagnostic(Code.IMP007, question.span, values))
                continue
            ready = replace(question, id=identifier or self._free(), written_id=True)
            text = self._text(ready)
            if text is None:
                cause = "notre format ne peut pas l’écrire"
                values = {"question": words, "cause": cause}
                report.diagnostics.append(Diagnostic(Code.IMP002, question.span, values))
                continue
            self.taken[ready.id] = "plus haut dans le même fichier"
            known[_gist(ready)] = ready.id
            report.added.append(ready)
            yield text

    def _free(self) -> str:
        rank = 1
        while (candidate := f"{self.prefix}-i{rank:02}") in self.taken:
            rank += 1
        return candidate

    def _text(self, question: Question) -> str | None:
        """Return `question` in our Markdown, or None if it would not be read as it is."""
        text = FORBIDDEN.sub(" ", question_source(question))
        read = read_markdown(SourceFile(self.path, text), self.vocabulary, prefix="questions")
        if [_gist(item) for item in read.questions] != [_gist(question)]:
            return None
        return text if read.questions[0].id == question.id else None

    def changes(
        self, texts: list[str], report: Report, pictures: Mapping[str, bytes]
    ) -> dict[PurePosixPath, bytes]:
        """Return the files to write: pictures, what tells of them, then the bank."""
        shown = [name for name in pictures if any(f"media/{name}" in text for text in texts)]
        place = self.folder / "media"
        fresh = [name for name in shown if place / name not in self.sources.files]
        result = {place / name: pictures[name] for name in fresh}
        if fresh:
            entries = "".join(ENTRY.format(name=name) for name in fresh)
            register = place / REGISTER
            result[register] = after(self.sources.files.get(register, b""), entries, gap="")
            report.copied += fresh
            for name in fresh:
                span = report.added[0].span
                report.diagnostics.append(Diagnostic(Code.IMP008, span, {"image": name}))
        result[self.path] = after(self.old, "\n\n".join(texts) + "\n", gap="\n")
        return result

    def obstacle(
        self, changes: Mapping[PurePosixPath, bytes], report: Report
    ) -> tuple[str, str] | None:
        """Return why `changes` must not be written, and what to do, or None."""
        for path in (*changes, self.folder / "media"):
            if path in self.sources.links:
                return f"« {path} » est un lien symbolique", "remplacez-le par le vrai fichier."
        after = self._read(changes[self.path])
        expected = [question.id for question in (*self.questions, *report.added)]
        if [question.id for question in after] != expected:
            cause = f"« {self.path} » ne peut pas recevoir de questions à sa fin"
            return cause, f"corrigez-le d’abord : « emas check {self.folder.name} » dit pourquoi."
        register = self.folder / "media" / REGISTER
        if register in changes:
            node, _ = Sources({register: changes[register]}).yaml_mapping(register)
            if node is None:
                return f"« {register} » a des erreurs", "corrigez-le d’abord, puis recommencez."
        return None


def _gist(question: Question) -> tuple[str, str, str]:
    """Return what makes a question the same: its version, its objective, all its words."""
    words = plain_text(question.texts())
    return question_version(question), question.objective, "".join(words.split())

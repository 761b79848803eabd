"""`content/plan/` brought up to an export of Sofia-FMO: all or nothing, nothing overwritten."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from emas import files
from emas.diagnostics import Code, Diagnostic, Severity, Span, file_start
from emas.diagnostics.suggest import suggestion
from emas.editing import plan_memory
from emas.editing.changing import change_sources
from emas.editing.plan_merge import Memory, Outcome, merged
from emas.editing.yaml_text import NotEditableError, flow, rewritten, tree
from emas.files import read_sources
from emas.model import Module
from emas.pipeline import Loaded, load_sources
from emas.project import Project
from emas.readers.plan import FOLDER
from emas.readers.sofia import Listed, read_sofia
from emas.readers.sources import Sources
from emas.readers.tables import MAX_BYTES
from emas.readers.yaml_tree import Plain


@dataclass(frozen=True, slots=True)
class Receiver:
    """The file of the plan that gets new modules; what a new one starts with, else empty."""

    path: PurePosixPath
    year: str = ""
    academy: str = ""

    def header(self) -> str:
        """Return the first lines of a new file."""
        return f"annee: {self.year}\nacademie: {flow(self.academy)}\n"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of an import: `wanted` gives one of our modules to codes of Sofia-FMO."""

    wanted: Mapping[str, Module] = field(default_factory=dict)
    receiver: Receiver | None = None
    write: bool = True


@dataclass
class Report:
    """What an import did, or would do. `files` are those of the plan that change."""

    outcome: Outcome = field(default_factory=Outcome)
    files: list[PurePosixPath] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    refused: bool = False


class _RefusedError(Exception):
    """Why nothing is written, and what to do."""

    def __init__(self, cause: str, remedy: str) -> None:
        super().__init__(cause)
        self.cause = cause
        self.remedy = remedy


def import_plan(
    project: Project, loaded: Loaded, file: Path, shown: PurePosixPath, request: Request
) -> Report:
    """Bring the plan of `loaded` up to the export `file`, called `shown` in messages."""
    report = Report()
    try:
        listed = _listed(file, shown, report)
        _refuse_unknown(request.wanted, listed, shown, report)
        if not report.refused:
            _update(project, loaded, listed, request, report)
    except _RefusedError as refused:
        values = {"cause": refused.cause, "remede": refused.remedy}
        report.diagnostics.append(Diagnostic(Code.SOF001, file_start(shown), values))
        report.refused = True
    for identifier, item in report.outcome.lacking:
        values = {"session": identifier, "cause": item.problem}
        span = Span(shown, item.line, 1, item.line, 2)
        report.diagnostics.append(Diagnostic(Code.SOF002, span, values))
    return report


def _update(
    project: Project, loaded: Loaded, listed: list[Listed], request: Request, report: Report
) -> None:
    sources = read_sources(project.root)
    trees = _trees(sources, loaded, request.receiver)
    memory = _memory(project, report)
    receiver = request.receiver.path if request.receiver else None
    outcome = merged(trees, listed, memory, request.wanted, receiver)
    changes = _texts(sources, request.receiver, outcome)
    _refuse_errors(sources, changes, loaded)
    if request.write:
        _write(project, changes, memory, outcome.memory)
    report.outcome, report.files = outcome, list(changes)


def _listed(file: Path, shown: PurePosixPath, report: Report) -> list[Listed]:
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise _RefusedError(files.cause(error), "vérifiez le fichier.") from error
    listed, found = read_sofia(data, shown)
    report.diagnostics += found
    report.refused = listed is None
    return listed or []


def _refuse_unknown(
    wanted: Mapping[str, Module], listed: Sequence[Listed], shown: PurePosixPath, report: Report
) -> None:
    """Note the codes asked for that the export does not have."""
    codes = list(dict.fromkeys(item.key.module for item in listed))
    for code in wanted if not report.refused else ():
        if code not in codes:
            values = {"code": code, "suggestion": suggestion(code, codes)}
            report.diagnostics.append(Diagnostic(Code.SOF004, file_start(shown), values))
    report.refused |= any(item.code is Code.SOF004 for item in report.diagnostics)


def _trees(
    sources: Sources, loaded: Loaded, receiver: Receiver | None
) -> dict[PurePosixPath, Plain]:
    """Return the plan as trees, the file to create being the two lines that it starts with."""
    if wrong := _errors(loaded):
        path = wrong[0].span.path
        raise _RefusedError(
            f"« {path} » a des erreurs", "corrigez-les d’abord : « emas check » les dit."
        )
    trees: dict[PurePosixPath, Plain] = {
        plan.span.path: tree(sources.text(plan.span.path)[0]) for plan in loaded.catalogue.plans
    }
    if receiver and receiver.path not in trees:
        if receiver.path in sources.paths() or FOLDER in sources.links:
            raise _RefusedError(
                f"« {receiver.path} » n’est pas un fichier de plan",
                "donnez un autre nom avec --plan, ou déplacez ce fichier.",
            )
        trees[receiver.path] = {"annee": receiver.year, "academie": receiver.academy}
    return trees


def _errors(loaded: Loaded) -> list[Diagnostic]:
    return [
        item
        for item in loaded.diagnostics
        if item.severity is Severity.ERROR and item.span.path.is_relative_to(FOLDER)
    ]


def _memory(project: Project, report: Report) -> Memory:
    """Return what the last import wrote, nothing if that cannot be read any more."""
    try:
        data = (project.root / plan_memory.PATH).read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _RefusedError(
            f"« {plan_memory.PATH} » ne se lit pas : {files.cause(error)}", "vérifiez vos droits."
        ) from error
    memory = plan_memory.read_memory(data)
    if memory is None:
        report.diagnostics.append(Diagnostic(Code.SOF005, file_start(plan_memory.PATH)))
    return memory or {}


def _texts(
    sources: Sources, receiver: Receiver | None, outcome: Outcome
) -> dict[PurePosixPath, bytes]:
    """Return the files that change."""
    result: dict[PurePosixPath, bytes] = {}
    for path, changes in outcome.changes.items():
        new = receiver.header().encode() if receiver else b""
        try:
            result[path] = rewritten(path, sources.files.get(path, new), changes)
        except NotEditableError as error:
            raise _RefusedError(
                f"« {path} » est écrit d’une façon qui ne laisse pas ajouter de lignes",
                "écrivez ses listes avec un tiret par ligne, sans crochets, puis recommencez.",
            ) from error
    return result


def _refuse_errors(
    sources: Sources, changes: Mapping[PurePosixPath, bytes], loaded: Loaded
) -> None:
    """Refuse changes after which the plan would have errors: two halves that no longer agree."""
    if not changes:
        return
    after = load_sources(Sources({**sources.files, **changes}, sources.links, sources.unreadable))
    if wrong := [item for item in _errors(after) if item not in loaded.diagnostics]:
        said = wrong[0].message.rstrip(".")
        raise _RefusedError(
            f"le plan aurait une erreur ({said})",
            "rien n’a été changé ; mettez votre fichier d’accord avec Sofia-FMO, puis recommencez.",
        )


def _write(
    project: Project, changes: Mapping[PurePosixPath, bytes], old: Memory, new: Memory
) -> None:
    """Write the plan, then what to remember of it."""
    known = {plan_memory.PATH: plan_memory.write_memory(new)} if new != old else {}
    try:
        change_sources(project, {**changes, **known}, "emas plan import")
    except OSError as error:
        remedy = "rien n’a été changé ; libérez le disque ou vérifiez vos droits, puis recommencez."
        raise _RefusedError(files.cause(error), remedy) from error

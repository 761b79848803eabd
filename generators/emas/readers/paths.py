"""`content/parcours/`: learning paths, one a file."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from pydantic import Field

from emas.diagnostics import Code, Diagnostic
from emas.diagnostics.suggest import suggestion
from emas.model import LearningPath, Stage, Vocabulary
from emas.readers.file_names import unfit
from emas.readers.module import STEP, module_folders, step_id
from emas.readers.names import resolve_all
from emas.readers.schema import Schema, read_schema
from emas.readers.sources import Sources
from emas.readers.values import Title, Words
from emas.readers.yaml_tree import MappingNode, span_at

FOLDER = PurePosixPath("content/parcours")
INDEX = "index"
"""The name of the page that lists them all."""


class StageFile(Schema):
    """One entry of `etapes`."""

    module: Words = Field(description="Un module, par son dossier.")
    etapes: tuple[Words, ...] | None = Field(
        default=None,
        min_length=1,
        description="Ses étapes à suivre, par leur fichier sans numéro ; sinon, toutes.",
    )
    pourquoi: Words = Field(default="", description="À quoi elles servent ici, en une phrase.")


class PathFile(Schema):
    """`content/parcours/<id>.yml`."""

    titre: Title = Field(description="Le titre du parcours.")
    resume: Words = Field(description="Une ou deux phrases : à quoi sert ce parcours.")
    publics: tuple[Words, ...] = Field(
        min_length=1, description="Pour qui : des publics de vocabulaire.yml."
    )
    prerequis: tuple[Words, ...] = Field(
        default=(), description="Les parcours à suivre avant, par le nom de leur fichier."
    )
    etapes: tuple[StageFile, ...] = Field(
        min_length=1, description="Ce que l’on suit, dans l’ordre : un module, ou ses étapes."
    )


Steps = Mapping[str, Sequence[str]]
"""The ids of the steps of each module, by the names of their files: the text may have errors."""


def steps_by_module(files: Sources) -> Steps:
    """Return the steps that each module has, whether they can be read or not."""
    return {
        folder.name: [step_id(path) for path in files.folders[folder] if STEP.fullmatch(path.name)]
        for folder in module_folders(files)
    }


def read_paths(
    files: Sources, vocabulary: Vocabulary, modules: Steps
) -> tuple[list[LearningPath], list[Diagnostic]]:
    """Return the paths of `content/parcours/` that could be read, and what is wrong."""
    written = [path for path in files.inside(FOLDER) if path.suffix == ".yml"]
    names = [path.stem for path in written]
    paths: list[LearningPath] = []
    found: list[Diagnostic] = []
    for place in written:
        path, problems = _read(files, place, vocabulary, modules, names)
        found += problems
        paths += [path] if path else []
    return paths, found


def _read(
    files: Sources,
    path: PurePosixPath,
    vocabulary: Vocabulary,
    modules: Steps,
    names: Sequence[str],
) -> tuple[LearningPath | None, list[Diagnostic]]:
    node, found = files.yaml_mapping(path)
    if node is None:
        return None, found
    file, problems = read_schema(PathFile, node, called=path.name)
    found += [*problems, *unfit(path.stem, path), *_reserved(path, node)]
    if file is None:
        return None, found
    written = [(name, span_at(node, ("publics", rank))) for rank, name in enumerate(file.publics)]
    audiences, problems = resolve_all(written, vocabulary.audiences, called="publics")
    found += [*problems, *_unknown_paths(file, node, names), *_unknown(file, node, modules)]
    found += _twice(file, node, modules)
    return (
        LearningPath(
            id=path.stem,
            title=file.titre,
            summary=file.resume,
            audiences=audiences,
            prerequisites=tuple(dict.fromkeys(file.prerequis)),
            stages=tuple(
                Stage(
                    item.module, item.etapes or (), item.pourquoi, span_at(node, ("etapes", rank))
                )
                for rank, item in enumerate(file.etapes)
            ),
            span=span_at(node, ("prerequis",), of_key=True),
        ),
        found,
    )


def _reserved(path: PurePosixPath, node: MappingNode) -> Iterator[Diagnostic]:
    if path.stem == INDEX:
        values = {"identifiant": INDEX, "ailleurs": "la page qui liste les parcours"}
        yield Diagnostic(Code.IDE001, node.span, values)


def _unknown_paths(file: PathFile, node: MappingNode, names: Sequence[str]) -> Iterator[Diagnostic]:
    for rank, name in enumerate(file.prerequis):
        if name not in names:
            values = {"parcours": name, "suggestion": suggestion(name, names)}
            yield Diagnostic(Code.PAR004, span_at(node, ("prerequis", rank)), values)


def _unknown(file: PathFile, node: MappingNode, modules: Steps) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each module that is not there, and for each step it does not have."""
    for rank, item in enumerate(file.etapes):
        if item.module not in modules:
            values = {"module": item.module, "suggestion": suggestion(item.module, modules)}
            yield Diagnostic(Code.PAR001, span_at(node, ("etapes", rank, "module")), values)
            continue
        known = modules[item.module]
        for number, name in enumerate(item.etapes or ()):
            if name not in known:
                values = {
                    "module": item.module,
                    "etape": name,
                    "suggestion": suggestion(name, known),
                    "possibles": ", ".join(known) or "aucune",
                }
                place = ("etapes", rank, "etapes", number)
                yield Diagnostic(Code.PAR002, span_at(node, place), values)


def _twice(file: PathFile, node: MappingNode, modules: Steps) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each step that the path has already."""
    seen: set[tuple[str, str]] = set()
    for rank, item in enumerate(file.etapes):
        every = item.etapes or tuple(modules.get(item.module, ()))
        for number, name in enumerate(every):
            if (item.module, name) in seen:
                place = ("etapes", rank, *(("etapes", number) if item.etapes else ("module",)))
                values = {"module": item.module, "etape": name}
                yield Diagnostic(Code.PAR003, span_at(node, place), values)
            seen.add((item.module, name))

"""`modules/<id>/`: the module file, its steps, its question bank, its pictures."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from pydantic import Field

from emas.diagnostics import Code, Diagnostic, Span, file_start
from emas.diagnostics.suggest import fold, suggestion
from emas.document import Comment, Draft, Footnote, Priority, QuestionRef
from emas.model import (
    Assessment,
    Durations,
    Media,
    Module,
    Objective,
    Review,
    Step,
    Vocabulary,
)
from emas.model.rules.questions import unknown_objective
from emas.readers.assets import check_images, read_media
from emas.readers.file_names import unfit
from emas.readers.headed import read_headed
from emas.readers.markdown import Read, read_markdown
from emas.readers.names import resolve, resolve_all
from emas.readers.schema import Schema, read_schema
from emas.readers.sources import Sources
from emas.readers.values import (
    Count,
    Day,
    Identifier,
    Minutes,
    Months,
    Share,
    Title,
    Words,
    YesNo,
)
from emas.readers.yaml_tree import MappingNode, YamlNode, span_at

MODULES = PurePosixPath("modules")
STEP = re.compile(r"\d\d-([a-z][a-z0-9-]{0,29})\.md")
BANK = "questions.md"


class ObjectiveFile(Schema):
    """One objective of `module.yml`."""

    id: Identifier = Field(description="Nom court, que les étapes et les questions reprennent.")
    enonce: Words = Field(
        description="Ce que l’on sait faire à la fin, un verbe que l’on peut observer."
    )


class DurationsFile(Schema):
    """`durees`, and a step's `duree`."""

    en_ligne: Minutes | None = Field(default=None, description="Seul, sur le site : « 20 min ».")
    seance: Minutes | None = Field(default=None, description="Avec un groupe : « 3 h ».")
    courte: Minutes | None = Field(
        default=None, description="Séance courte : « 45 min ». Sans elle, l’étape n’y est pas."
    )


class AssessmentFile(Schema):
    """One entry of `evaluations`."""

    questions: tuple[Words, ...] = Field(
        default=(), description="Les questions posées, par leur nom."
    )
    tirage: Count | None = Field(
        default=None, description="Combien de questions sont tirées de questions.md."
    )
    par_objectif: Count = Field(
        default=1, description="Au moins tant de questions par objectif, dans le tirage."
    )
    seuil: Share | None = Field(
        default=None,
        description="Part de bonnes réponses à partir de laquelle rien n’est à revoir : « 70 % ».",
    )
    notee: YesNo = Field(default=True, description="« oui » (sans cette ligne) ou « non ».")
    delai: Months | None = Field(
        default=None, description="Combien de temps après la formation : « 2 mois »."
    )


class ReviewFile(Schema):
    """`relecture`: written only when it happened."""

    faite_le: Day = Field(description="Le jour : 2026-11-21.")
    par: Words = Field(description="Qui a relu : une fonction plutôt qu’un nom.")


class ModuleFile(Schema):
    """`modules/<id>/module.yml`."""

    titre: Title = Field(description="Le titre du module.")
    famille: Words = Field(description="Une famille de vocabulaire.yml.")
    resume: Words = Field(description="Une ou deux phrases : à quoi sert ce module.")
    publics: tuple[Words, ...] = Field(
        min_length=1, description="Pour qui : des publics de vocabulaire.yml."
    )
    niveaux: tuple[Words, ...] = Field(
        min_length=1, description="Pour quels niveaux : ceux de vocabulaire.yml."
    )
    objectifs: tuple[ObjectiveFile, ...] = Field(
        min_length=1, description="Ce que l’on sait faire à la fin."
    )
    durees: DurationsFile = Field(
        description="Combien de temps dure le module, de chaque façon de le suivre."
    )
    prerequis: tuple[Words, ...] = Field(
        default=(), description="Les modules à suivre avant, par leur dossier."
    )
    evaluations: dict[str, AssessmentFile] = Field(
        default_factory=dict,
        description="« positionnement » avant, « acquis » après, « a-froid » plus tard.",
    )
    version: Words = Field(description="La version du module : « 1.0 ».")
    licence: Words = Field(description="Une licence de vocabulaire.yml.")
    relecture: ReviewFile | None = Field(
        default=None, description="À écrire seulement quand quelqu’un a relu le module."
    )


class StepHeader(Schema):
    """The front matter of a step."""

    titre: Title = Field(description="Le titre de l’étape.")
    duree: DurationsFile = Field(
        description="Combien de temps dure l’étape, de chaque façon de la suivre."
    )
    objectifs: tuple[Words, ...] = Field(
        default=(), description="Les objectifs de module.yml que l’étape travaille."
    )
    priorite: Words = Field(
        default=Priority.USEFUL.value,
        description="« essentiel », « utile » ou « si-temps » : ce qui reste si le temps manque.",
    )


def module_folders(files: Sources) -> list[PurePosixPath]:
    """Return the folders of `modules/`, sorted."""
    return sorted(folder for folder in files.folders if folder.parent == MODULES)


@dataclass(frozen=True, slots=True)
class _Text:
    """A file of Markdown of a module, read; `header` is None for the bank."""

    path: PurePosixPath
    header: StepHeader | None
    header_node: YamlNode | None
    read: Read


def read_module(
    files: Sources, folder: PurePosixPath, vocabulary: Vocabulary
) -> tuple[Module | None, list[Diagnostic]]:
    """Return the module in `folder`, or None when it cannot be used, and what is wrong.

    When one of its texts could not be read, it is left without what depends on all of them: its
    objectives, its durations and its assessments. It has an error, and is not published.
    """
    node, found = files.yaml_mapping(folder / "module.yml")
    found += unfit(folder.name, folder / "module.yml")
    header: ModuleFile | None = None
    if node is not None:
        header, problems = read_schema(ModuleFile, node, called="module.yml")
        found += problems
    media, problems = read_media(files, folder, vocabulary)
    found += problems
    texts, problems = _read_texts(files, folder, vocabulary)
    found += problems
    for text in texts:
        nodes = [
            *text.read.blocks,
            *(block for question in text.read.questions for block in question.texts()),
        ]
        found += check_images(nodes, files, text.path, media)
    if node is None or header is None:
        return None, found
    names, problems = _names(header, node, vocabulary)
    found += [*problems, *_unknown_prerequisites(header, node, files)]
    steps, problems = _steps(texts)
    found += [*problems, *_unknown_objectives(texts, header), *_duplicate_steps(texts)]
    module = _module(folder.name, header, node, names, steps, texts, media)
    if len(steps) + any(text.path.name == BANK for text in texts) < len(_texts_of(files, folder)):
        module = replace(module, objectives=(), durations=Durations(), assessments=())
    return module, found


def _texts_of(files: Sources, folder: PurePosixPath) -> list[PurePosixPath]:
    return [path for path in files.folders.get(folder, ()) if path.suffix == ".md"]


def _unknown_prerequisites(
    header: ModuleFile, node: MappingNode, files: Sources
) -> list[Diagnostic]:
    """Return a diagnostic for each prerequisite that is no module, readable or not."""
    unknown = [item for item in enumerate(header.prerequis) if not _is_module(item[1], files)]
    known = [folder.name for folder in module_folders(files)] if unknown else []
    return [
        Diagnostic(
            Code.IDE003,
            span_at(node, ("prerequis", index)),
            {"module": name, "suggestion": suggestion(name, known)},
        )
        for index, name in unknown
    ]


def _is_module(name: str, files: Sources) -> bool:
    folder = MODULES / name
    return folder.parent == MODULES and folder in files.folders


def _module(
    identifier: str,
    header: ModuleFile,
    node: MappingNode,
    names: "_Names",
    steps: tuple[Step, ...],
    texts: list[_Text],
    media: Mapping[str, Media],
) -> Module:
    review = header.relecture
    return Module(
        id=identifier,
        title=header.titre,
        family=names.family,
        summary=header.resume,
        audiences=names.audiences,
        levels=names.levels,
        objectives=tuple(
            Objective(item.id, item.enonce, span_at(node, ("objectifs", index, "id")))
            for index, item in enumerate(header.objectifs)
        ),
        durations=_durations(header.durees),
        prerequisites=header.prerequis,
        assessments=_assessments(header, node),
        version=header.version,
        licence=names.licence,
        review=Review(review.faite_le, review.par) if review else None,
        steps=steps,
        bank=tuple(
            question for text in texts if text.path.name == BANK for question in text.read.questions
        ),
        media=media,
        span=span_at(node, ("durees",), of_key=True),
    )


def _durations(file: DurationsFile) -> Durations:
    return Durations(file.en_ligne, file.seance, file.courte)


def _assessments(header: ModuleFile, node: MappingNode) -> tuple[Assessment, ...]:
    return tuple(
        Assessment(
            id=name,
            questions=item.questions,
            draw=item.tirage,
            per_objective=item.par_objectif,
            threshold=item.seuil,
            graded=item.notee,
            delay_months=item.delai,
            span=span_at(node, ("evaluations", name), of_key=True),
        )
        for name, item in header.evaluations.items()
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """The ids that the names of `module.yml` stand for."""

    family: str
    audiences: tuple[str, ...]
    levels: tuple[str, ...]
    licence: str


def _names(
    header: ModuleFile, node: MappingNode, vocabulary: Vocabulary
) -> tuple[_Names, list[Diagnostic]]:
    def spans(key: str, names: tuple[str, ...]) -> list[tuple[str, Span]]:
        return [(name, span_at(node, (key, index))) for index, name in enumerate(names)]

    family, found = resolve(
        header.famille,
        vocabulary.families,
        called="familles",
        span=span_at(node, ("famille",)),
    )
    licence, problems = resolve(
        header.licence,
        vocabulary.licences,
        called="licences",
        span=span_at(node, ("licence",)),
    )
    found += problems
    audiences, problems = resolve_all(
        spans("publics", header.publics), vocabulary.audiences, called="publics"
    )
    found += problems
    levels, problems = resolve_all(
        spans("niveaux", header.niveaux), vocabulary.levels, called="niveaux"
    )
    found += problems
    label = vocabulary.licences[licence] if licence else header.licence
    return _Names(family or header.famille, audiences, levels, label), found


def _read_texts(
    files: Sources, folder: PurePosixPath, vocabulary: Vocabulary
) -> tuple[list[_Text], list[Diagnostic]]:
    """Return the steps of `folder` in order, then its bank, as far as they can be read."""
    texts: list[_Text] = []
    found: list[Diagnostic] = []
    for path in _texts_of(files, folder):
        if path.name != BANK and not STEP.fullmatch(path.name):
            found.append(Diagnostic(Code.TXT009, file_start(path), {"fichier": path.name}))
            continue
        found += unfit(step_id(path), path) if path.name != BANK else []
        text, problems = _read_text(files, path, vocabulary)
        found += problems
        if text is not None:
            texts.append(text)
    if not any(path.name != BANK for path in (text.path for text in texts)) and not found:
        missing = folder / "01-comprendre.md"
        found.append(Diagnostic(Code.TXT007, file_start(missing), {"fichier": str(missing)}))
    return texts, found


def _read_text(
    files: Sources, path: PurePosixPath, vocabulary: Vocabulary
) -> tuple[_Text | None, list[Diagnostic]]:
    if path.name != BANK:
        text, found = read_headed(files, path, StepHeader, vocabulary, step_id(path))
        return _Text(path, text.header, text.node, text.read) if text else None, found
    source, found = files.text(path)
    if source is None:
        return None, found
    read = read_markdown(source, vocabulary, prefix="questions")
    found += [*read.diagnostics, *only_questions(read, BANK)]
    return _Text(path, None, None, read), found


def step_id(path: PurePosixPath) -> str:
    """Return the id of the step in `path`: its name without `NN-`."""
    return path.stem[3:]


def only_questions(read: Read, name: str) -> list[Diagnostic]:
    """Return a diagnostic for each text of the file `name` that is outside a question."""
    values = {
        "mot": name,
        "cause": "ce texte n’est dans aucune question et ne serait publié nulle part",
        "remede": "placez-le dans un bloc « question », ou dans un commentaire <!-- … -->.",
    }
    return [
        Diagnostic(Code.BLO009, block.span, values)
        for block in read.blocks
        if not isinstance(block, (QuestionRef, Comment, Draft, Footnote))
    ]


def _unknown_objectives(texts: list[_Text], header: ModuleFile) -> list[Diagnostic]:
    """Return a diagnostic for each objective that a step names and the module does not have."""
    known = [item.id for item in header.objectifs]
    return [
        unknown_objective(name, span_at(text.header_node, ("objectifs", index)), known)
        for text in texts
        if text.header is not None and text.header_node is not None
        for index, name in enumerate(text.header.objectifs)
        if name not in known
    ]


def _duplicate_steps(texts: list[_Text]) -> list[Diagnostic]:
    """Return a diagnostic for each step that another one would replace on the site."""
    first: dict[str, PurePosixPath] = {}
    found: list[Diagnostic] = []
    for path in (text.path for text in texts if text.header_node is not None):
        other = first.setdefault(step_id(path), path)
        if other != path:
            values = {"identifiant": step_id(path), "ailleurs": f"l’étape {other.name}"}
            found.append(Diagnostic(Code.IDE001, file_start(path), values))
    return found


def _steps(texts: list[_Text]) -> tuple[tuple[Step, ...], list[Diagnostic]]:
    steps: list[Step] = []
    found: list[Diagnostic] = []
    for text in texts:
        if text.header is None or text.header_node is None:
            continue
        priorities = {item.value: item for item in Priority}
        priority = priorities.get(fold(text.header.priorite))
        if priority is None:
            values = {
                "valeur": text.header.priorite,
                "cle": "priorite",
                "attendu": "choisissez essentiel, utile ou si-temps.",
            }
            span = span_at(text.header_node, ("priorite",))
            found.append(Diagnostic(Code.YML012, span, values))
        steps.append(
            Step(
                id=step_id(text.path),
                title=text.header.titre,
                durations=_durations(text.header.duree),
                objectives=text.header.objectifs,
                priority=priority or Priority.USEFUL,
                blocks=text.read.blocks,
                questions=text.read.questions,
                span=span_at(text.header_node, ("titre",), of_key=True),
            )
        )
    return tuple(steps), found

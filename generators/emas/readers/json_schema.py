"""What the readers accept, as JSON Schema (draft 7), for editors.

Generated from the schemas that read the files, so that there is one truth. It never refuses what
the readers accept; they refuse more, since they see other files too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from emas.readers.adaptations import AdaptationHeader
from emas.readers.assets import MediaEntry
from emas.readers.content import (
    CharterFile,
    PageHeader,
    SourceEntry,
    TeamFile,
    TermEntry,
    VocabularyFile,
)
from emas.readers.module import ModuleFile, StepHeader
from emas.readers.paths import PathFile
from emas.readers.plan import PlanFile
from emas.readers.schema import Schema
from emas.readers.surveys import SurveyHeader
from emas.readers.values import IDENTIFIER
from emas.readers.wording import WordingFile

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class AuthorFile:
    """A kind of file that authors write; `globs` are where it is.

    `entries`: it holds names of that pattern, each with a `kind`. `header`: it is Markdown, which
    starts with one.
    """

    title: str
    kind: type[Schema]
    globs: tuple[str, ...]
    entries: str = ""
    header: bool = False


NAME = f"^(?:{IDENTIFIER.pattern})$"

FILES: Mapping[str, AuthorFile] = {
    "module": AuthorFile("Un module", ModuleFile, ("modules/*/module.yml",)),
    "medias": AuthorFile(
        "Les images d’un dossier",
        MediaEntry,
        ("modules/*/media/medias.yml", "content/**/media/medias.yml"),
        entries=".",
    ),
    "equipe": AuthorFile("L’équipe", TeamFile, ("content/equipe.yml",)),
    "vocabulaire": AuthorFile("Le vocabulaire", VocabularyFile, ("content/vocabulaire.yml",)),
    "sources": AuthorFile("Les sources", SourceEntry, ("content/sources.yml",), entries=NAME),
    "glossaire": AuthorFile("Le glossaire", TermEntry, ("content/glossaire.yml",), entries=NAME),
    "charte": AuthorFile("Les mots de la charte", CharterFile, ("content/charte.yml",)),
    "plan": AuthorFile("Les sessions du plan", PlanFile, ("content/plan/*.yml",)),
    "parcours": AuthorFile("Un parcours", PathFile, ("content/parcours/*.yml",)),
    "question": AuthorFile("Ce que comprend la boîte", WordingFile, ("content/question.yml",)),
    "etape": AuthorFile(
        "L’en-tête d’une étape", StepHeader, ("modules/*/[0-9][0-9]-*.md",), header=True
    ),
    "page": AuthorFile("L’en-tête d’une page", PageHeader, ("content/pages/**/*.md",), header=True),
    "questionnaire": AuthorFile(
        "L’en-tête d’un questionnaire", SurveyHeader, ("content/evaluations/*.md",), header=True
    ),
    "amenagement": AuthorFile(
        "L’en-tête d’un aménagement",
        AdaptationHeader,
        ("content/amenagements/*.md",),
        header=True,
    ),
}
"""Every file with keys that authors write, by a short name."""


def json_schema(file: AuthorFile) -> Json:
    """Return the schema of `file`, with French titles and descriptions."""
    made: Json = _plain(file.kind.model_json_schema())
    shared = made.pop("$defs", {})
    if file.entries:  # a file of remarks only has no entry yet
        names = {"pattern": file.entries}
        made = {"type": ["object", "null"], "propertyNames": names, "additionalProperties": made}
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": file.title}
    return {**head, **made, **({"$defs": shared} if shared else {})}


def _plain(value: Any) -> Any:
    """Return `value` without what concerns our program: names of classes, defaults, no value.

    What is « … or nothing » for us is a line that is not there for authors.
    """
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "anyOf" in value:
        (only,) = (item for item in value["anyOf"] if item != {"type": "null"})
        kept = {key: item for key, item in value.items() if key != "anyOf"}
        return _plain({**only, **kept})
    return {
        key: {name: _plain(item) for name, item in found.items()}
        if key in ("properties", "$defs")
        else _plain(found)
        for key, found in value.items()
        if key not in ("title", "default") and not _is_of_a_class(key, value)
    }


def _is_of_a_class(key: str, value: Json) -> bool:
    """Return whether a description is that of a class, for whoever reads the program."""
    return key == "description" and ("properties" in value or "enum" in value)

"""`content/question.yml`: how people say things, what tells of a danger, whom to call then."""

from enum import StrEnum
from pathlib import PurePosixPath

from pydantic import Field

from emas.diagnostics import Code, Diagnostic
from emas.model import Helpline, Said, Wording
from emas.readers.schema import Schema, read_schema
from emas.readers.sources import Sources
from emas.readers.values import Title, Words
from emas.readers.yaml_tree import MappingNode, span_at

PLACE = PurePosixPath("content/question.yml")

EMERGENCIES = ("15", "17", "18", "112", "119", "3114", "3018")
"""What the page never shows less than."""


class Way(StrEnum):
    """How one reaches a number; the value is the author's word."""

    CALL = "appel"
    TEXT = "sms"


class HelplineFile(Schema):
    """One entry of `numeros`."""

    numero: Words = Field(description="Le numéro.")
    pour: Title = Field(description="Ce pour quoi on l’appelle.")
    par: Way = Field(default=Way.CALL, description="« sms » s’il ne reçoit que des messages.")
    source: Words = Field(description="Une source de sources.yml.")


class SaidFile(Schema):
    """One entry of `mots`."""

    on_dit: tuple[Title, ...] = Field(min_length=1, description="Ce que disent les gens.")
    chez_nous: tuple[Title, ...] = Field(
        min_length=1, description="Comment nos modules disent la même chose."
    )


class WordingFile(Schema):
    """`content/question.yml`."""

    numeros: tuple[HelplineFile, ...] = Field(
        min_length=1, description="Les numéros montrés en cas de danger, dans leur ordre."
    )
    danger: tuple[Title, ...] = Field(
        min_length=1, description="Les mots et tournures d’un danger : « suicid* », « a/b … c »."
    )
    ordinaire: tuple[Title, ...] = Field(
        default=(), description="Les tournures qui ont un de ces mots, sans danger."
    )
    mots: tuple[SaidFile, ...] = Field(
        default=(), description="Les mots de tous les jours, et ceux de nos modules."
    )


def read_wording(files: Sources) -> tuple[Wording | None, list[Diagnostic]]:
    """Return what the box « Posez votre question » understands, or None; it may not be there."""
    if PLACE not in files.files:
        return None, []
    node, found = files.yaml_mapping(PLACE)
    if node is None:
        return None, found
    file, problems = read_schema(WordingFile, node, called=PLACE.name)
    found += problems
    if file is None:
        return None, found
    return _wording(file, node), [*found, *_missing(file, node)]


def _missing(file: WordingFile, node: MappingNode) -> list[Diagnostic]:
    """Return a diagnostic for each emergency number that the file does not have."""
    given = {item.numero for item in file.numeros}
    span = span_at(node, ("numeros",), of_key=True)
    return [
        Diagnostic(Code.QST001, span, {"numero": number})
        for number in EMERGENCIES
        if number not in given
    ]


def _wording(file: WordingFile, node: MappingNode) -> Wording:
    return Wording(
        helplines=tuple(
            Helpline(
                number=item.numero,
                purpose=item.pour,
                by_text=item.par is Way.TEXT,
                source=item.source.lower(),
                source_span=span_at(node, ("numeros", rank, "source")),
            )
            for rank, item in enumerate(file.numeros)
        ),
        danger=file.danger,
        ordinary=file.ordinaire,
        words=tuple(Said(item.on_dit, item.chez_nous) for item in file.mots),
    )

"""`content/amenagements/`: the adaptations that all modules share, a file each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from pydantic import Field

from emas.diagnostics import Code, Diagnostic, Span, file_start
from emas.diagnostics.suggest import fold, suggestion
from emas.document import (
    Block,
    Blocks,
    BulletList,
    Comment,
    Heading,
    Image,
    Paragraph,
    plain_text,
    walk,
)
from emas.model import SharedAdaptation, Vocabulary
from emas.readers.file_names import unfit
from emas.readers.headed import read_headed
from emas.readers.names import resolve, resolve_all
from emas.readers.schema import Schema
from emas.readers.sources import Sources
from emas.readers.values import Title, Words
from emas.readers.yaml_tree import YamlNode, span_at

FOLDER = PurePosixPath("content/amenagements")

HOW, AVOID, MEASURE, PLAIN = HEADINGS = (
    "Comment",
    "À éviter",
    "Comment savoir si ça marche",
    "En plus simple",
)
"""The titles of the parts, in their order; the last one may be left out."""

NEEDED = (HOW, AVOID, MEASURE)
LISTS = (HOW, AVOID)


class AdaptationHeader(Schema):
    """The front matter of a shared adaptation."""

    titre: Title = Field(description="Le titre : ce que l’on fait, en quelques mots.")
    besoin: Words = Field(description="De quoi l’élève a besoin : un verbe à l’infinitif.")
    domaine: Words = Field(description="Un domaine de vocabulaire.yml.")
    niveaux: tuple[Words, ...] = Field(
        min_length=1, description="Pour quels niveaux : ceux de vocabulaire.yml."
    )
    difficultes: tuple[Words, ...] = Field(
        default=(), description="Pour quelles difficultés : des familles de vocabulaire.yml."
    )
    publics: tuple[Words, ...] = Field(
        min_length=1, description="Qui peut le faire : des publics de vocabulaire.yml."
    )
    source: Words = Field(default="", description="Une source de sources.yml.")


def read_adaptations(
    files: Sources, vocabulary: Vocabulary
) -> tuple[list[SharedAdaptation], list[Diagnostic]]:
    """Return the adaptations of `content/amenagements/` that could be read, and what is wrong."""
    adaptations: list[SharedAdaptation] = []
    found: list[Diagnostic] = []
    for path in files.inside(FOLDER):
        if path.suffix == ".md":
            shared, problems = _read(files, path, vocabulary)
            found += problems
            adaptations += [shared] if shared else []
    return adaptations, found


def _read(
    files: Sources, path: PurePosixPath, vocabulary: Vocabulary
) -> tuple[SharedAdaptation | None, list[Diagnostic]]:
    text, found = read_headed(files, path, AdaptationHeader, vocabulary, path.stem)
    if text is None:
        return None, found
    parts = _parts(text.read.blocks, file_start(path))
    found += [*parts.found, *unfit(path.stem, path)]
    header = text.header
    if header is None:
        return None, found
    names, problems = _names(header, text.node, vocabulary)
    return (
        SharedAdaptation(
            id=path.stem,
            title=header.titre,
            need=header.besoin,
            domain=names.domain,
            levels=names.levels,
            audiences=names.audiences,
            difficulties=names.difficulties,
            source=header.source.lower(),
            intro=parts.intro,
            how=parts.of(HOW),
            avoid=parts.of(AVOID),
            measure=parts.of(MEASURE),
            plain=parts.of(PLAIN),
            span=text.node.span,
            source_span=span_at(text.node, ("source",)),
        ),
        [*found, *problems],
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """The ids that the names of the front matter stand for."""

    domain: str
    levels: tuple[str, ...]
    audiences: tuple[str, ...]
    difficulties: tuple[str, ...]


def _names(
    header: AdaptationHeader, node: YamlNode, vocabulary: Vocabulary
) -> tuple[_Names, list[Diagnostic]]:
    def several(
        key: str, names: Iterable[str], known: Mapping[str, str], called: str
    ) -> tuple[str, ...]:
        spans = [(name, span_at(node, (key, index))) for index, name in enumerate(names)]
        ids, problems = resolve_all(spans, known, called=called)
        found.extend(problems)
        return ids

    domain, found = resolve(
        header.domaine,
        vocabulary.domains,
        called="domaines",
        span=span_at(node, ("domaine",)),
    )
    names = _Names(
        domain or "",
        several("niveaux", header.niveaux, vocabulary.levels, "niveaux"),
        several("publics", header.publics, vocabulary.audiences, "publics"),
        several("difficultes", header.difficultes, vocabulary.families, "familles"),
    )
    return names, found


@dataclass(frozen=True, slots=True)
class _Parts:
    """The text cut at its titles: what is before the first, then each part by its title."""

    intro: Blocks
    sections: Mapping[str, Blocks]
    found: list[Diagnostic]

    def of(self, title: str) -> Blocks:
        """Return the part of that title, or nothing."""
        return self.sections.get(title, ())


def _parts(blocks: Blocks, start: Span) -> _Parts:
    """Return the parts of a text; `start` is where a part that lacks is said to lack."""
    intro: list[Block] = []
    sections: dict[str, list[Block]] = {}
    titles: dict[str, Heading] = {}
    found: list[Diagnostic] = []
    current = intro
    for block in blocks:
        if not isinstance(block, Heading):
            current += [] if isinstance(block, Comment) else [block]
            continue
        title = _title_of(block)
        found += _wrong_title(block, title, titles)
        current = sections.setdefault(title, []) if title else []
        titles.setdefault(title, block)
    found += _contents("", intro, start)
    for title in HEADINGS:
        if title in titles:
            found += _contents(title, sections[title], titles[title].span)
        elif title in NEEDED:
            found.append(Diagnostic(Code.AME001, start, {"titre": title}))
    kept = {title: tuple(part) for title, part in sections.items()}
    return _Parts(tuple(intro), kept, found)


def _title_of(heading: Heading) -> str:
    """Return the title of a part that a heading is, or nothing."""
    said = fold(plain_text(heading.children))
    known = {fold(title): title for title in HEADINGS}
    return known.get(said, "") if heading.level == LEVEL else ""


LEVEL = 2
"""That of the titles: « ## »."""


def _wrong_title(
    heading: Heading, title: str, before: Mapping[str, Heading]
) -> Iterable[Diagnostic]:
    """Yield why a heading cannot stand after those that are `before` it."""
    if not title:
        said = plain_text(heading.children)
        values = {"titre": said, "suggestion": suggestion(said, HEADINGS)}
        yield Diagnostic(Code.AME002, heading.span, values)
    elif title in before:
        values = {"titre": title, "ligne": str(before[title].span.line)}
        yield Diagnostic(Code.AME003, heading.span, values)
    else:
        later = [name for name in before if name and _rank(name) > _rank(title)]
        if later:
            values = {"titre": title, "autre": min(later, key=_rank)}
            yield Diagnostic(Code.AME004, heading.span, values)


def _rank(title: str) -> int:
    return HEADINGS.index(title)


def _contents(title: str, part: list[Block], where: Span) -> Iterable[Diagnostic]:
    """Yield what a part holds that it should not, or lacks; `title` is empty before the first."""
    called = f"Dans la partie « {title} »" if title else "Au début du texte"
    if title in LISTS:
        wanted, cause = (
            "une seule liste à tirets, une phrase par tiret",
            "il y a autre chose qu’une liste",
        )
        others = [block for block in part if not _is_list_of_lines(block)] or part[1:]
    else:
        wanted, cause = "une ou deux phrases", "il y a autre chose que des phrases"
        others = [block for block in part if not _is_text(block)]
    values = {"partie": called, "attendu": wanted}
    if not part:
        yield Diagnostic(Code.AME005, where, {**values, "cause": "il n’y a rien"})
    elif others:
        yield Diagnostic(Code.AME005, others[0].span, {**values, "cause": cause})


def _is_list_of_lines(block: Block) -> bool:
    return isinstance(block, BulletList) and all(
        len(item.blocks) == 1 and _is_text(item.blocks[0]) for item in block.items
    )


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph) and not any(
        isinstance(node, Image) for node in walk(block.children)
    )

"""Where sources hold prose, where they hold names of the vocabulary; apostrophes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from emas.diagnostics.suggest import fold
from emas.model import Vocabulary
from emas.readers.yaml_tree import MappingNode, Scalar, SequenceNode, YamlNode
from emas.transforms.typography import ADDRESS

Place = tuple[str, ...]
"""Keys from the top of a YAML file; `*` stands for any key, or for the items of a list."""

PROSE: Mapping[str, tuple[Place, ...]] = {
    "modules/*/module.yml": (("titre",), ("resume",), ("objectifs", "*", "enonce")),
    "modules/*/*.md": (("titre",),),
    "content/**/*.md": (("titre",),),
    "content/amenagements/*.md": (("besoin",),),
    "content/parcours/*.yml": (("titre",), ("resume",), ("etapes", "*", "pourquoi")),
    "content/glossaire.yml": (("*", "developpement"), ("*", "definition")),
    "content/sources.yml": (("*", "titre"),),
}
"""Values that nothing else quotes or compares, by file: the plan is compared with Sofia-FMO."""

LABELS: Mapping[str, Mapping[Place, str]] = {
    "modules/*/module.yml": {
        ("famille",): "families",
        ("publics", "*"): "audiences",
        ("niveaux", "*"): "levels",
    },
    "content/amenagements/*.md": {
        ("domaine",): "domains",
        ("niveaux", "*"): "levels",
        ("difficultes", "*"): "families",
        ("publics", "*"): "audiences",
    },
    "content/parcours/*.yml": {("publics", "*"): "audiences"},
    "content/plan/*": {
        ("dispositifs", "*", "modules", "*", "publics", "*"): "audiences",
    },
}
"""Which list of the vocabulary a value is from. A licence is not: its label is what is shown."""

APOSTROPHE = re.compile(r"(?<=[^\W\d_])'")

NOT_PROSE = re.compile(
    r"`+[^`]*`+|\]\([^)\s]*|<!--.{,999}?-->|<[^>\s]{1,999}>|\[\[[^\[\]]{,999}\]\]|\{[^{}]{,99}\}"
    rf"|{ADDRESS.pattern}"
)
"""Code, addresses, comments, expected answers and ids, inside a line of Markdown.

Longer ones are found by reading the text again; to look for their end from each sign would be slow.
"""


def apostrophes(line: str) -> Iterator[int]:
    """Yield where `line` has straight apostrophes that the outputs show as typographic ones."""
    if "'" not in line:
        return iter(())
    masked = NOT_PROSE.sub(lambda match: " " * len(match[0]), line)
    return (match.start() for match in APOSTROPHE.finditer(masked))


def resolved(name: str, known: Mapping[str, str]) -> str:
    """Return the id that `name` stands for in `known` (id -> label), or nothing."""
    wanted = fold(name)
    return next(
        (key for key, label in known.items() if wanted in (fold(key), fold(label))),
        "",
    )


def places(table: Mapping[str, Iterable[Place]], path: PurePosixPath) -> list[Place]:
    """Return the places that `table` gives for the file at `path`."""
    return [place for file, rows in table.items() if _is(path, file) for place in rows]


def known_names(
    table: Mapping[str, Mapping[Place, str]],
    path: PurePosixPath,
    place: Place,
    vocabulary: Vocabulary,
) -> Mapping[str, str]:
    """Return the names that may be at `place` in the file at `path`: none if it is no name."""
    for file, rows in table.items():
        if place in rows and _is(path, file):
            known: Mapping[str, str] = getattr(vocabulary, rows[place])
            return known
    return {}


def _is(path: PurePosixPath, pattern: str) -> bool:
    """Return whether `path` is what `pattern` says; `**` stands for any folders, or none."""
    first, any_folders, last = pattern.partition("/**/")
    if any_folders:
        return path.is_relative_to(first) and path.match(last)
    return len(path.parts) == pattern.count("/") + 1 and path.match(pattern)


def scalars(node: YamlNode, place: Place) -> Iterator[Scalar]:
    """Yield the texts at `place` in `node`."""
    match node, place:
        case Scalar(), ():
            yield node
        case MappingNode(), (key, *rest):
            for name, value in node.entries:
                if key in (name.text, "*"):
                    yield from scalars(value, tuple(rest))
        case SequenceNode(), ("*", *rest):
            for item in node.items:
                yield from scalars(item, tuple(rest))

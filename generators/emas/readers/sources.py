"""The files of a project, as values: readers never touch the disk."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from emas.diagnostics import Code, Diagnostic, file_start
from emas.readers.source import SourceFile, decode
from emas.readers.yaml_tree import MappingNode, YamlNode, read_yaml


@dataclass(frozen=True)
class Sources:
    """The bytes of each file, by its path in the project; `links` are symbolic links.

    `unreadable` are the files that the disk refused to give, each with the reason, in French.
    """

    files: Mapping[PurePosixPath, bytes]
    links: frozenset[PurePosixPath] = frozenset()
    unreadable: Mapping[PurePosixPath, str] = field(default_factory=dict)

    def paths(self) -> list[PurePosixPath]:
        """Return the path of everything there is, readable or not, sorted."""
        return sorted({*self.files, *self.links, *self.unreadable})

    @cached_property
    def folders(self) -> Mapping[PurePosixPath, list[PurePosixPath]]:
        """What is directly in each folder, readable or not, sorted; looked for once for all."""
        folders: dict[PurePosixPath, list[PurePosixPath]] = {}
        for path in self.paths():
            for folder in path.parents:
                folders.setdefault(folder, [])
            folders[path.parent].append(path)
        return folders

    def inside(self, folder: PurePosixPath) -> Iterator[PurePosixPath]:
        """Yield the files directly in `folder`, sorted."""
        return (path for path in self.folders.get(folder, ()) if path in self.files)

    def text(self, path: PurePosixPath) -> tuple[SourceFile | None, list[Diagnostic]]:
        """Return the decoded file at `path`, or None, with what is wrong with it."""
        if path in self.links:
            return None, [Diagnostic(Code.TXT008, file_start(path), {"fichier": str(path)})]
        if path in self.unreadable:
            cause = self.unreadable[path]
            return None, [Diagnostic(Code.TXT010, file_start(path), {"cause": cause})]
        if path not in self.files:
            return None, [Diagnostic(Code.TXT007, file_start(path), {"fichier": str(path)})]
        return decode(self.files[path], path)

    def yaml(self, path: PurePosixPath) -> tuple[YamlNode | None, list[Diagnostic]]:
        """Return the YAML tree of the file at `path`, or None, with what is wrong."""
        source, found = self.text(path)
        if source is None:
            return None, found
        node, problems = read_yaml(source)
        if node is None and not problems:  # nothing but remarks
            node = MappingNode((), file_start(path))
        return node, [*found, *problems]

    def yaml_mapping(self, path: PurePosixPath) -> tuple[MappingNode | None, list[Diagnostic]]:
        """Return the YAML tree of a file that must hold `key: value` lines."""
        node, found = self.yaml(path)
        if node is None or isinstance(node, MappingNode):
            return node, found
        values = {
            "cle": path.name,
            "attendu": "des lignes « clé : valeur »",
            "exemple": "titre: Bonjour",
        }
        return None, [*found, Diagnostic(Code.YML008, node.span, values)]


@dataclass(frozen=True, slots=True)
class Divided:
    """A page: its front matter, its text, and how many lines come before the text."""

    header: YamlNode
    body: SourceFile
    offset: int


def divide(source: SourceFile) -> tuple[Divided | None, list[Diagnostic]]:
    """Return the front matter and the text of `source`, or None, with what is wrong."""
    lines = source.lines
    fences = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    if len(fences) < 2 or fences[0] != 0:
        return None, [Diagnostic(Code.YML014, file_start(source.path))]
    end = fences[1]
    header = SourceFile(source.path, "\n".join(lines[1:end]) + "\n")
    node, found = read_yaml(header, first_line=2)
    if node is None:
        return None, found or [Diagnostic(Code.YML014, file_start(source.path))]
    body = SourceFile(source.path, "\n".join(lines[end + 1 :]))
    return Divided(node, body, end + 1), found

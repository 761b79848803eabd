"""A text with its front matter: a step, a page, a survey, a shared adaptation."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from emas.diagnostics import Diagnostic
from emas.model import Vocabulary
from emas.readers.markdown import Read, read_markdown
from emas.readers.schema import Schema, read_schema
from emas.readers.sources import Sources, divide
from emas.readers.yaml_tree import YamlNode

S = TypeVar("S", bound=Schema)


@dataclass(frozen=True, slots=True)
class Headed(Generic[S]):
    """What was read: the front matter, None if it is wrong, its tree, and the text."""

    header: S | None
    node: YamlNode
    read: Read


def read_headed(
    files: Sources, path: PurePosixPath, schema: type[S], vocabulary: Vocabulary, prefix: str
) -> tuple[Headed[S] | None, list[Diagnostic]]:
    """Return the text at `path`, None without front matter, and all that is wrong with both.

    `prefix` begins the ids that nobody wrote.
    """
    source, found = files.text(path)
    if source is None:
        return None, found
    divided, problems = divide(source)
    found += problems
    if divided is None:
        return None, found
    header, problems = read_schema(schema, divided.header)
    read = read_markdown(divided.body, vocabulary, prefix=prefix, offset=divided.offset)
    return Headed(header, divided.header, read), [*found, *problems, *read.diagnostics]

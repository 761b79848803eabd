"""Files of authors as an editor sees them: typed by YAML 1.2, then held against a JSON Schema."""

import re
from functools import cache
from pathlib import PurePosixPath
from typing import Any

import jsonschema
import yaml

from emas.readers.json_schema import FILES, AuthorFile, json_schema
from emas.readers.source import SourceFile
from emas.readers.sources import divide


class Core(yaml.SafeLoader):
    """The types of YAML 1.2 (core schema), which « YAML » of Visual Studio Code follows."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - those of YAML 1.1 are forgotten


def _int(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    text = loader.construct_scalar(node)
    return int(text, 0) if text[1:2] in ("x", "o") else int(text)


def _float(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> float:
    return float(re.sub(r"\.(?=[in])", "", loader.construct_scalar(node).lower()))


for name, pattern in (
    ("null", r"~|null|Null|NULL|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"),
    ("float", r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(f"^(?:{pattern})$"), None)
Core.add_constructor("tag:yaml.org,2002:int", _int)
Core.add_constructor("tag:yaml.org,2002:float", _float)


def name_of(path: PurePosixPath) -> str | None:
    """Return under which name of `FILES` the file at `path` is, if any."""
    for name, file in FILES.items():
        if any(re.fullmatch(_regex(glob), str(path)) for glob in file.globs):
            return name
    return None


def _regex(glob: str) -> str:
    parts = re.split(r"(\*\*/|\*|\[0-9\])", glob)
    known = {"**/": "(?:.*/)?", "*": "[^/]*", "[0-9]": "[0-9]"}
    return "".join(known.get(part) or re.escape(part) for part in parts)


def yaml_of(file: AuthorFile, path: PurePosixPath, text: str) -> str | None:
    """Return the YAML of a file: the whole of it, or what is at the top of a page, if it is."""
    if not file.header:
        return text
    divided, _ = divide(SourceFile(path, text))
    return "\n".join(text.split("\n")[1 : divided.offset - 1]) if divided else None


def refused(name: str, text: str) -> list[str]:
    """Return what an editor underlines in a YAML text."""
    return [
        f"{'.'.join(map(str, error.absolute_path))} : {error.message}"
        for error in validator(name).iter_errors(loaded(text))
    ]


def loaded(text: str) -> Any:
    return yaml.load(text, Core)


@cache
def validator(name: str) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json_schema(FILES[name]))

"""Blocks, questions and headers to insert: type their word, then Tab from hole to hole.

The questions are those of « emas new question », so that there is one model of each.
"""

import re
from collections.abc import Iterable

from emas.editing.scaffolds.drafts import MODELS
from emas.editing.vscode.blocks import BLOCKS, HEADERS
from emas.model import Kind

SAID = {
    "id": "ab-q01",
    "objectif": "objectif",
    "enonce": "À compléter : la question.",
}
"""What stands in the holes of the models of questions."""

HOLE = re.compile(r"\$\{(\w+)\}")

Snippet = dict[str, object]


def snippets() -> dict[str, Snippet]:
    """Return all the snippets, as Visual Studio Code reads them."""
    made = {f"::: {word}": _snippet(word, told, text) for word, (told, text) in BLOCKS.items()}
    for kind in Kind:
        text = (MODELS / "questions" / f"{kind}.md").read_text(encoding="utf-8")
        told, _, body = text.partition("-->\n")
        said = told.removeprefix("<!--").strip()
        made[f"::: question {kind}"] = _snippet(f"question {kind}", said, _with_holes(body))
    for name, (told, text) in HEADERS.items():
        made[f"En-tête : {name}"] = _snippet(f"en-tete {name}", told, text)
    return made


def _snippet(prefix: str, told: str, text: str) -> Snippet:
    """Return a snippet; one finds it by its word, or by « ::: » and its word."""
    prefixes = [prefix] if prefix.startswith("en-tete") else [prefix, f"::: {prefix}"]
    return {
        "scope": "markdown",
        "prefix": prefixes,
        "description": told,
        "body": _lines(text),
    }


def _lines(text: str) -> list[str]:
    return [*text.rstrip("\n").split("\n"), "$0"]


def _with_holes(text: str) -> str:
    """Return a model where each hole has a number, and what to write in it."""
    names: list[str] = []

    def numbered(match: re.Match[str]) -> str:
        if match[1] not in names:
            names.append(match[1])
        return f"${{{names.index(match[1]) + 1}:{SAID[match[1]]}}}"

    return HOLE.sub(numbered, text)


def filled(body: Iterable[str]) -> str:
    """Return what a snippet inserts when nobody changes anything: the first choice of each hole."""
    text = re.sub(r"\$\{\d+\|([^,|}]*)[^}]*\|\}", r"\1", "\n".join(body))
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text).replace("$0", "")

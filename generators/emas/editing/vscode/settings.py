"""The settings of Visual Studio Code for authors, and the one extension that we advise."""

from collections.abc import Mapping, Sequence
from typing import Any

EXTENSIONS: dict[str, Any] = {"recommendations": ["redhat.vscode-yaml"]}
"""« YAML », of Red Hat (MIT): it shows what a schema says while one writes."""


def settings(schemas: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return the settings; `schemas` are the globs of files by the path of their schema."""
    prose = {
        "editor.wordWrap": "on",
        "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "on"},
        "editor.unicodeHighlight.ambiguousCharacters": False,  # « ’ » is an apostrophe
    }
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "files.associations": {
            "**/content/**/*.md": "markdown",
            "**/modules/**/*.md": "markdown",
            "**/*.yml": "yaml",
        },
        "search.exclude": {"build": True, ".emas": True},
        "editor.unicodeHighlight.allowedLocales": {"fr": True},
        "editor.snippetSuggestions": "top",
        "[markdown]": prose,
        "[yaml]": {**prose, "editor.tabSize": 2, "editor.insertSpaces": True},
        "yaml.schemas": dict(schemas),
        "yaml.schemaStore.enable": False,  # nothing is asked of anybody
        "yaml.format.enable": False,  # « emas fix » does it, and changes no word
        "redhat.telemetry.enabled": False,
    }

"""What `mkdocs.yml` has MkDocs read, without MkDocs, which takes long to import."""

from collections.abc import Iterator
from typing import Any

import yaml

from emas.project import Project

ORDINARY = frozenset(
    (
        *("copyright", "docs_dir", "extra", "extra_css", "extra_javascript", "markdown_extensions"),
        *("plugins", "repo_name", "repo_url", "site_author", "site_description", "site_dir"),
        *("site_name", "site_url", "strict", "theme", "use_directory_urls", "validation"),
    )
)
"""The settings that name no file, but for folders and extensions, which are looked at here."""

READ = ("content/", "themes/")
"""Folders whose every change makes the site again."""


def reads_elsewhere(project: Project) -> bool:
    """Return whether MkDocs may read what no change of ours tells of: a hook, another folder.

    Our own `mkdocs.yml` has none of it; whoever adds some has the site made at each build.
    """
    try:
        settings = yaml.safe_load((project.root / "mkdocs.yml").read_bytes())
    except (OSError, yaml.YAMLError):  # a tag of MkDocs, which reads the environment, is one too
        return True
    return not isinstance(settings, dict) or any(_elsewhere(settings))


def _elsewhere(settings: dict[str, Any]) -> Iterator[bool]:
    theme = settings.get("theme")
    custom = theme.get("custom_dir", READ[1]) if isinstance(theme, dict) else READ[1]
    for folder in (settings.get("docs_dir", ""), custom):
        yield not str(folder).startswith(READ) or ".." in str(folder)
    yield settings.get("plugins") != ["emas"]
    for one in settings.get("markdown_extensions", ()):
        yield list(one if isinstance(one, dict) else [one]) != ["toc"]
    yield not settings.keys() <= ORDINARY

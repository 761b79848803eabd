"""What all our sites ask of MkDocs and Material: the theme and this file say it, once.

An author's `mkdocs.yml` only says where things are, so that an update of the program needs no
change there.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

MATERIAL = "material"
"""The theme that ours stands on: templates of ours replace some of its own."""

FILE = "site.yml"
FOLDER = "site"
CONTENTS: Mapping[str, Any] = {"toc_depth": 3, "marker": ""}
"""Without a marker, « [TOC] » is a text like another."""


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What `site.yml` says: the options of Material, and our style sheets and scripts by uri."""

    material: Mapping[str, Any]
    styles: tuple[str, ...]
    scripts: tuple[str, ...]


def read(theme: Path) -> SiteSettings:
    """Return what the site of the theme in the folder `theme` has.

    Raises:
        PluginError: if its file is not there, or does not say it.
    """
    place = theme / FILE
    try:
        written = yaml.safe_load(place.read_bytes())
        return SiteSettings(
            written["material"], tuple(written["styles"]), tuple(written["scripts"])
        )
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        message = f"{place} ne se lit pas : reprenez celui du programme ({error})"
        raise PluginError(message) from error


def complete(config: MkDocsConfig, theme: Path, settings: SiteSettings) -> None:
    """Have `config` show pages with the templates of the folder `theme`, and as `settings` say.

    Raises:
        PluginError: if the project asks for another theme than Material.
    """
    if config.theme.name != MATERIAL:
        asked = config.theme.name
        raise PluginError(f"le thème « {asked} » : écrivez « theme: {MATERIAL} » dans mkdocs.yml")
    own = int(config.theme.custom_dir is not None)
    config.theme.dirs.insert(own, str(theme / FOLDER))
    for name, value in settings.material.items():
        config.theme[name] = value
    config.use_directory_urls = False  # the same addresses online and from a folder
    config.mdx_configs["toc"] = dict(CONTENTS)
    config.extra["generator"] = False
    for checks in (config.validation.nav, config.validation.links):
        for name in checks:
            checks[name] = logging.WARNING

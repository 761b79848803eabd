"""Atelier EMAS: compile Markdown and YAML modules into a site, decks and booklets."""

from importlib.metadata import version

__version__ = version("emas-atelier")

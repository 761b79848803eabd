"""Markdown: from an author's text to blocks, questions and diagnostics."""

from emas.readers.markdown.read import Read, read_markdown

__all__ = ["Read", "read_markdown"]

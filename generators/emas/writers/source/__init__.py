"""Our own Markdown, written from values: what an author would have typed."""

from emas.writers.source.question import question_source

__all__ = ["question_source"]

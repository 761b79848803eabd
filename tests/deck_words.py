"""Which words of a module are not in its deck, on the slides of their step or in their notes."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pptx import Presentation

from emas.document import Blocks, CodeBlock, Figure, Inline, QuestionRef, plain_text, walk
from emas.document.tree import FIELDS
from emas.model import Edition
from emas.transforms.outline import published
from emas.writers.slides.drawing import A
from emas.writers.slides.pptx import SECTIONS_NAMESPACE

WORD = re.compile(r"[^\W_]+")


def lost_words(edition: Edition, data: bytes) -> list[str]:
    """Return each word of a step that its slides and their notes do not have, after its step.

    A step may also be told at the end of the deck: what to try tomorrow, whom to tell.
    """
    parts = list(_parts(data))
    questions = {question.id: question for question in edition.module.all_questions()}
    lost: list[str] = []
    for step, there in zip(edition.module.steps, parts[1:-1], strict=True):
        blocks = published(step.blocks)
        asked = [node.id for node in walk(blocks) if isinstance(node, QuestionRef)]
        texts = [blocks, *(questions[name].texts() for name in asked if name in questions)]
        said = {word for text in texts for word in _of_blocks(published(text))}
        lost += [f"{step.id} {word}" for word in sorted(said - there - parts[-1])]
    return lost


def _of_blocks(blocks: Blocks) -> Iterator[str]:
    """Yield the words of blocks, line by line."""
    for node in walk(blocks):
        if isinstance(node, Inline):
            continue
        if isinstance(node, CodeBlock):
            yield from _words(node.text)
        elif isinstance(node, Figure):
            yield from _words(f"{node.image.alt} {node.image.caption}")
        for name in FIELDS[type(node)]:
            value = getattr(node, name)
            if isinstance(value, tuple) and value and isinstance(value[0], Inline):
                yield from _words(plain_text(value))


def _parts(data: bytes) -> Iterator[set[str]]:
    """Yield the words of each section of a deck: those of its slides, notes and alternatives."""
    deck = Presentation(BytesIO(data))
    slides = {slide.slide_id: slide for slide in deck.slides}
    for section in deck.element.iter(f"{{{SECTIONS_NAMESPACE}}}section"):
        listed = section.iter(f"{{{SECTIONS_NAMESPACE}}}sldId")
        yield {word for entry in listed for word in _of_slide(slides[int(entry.get("id"))])}


def _of_slide(slide: Any) -> Iterator[str]:
    trees = [slide._element]
    if slide.has_notes_slide:
        trees.append(slide.notes_slide._element)
    for tree in trees:
        for paragraph in tree.iter(f"{{{A}}}p"):
            yield from _words("".join(text.text or "" for text in paragraph.iter(f"{{{A}}}t")))
        for described in tree.iter():
            yield from _words(described.get("descr") or "")


def _words(text: str) -> Iterator[str]:
    return (word.casefold() for word in WORD.findall(text))

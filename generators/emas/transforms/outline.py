"""What is slide and what is note: a section of text becomes frames, without any size.

Lists, tables, figures, boxes and questions are shown; sentences are said. Nothing is lost: each
word is in the content of a frame or in its notes, but for what is published nowhere on slides
(drafts, comments, plain-language twins, writing lines).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from emas.document import (
    Blocks,
    Callout,
    Columns,
    Comment,
    Draft,
    Footnote,
    Heading,
    InlineComment,
    Misconception,
    Paragraph,
    PlainTwin,
    SlideOverride,
    Table,
    ThematicBreak,
    TrainerNote,
    WritingLines,
    rewrite,
)
from emas.transforms.frame import Adaptations, Flow, Frame, Hook, Illustration, Section, Story
from emas.transforms.pieces import pieces

UNPUBLISHED = (Comment, Draft, InlineComment, PlainTwin, ThematicBreak, WritingLines)


def sections(blocks: Blocks) -> tuple[Section, ...]:
    """Return `blocks` cut before each heading of level 2; what comes before it has no heading."""
    found: list[Section] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level <= 2:
            found.append(Section(block, ()))
        elif found:
            found[-1] = replace(found[-1], blocks=(*found[-1].blocks, block))
        else:
            found.append(Section(None, (block,)))
    return tuple(found)


def frames(section: Section) -> tuple[Frame, ...]:
    """Return the frames of `section`, in reading order.

    A `SlideOverride` replaces what would be shown by itself, which then is said; exercises
    (questions, vignettes, activities) stay. A section with a heading has at least one frame that
    shows something.
    """
    blocks = published(section.blocks)
    replaced = any(isinstance(block, SlideOverride) for block in blocks)
    path = (section.heading.children,) if section.heading else ()
    identifier = section.heading.id if section.heading else ""
    found: list[Frame] = []
    for inner, inside in _parts(blocks):
        found_here = [_said_if(replaced, piece) for piece in pieces(inside)]
        if inner and not any(piece.content for piece in found_here):
            found.append(Frame(None, path, notes=(inner,)))
        below = (*path, inner.children) if inner else path
        found += [replace(piece, path=(*below, *piece.path)) for piece in found_here]
    settled = _settled(replace(piece, sequence=piece.sequence or identifier) for piece in found)
    if section.heading and not any(frame.content for frame in settled):
        said = tuple(note for frame in settled for note in frame.notes)
        first = next((block for block in said if isinstance(block, Paragraph)), None)
        return (Frame(Hook(first), path, notes=said, sequence=identifier),)
    return settled


def published(blocks: Blocks) -> Blocks:
    """Return `blocks` without what is published nowhere on slides."""
    return rewrite(blocks, lambda node: () if isinstance(node, UNPUBLISHED) else (node,))


def _parts(blocks: Blocks) -> Iterator[tuple[Heading | None, Blocks]]:
    """Yield what follows each heading inside of a section, after what comes before the first."""
    inner: Heading | None = None
    inside: Blocks = ()
    for block in blocks:
        if isinstance(block, Heading):
            yield inner, inside
            inner, inside = block, ()
        else:
            inside = (*inside, block)
    yield inner, inside


def _said_if(replaced: bool, piece: Frame) -> Frame:
    """Return `piece`, said instead of shown if its section's slide is written by hand."""
    if not replaced or piece.conditions or piece.closing:
        return piece
    match piece.content:
        case Flow(blocks):
            said: Blocks = blocks
        case Illustration(figure, blocks):
            said = (figure, *blocks)
        case Adaptations(cards):
            said = cards
        case Table() | Callout() | Columns() | Misconception():
            said = (piece.content,)
        case _:
            return piece
    return replace(piece, content=None, notes=(*said, *piece.notes))


def _settled(found: Iterable[Frame]) -> tuple[Frame, ...]:
    """Return the frames that show something, with what is said before or after each.

    A sentence goes with what it introduces; a note for the trainer with what it follows.
    """
    settled: list[Frame] = []
    said: Blocks = ()
    for piece in found:
        notes = piece.notes
        if piece.content is None:
            for condition in reversed(piece.conditions):
                notes = (replace(condition, blocks=notes),)
            if settled and not said and isinstance(piece.notes[0], (TrainerNote, Footnote)):
                settled[-1] = replace(settled[-1], notes=(*settled[-1].notes, *notes))
            else:
                said = (*said, *notes)
            continue
        joined = _joined(settled[-1], piece) if settled else None
        if joined:
            settled[-1] = replace(joined, notes=(*settled[-1].notes, *said, *notes))
        else:
            settled.append(replace(piece, notes=(*said, *notes)))
        said = ()
    if said and settled:
        settled[-1] = replace(settled[-1], notes=(*settled[-1].notes, *said))
    elif said:
        settled.append(Frame(None, notes=said))
    return tuple(settled)


def _joined(before: Frame, after: Frame) -> Frame | None:
    """Return both frames as one, or None when they are two ideas."""
    if (before.path, before.conditions) != (after.path, after.conditions):
        return None
    if (before.title, before.sequence) != (after.title, after.sequence):
        return None
    match before.content, after.content:
        case Flow(first), Flow(then):
            return replace(before, content=Flow((*first, *then)))
        case Story(first, levels), Story(then):
            return replace(before, content=Story((*first, *then), levels))
        case Adaptations(first), Adaptations(then):
            return replace(before, content=Adaptations((*first, *then)))
        case Flow(first), Illustration(figure, ()):
            return replace(before, content=Illustration(figure, first))
        case Illustration(figure, first), Flow(then):
            return replace(before, content=Illustration(figure, (*first, *then)))
    return None

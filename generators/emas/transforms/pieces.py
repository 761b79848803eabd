"""What each block becomes on slides: shown or said, and what leaves it for a slide of its own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import Any, TypeVar

from emas.document import (
    Activity,
    Adaptation,
    Block,
    Blocks,
    BulletList,
    Callout,
    CalloutKind,
    CodeBlock,
    Columns,
    Conditional,
    Decision,
    Figure,
    Footnote,
    Heading,
    Inlines,
    Misconception,
    Node,
    OrderedList,
    Paragraph,
    QuestionRef,
    Quote,
    SlideOverride,
    Table,
    Text,
    TrainerNote,
    Video,
    Vignette,
    children,
    plain_text,
    rewrite,
    walk,
)
from emas.document.tree import NODE_TYPES
from emas.transforms.frame import (
    CLOSING,
    Adaptations,
    Choices,
    Content,
    Flow,
    Frame,
    Illustration,
    Story,
    poster,
)

SHORT_WORDS = 45
"""A callout or a quotation of more words than this is said, not shown."""

SENTENCE = re.compile(r"(?<=[.!?…»])\s+(?=[A-ZÀ-Ý«])")

ALWAYS_SHOWN = (CalloutKind.KEY_MESSAGE, *CLOSING)

ALONE = (
    TrainerNote, Footnote, QuestionRef, Vignette, Decision, Activity, Adaptation, Video, Table,
    Figure,
)  # fmt: skip
"""What never stays inside another box: it has a frame of its own, or is said."""

N = TypeVar("N", bound=Block)


def pieces(blocks: Blocks) -> Iterator[Frame]:
    """Yield a frame for each thing shown, and one without content for each thing said."""
    for index, block in enumerate(blocks):
        match block:
            case Conditional():
                yield from _under(block, pieces(block.blocks))
            case Vignette():
                for piece in _titled(block.title, _told(block, block.blocks)):
                    yield replace(piece, path=(block.title,), sequence=block.id)
            case Activity():
                for piece in _whole(block, _bare(block)):
                    yield replace(piece, sequence=block.id)
            case Decision():
                yield from _whole(block, Choices(_bare(block), (block,)))
            case Table() | QuestionRef():
                yield Frame(block)
            case Figure():
                yield Frame(Illustration(block, ()))
            case Adaptation():
                yield Frame(Adaptations((_bare(block),)))
                yield from _titled(block.title, pieces(tuple(_alone((block,)))))
            case Video():
                said = block.blocks[1:] if poster(block) else block.blocks
                yield Frame(block, title=block.title, notes=said)
            case Columns() | Misconception() | SlideOverride():
                yield from _whole(block, _bare(block))
            case _:
                yield from _text(block, blocks[index + 1 : index + 2])


def _text(block: Block, after: Blocks) -> Iterator[Frame]:
    """Yield the frame of a block made of text: shown if it is a list or short, else said."""
    bare = _bare(block)
    match bare:
        case BulletList() | OrderedList():
            yield from _whole(block, Flow((bare,)))
        case Paragraph() if lead := _lead(bare, after):
            yield Frame(Flow((lead,)), notes=() if lead == bare else (bare,))
        case Callout() if bare.kind in ALWAYS_SHOWN or _short(bare):
            yield from _whole(block, bare)
        case Quote() if _short(bare):
            yield from _whole(block, Flow((bare,)))
        case Callout() | Quote():
            yield _abridged(bare)
            yield from pieces(tuple(_alone((block,))))
        case _:
            yield Frame(None, notes=(block,))


def _told(vignette: Vignette, blocks: Blocks) -> Iterator[Frame]:
    """Yield the frames of a vignette: its sentences are shown, not said."""
    for block in blocks:
        match block:
            case Decision():
                decisions = (node for node in walk(vignette.blocks) if isinstance(node, Decision))
                yield from _whole(block, Choices(_bare(block), tuple(decisions)))
            case Conditional():
                yield from _under(block, _told(vignette, block.blocks))
            case Paragraph() | BulletList() | OrderedList() | Quote() | CodeBlock() | Heading():
                yield from _whole(block, Story((_bare(block),), vignette.levels))
            case _:
                yield from pieces((block,))


def _whole(block: Block, content: Content) -> Iterator[Frame]:
    """Yield the frame of a box, then those of what may not stay inside of it."""
    title = getattr(block, "title", ())
    yield Frame(content, title=title)
    yield from _titled(title, pieces(tuple(_alone((block,), _kept_out(block)))))


def _titled(title: Inlines, pieces: Iterable[Frame]) -> Iterator[Frame]:
    for piece in pieces:
        yield piece if piece.title else replace(piece, title=title)


def _under(block: Conditional, pieces: Iterable[Frame]) -> Iterator[Frame]:
    for piece in pieces:
        yield replace(piece, conditions=(block, *piece.conditions))


def _kept_out(block: Block) -> tuple[type[Any], ...]:
    """Return what may not stay inside of `block`; a slide written by hand keeps its objects."""
    if isinstance(block, SlideOverride):
        return tuple(kind for kind in ALONE if kind not in (Table, Figure))
    return ALONE


def _alone(nodes: Iterable[Node], out: tuple[type[Any], ...] = ALONE) -> Iterator[Any]:
    """Yield what may not stay inside of `nodes`, the outermost only."""
    for node in nodes:
        for child in children(node):
            if isinstance(child, out):
                yield child
            else:
                yield from _alone((child,), out)


def _bare(block: N) -> N:
    """Return `block` without what may not stay inside of it."""
    out = _kept_out(block)
    changed: dict[str, Any] = {}
    for field in fields(block):
        value = getattr(block, field.name)
        if isinstance(value, tuple) and value and isinstance(value[0], NODE_TYPES):
            changed[field.name] = rewrite(value, lambda n: () if isinstance(n, out) else (n,))
    return replace(block, **changed)


def _lead(block: Paragraph, after: Blocks) -> Paragraph | None:
    """Return the last sentence of `block` if it announces the list or the figure `after`.

    Without it a list of what must not be done could be read as what must.
    """
    if not isinstance((*after, None)[0], (BulletList, OrderedList, Figure)):
        return None
    if not plain_text((block,)).rstrip().endswith(":"):
        return None
    for rank in range(len(block.children) - 1, -1, -1):
        inline = block.children[rank]
        if isinstance(inline, Text):
            *before, last = SENTENCE.split(inline.text)
            if before:
                return replace(
                    block, children=(replace(inline, text=last), *block.children[rank + 1 :])
                )
    return block


def _abridged(block: Callout | Quote) -> Frame:
    """Return the frame of a long box: its lists are shown, its sentences are said."""
    shown: list[Block] = []
    rest: list[Block] = []
    for index, inside in enumerate(block.blocks):
        lead = None
        if isinstance(inside, Paragraph):
            lead = _lead(inside, block.blocks[index + 1 : index + 2])
        if isinstance(inside, (BulletList, OrderedList)):
            shown.append(inside)
        elif lead:
            shown.append(lead)
        if not isinstance(inside, (BulletList, OrderedList)) and lead != inside:
            rest.append(inside)
    if not shown:
        return Frame(None, notes=(block,))
    notes = (replace(block, blocks=tuple(rest)),) if rest else ()
    content: Content = Flow(tuple(shown))
    if isinstance(block, Callout):
        content = replace(block, blocks=tuple(shown))
    return Frame(content, title=getattr(block, "title", ()), notes=notes)


def _short(block: Callout | Quote) -> bool:
    return len(plain_text(block.blocks).split()) <= SHORT_WORDS

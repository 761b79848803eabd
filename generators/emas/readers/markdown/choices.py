"""The choices of a decision: `- [conseillé] …`, with what is said of them quoted below."""

import re
from collections.abc import Mapping

from emas.diagnostics import Code, Diagnostic, Span
from emas.diagnostics.suggest import fold
from emas.document import (
    Block,
    Blocks,
    BulletList,
    Choice,
    Comment,
    ListItem,
    Paragraph,
    PlainTwin,
    Quote,
    Text,
    TrainerNote,
    Verdict,
)
from emas.readers.markdown.containers import Opening
from emas.readers.markdown.context import Context

LABELLED = re.compile(r"\[([^\]\n]*)\]\s*")
GOTO = re.compile(r"(?:^|\n)[ \t]*vers[ \t]*:[ \t]*(\S+)[ \t]*$")
VERDICTS: Mapping[str, Verdict] = {fold(verdict): verdict for verdict in Verdict}


def read_choices(
    context: Context, opening: Opening, blocks: Blocks
) -> tuple[Blocks, tuple[Choice, ...]]:
    """Return what comes before the choices, and the choices."""
    kept: list[Block] = []
    choices: list[Choice] = []
    for block in blocks:
        if isinstance(block, BulletList) and not choices:
            choices = [_choice(context, item) for item in block.items]
            continue
        if choices and not isinstance(block, (Comment, PlainTwin, TrainerNote)):
            values = {
                "mot": opening.word,
                "cause": "ce texte vient après les choix",
                "remede": "placez-le avant les choix, ou après la fin du bloc.",
            }
            context.environment.found.append(Diagnostic(Code.BLO009, block.span, values))
        kept.append(block)
    if len(choices) < 2:
        context.report(
            opening,
            "il faut au moins deux choix",
            "écrivez « - [conseillé] … », « - [possible] … » ou « - [à éviter] … ».",
        )
    return tuple(kept), tuple(choices)


def _choice(context: Context, item: ListItem) -> Choice:
    verdict = Verdict.POSSIBLE
    label, feedback = split_feedback(item)
    goto: str | None = None
    match label:
        case (Paragraph(children=(Text() as first, *others)) as paragraph, *rest) if (
            marked := LABELLED.match(first.text)
        ):
            if fold(marked[1]) in VERDICTS:
                verdict = VERDICTS[fold(marked[1])]
            else:
                _unknown_verdict(context, item.span, marked[1])
            text = Text(first.text[marked.end() :], first.span)
            label = (Paragraph((text, *others), paragraph.span), *rest)
        case _:
            _unknown_verdict(context, item.span, "")
    feedback, goto, span = _destination(feedback)
    if goto is not None and span is not None:
        context.goto_lines[item.span] = span.end_line
    return Choice(verdict, label, feedback, goto, item.span)


def _unknown_verdict(context: Context, span: Span, written: str) -> None:
    values = {
        "mot": "decision",
        "cause": f"« [{written}] » n’est pas un avis connu"
        if written
        else "ce choix n’a pas d’avis",
        "remede": "commencez chaque choix par [conseillé], [possible] ou [à éviter].",
    }
    context.environment.found.append(Diagnostic(Code.BLO009, span, values))


def split_feedback(item: ListItem) -> tuple[Blocks, Blocks]:
    """Return the blocks of an item before its quotations, and what is quoted."""
    label = tuple(block for block in item.blocks if not isinstance(block, Quote))
    feedback = tuple(
        inner for block in item.blocks if isinstance(block, Quote) for inner in block.blocks
    )
    return label, feedback


def _destination(feedback: Blocks) -> tuple[Blocks, str | None, Span | None]:
    """Return `feedback` without its last line `vers : id`, that id, and the text it ends."""
    match feedback:
        case (*before, Paragraph(children=(*others, Text() as last)) as paragraph):
            if found := GOTO.search(last.text):
                text = last.text[: found.start()]
                kept = (*others, Text(text, last.span)) if text else tuple(others)
                rest = (Paragraph(kept, paragraph.span),) if kept else ()
                return (*before, *rest), found[1], last.span
    return feedback, None, None

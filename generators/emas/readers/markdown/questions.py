"""From a `question` block to a question of the model."""

from emas.diagnostics import Code, Diagnostic
from emas.diagnostics.suggest import fold, suggestion
from emas.document import Blocks, plain_text
from emas.model import Kind, Question
from emas.readers.markdown.containers import Opening
from emas.readers.markdown.context import Context
from emas.readers.markdown.options import Options
from emas.readers.markdown.tasks import COMMON, OWN, Written, read_task

OPTIONS = (*COMMON, *(option for options in OWN.values() for option in options))


def kind_named(opening: Opening) -> Kind | None:
    """Return the kind that an opening line declares, or None."""
    word = fold(opening.rest)
    return Kind(word) if word in list(Kind) else None


def read_question(
    context: Context,
    opening: Opening,
    options: Options,
    blocks: Blocks,
    hint: Blocks,
    identifier: str,
) -> Question | None:
    """Return the question, or None when nobody could answer what is written."""
    kind = kind_named(opening)
    if kind is None:
        _unknown_kind(context, opening)
        return None
    span = context.environment.line_span(opening.line)
    if not opening.written_id:
        context.environment.report(Code.QUIZ008, opening.line)
    _options_of_others(context, options, kind)
    parts = read_task(Written(context, options, kind, span, blocks))
    if not plain_text(parts.statement):
        context.environment.found.append(Diagnostic(Code.QUIZ002, span))
    if parts.task is None:
        return None
    return Question(
        id=identifier,
        task=parts.task,
        objective=options.text("objectif"),
        source=options.text("source").lower(),
        source_span=options.place("source"),
        statement=parts.statement,
        hint=hint,
        feedback=parts.feedback,
        written_id=bool(opening.written_id),
        objective_span=options.span("objectif") if options.text("objectif") else span,
        span=span,
    )


def _unknown_kind(context: Context, opening: Opening) -> None:
    if not opening.rest:
        context.wrong_argument(opening, "il manque son genre", "::: question unique")
        return
    kinds = [kind.value for kind in Kind]
    values = {
        "genre": opening.rest,
        "suggestion": suggestion(opening.rest, kinds),
        "possibles": ", ".join(kinds),
    }
    context.environment.report(Code.QUIZ001, opening.line, values)


def _options_of_others(context: Context, options: Options, kind: Kind) -> None:
    """Report the options that only another kind takes."""
    known = (*COMMON, *OWN.get(kind, ()))
    for key, line in options.lines.items():
        if key not in known:
            values = {
                "mot": f"question {kind.value}",
                "option": line.key,
                "suggestion": "",
                "possibles": f" Options de ce bloc : {', '.join(known)}.",
            }
            context.environment.report(Code.BLO004, line.line, values)

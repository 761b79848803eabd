"""What a question asks to do, from what is written in it: one function a kind."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from emas.diagnostics import Code, Diagnostic, Span
from emas.diagnostics.suggest import fold
from emas.document import (
    Block,
    Blocks,
    BulletList,
    Cell,
    Comment,
    Gap,
    ListItem,
    OrderedList,
    Paragraph,
    Quote,
    Table,
    plain_text,
    walk,
)
from emas.model import (
    Answer,
    Entry,
    Gaps,
    Item,
    Kind,
    Matching,
    Number,
    Open,
    Ordering,
    Pair,
    Position,
    Scale,
    Sorting,
    Task,
    Ticking,
)
from emas.model.written import number
from emas.readers.markdown.choices import LABELLED, split_feedback
from emas.readers.markdown.context import Context
from emas.readers.markdown.options import Options

COMMON = ("objectif", "source")
OWN: Mapping[Kind, tuple[str, ...]] = {
    Kind.GAPS: ("strict",),
    Kind.NUMBER: ("reponse", "tolerance"),
    Kind.SCALE: ("echelle",),
    Kind.OPEN: ("collecte",),
}
"""The options that one kind takes, beside the common ones."""

MOST = 20
"""What is ticked, ordered, paired or sorted: more could not be read on a slide, nor on a phone."""

VALUE = re.compile(r"(?P<number>[+\-\u2212]?\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?)\s*(?P<unit>\D*)")


@dataclass(frozen=True, slots=True)
class Written:
    """A question as it is written."""

    context: Context
    options: Options
    kind: Kind
    span: Span
    blocks: Blocks

    def refuse(self, cause: str, remedy: str, span: Span | None = None) -> None:
        """Note that what is written is not what its kind asks for."""
        values = {"genre": self.kind.value, "cause": cause, "remede": remedy}
        self.say(Code.QUIZ015, span or self.span, values)

    def say(self, code: Code, span: Span, values: Mapping[str, str] | None = None) -> None:
        """Note what is wrong at `span`."""
        self.context.environment.found.append(Diagnostic(code, span, values or {}))


@dataclass(frozen=True, slots=True)
class Parts:
    """What was found in a question; `task` is None when nothing could be made of it."""

    statement: Blocks
    task: Task | None
    feedback: Blocks = ()


def read_task(written: Written) -> Parts:
    """Return the statement, the task and the general feedback of a question."""
    return READERS[written.kind](written)


# Ticking


def _ticking(written: Written) -> Parts:
    lists = [block for block in written.blocks if isinstance(block, BulletList)]
    boxed = [block for block in lists if any(_box(item) is not None for item in block.items)]
    statement: list[Block] = []
    items: list[ListItem] = []
    after: list[Block] = []
    for block in written.blocks:
        if isinstance(block, BulletList) and (block in boxed or not boxed):
            _cut(written, after if items else ())
            after = []
            items += block.items
        elif isinstance(block, Comment) or not items:
            statement.append(block)
        else:
            after.append(block)
    _no_early_feedback(written, statement)
    answers = tuple(_answer(written, item) for item in items)
    _shape_of_answers(written, answers)
    kept = tuple(block for block in statement if not isinstance(block, Quote))
    return Parts(kept, Ticking(written.kind, answers), _unquoted(after))


def _box(item: ListItem) -> str | None:
    """Return what stands between brackets at the start of an item, or None."""
    if item.ticked is not None:
        return "x" if item.ticked else " "
    first = next((node for node in walk(item.blocks) if hasattr(node, "text")), None)
    marked = LABELLED.match(getattr(first, "text", ""))
    return marked[0].strip() if marked else None


def _cut(written: Written, blocks: Iterable[Block]) -> None:
    """Report blocks between two lists of answers."""
    for block in blocks:
        if isinstance(block, Quote):
            written.say(Code.QUIZ005, block.span)
            continue
        values = {
            "mot": "question",
            "cause": "ce texte coupe la liste des réponses",
            "remede": "placez-le avant la première réponse, ou après la dernière.",
        }
        written.say(Code.BLO009, block.span, values)


def _answer(written: Written, item: ListItem) -> Answer:
    label, feedback = split_feedback(item)
    if item.ticked is None:
        values = {"texte": _box(item) or plain_text(label)[:20] or "-"}
        written.say(Code.QUIZ014, item.span, values)
    return Answer(bool(item.ticked), label, feedback, item.span)


def _shape_of_answers(written: Written, answers: tuple[Answer, ...]) -> None:
    if len(answers) < 2:
        written.say(Code.QUIZ009, written.span, {"question": "écrite ici"})
    elif written.kind is Kind.TRUE_FALSE:
        labels = sorted(fold(plain_text(answer.label)).rstrip(" .") for answer in answers)
        if labels != ["faux", "vrai"]:
            written.say(Code.QUIZ012, written.span)
    _not_too_many(written, answers)


# Ordering, matching, sorting


def _ordering(written: Written) -> Parts:
    before, found, after = _around(written, OrderedList)
    if not isinstance(found, OrderedList) or len(found.items) < 2:
        remedy = "écrivez les éléments dans le bon ordre : « 1. … », « 2. … »."
        written.refuse("il faut une liste numérotée d’au moins deux éléments", remedy)
        return Parts(before, None, after)
    items = tuple(Item(*split_feedback(item), item.span) for item in found.items)
    _not_too_many(written, items)
    _no_double(written, [(item.label, item.span) for item in items])
    return Parts(before, Ordering(items), after)


def _matching(written: Written) -> Parts:
    before, table, after = _table(written)
    if table is None:
        return Parts(before, None, after)
    pairs = tuple(
        Pair(_words(left), _words(right), row.span)
        for row in table.rows
        for left, right in [row.cells]
    )
    _no_double(written, [(pair.left, pair.span) for pair in pairs])
    _no_double(written, [(pair.right, pair.span) for pair in pairs])
    left_title, right_title = (_words(cell) for cell in table.header.cells)
    return Parts(before, Matching(left_title, right_title, pairs), after)


def _sorting(written: Written) -> Parts:
    before, table, after = _table(written)
    if table is None:
        return Parts(before, None, after)
    categories: dict[str, Blocks] = {}
    entries: list[Entry] = []
    for row in table.rows:
        label, category = row.cells
        name = fold(plain_text(category.children))
        categories.setdefault(name, _words(category))
        entries.append(Entry(_words(label), list(categories).index(name), row.span))
    _no_double(written, [(entry.label, entry.span) for entry in entries])
    if len(categories) < 2:
        remedy = "écrivez dans la deuxième colonne la catégorie de chaque élément."
        written.refuse("il faut au moins deux catégories", remedy, table.span)
    elif len(categories) == len(entries):
        remedy = "répétez une catégorie, ou écrivez « question association »."
        written.refuse("aucune catégorie n’a deux éléments", remedy, table.span)
    entry_title, category_title = (_words(cell) for cell in table.header.cells)
    task = Sorting(entry_title, category_title, tuple(categories.values()), tuple(entries))
    return Parts(before, task, after)


def _table(written: Written) -> tuple[Blocks, Table | None, Blocks]:
    before, found, after = _around(written, Table)
    remedy = (
        "écrivez un tableau : « | gauche | droite | », « |---|---| », puis une ligne par paire."
    )
    if not isinstance(found, Table):
        written.refuse("il faut un tableau de deux colonnes", remedy)
        return before, None, after
    if len(found.aligns) != 2 or len(found.rows) < 2:
        written.refuse("il faut deux colonnes et au moins deux lignes", remedy, found.span)
        return before, None, after
    for row in found.rows:
        if not all(plain_text(cell.children) for cell in row.cells):
            written.refuse("une case est vide", "remplissez les deux cases.", row.span)
    _not_too_many(written, found.rows)
    return before, found, after


def _words(cell: Cell) -> Blocks:
    return (Paragraph(cell.children, cell.span),)


# Gaps, numbers, scales, texts


def _gaps(written: Written) -> Parts:
    statement, feedback = _said(written)
    holes = [node for node in walk(statement) if isinstance(node, Gap)]
    if not holes:
        remedy = "écrivez chaque réponse entre doubles crochets : [[réponse / autre réponse]]."
        written.refuse("il n’y a rien à compléter", remedy)
    for hole in holes:
        if not any(hole.accepted):
            written.refuse("ce trou n’a pas de réponse", "écrivez [[réponse]].", hole.span)
    return Parts(statement, Gaps(_yes(written, "strict")), feedback)


def _number(written: Written) -> Parts:
    statement, feedback = _said(written)
    value = _value(written, "reponse")
    if value is None:
        return Parts(statement, None, feedback)
    tolerance = _value(written, "tolerance") or (Decimal(0), "")
    if tolerance[0] < 0 or tolerance[1] not in ("", value[1]):
        written.options.report("tolerance", f"il faut un écart positif, en « {value[1] or '1'} »")
    return Parts(statement, Number(value[0], tolerance[0], value[1]), feedback)


def _value(written: Written, key: str) -> tuple[Decimal, str] | None:
    text = written.options.text(key)
    if not text:
        if key == "reponse":
            remedy = "ajoutez « reponse : 25 % » sous la ligne d’ouverture."
            written.refuse("il manque la réponse", remedy)
        return None
    match = VALUE.fullmatch(text)
    found = number(match["number"]) if match else None
    if match is None or found is None:
        written.options.report(key, "ce n’est pas un nombre")
        return None
    return found, match["unit"].strip()


def _scale(written: Written) -> Parts:
    statement, feedback = _said(written)
    text = written.options.text("echelle")
    line = written.options.lines.get("echelle")
    if line is None:
        remedy = "ajoutez « echelle : pas du tout … tout à fait » sous la ligne d’ouverture."
        written.refuse("il manque l’échelle", remedy)
        return Parts(statement, None, feedback)
    ends = [part.strip() for part in re.split(r"…|\.\.\.", text)]
    labels = [part.strip() for part in text.split("|")]
    if len(ends) == 2 and all(ends):
        labels = [ends[0], "", "", "", ends[1]]
    elif not 2 <= len(labels) <= 7 or not all(labels):
        written.options.report("echelle", "il faut deux bouts, ou de 2 à 7 points nommés")
        return Parts(statement, None, feedback)
    return Parts(statement, Scale(tuple(_label(written, item, line.line) for item in labels)),
                 feedback)  # fmt: skip


def _label(written: Written, text: str, line: int) -> Blocks:
    inlines = written.context.inlines(text, line)
    return (Paragraph(inlines, written.options.span("echelle")),) if inlines else ()


def _position(written: Written) -> Parts:
    statement, feedback = _said(written)
    return Parts(statement, Position(), feedback)


def _open(written: Written) -> Parts:
    statement, model = _said(written)
    return Parts(statement, Open(model, _yes(written, "collecte")))


def _yes(written: Written, key: str) -> bool:
    text = fold(written.options.text(key))
    if text not in ("", "oui", "non"):
        written.options.report(key, "répondez oui ou non")
    return text == "oui"


# What the kinds share


def _around(written: Written, kind: type[Block]) -> tuple[Blocks, Block | None, Blocks]:
    """Return what comes before the last block of `kind`, that block, and what comes after."""
    places = [rank for rank, block in enumerate(written.blocks) if isinstance(block, kind)]
    if not places:
        return (*_said(written)[:1], None, ())
    statement = written.blocks[: places[-1]]
    _no_early_feedback(written, statement)
    _no_boxes(written)
    return statement, written.blocks[places[-1]], _unquoted(written.blocks[places[-1] + 1 :])


def _said(written: Written) -> tuple[Blocks, Blocks]:
    """Return what is not quoted, and what is: the statement and its general feedback."""
    _no_boxes(written)
    statement = tuple(block for block in written.blocks if not isinstance(block, Quote))
    quotes = (block for block in written.blocks if isinstance(block, Quote))
    return statement, _unquoted(quotes)


def _unquoted(blocks: Iterable[Block]) -> Blocks:
    found: list[Block] = []
    for block in blocks:
        found += block.blocks if isinstance(block, Quote) else (block,)
    return tuple(found)


def _no_early_feedback(written: Written, statement: Iterable[Block]) -> None:
    for block in statement:
        if isinstance(block, Quote):
            written.say(Code.QUIZ005, block.span)


def _no_boxes(written: Written) -> None:
    """Report answers to tick in a question that is not answered by ticking."""
    for block in written.blocks:
        if isinstance(block, BulletList) and any(item.ticked is not None for item in block.items):
            remedy = "écrivez « question unique » ou « question multiple », ou retirez les cases."
            written.refuse("des réponses à cocher n’y ont pas de sens", remedy, block.span)


def _not_too_many(written: Written, items: tuple[object, ...]) -> None:
    if len(items) > MOST:
        values = {"nombre": str(len(items)), "limite": str(MOST)}
        written.say(Code.QUIZ016, written.span, values)


def _no_double(written: Written, labels: Iterable[tuple[Blocks, Span]]) -> None:
    """Report a label that stands twice: nobody could tell which is meant."""
    seen: set[str] = set()
    for label, span in labels:
        words = fold(plain_text(label))
        if words and words in seen:
            written.say(Code.QUIZ017, span, {"texte": plain_text(label)})
        seen.add(words)


READERS: Mapping[Kind, Callable[[Written], Parts]] = {
    Kind.SINGLE: _ticking,
    Kind.MULTIPLE: _ticking,
    Kind.TRUE_FALSE: _ticking,
    Kind.ORDER: _ordering,
    Kind.MATCHING: _matching,
    Kind.CATEGORIES: _sorting,
    Kind.GAPS: _gaps,
    Kind.NUMBER: _number,
    Kind.SCALE: _scale,
    Kind.POSITION: _position,
    Kind.OPEN: _open,
}

"""From drafts to questions of ours; each difference of meaning is told."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import assert_never

from emas import memory
from emas.diagnostics import Code, Diagnostic, Span
from emas.diagnostics.suggest import fold
from emas.document import (
    Blocks,
    LineBreak,
    Paragraph,
    Quote,
    Text,
    plain_text,
    rewrite,
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
    Question,
    Scale,
    Sorting,
    Task,
    Ticking,
)
from emas.model.written import number as typed_number
from emas.model.written import same_words
from emas.readers.exchange.draft import (
    FULL,
    HOLE,
    Choices,
    Cloze,
    Description,
    Draft,
    Essay,
    Figure,
    Matches,
    Numeric,
    Option,
    Rich,
    Sorted,
    TrueFalse,
    Typed,
)
from emas.readers.exchange.marks import BETWEEN, Asked, read_tags, without_example, without_marks
from emas.readers.exchange.pictures import Pictures
from emas.readers.exchange.rich import Reader, with_gaps
from emas.readers.exchange.shapes import drawn, on_one_line, unquoted, with_hole, words_alone
from emas.readers.exchange.words import NotUnderstoodError, named
from emas.readers.values import IDENTIFIER

MOST_LETTERS = 20_000
"""Letters of one text: some ten pages, in a question."""

NEAR = Decimal("0.1")
"""How far a share of the points may be from ours: Moodle writes 33.33333."""

JOKER = re.compile(r"(?<!\\)\*")
RANK = re.compile(r"[1-9]\d?")


@dataclass
class Imported:
    """The questions of a file, in order; `pictures` are the bytes they show, by file name."""

    questions: list[Question] = field(default_factory=list)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def questions_of(drafts: list[Draft]) -> Imported:
    """Return the questions that `drafts` ask; their ids are those of the file, or empty."""
    with memory.held():
        return _questions_of(drafts)


def _questions_of(drafts: list[Draft]) -> Imported:
    pictures = Pictures()
    result = Imported(pictures=pictures.kept, diagnostics=pictures.found)
    unknown: dict[str, Span] = {}
    for draft in drafts:
        maker = _Maker(draft, Reader(pictures))
        question = maker.question()
        result.diagnostics += maker.found
        if question is not None:
            result.questions.append(question)
        for tag in maker.tags.others:
            unknown.setdefault(tag, draft.span)
    if unknown:
        listed = ", ".join(named(tag) for tag in list(unknown)[:20])
        span = next(iter(unknown.values()))
        result.diagnostics.append(Diagnostic(Code.IMP009, span, {"etiquettes": listed}))
    return result


class _Maker:
    """Makes one question, and gathers what is to be told of it."""

    def __init__(self, draft: Draft, reader: Reader) -> None:
        self.draft = draft
        self.reader = reader
        self.found: list[Diagnostic] = []
        self.tags = read_tags(draft.tags)
        self.asked = Asked(())
        self.statement: Blocks = ()
        self.after: list[Blocks] = []

    def question(self) -> Question | None:
        """Return the question, or None when it has no equivalent."""
        draft = self.draft
        if any(rich.letters() > MOST_LETTERS for rich in draft.texts()):
            cause = f"un de ses textes a plus de {MOST_LETTERS} lettres"
            self._tell(Code.IMP002, draft.span, cause=cause)
            return None
        asked = self._asked(draft.statement)
        self.asked = without_marks(asked) if self._ours() else Asked(asked)
        self.statement = self.asked.statement
        self.after = [self.asked.after]
        try:
            task = self._task()
        except NotUnderstoodError as error:
            self._tell(Code.IMP002, draft.span, cause=error.cause)
            return None
        self.statement = rewrite(self.statement, drawn)
        hint = tuple(block for hint in draft.hints for block in self.reader.blocks(hint))
        said = self.reader.blocks(draft.feedback)
        said = without_example(said) if self._ours() else said
        feedback = tuple(block for blocks in (said, *self.after) for block in blocks)
        if isinstance(task, Open):  # what is said afterwards is the model
            task, feedback = Open((*task.model, *feedback), task.collected), ()
        for note in self.reader.notes:
            self._tell(Code.IMP005, draft.span, quoi=note)
        return Question(
            id=draft.id if IDENTIFIER.fullmatch(draft.id) else "",
            task=task,
            objective=self.tags.objective,
            source="",
            statement=self.statement,
            hint=hint,
            feedback=feedback,
            written_id=bool(draft.id),
            objective_span=draft.span,
            span=draft.span,
        )

    def _ours(self) -> bool:
        """Return whether our own export may have added sentences to the question."""
        reshaped = self.tags.kind in (Kind.OPEN, Kind.POSITION)
        return reshaped or isinstance(self.draft.body, Matches)

    def _tell(self, code: Code, span: Span, **values: str) -> None:
        words = plain_text(self.statement) or self.draft.title or self.draft.statement.text[:100]
        self.found.append(Diagnostic(code, span, {"question": named(words), **values}))

    def _changed(self, cause: str, span: Span | None = None) -> None:
        self._tell(Code.IMP003, span or self.draft.span, cause=cause)

    def _asked(self, rich: Rich) -> Blocks:
        """Return a text that comes before answers: a quotation there would be a remark."""
        blocks = self.reader.blocks(rich)
        if not any(isinstance(block, Quote) for block in blocks):
            return blocks
        self.reader.notes["une citation, devenue un paragraphe"] = None
        return unquoted(blocks)

    def _task(self) -> Task:
        body = self.draft.body
        match body:
            case Choices() if self.tags.kind == Kind.SCALE:
                return self._scale(body)
            case Choices():
                return self._ticking(body)
            case TrueFalse():
                return self._true_false(body)
            case Typed() | Cloze():
                return self._gaps(body)
            case Numeric():
                return self._number(body)
            case Matches():
                return self._pairs(body)
            case Sorted():
                items = (Item(self._asked(item), (), item.span) for item in body.items if item)
                return self._ordering(tuple(items))
            case Essay():
                collected = self.tags.kind == Kind.OPEN
                return Open(self.reader.blocks(body.model), collected=collected)
            case Description() if self.tags.kind == Kind.POSITION:
                return Position()
            case Description() if self.tags.kind == Kind.OPEN:
                return Open((), collected=False)
            case Description():
                raise NotUnderstoodError("c’est un texte seul, sans rien à répondre")
            case _:
                assert_never(body)

    # Ticking

    def _ticking(self, body: Choices) -> Ticking:
        options = [option for option in body.options if option.text]
        if len(options) < 2:
            raise NotUnderstoodError("elle n’a pas deux réponses")
        best = max(option.worth for option in options)
        if body.single:
            right = [option.worth == best > 0 for option in options]
        else:
            right = [option.worth > 0 for option in options]
        several = not body.single or sum(right) > 1
        self._shares(body.single, options, right)
        answers = tuple(
            Answer(
                is_right,
                self._asked(option.text),
                self.reader.blocks(option.feedback),
                option.span,
            )
            for option, is_right in zip(options, right, strict=True)
        )
        return Ticking(Kind.MULTIPLE if several else Kind.SINGLE, answers)

    def _shares(self, single: bool, options: list[Option], right: list[bool]) -> None:
        """Tell where the points are not shared as ours are."""
        count = sum(right)
        if single and count > 1:
            self._changed(
                "une seule de ses bonnes réponses suffisait ; ici, il faut toutes les cocher"
            )
            return
        if single:
            for option, is_right in zip(options, right, strict=True):
                if is_right and option.worth < FULL:
                    self._changed("sa meilleure réponse ne valait pas tous les points", option.span)
                if not is_right and option.worth > 0:
                    self._changed(
                        f"{named(option.text.text)} valait une partie des points ; ici, c’est une"
                        " réponse fausse",
                        option.span,
                    )
            return
        share = FULL / count if count else FULL
        if any(
            abs(option.worth - (share if is_right else -share)) > NEAR
            for option, is_right in zip(options, right, strict=True)
        ):
            self._changed(
                "ses points étaient partagés autrement ; ici, chaque bonne réponse compte autant,"
                " et chaque mauvaise retire autant"
            )

    def _true_false(self, body: TrueFalse) -> Ticking:
        span = self.draft.span
        answers = (
            Answer(body.right, words_alone("Vrai", span), self.reader.blocks(body.when_true), span),
            Answer(
                not body.right, words_alone("Faux", span), self.reader.blocks(body.when_false), span
            ),
        )
        return Ticking(Kind.TRUE_FALSE, answers)

    def _scale(self, body: Choices) -> Scale:
        labels = tuple(self._line(option.text) for option in body.options)
        if not 2 <= len(labels) <= 7:
            raise NotUnderstoodError("une échelle a de deux à sept points")
        if any("|" in plain_text(label) or "…" in plain_text(label) for label in labels):
            raise NotUnderstoodError("un point de son échelle contient « | » ou « … »")
        if [plain_text(label) for label in labels[1:-1]] == BETWEEN:
            labels = (labels[0], (), (), (), labels[4])
        return Scale(labels)

    # Ordering, matching, sorting

    def _ordering(self, items: tuple[Item, ...]) -> Ordering:
        if len(items) < 2:
            raise NotUnderstoodError("elle n’a pas deux éléments à ranger")
        return Ordering(items)

    def _pairs(self, body: Matches) -> Task:
        couples = [couple for couple in body.couples if couple.left and couple.right]
        alone = [couple.right for couple in body.couples if not couple.left]
        if len(couples) < 2:
            raise NotUnderstoodError("elle n’a pas deux paires")
        rights = [couple.right for couple in couples]
        if self.tags.kind == Kind.ORDER and sorted(rights, key=_rank) == _ranks(len(rights)):
            ordered = sorted(couples, key=lambda couple: _rank(couple.right))
            return self._ordering(
                tuple(Item(self._asked(couple.left), (), couple.span) for couple in ordered)
            )
        distinct = {fold(right): right for right in reversed(rights)}
        if alone:
            listed = ", ".join(named(right) for right in alone)
            self._changed(f"les réponses qui ne vont avec rien ne sont pas reprises, {listed}")
        if len(distinct) == len(rights) and self.tags.kind != Kind.CATEGORIES:
            return Matching(
                *self._titles("À associer", "Réponse"),
                tuple(
                    Pair(
                        self._line(couple.left), words_alone(couple.right, couple.span), couple.span
                    )
                    for couple in couples
                ),
            )
        if len(distinct) < 2:
            raise NotUnderstoodError("toutes ses paires ont la même réponse")
        return self._sorting([(self._line(c.left), c.right, c.span) for c in couples])

    def _sorting(self, rows: list[tuple[Blocks, str, Span]]) -> Sorting:
        names = {fold(right): right for _, right, _ in reversed(rows)}
        order = list(dict.fromkeys(fold(right) for _, right, _ in rows))
        return Sorting(
            *self._titles("Élément", "Catégorie"),
            tuple(words_alone(names[name], self.draft.span) for name in order),
            tuple(Entry(label, order.index(fold(right)), span) for label, right, span in rows),
        )

    def _titles(self, left: str, right: str) -> tuple[Blocks, Blocks]:
        """Return the titles of the two columns: those of our own export, else these."""
        left, right = self.asked.titles or (left, right)
        return words_alone(left, self.draft.span), words_alone(right, self.draft.span)

    def _line(self, rich: Rich) -> Blocks:
        """Return a text for a cell of a table: one line, whatever it was."""
        blocks = self.reader.blocks(rich)
        match blocks:
            case (Paragraph(children=line),) if not any(isinstance(n, LineBreak) for n in line):
                return blocks
        self.reader.notes["un texte de plusieurs lignes, mis sur une seule"] = None
        return on_one_line(blocks, rich.span)

    # Gaps, numbers

    def _gaps(self, body: Typed | Cloze) -> Gaps:
        holes = (body,) if isinstance(body, Typed) else body.gaps
        if isinstance(body, Cloze) and body.others:
            kinds = ", ".join(dict.fromkeys(body.others))
            raise NotUnderstoodError(f"un de ses trous demande {kinds}, et non un mot")
        if not holes:
            raise NotUnderstoodError("elle n’a rien à compléter")
        accepted = [self._accepted(hole) for hole in holes]
        statement = self.statement
        if isinstance(body, Typed) and HOLE not in self.draft.statement.text:
            statement = with_hole(statement, self.draft.span)
        self.statement, met = with_gaps(statement, accepted)
        if met != len(holes):
            raise NotUnderstoodError("un de ses trous est dans une image, un lien ou du code")
        strict = {hole.strict for hole in holes}
        if len(strict) > 1:
            self._changed("ses trous tenaient compte ou non des majuscules ; ici, d’aucune")
        for hole in holes:
            self._remarks((option.text.text, option.feedback) for option in hole.options)
        return Gaps(strict == {True})

    def _accepted(self, hole: Typed) -> tuple[str, ...]:
        """Return the words of the best answers, without those that we take for one another."""
        written = [option for option in hole.options if option.text.text not in ("", "*")]
        best = max((option.worth for option in written), default=Decimal(0))
        if best <= 0:
            raise NotUnderstoodError("un de ses trous n’a pas de bonne réponse")
        accepted: list[str] = []
        for option in written:
            text = " ".join(option.text.text.split())
            if JOKER.search(text) and option.worth == best:
                self._changed(f"dans {named(text)}, l’étoile valait n’importe quelles lettres")
            text = text.replace("\\*", "*")
            if "[" in text or "]" in text or " / " in text:
                raise NotUnderstoodError(f"nous ne pouvons pas écrire {named(text)} dans un trou")
            if 0 < option.worth < best:
                self._changed(
                    f"{named(text)} valait une partie des points ; ici, ce n’est pas accepté",
                    option.span,
                )
            known = any(same_words(text, other, strict=hole.strict) for other in accepted)
            if option.worth == best and not known:
                accepted.append(text)
        return tuple(accepted)

    def _number(self, body: Numeric) -> Number:
        known = [figure for figure in body.figures if figure.value is not None]
        best = max((figure.worth for figure in known), default=Decimal(0))
        right = [figure for figure in known if figure.worth == best > 0]
        if not right:
            raise NotUnderstoodError("elle n’a pas de bonne réponse")
        if any(0 < figure.worth < best for figure in known):
            self._changed("une réponse approchée valait une partie des points ; ici, aucun")
        if len(right) > 1:
            self._changed("elle acceptait plusieurs nombres ; ici, le premier seulement")
        value, tolerance = right[0].value, right[0].tolerance
        assert value is not None  # those without a value are left out above
        if tolerance < 0 or any(typed_number(f"{part:f}") is None for part in (value, tolerance)):
            raise NotUnderstoodError("nous ne pouvons pas écrire un nombre de tant de chiffres")
        unit = " ".join(body.unit.split())
        if any(letter.isdigit() for letter in unit):
            self._changed(f"son unité {named(unit)} contient un chiffre et n’est pas reprise")
            unit = ""
        self._remarks((_figure(figure), figure.feedback) for figure in body.figures)
        return Number(value, tolerance, unit)

    def _remarks(self, told: Iterator[tuple[str, Rich]]) -> None:
        """Keep what was said of each answer typed: here, all of it is said to everyone."""
        for answer, feedback in told:
            blocks = self.reader.blocks(feedback)
            if not blocks:
                continue
            words = "Autre réponse" if answer in ("", "*") else f"« {answer} »"
            lead = Text(f"{words} : ", feedback.span)
            match blocks:
                case (Paragraph(children=line) as first, *rest):
                    self.after.append((Paragraph((lead, *line), first.span), *rest))
                case _:
                    self.after.append((*words_alone(f"{words} :", feedback.span), *blocks))


def _figure(figure: Figure) -> str:
    if figure.value is None:
        return "*"
    return f"{figure.value:f}".replace(".", ",")


def _rank(text: str) -> int:
    return int(text) if RANK.fullmatch(text) else 0


def _ranks(count: int) -> list[str]:
    return [str(rank) for rank in range(1, count + 1)]

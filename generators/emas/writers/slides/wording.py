"""Blocks in words: the lines that a slide shows or that its notes hold.

On a slide a block has the looks of its layout; in the notes, and inside of another block, a label
in words says what it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar, assert_never
from urllib.parse import urlsplit

from emas.document import (
    Activity,
    Adaptation,
    Axis,
    Block,
    Blocks,
    Box,
    BulletList,
    Callout,
    CodeBlock,
    Columns,
    Comment,
    Conditional,
    Decision,
    Draft,
    Figure,
    Footnote,
    Heading,
    Inlines,
    Misconception,
    OrderedList,
    Paragraph,
    PlainTwin,
    QuestionRef,
    Quote,
    SlideOverride,
    Table,
    ThematicBreak,
    TrainerNote,
    Video,
    Vignette,
    WritingLines,
)
from emas.model import Question, Ticking, Vocabulary, in_words, shown_answers
from emas.theme import Kind, KindStyle
from emas.transforms.exercises import exercise
from emas.writers.slides.deck import Line, Marker, Run
from emas.writers.slides.runs import begun, between, bold, label, plain, runs, said

KNOWN, HEARD = "Ce que l’on sait", "On entend souvent"
"""The headings of a misconception's two columns."""

CARD = ("Comment faire", "À éviter", "Comment savoir que ça marche")
"""The headings of an adaptation's parts."""

LENGTHS = {"courte": "séance courte", "longue": "séance longue"}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that do not come from the text itself."""

    kinds: Mapping[Kind, KindStyle]
    vocabulary: Vocabulary
    questions: Mapping[str, Question]

    def kind(self, kind: str) -> str:
        """Return the word of a kind of content."""
        return self.kinds[Kind(kind)].word

    def condition(self, condition: Conditional) -> str:
        """Return whom a conditional block is for: « Pour : AESH ». Empty for this medium."""
        match condition.axis:
            case Axis.AUDIENCE:
                return f"Pour : {self._labels(self.vocabulary.audiences, condition.values)}"
            case Axis.NOT_AUDIENCE:
                return f"Sauf : {self._labels(self.vocabulary.audiences, condition.values)}"
            case Axis.LEVEL:
                return f"Niveau : {self._labels(self.vocabulary.levels, condition.values)}"
            case Axis.LENGTH:
                return f"Pour : {self._labels(LENGTHS, condition.values)}"
            case Axis.MEDIUM:
                return ""

    def _labels(self, names: Mapping[str, str], ids: Iterable[str]) -> str:
        return ", ".join(names.get(identifier, identifier) for identifier in ids)

    def lines(self, blocks: Blocks, level: int = 0) -> tuple[Line, ...]:
        """Return `blocks` as lines, each list one level below the text around it."""
        return tuple(line for block in blocks for line in self._block(block, level))

    def _block(self, block: Block, level: int) -> Iterator[Line]:
        match block:
            case Paragraph():
                announces = plain(block.children).endswith(":")
                yield Line(runs(block.children), level, kept=announces)
            case Heading():
                yield Line(bold(runs(block.children)), level, kept=True)
            case BulletList():
                for item in block.items:
                    yield from self._item(item.blocks, level, Marker.BULLET, 1)
            case OrderedList():
                for number, item in enumerate(block.items, block.start):
                    yield from self._item(item.blocks, level, Marker.NUMBER, number)
            case Quote():
                yield from self.lines(block.blocks, level)
            case CodeBlock():
                yield from (said(text, level) for text in block.text.splitlines() if text.strip())
            case Table():
                header = [runs(cell.children) for cell in block.header.cells]
                yield Line(bold(between(header)), level, kept=True)
                for row in block.rows:
                    cells = between([runs(cell.children) for cell in row.cells])
                    yield Line(cells, level, Marker.BULLET)
            case Figure():
                yield Line(runs((block.image,)), level)
                if block.image.caption:
                    yield said(block.image.caption, level)
            case Footnote():
                yield from self._labelled(f"Note {block.label}", (), block.blocks, level)
            case ThematicBreak() | Comment() | Draft() | PlainTwin() | WritingLines():
                pass
            case _:
                yield from self._box(block, level)

    def _item(self, blocks: Blocks, level: int, marker: Marker, number: int) -> Iterator[Line]:
        inside = self.lines(blocks[:1], level)
        yield from (replace(line, marker=marker, number=number) for line in inside[:1])
        yield from inside[1:]
        for block in blocks[1:]:
            yield from self._block(block, level + 1)

    def _labelled(self, word: str, title: Inlines, blocks: Blocks, level: int) -> Iterator[Line]:
        if word or title:
            yield label(word, runs(title), level)
        yield from self.lines(blocks, level)

    def _box(self, box: Box, level: int) -> Iterator[Line]:
        match box:
            case Callout():
                yield from self._labelled(self.kind(box.kind), box.title, box.blocks, level)
            case Misconception():
                yield from self._labelled(self.kind("idee-recue"), box.title, (), level)
                yield from self._labelled(KNOWN, (), box.known, level)
                yield from self._labelled(HEARD, (), box.heard, level)
            case Vignette():
                yield from self._labelled(self.kind("situation"), box.title, box.blocks, level)
            case Decision():
                yield from self._labelled(self.kind("decision"), box.title, box.blocks, level)
                yield from self.choices(box, level)
            case Activity():
                yield from self._activity(box, level)
            case Adaptation():
                yield label(self.kind("amenagement"), runs(box.title), level)
                yield from self.details(box, level)
                yield from self._parts(box, level)
            case QuestionRef():
                yield from self._question(self.questions.get(box.id), level)
            case TrainerNote():
                yield from self._labelled(self.kind("animation"), box.title, box.blocks, level)
            case SlideOverride():
                yield from self._labelled("", box.title, box.blocks, level)
            case Columns():
                for column in box.columns:
                    yield from self._labelled("", column.title, column.blocks, level)
            case Conditional():
                yield from self._labelled(self.condition(box), (), box.blocks, level)
            case Video():
                yield from self._labelled(self.kind("video"), box.title, (), level)
                yield Line(link(box), level)
                yield from self.lines(box.blocks, level)
            case PlainTwin() | WritingLines() | Draft():
                pass
            case _:
                assert_never(box)

    def _activity(self, activity: Activity, level: int) -> Iterator[Line]:
        yield label(self.kind("activite"), runs(activity.title), level)
        yield from self.setting(activity, level)
        yield from self.lines(activity.blocks, level)
        yield from self.alone(activity, level)

    def choices(self, decision: Decision, level: int = 0) -> Iterator[Line]:
        """Yield each choice with its letter, what we think of it, and why."""
        for letter, choice in lettering(decision.choices):
            verdict = f"{letter} ({choice.verdict}) : "
            yield from begun(verdict, self.lines(choice.label, level), level)
            yield from self.lines(choice.feedback, level)

    def setting(self, activity: Activity, level: int = 0) -> Iterator[Line]:
        """Yield how an activity is organised: how long, how, with what."""
        words: tuple[Run, ...] = ()
        if activity.duration_min is not None:
            words = (Run(in_words(activity.duration_min)),)
        for part in (runs(activity.setting), runs(activity.material)):
            words = (*words, Run(" · "), *part) if words and part else (*words, *part)
        if words:
            yield Line(words, level)

    def alone(self, activity: Activity, level: int = 0) -> tuple[Line, ...]:
        """Return how to do an activity alone."""
        return begun(
            "Seul : ", (Line(runs(activity.alone), level),) if activity.alone else (), level
        )

    def details(self, card: Adaptation, level: int = 0) -> Iterator[Line]:
        """Yield what an adaptation's row in a table does not say."""
        vocabulary = self.vocabulary
        if card.need:
            yield from begun("Besoin : ", (Line(runs(card.need), level),), level)
        if card.domain:
            yield from begun(
                "Domaine : ",
                (said(vocabulary.domains.get(card.domain, card.domain), level),),
                level,
            )
        if card.levels:
            levels = self._labels(vocabulary.levels, card.levels)
            yield from begun("Niveaux : ", (said(levels, level),), level)
        if card.difficulties:
            families = self._labels(vocabulary.families, card.difficulties)
            yield from begun("Difficultés : ", (said(families, level),), level)
        yield from self.lines(card.blocks, level)

    def _parts(self, card: Adaptation, level: int) -> Iterator[Line]:
        for word, part in zip(CARD, (card.how, card.avoid, card.measure), strict=True):
            if part:
                yield from begun(f"{word} : ", (Line(runs(part), level),), level)

    def _question(self, question: Question | None, level: int) -> Iterator[Line]:
        if question is None:
            return
        asked = exercise(question)
        yield from self._labelled(self.kind("question"), (), asked.statement, level)
        if isinstance(question.task, Ticking):
            yield from self._answers(question.task, question.id, level)
        else:
            for letter, option in lettering(asked.options):
                yield from begun(f"{letter}. ", self.lines(option, level), level)
            yield from self.lines(asked.solution, level)
        yield from self.lines(question.hint, level)
        yield from self.lines(question.feedback, level)

    def _answers(self, task: Ticking, question: str, level: int) -> Iterator[Line]:
        for letter, (_, answer) in lettering(shown_answers(task, question)):
            mark = "bonne réponse" if answer.right else "réponse fausse"
            yield from begun(f"{letter} ({mark}) : ", self.lines(answer.label, level), level)
            yield from self.lines(answer.feedback, level)


def lettering(items: Iterable[T]) -> Iterator[tuple[str, T]]:
    """Yield each item with its letter: A to Z, then AA and so on."""
    for rank, item in enumerate(items):
        before = LETTERS[rank // len(LETTERS) - 1] if rank >= len(LETTERS) else ""
        yield before + LETTERS[rank % len(LETTERS)], item


def link(video: Video) -> tuple[Run, ...]:
    """Return where a video is: a link in words, or the name of its file."""
    if video.source.startswith("https://"):
        words = f"Regarder la vidéo sur {urlsplit(video.source).hostname}"
        return (Run(words, href=video.source),)
    return (Run(f"Fichier : {video.source}"),)

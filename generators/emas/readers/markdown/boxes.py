"""From `:::` blocks to boxes: one function a word, one table of words."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from markdown_it.tree import SyntaxTreeNode

from emas.diagnostics import Code, Diagnostic, Span
from emas.diagnostics.suggest import fold, suggestion
from emas.document import (
    Activity,
    Adaptation,
    Axis,
    Blocks,
    BulletList,
    Callout,
    CalloutKind,
    Column,
    Columns,
    Comment,
    Conditional,
    Decision,
    Draft,
    Inlines,
    Misconception,
    Paragraph,
    PlainTwin,
    QuestionRef,
    SlideOverride,
    TrainerNote,
    Video,
    Vignette,
    WritingLines,
)
from emas.model import Kind
from emas.readers.markdown.choices import read_choices
from emas.readers.markdown.containers import Opening
from emas.readers.markdown.context import Context
from emas.readers.markdown.options import Options
from emas.readers.markdown.questions import OPTIONS as QUESTION_OPTIONS
from emas.readers.markdown.questions import kind_named, read_question
from emas.readers.names import resolve_all
from emas.readers.values import IDENTIFIER


@dataclass(frozen=True, slots=True)
class Here:
    """One block being read: its opening line, its options, its id, its content."""

    context: Context
    opening: Opening
    options: Options
    id: str
    span: Span
    nodes: list[SyntaxTreeNode]

    @property
    def word(self) -> str:
        """The word, as it is in the table of words."""
        return fold(self.opening.word)

    def blocks(self) -> Blocks:
        """Return the content as blocks."""
        self.context.within.append(self.word)
        blocks = self.context.blocks(self.nodes)
        self.context.within.pop()
        return blocks

    def title(self) -> Inlines:
        """Return what follows the word as inlines."""
        return self.context.inlines(self.opening.rest, self.opening.line)

    def option(self, key: str) -> Inlines:
        """Return an option's value as inlines."""
        line = self.options.lines.get(key)
        return self.context.inlines(line.value, line.line) if line else ()


def read_box(context: Context, node: SyntaxTreeNode) -> Blocks:
    """Return what a `:::` block means; an unknown word is reported and its content kept."""
    opening: Opening = node.meta["opening"]
    spec = WORDS.get(fold(opening.word))
    if spec is None:
        values = {
            "mot": opening.word,
            "suggestion": suggestion(opening.word, WORDS),
            "possibles": ", ".join(WORDS),
        }
        context.environment.report(Code.BLO001, opening.line, values)
        return (*_options_as_text(context, opening), *context.blocks(node.children))
    if spec.inside and spec.inside not in context.within[-1:]:
        remedy = f"placez-le directement dans un bloc « {spec.inside} »."
        context.report(opening, f"il n’a de sens que dans « {spec.inside} »", remedy)
    return spec.read(_here(context, node, spec))


def _options_as_text(context: Context, opening: Opening) -> Blocks:
    return tuple(
        Paragraph(
            context.inlines(f"{option.key} : {option.value}", option.line),
            context.environment.line_span(option.line),
        )
        for option in opening.options
    )


def _no_title(here: Here) -> None:
    """Report what follows a word that has no place for it."""
    if here.opening.rest:
        cause = f"il n’a pas de titre, « {here.opening.rest} » serait perdu"
        here.context.wrong_argument(here.opening, cause, f"::: {here.word}")


def _here(context: Context, node: SyntaxTreeNode, spec: "Word") -> Here:
    opening: Opening = node.meta["opening"]
    options = Options(context.environment, opening, spec.options)
    _misplaced_options(context, spec, node)
    span = context.environment.line_span(opening.line)
    identifier = context.ids.of_box(fold(opening.word), opening.written_id, span)
    return Here(context, opening, options, identifier, span, node.children)


def _is_box(node: SyntaxTreeNode, word: str) -> bool:
    return node.type == "box" and fold(node.meta["opening"].word) == word


def _misplaced_options(context: Context, spec: "Word", node: SyntaxTreeNode) -> None:
    """Warn about an option line that comes after the blank line."""
    if not node.children or node.children[0].type != "paragraph":
        return
    opening: Opening = node.meta["opening"]
    first = (node.children[0].map or (0, 0))[0]
    text = context.environment.lines[first]
    key = fold(text.partition(":")[0])
    blank = first > opening.line + len(opening.options) + 1
    if blank and ":" in text and key in spec.options and text[:1].islower():
        context.environment.report(Code.BLO005, first, {"option": key})


def _callout(here: Here) -> Blocks:
    kind = CalloutKind(here.word)
    if kind is CalloutKind.DEFINITION and not here.opening.rest:
        here.context.wrong_argument(
            here.opening, "il manque le terme défini", "::: definition Camouflage"
        )
    return (Callout(kind, here.title(), here.blocks(), here.id, here.span),)


def _misconception(here: Here) -> Blocks:
    blocks = here.blocks()
    extras = tuple(
        block for block in blocks if isinstance(block, (Comment, PlainTwin, TrainerNote))
    )
    match [block for block in blocks if block not in extras]:
        case [BulletList(items=(known, heard))]:
            heard_blocks = (*heard.blocks, *extras)
            return (Misconception(here.title(), known.blocks, heard_blocks, here.id, here.span),)
    here.context.report(
        here.opening,
        "il faut une liste de deux éléments",
        "écrivez « - » ce que l’on sait, puis « - » ce que l’on entend souvent.",
    )
    return blocks


def _vignette(here: Here) -> Blocks:
    levels = here.options.names("niveau", here.context.vocabulary.levels, "niveaux")
    priority = here.options.priority()
    blocks = here.blocks()
    decisions = {block.id for block in blocks if isinstance(block, Decision)}
    for decision in (block for block in blocks if isinstance(block, Decision)):
        for choice in decision.choices:
            if choice.goto is not None and choice.goto not in decisions:
                values = {
                    "option": "vers",
                    "valeur": choice.goto,
                    "cause": "aucune décision de cette situation ne porte cet identifiant",
                    "exemple": "vers : " + next(iter(sorted(decisions)), "suite"),
                }
                environment = here.context.environment
                line = here.context.goto_lines[choice.span] - environment.offset - 1
                environment.report(Code.BLO008, line, values)
    return (Vignette(here.title(), levels, priority, blocks, here.id, here.span),)


def _decision(here: Here) -> Blocks:
    blocks, choices = read_choices(here.context, here.opening, here.blocks())
    return (Decision(here.title(), blocks, choices, here.id, here.span),)


def _activity(here: Here) -> Blocks:
    return (
        Activity(
            here.title(),
            here.options.duration("duree"),
            here.option("modalite"),
            here.option("materiel"),
            here.option("seul"),
            here.options.priority(),
            here.blocks(),
            here.id,
            here.span,
        ),
    )


def _adaptation(here: Here) -> Blocks:
    if IDENTIFIER.fullmatch(here.opening.rest) and not here.opening.options:
        return (_named(here),)
    if not here.opening.rest:
        here.context.wrong_argument(
            here.opening, "il manque son titre", "::: amenagement Annoncer un changement"
        )
    for key in ("besoin", "comment", "eviter", "mesurer"):
        here.options.require(key, here.opening)
    vocabulary = here.context.vocabulary
    domain = here.options.names("domaine", vocabulary.domains, "domaines")
    if len(domain) > 1:
        here.options.report("domaine", "un aménagement n’a qu’un domaine")
    return (
        Adaptation(
            title=here.title(),
            need=here.option("besoin"),
            domain=next(iter(domain), ""),
            levels=here.options.names("niveaux", vocabulary.levels, "niveaux"),
            how=here.option("comment"),
            avoid=here.option("eviter"),
            measure=here.option("mesurer"),
            difficulties=here.options.names("difficultes", vocabulary.families, "familles"),
            source=here.options.text("source").lower(),
            source_span=here.options.place("source"),
            blocks=here.blocks(),
            id=here.id,
            span=here.span,
        ),
    )


def _named(here: Here) -> Adaptation:
    """Return a block that names a shared adaptation, which gives it its words later."""
    return Adaptation(
        *((), (), "", (), (), (), (), (), ""),
        here.blocks(),
        here.id,
        here.span,
        entry=here.opening.rest,
    )


def _question(here: Here) -> Blocks:
    hints = [node for node in here.nodes if _is_box(node, "indice")]
    rest = replace(here, nodes=[node for node in here.nodes if node not in hints])
    hint = tuple(
        block for node in hints for block in _content(_here(here.context, node, WORDS["indice"]))
    )
    environment = here.context.environment
    environment.gaps = 0 if kind_named(here.opening) is Kind.GAPS else None
    blocks = rest.blocks()
    environment.gaps = None
    question = read_question(here.context, here.opening, here.options, blocks, hint, here.id)
    if question is None:
        options = _options_as_text(here.context, here.opening)
        return (Draft((*options, *blocks, *hint), here.id, here.span),)
    here.context.questions.append(question)
    return (QuestionRef(question.id, here.span),)


def _content(here: Here) -> Blocks:
    """Return the content of a block that its parent reads; met alone, it is misplaced."""
    if here.word == "indice":
        _no_title(here)
    return here.blocks()


def _note(here: Here) -> Blocks:
    return (TrainerNote(here.title(), here.blocks(), here.id, here.span),)


def _slide(here: Here) -> Blocks:
    lasts = here.options.duration("duree")
    return (SlideOverride(here.opening.rest, (), here.blocks(), here.id, here.span, lasts),)


def _columns(here: Here) -> Blocks:
    _no_title(here)
    columns: list[Column] = []
    others: list[SyntaxTreeNode] = []
    for node in here.nodes:
        if _is_box(node, "colonne"):
            column = _here(here.context, node, WORDS["colonne"])
            columns.append(Column(column.title(), column.blocks(), column.id, column.span))
        else:
            others.append(node)
    lost = [node.map or (here.opening.line, 0) for node in others if node.type != "comment"]
    if lost or not columns:
        values = {
            "mot": here.opening.word,
            "cause": "il ne contient que des blocs « colonne »",
            "remede": "mettez tout le texte dans des blocs « colonne ».",
        }
        line = lost[0][0] if lost else here.opening.line
        here.context.environment.report(Code.BLO009, line, values)
    return (Columns(tuple(columns), here.id, here.span), *here.context.blocks(others))


LENGTHS = {"courte": "courte", "longue": "longue"}
MEDIA = {"site": "site", "diapo": "diaporama", "papier": "papier"}


def _conditional(here: Here) -> Blocks:
    axis = Axis(here.word)
    known, called = _names_of(axis, here)
    parts = list(re.finditer(r"[^,|\s][^,|]*", here.opening.rest))
    if not parts:
        example = f"::: {here.word} {next(iter(known), '')}"
        here.context.wrong_argument(here.opening, "il manque pour qui", example)
    line = here.context.environment.lines[here.opening.line]
    start = line.rfind(here.opening.rest)
    names = [(part[0].strip(), _part_span(here.span, start, part)) for part in parts]
    values, found = resolve_all(names, known, called=called)
    if known in (MEDIA, LENGTHS):  # ours, not the vocabulary's
        found = [_unknown_name(here, item, known) for item in found]
    here.context.environment.found += found
    return (Conditional(axis, values, here.blocks(), here.id, here.span),)


def _unknown_name(here: Here, item: Diagnostic, known: Mapping[str, str]) -> Diagnostic:
    """Return `item`, a name that is not among ours, told without sending to the vocabulary."""
    values = {
        "mot": here.opening.word,
        "cause": f"« {item.values['nom']} » n’est pas un nom connu",
        "exemple": " ou ".join(f"« ::: {here.word} {name} »" for name in known),
    }
    return Diagnostic(Code.BLO006, item.span, values)


def _names_of(axis: Axis, here: Here) -> tuple[Mapping[str, str], str]:
    vocabulary = here.context.vocabulary
    match axis:
        case Axis.AUDIENCE | Axis.NOT_AUDIENCE:
            return vocabulary.audiences, "publics"
        case Axis.LEVEL:
            return vocabulary.levels, "niveaux"
        case Axis.MEDIUM:
            return MEDIA, "support"
        case Axis.LENGTH:
            return LENGTHS, "seance"
        case _:
            assert_never(axis)


def _part_span(span: Span, start: int, part: re.Match[str]) -> Span:
    column = start + part.start() + 1
    return Span(span.path, span.line, column, span.line, column + len(part[0].strip()))


def _plain_twin(here: Here) -> Blocks:
    _no_title(here)
    return (PlainTwin(here.blocks(), here.id, here.span),)


def _writing_lines(here: Here) -> Blocks:
    if not re.fullmatch(r"[1-9]|[1-3]\d|40", here.opening.rest):
        here.context.wrong_argument(
            here.opening, "il faut un nombre de lignes, de 1 à 40", "::: lignes 4"
        )
        return here.blocks()
    lines = WritingLines(int(here.opening.rest), here.id, here.span)
    return (*here.blocks(), lines)


def _video(here: Here) -> Blocks:
    source = here.options.text("lien") or here.options.text("fichier")
    if here.options.text("lien") and here.options.text("fichier"):
        here.options.report("fichier", "une vidéo a un « lien » ou un « fichier », pas les deux")
    if not re.match(r"https://[^\s<>\"]+$|media/[^\s/]+$", source):
        here.context.wrong_argument(
            here.opening,
            "il faut une option « lien » (https://…) ou « fichier » (media/…)",
            "lien : https://…",
        )
    return (Video(here.title(), source, here.blocks(), here.id, here.span),)


def _draft(here: Here) -> Blocks:
    title = (Paragraph(here.title(), here.span),) if here.opening.rest else ()
    return (Draft((*title, *here.blocks()), here.id, here.span),)


@dataclass(frozen=True, slots=True)
class Word:
    """How a word is read, the options it takes, and the block it must stand in."""

    read: Callable[[Here], Blocks]
    options: tuple[str, ...] = ()
    inside: str = ""


ADAPTATION_OPTIONS = (
    "besoin", "domaine", "niveaux", "comment", "eviter", "mesurer", "difficultes", "source",
)  # fmt: skip

WORDS: Mapping[str, Word] = {
    **{kind.value: Word(_callout) for kind in CalloutKind},
    "idee-recue": Word(_misconception),
    "situation": Word(_vignette, ("niveau", "priorite")),
    "decision": Word(_decision, inside="situation"),
    "activite": Word(_activity, ("duree", "modalite", "materiel", "seul", "priorite")),
    "amenagement": Word(_adaptation, ADAPTATION_OPTIONS),
    "question": Word(_question, QUESTION_OPTIONS),
    "indice": Word(_content, inside="question"),
    "animation": Word(_note),
    "diapo": Word(_slide, ("duree",)),
    "colonnes": Word(_columns),
    "colonne": Word(_content, inside="colonnes"),
    **{axis.value: Word(_conditional) for axis in Axis},
    "simple": Word(_plain_twin),
    "lignes": Word(_writing_lines),
    "video": Word(_video, ("lien", "fichier")),
    "brouillon": Word(_draft),
}

"""Whatever an author writes is in the tree or in a diagnostic, at a cost in proportion.

Words are told apart by a number (`mot12`), so that each can be looked for. They are put among
pieces of our syntax: first as an author would, then in any order at all.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.adversarial import markdown_bombs, yaml_bombs
from tests.good_french import faults_of
from tests.unit.readers.samples import PATH, read

from emas.diagnostics import Span
from emas.readers.markdown import Read
from emas.readers.source import SourceFile
from emas.readers.yaml_tree import read_yaml

WORD = re.compile(r"mot\d+")


def texts_in(value: object) -> Iterator[str]:
    """Yield every text held by a value of the document or the model, places left aside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from texts_in(item)
    elif is_dataclass(value) and not isinstance(value, (Span, type)):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


def told(text: str, found: Read) -> Iterator[str]:
    """Yield what the diagnostics show: their messages, and the lines they are about."""
    lines = text.split("\n")
    for item in found.diagnostics:
        yield item.message
        yield from lines[item.span.line - 1 : item.span.end_line]


def lost(text: str) -> set[str]:
    """Return the words of `text` that neither the tree nor a diagnostic holds."""
    found = read(text)
    kept = " ".join([*texts_in(found.blocks), *texts_in(found.questions), *told(text, found)])
    return set(WORD.findall(text)) - set(WORD.findall(kept))


# Texts as authors write them: `#` stands for a word.
INLINE = st.sampled_from(
    [
        "#", "*#*", "**# #**", "~~#~~", "`#`", "[#](# '#')", "[#](#)", "![#](media/#.svg \"#\")",
        "![](#.svg){.decoratif}", "[@#, #]", "[@#, à confirmer]", "[^#]", "<!-- # -->", "<#>",
        "<https://#.example>", "&lt;#&gt;", "\\*#", "# \\\n#", "#\n#", "[#][r]", "[r]",
        "<b>#</b>", "![# [#](#)](#.svg)", "![@# [@#]](#.svg)",
    ]
)  # fmt: skip
LINE = st.lists(INLINE, min_size=1, max_size=4).map(" ".join)
OPENING = st.sampled_from(
    [
        "retenir #", "demain", "definition #", "attention # {##}", "idee-recue #", "situation #",
        "decision #", "activite #", "amenagement #", "amenagement", "question unique {##}",
        "indice", "question multiple", "question ordre", "question #", "animation #", "diapo #",
        "colonnes #", "colonnes", "colonne #", "public #", "niveau college, #", "support #",
        "seance courte", "simple", "simple #", "lignes #", "lignes 4", "video #", "brouillon #",
        "#", "{#}", "{.retenir ##}", "retenir{##}", ": #",
    ]
)  # fmt: skip
OPTION = st.sampled_from(
    [
        "duree : #", "niveau : college, #", "priorite : #", "seul : #", "besoin : #",
        "source : #", "domaine : temps, social, #", "objectif : #", "lien : #", "fichier : #",
        "# : #",
    ]
)  # fmt: skip


def indented(text: str, first: str, rest: str) -> str:
    return first + text.replace("\n", "\n" + rest)


def box(parts: tuple[str, list[str], list[str]]) -> str:
    opening, options, blocks = parts
    return "\n".join([f"::: {opening}", *options, "", "\n\n".join(blocks), ":::"])


LEAF = st.one_of(
    LINE,
    LINE.map(lambda line: "## " + line.replace("\n", " ")),
    LINE.map(lambda line: "## " + line.replace("\n", " ") + " {##}"),
    st.sampled_from(["```#\n#\n```", "    #", "<!-- #\n\n# -->", "[r]: # '#'", "[s]: #\n  '#'"]),
    st.sampled_from(["| # | # |\n|---|---|\n| # |\n| # | # | # |", "| # |\n|---|---|\n| # | # |"]),
    LINE.map(lambda line: "[^#]: " + line.replace("\n", "\n    ")),
)


def bigger(block: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    item = st.sampled_from(["- ", "- [x] ", "- [ ] ", "- [o] ", "- [conseillé] ", "- [#] "])
    return st.one_of(
        st.tuples(item, block).map(lambda pair: indented(pair[1], pair[0], "  ")),
        block.map(lambda text: indented(text, "1. ", "   ")),
        block.map(lambda text: indented(text, "> ", "> ")),
        st.lists(block, min_size=2, max_size=3).map(
            lambda texts: "\n".join(indented(text, "- ", "  ") for text in texts)
        ),
        st.tuples(OPENING, st.lists(OPTION, max_size=2), st.lists(block, max_size=3)).map(box),
    )


DOCUMENT = st.lists(st.recursive(LEAF, bigger, max_leaves=12), max_size=5).map("\n\n".join)

# Pieces of our syntax, to be put in any order.
PIECES = st.sampled_from(
    [
        *["#"] *12, " ", " ", "\n", "\n", "\n\n", "\n  ", "\n    ", "\n\t", "\n- ", "\n- [x] ",
        "\n- [conseillé] ", "\n1. ", "\n> ", "\n  > ", "\n## ", "\n#### ", "\n::: ", "\n:::\n",
        "\n```", "\n~~~", "\n| ", "\n|---|---|\n", "\n===", "\n---", "\n[^n]: ", "\n[r]: ",
        "retenir", "decision", "situation", "question unique", "colonnes", "colonne",
        "idee-recue", "simple", "{##}", "{#}", "*", "**", "_", "~~", "`", "``", "[", "]", "(",
        ")", "](", "![", "!", "[^n]", "[r]", "[@", ", ", "<!--", "-->", "<", ">", "|", "\\", "&",
        "&amp;", "&#", ";", ":", " : ", "'", '"', "{.decoratif}", "vers : ", "niveau : ",
        "https://", "javascript:", "@", "\u00a0", "é",
    ]
)  # fmt: skip
SOUP = st.lists(PIECES, max_size=60).map("".join)


def numbered(text: str) -> str:
    """Return `text` with each `#` that stands for a word as a word of its own."""
    numbers = iter(range(10_000))
    return re.sub(r"(?<!#)#(?!#)|(?<=\{#)#(?=\})", lambda _: f"mot{next(numbers)}", text)


@given(DOCUMENT.map(numbered))
def test_a_text_keeps_its_words(text: str) -> None:
    assert lost(text) == set()


@given(SOUP.map(numbered))
def test_any_mixture_keeps_its_words(text: str) -> None:
    assert lost(text) == set()


@given(st.one_of(SOUP.map(numbered), DOCUMENT.map(numbered), st.text(max_size=300)))
def test_whatever_is_told_is_told_in_french(text: str) -> None:
    text = text.replace("\r", "\n")  # a file that was decoded has one kind of line end
    assert [fault for item in read(text).diagnostics for fault in faults_of(item)] == []


MARKDOWN_BOMBS = markdown_bombs(8_000)
YAML_BOMBS = yaml_bombs(8_000)


@pytest.mark.parametrize("name", MARKDOWN_BOMBS)
def test_a_text_made_to_hurt_is_read_at_a_cost_in_proportion(name: str) -> None:
    text = MARKDOWN_BOMBS[name]
    started = time.process_time()
    found = read(text)
    assert time.process_time() - started < 2
    size = sum(len(kept) for kept in texts_in((found.blocks, found.questions)))
    assert size < 20 * len(text) + 100_000


@pytest.mark.parametrize("name", YAML_BOMBS)
def test_a_yaml_made_to_hurt_is_read_quickly(name: str) -> None:
    started = time.process_time()
    _, found = read_yaml(SourceFile(PATH, YAML_BOMBS[name]))
    assert time.process_time() - started < 2
    assert [fault for item in found for fault in faults_of(item)] == []


@given(st.text(max_size=200).map(lambda text: text.replace("\r", "\n")))
def test_any_yaml_is_read_or_refused_in_french(text: str) -> None:
    _, found = read_yaml(SourceFile(PATH, text))
    assert [fault for item in found for fault in faults_of(item)] == []

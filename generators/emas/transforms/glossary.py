"""Glossary terms, explained at their first use on a page."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from emas.document import (
    Blocks,
    Cell,
    Inline,
    Inlines,
    Node,
    Paragraph,
    TermUse,
    Text,
    rewrite,
    walk,
)
from emas.model import Term


class Glossary:
    """The terms of a project, ready to be found in texts."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self.terms = terms
        self._ids = {
            _folded(word): term.id
            for term in terms.values()
            for word in (term.term, *term.variants)
        }
        words = sorted(self._ids, key=lambda word: (-len(word), word))
        pattern = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) or r"(?!)"
        self._pattern = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)

    def mark(self, blocks: Blocks) -> Blocks:
        """Return the blocks of one page with a `TermUse` at the first use of each term.

        Only running text is looked at: not headings, links, code or emphasis.
        """
        seen: set[str] = set()

        def visit(node: Node) -> tuple[Node, ...]:
            if isinstance(node, (Paragraph, Cell)):
                children = tuple(
                    new for child in _joined(node.children) for new in self._split(child, seen)
                )
                return (replace(node, children=children),)
            return (node,)

        return rewrite(blocks, visit)

    def _split(self, inline: Inline, seen: set[str]) -> Inlines:
        if not isinstance(inline, Text):
            return (inline,)
        parts: list[Inline] = []
        done = 0
        for match in self._pattern.finditer(inline.text):
            identifier = self._ids.get(_folded(match[0]), "")
            if identifier in seen or not self._same_case(match[0], identifier):
                continue
            seen.add(identifier)
            if done < match.start():
                parts.append(Text(inline.text[done : match.start()], inline.span))
            use = Text(match[0], inline.span)
            parts.append(TermUse(identifier, (use,), inline.span))
            done = match.end()
        if done < len(inline.text):
            parts.append(Text(inline.text[done:], inline.span))
        return tuple(parts)

    def _same_case(self, found: str, identifier: str) -> bool:
        """Return whether `found` is written as the term is: « DAR » is not « dar »."""
        term = self.terms.get(identifier)
        words = (term.term, *term.variants) if term else ()
        return any(
            found == word or (not word.isupper() and _folded(found) == _folded(word))
            for word in words
        )


def _folded(word: str) -> str:
    return " ".join(word.casefold().split())


def _joined(line: Inlines) -> Inlines:
    """Return a line with its neighbouring texts made one: a term may run over two lines."""
    whole: list[Inline] = []
    for node in line:
        last = whole[-1] if whole else None
        if isinstance(node, Text) and isinstance(last, Text):
            whole[-1] = replace(last, text=last.text + node.text)
        else:
            whole.append(node)
    return tuple(whole)


def terms_used(blocks: Blocks) -> AbstractSet[str]:
    """Return the ids of the terms marked in `blocks`."""
    return {node.term for node in walk(blocks) if isinstance(node, TermUse)}

"""Inlines as runs: the words of a line and their looks."""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from emas.document import (
    ELSEWHERE,
    Citation,
    Emphasis,
    FactState,
    FootnoteRef,
    Gap,
    Image,
    Inline,
    InlineCode,
    InlineComment,
    Inlines,
    LineBreak,
    Link,
    Strike,
    Strong,
    TermUse,
    Text,
)
from emas.writers.slides.deck import Cite, Line, Marker, Run


def runs(inlines: Inlines) -> tuple[Run, ...]:
    """Return `inlines` as runs; those that look the same are joined."""
    joined: list[Run] = []
    for run in (run for inline in inlines for run in _inline(inline)):
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    return tuple(joined)


def plain(inlines: Inlines) -> str:
    """Return the words of `inlines` on one line, without the calls to sources and notes."""
    kept = tuple(node for node in inlines if not isinstance(node, (Citation, FootnoteRef)))
    return "".join(run.text for run in runs(kept) if not run.cite).replace("\n", " ").strip(" ")


def said(text: str, level: int = 0) -> Line:
    """Return a line of plain text."""
    return Line((Run(text),), level)


def bold(content: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the same runs, in bold."""
    return tuple(replace(run, bold=True) for run in content)


def label(word: str, content: tuple[Run, ...] = (), level: int = 0) -> Line:
    """Return « Word – content » or « Word » in bold, kept with what it announces."""
    sep = (Run(" – "),) if word and content else ()
    return Line(bold((*((Run(word),) if word else ()), *sep, *content)), level, kept=True)


def begun(start: str, lines: tuple[Line, ...], level: int = 0) -> tuple[Line, ...]:
    """Return `lines` with `start` in bold before the first one."""
    if not lines:
        return ()
    first = replace(lines[0], runs=(Run(start, bold=True), *lines[0].runs))
    return (first, *lines[1:]) if lines[0].level == level else (label(start.strip()), *lines)


def capital(content: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the same runs, the first letter being a capital."""
    if not content:
        return ()
    text = content[0].text
    return (replace(content[0], text=text[:1].upper() + text[1:]), *content[1:])


def between(cells: list[tuple[Run, ...]]) -> tuple[Run, ...]:
    """Return the runs of `cells` on one line."""
    found: tuple[Run, ...] = ()
    for cell in cells:
        found = (*found, Run(" | "), *cell) if found else cell
    return found


def lettered(letter: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return `lines` with a letter and a tab before the first one."""
    if not lines:
        return ()
    first = replace(
        lines[0],
        runs=(Run(f"{letter}\t", bold=True, accent=True), *lines[0].runs),
        marker=Marker.LETTER,
    )
    return (first, *lines[1:])


def _inline(inline: Inline) -> Iterator[Run]:
    match inline:
        case Text() | InlineCode():
            yield Run(inline.text)
        case LineBreak():
            yield Run("\n")
        case Emphasis():
            yield from (replace(run, italic=True) for run in runs(inline.children))
        case Strong():
            yield from (replace(run, bold=True) for run in runs(inline.children))
        case Strike():
            yield from (replace(run, strike=True) for run in runs(inline.children))
        case Link():
            # The pages of the site are not there when a deck is projected.
            href = inline.href if inline.href.startswith(ELSEWHERE) else ""
            yield from (replace(run, href=href) for run in runs(inline.children))
        case Image():
            if inline.alt:
                yield Run(f"Image : {inline.alt}")
        case Citation():
            yield _citation(inline)
        case FootnoteRef():
            yield Run(f" (note {inline.label})")
        case TermUse():
            yield from (replace(run, term=inline.term) for run in runs(inline.children))
        case Gap():
            yield Run("…………")
        case InlineComment():
            pass
        case _:
            assert_never(inline)


def _citation(citation: Citation) -> Run:
    """Return « [3] », or « [3, à confirmer] »: what is not proved is not projected as a fact."""
    state = citation.state or FactState.VERIFIED
    if citation.number is None:
        return Run("")
    shown = f", {state}".replace(" ", " ") if state is FactState.UNCONFIRMED else ""
    cite = Cite(citation.number, citation.locator, state)
    return Run(f"[{citation.number}{shown}]", cite=cite)

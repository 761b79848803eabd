"""Data to PDF by Typst, in a private folder, reproducibly."""

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TypeVar

import typst

from emas.diagnostics import Code, Diagnostic, Span
from emas.document import CodeBlock, InlineCode, Text, walk
from emas.model import Edition, Module
from emas.theme import Theme
from emas.writers.handouts.context import Data
from emas.writers.written import Written

NOWHERE = "/nonexistent"
"""Where Typst looks for packages: nothing is ever downloaded."""


FOLDERS = ("livrets", "seances", "supports")
"""The folders of a theme that hold templates, which are read beside each other."""

Files = Mapping[str, bytes]
"""What a template reads beside it, by file name."""

Explain = Callable[[str], tuple[Span, str]]
"""Tells, of what Typst says, where to look and what to read."""


@dataclass(frozen=True, slots=True)
class Document:
    """What becomes one PDF, dated `dated`: a template, and what it reads.

    A document that is not `tagged` is for a printer only; the others are PDF/UA-1 and PDF/A-2a.
    `private` data reach the template by memory, and `files` that hold such data are written inside
    `within` only, for as long as it takes, instead of the temporary folder of the computer.
    """

    path: PurePosixPath
    template: str
    files: Files
    dated: date
    tagged: bool = True
    private: Data | None = None
    within: Path | None = None


def compile_pdf(
    path: PurePosixPath,
    template: str,
    files: Files,
    edition: Edition,
    theme: Theme,
    *,
    tagged: bool = True,
) -> Written:
    """Return the PDF that `template` makes of `files` as `path`, or the reasons why it cannot.

    It is dated after `edition`, whose module is where to look when something is wrong.
    """
    document = Document(path, template, files, edition.as_of, tagged)
    return typeset(document, theme, explained(edition))


def explained(edition: Edition) -> Explain:
    """Return what tells where to look in the module of `edition`, and what to read."""
    return lambda message: _explained(message, edition.module)


def typeset(document: Document, theme: Theme, explain: Explain) -> Written:
    """Return the PDF of `document`, or the reasons why it cannot be made."""
    made, problems = _made(document, theme, explain, _pdf)
    return Written({} if made is None else {document.path: made}, problems)


def draw(
    document: Document, theme: Theme, explain: Explain
) -> tuple[tuple[bytes, ...], tuple[Diagnostic, ...]]:
    """Return the pages of `document` as SVG, or the reasons why it cannot be made."""
    made, problems = _made(document, theme, explain, _svg)
    return made or (), problems


T = TypeVar("T")
Warned = tuple[T, list[typst.TypstWarning]]


def _made(
    document: Document,
    theme: Theme,
    explain: Explain,
    engine: Callable[[Document, Path, typst.Compiler], Warned[T]],
) -> tuple[T | None, tuple[Diagnostic, ...]]:
    """Return what `engine` makes in a private folder; None, and why, if Typst says anything."""
    found: list[str] = []
    made: T | None = None
    with TemporaryDirectory(prefix="emas-", dir=document.within) as private:
        folder = Path(private)
        for model in (model for name in FOLDERS for model in (theme.folder / name).glob("*.typ")):
            shutil.copyfile(model, folder / model.name)
        for name, data in document.files.items():
            (folder / name).write_bytes(data)
        if not (folder / document.template).is_file():
            absent = f"le thème du projet n’a pas « {document.template} »"
            return None, (_problem(document.path, explain(absent)),)
        try:
            made, warnings = engine(document, folder, _compiler(theme.fonts_folder))
        except typst.TypstError as error:
            found.append(error.message + _place(error.diagnostic))
        else:
            found += [warning.message + _place(warning.diagnostic) for warning in warnings]
    problems = tuple(_problem(document.path, explain(message)) for message in found)
    return None if problems else made, problems


def _pdf(document: Document, folder: Path, compiler: typst.Compiler) -> Warned[bytes]:
    """Return the PDF that Typst makes in `folder`. Raises TypstError if it makes nothing."""
    private = {} if document.private is None else {"donnees": as_json(document.private).decode()}
    pdf, warnings = compiler.compile_with_warnings(
        input=str(folder / document.template),
        root=str(folder),
        format="pdf",
        sys_inputs=private,
        pdf_standards=["a-2a", "ua-1"] if document.tagged else [],
        pdf_tags=document.tagged,
        timestamp=int(datetime.combine(document.dated, time(), UTC).timestamp()),
    )
    assert isinstance(pdf, bytes)
    return pdf, warnings


def _svg(document: Document, folder: Path, compiler: typst.Compiler) -> Warned[tuple[bytes, ...]]:
    """Return the pages that Typst draws in `folder`. Raises TypstError if it makes nothing."""
    made, warnings = compiler.compile_with_warnings(
        input=str(folder / document.template),
        root=str(folder),
        format="svg",
        timestamp=int(datetime.combine(document.dated, time(), UTC).timestamp()),
    )
    return (made,) if isinstance(made, bytes) else tuple(made or ()), warnings


def place(edition: Edition, name: str) -> PurePosixPath:
    """Return where the file `name` of a module goes, inside `build/livrets/`."""
    return PurePosixPath(f"{edition.module.id}{edition.variant.suffix}", f"{name}.pdf")


def as_json(data: Data) -> bytes:
    """Return what a template reads with `json()`."""
    return json.dumps(data, ensure_ascii=False).encode()


@cache
def _compiler(fonts_folder: Path) -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(fonts_folder)]
    )
    return typst.Compiler(
        font_paths=fonts,
        ignore_system_fonts=True,
        package_path=NOWHERE,
        package_cache_path=NOWHERE,
    )


def _place(diagnostic: str) -> str:
    """Return where in our templates Typst stopped, without the name of the private folder."""
    place = re.search(r"[\w-]+\.typ:\d+", diagnostic)
    return f" ({place[0]})" if place else ""


def _problem(path: PurePosixPath, explained: tuple[Span, str]) -> Diagnostic:
    span, cause = explained
    return Diagnostic(Code.SOR001, span, {"sortie": str(path), "cause": cause})


def _explained(message: str, module: Module) -> tuple[Span, str]:
    """Return where to look, and what Typst says, in French when an author can do something."""
    if sign := unprintable(message):
        cause = f"le signe {sign_in_words(sign)} n’existe pas dans la police du livret"
        return next(_places(sign, module), module.span), cause
    if message.startswith(("failed to decode image", "failed to parse SVG")):
        return module.span, f"une image du module est illisible ({message})"
    return module.span, message


def unprintable(message: str) -> str:
    """Return the sign that no font has, if this is what Typst says, else nothing."""
    missing = re.search(r"the text `\"(.+?)\"` could not be displayed", message)
    if missing is None:
        return ""
    return re.sub(r"\\u\{(\w+)\}", lambda code: chr(int(code[1], 16)), missing[1])


def sign_in_words(sign: str) -> str:
    """Return « ☂ » (U+2602)."""
    return f"« {sign} » (U+{ord(sign[0]):04X})"


def _places(sign: str, module: Module) -> Iterator[Span]:
    """Yield where `sign` is written."""
    texts = [step.blocks for step in module.steps]
    texts += [question.texts() for question in module.all_questions()]
    for node in (node for text in texts for node in walk(text)):
        if isinstance(node, Text | InlineCode | CodeBlock) and sign in node.text:
            yield node.span

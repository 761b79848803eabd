"""Data to PDF by Typst, in a private folder, reproducibly."""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import typst

from emas.diagnostics import Code, Diagnostic, Span
from emas.document import CodeBlock, InlineCode, Text, walk
from emas.model import Edition, Module
from emas.theme import Theme
from emas.writers.handouts.context import Data
from emas.writers.written import Written

NOWHERE = "/nonexistent"
"""Where Typst looks for packages: nothing is ever downloaded."""


Files = Mapping[str, bytes]
"""What a template reads beside it, by file name."""


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

    The templates are those of the folder `livrets/` of the theme, dated after `edition`. A
    document that is not `tagged` is for a printer only; the others are PDF/UA-1 and PDF/A-2a.
    """
    with TemporaryDirectory(prefix="emas-") as private:
        folder = Path(private)
        for model in sorted((theme.folder / "livrets").glob("*.typ")):
            shutil.copyfile(model, folder / model.name)
        for name, data in files.items():
            (folder / name).write_bytes(data)
        moment = int(datetime.combine(edition.as_of, time(), UTC).timestamp())
        try:
            pdf, warnings = _compiler(theme.fonts_folder).compile_with_warnings(
                input=str(folder / template),
                root=private,
                format="pdf",
                pdf_standards=["a-2a", "ua-1"] if tagged else [],
                timestamp=moment,
            )
        except typst.TypstError as error:
            message = error.message + _place(error.diagnostic)
            return Written({}, (_problem(path, message, edition.module),))
    assert isinstance(pdf, bytes)
    found = tuple(
        _problem(path, warning.message + _place(warning.diagnostic), edition.module)
        for warning in warnings
    )
    return Written({} if found else {path: pdf}, found)


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


def _problem(path: PurePosixPath, message: str, module: Module) -> Diagnostic:
    span, cause = _explained(message, module)
    return Diagnostic(Code.SOR001, span, {"sortie": str(path), "cause": cause})


def _explained(message: str, module: Module) -> tuple[Span, str]:
    """Return where to look, and what Typst says, in French when an author can do something."""
    if missing := re.search(r"the text `\"(.+?)\"` could not be displayed", message):
        sign = re.sub(r"\\u\{(\w+)\}", lambda code: chr(int(code[1], 16)), missing[1])
        cause = f"le signe « {sign} » (U+{ord(sign[0]):04X}) n’existe pas dans la police du livret"
        return next(_places(sign, module), module.span), cause
    if message.startswith(("failed to decode image", "failed to parse SVG")):
        return module.span, f"une image du module est illisible ({message})"
    return module.span, message


def _places(sign: str, module: Module) -> Iterator[Span]:
    """Yield where `sign` is written."""
    texts = [step.blocks for step in module.steps]
    texts += [question.texts() for question in module.all_questions()]
    for node in (node for text in texts for node in walk(text)):
        if isinstance(node, Text | InlineCode | CodeBlock) and sign in node.text:
            yield node.span

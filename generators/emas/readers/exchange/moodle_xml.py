"""Moodle XML: a question bank as Moodle exports it.

Source: docs.moodle.org, « Moodle XML format », and question/format/xml/format.php (Moodle 4.5).
There is no schema: what is absent has the value that Moodle gives it.
"""

import binascii
import re
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from html import unescape
from pathlib import PurePosixPath

from emas.diagnostics import Code, Diagnostic, file_start
from emas.readers.exchange.cloze import read_cloze
from emas.readers.exchange.draft import (
    HOLE,
    Body,
    Choices,
    Couple,
    Description,
    Draft,
    Essay,
    Figure,
    Format,
    Matches,
    Numeric,
    Option,
    Rich,
    Sorted,
    TrueFalse,
    Typed,
)
from emas.readers.exchange.words import NotUnderstoodError, named, number
from emas.readers.exchange.xml_tree import Element, RefusedError, read_xml

FORMATS: Mapping[str, Format] = {
    "html": Format.HTML,
    "moodle_auto_format": Format.MOODLE,
    "plain_text": Format.PLAIN,
    "markdown": Format.MARKDOWN,
    "wiki_like": Format.PLAIN,
}

TAG = re.compile(r"<[^<>]*>")

COMBINED = {
    "correctfeedback": "le retour d’une réponse juste",
    "partiallycorrectfeedback": "le retour d’une réponse en partie juste",
    "incorrectfeedback": "le retour d’une réponse fausse",
}
USUAL = {
    *("votre réponse est correcte.", "your answer is correct.", "bonne réponse."),
    *("votre réponse est partiellement correcte.", "your answer is partially correct."),
    *("votre réponse est incorrecte.", "your answer is incorrect."),
}
"""What Moodle writes there by itself: nothing that an author said."""


def read_moodle_xml(data: bytes, path: PurePosixPath) -> tuple[list[Draft], list[Diagnostic]]:
    """Return the questions of a file, and what could not be read."""
    try:
        quiz = read_xml(data, path)
        if quiz.tag != "quiz":
            raise RefusedError(
                f"il commence par {named(quiz.tag)} et non par « quiz »",
                quiz.span.line,
                quiz.span.column,
            )
    except RefusedError as error:
        start = file_start(path)
        span = type(start)(path, error.line, error.column, error.line, error.column + 1)
        return [], [Diagnostic(Code.IMP001, span, {"cause": error.cause, "remede": AGAIN})]
    drafts: list[Draft] = []
    found: list[Diagnostic] = []
    category = ""
    for question in quiz.all("question"):
        kind = question.attributes.get("type", "")
        if kind == "category":
            category = question.value("category", "text")
            continue
        try:
            drafts.append(_draft(question, kind, category))
        except NotUnderstoodError as error:
            words = _bare(question.value("questiontext", "text"))
            values = {
                "question": named(words or question.value("name", "text")),
                "cause": error.cause,
            }
            found.append(Diagnostic(Code.IMP002, question.span, values))
        else:
            found += _not_kept(question, drafts[-1])
    return drafts, found


AGAIN = "exportez de nouveau les questions depuis Moodle, au format « XML Moodle » ou « GIFT »."


def _draft(question: Element, kind: str, category: str) -> Draft:
    statement = _rich(question, "questiontext", Format.HTML)
    form = statement.format
    if kind in ("cloze", "multianswer"):
        body: Body
        statement, body = read_cloze(statement)
    elif kind in BODIES:
        body = BODIES[kind](question, form)
    else:
        raise NotUnderstoodError(f"son type {named(kind)} n’a pas d’équivalent ici")
    tags = question.first("tags")
    return Draft(
        title=question.value("name", "text"),
        id=question.value("idnumber"),
        tags=tuple(filter(None, (tag.value("text") for tag in tags.all("tag")))) if tags else (),
        category=category,
        statement=statement,
        body=body,
        feedback=_rich(question, "generalfeedback", form),
        hints=tuple(_text(hint, form) for hint in question.all("hint")),
        span=question.span,
    )


def _not_kept(question: Element, draft: Draft) -> Iterator[Diagnostic]:
    """Yield what we have no room for, when an author wrote it."""
    for tag, called in COMBINED.items():
        words = _bare(question.value(tag, "text"))
        if words and words.casefold() not in USUAL:
            values = {"question": named(_bare(draft.statement.text)), "quoi": called}
            yield Diagnostic(Code.IMP004, question.span, {**values, "texte": named(words)})


def _bare(html: str) -> str:
    """Return the words of a text, as messages quote them."""
    return " ".join(unescape(TAG.sub(" ", html)).split())


def _rich(parent: Element, tag: str, usual: Format) -> Rich:
    place = parent.first(tag)
    return _text(place, usual) if place else Rich("", usual, parent.span)


def _text(place: Element, usual: Format) -> Rich:
    """Return the text of an element that has a format, a `<text>` and files."""
    form = FORMATS.get(place.attributes.get("format", ""), usual)
    words = place.first("text")
    if words is None:
        return Rich(_clean(place.text), form, place.span)
    if any(isinstance(item, Element) for item in words.content):
        raise NotUnderstoodError("un de ses textes contient des balises qui ne sont pas protégées")
    return Rich(_clean(words.text), form, words.span, _files(place))


def _clean(text: str) -> str:
    return text.replace(HOLE, " ").strip()


def _files(place: Element) -> dict[str, bytes]:
    """Return the files beside a text, by name; one that cannot be decoded is empty."""
    files: dict[str, bytes] = {}
    for file in place.all("file"):
        encoded = file.attributes.get("encoding", "base64") == "base64"
        try:
            files[file.attributes.get("name", "")] = b64decode(file.text) if encoded else b""
        except (binascii.Error, ValueError):
            files[file.attributes.get("name", "")] = b""
    return files


def _worth(answer: Element) -> Decimal:
    text = answer.attributes.get("fraction", "") or answer.value("fraction") or "0"
    return number(text)


def _options(question: Element, form: Format, *, plain: bool) -> tuple[Option, ...]:
    return tuple(
        Option(
            text=_text(answer, Format.PLAIN if plain else form),
            worth=_worth(answer),
            feedback=_rich(answer, "feedback", form),
            span=answer.span,
        )
        for answer in question.all("answer")
    )


def _choices(question: Element, form: Format) -> Body:
    single = question.value("single") or "true"
    return Choices(single not in ("false", "0"), _options(question, form, plain=False))


def _true_false(question: Element, form: Format) -> Body:
    """Return a true-false question; old files name the two answers in another language."""
    options = _options(question, form, plain=True)
    if len(options) != 2:
        raise NotUnderstoodError("elle n’a pas deux réponses, vrai et faux")
    names = [option.text.text.casefold() for option in options]
    true, false = options if names[0] != "false" and names[1] != "true" else options[::-1]
    return TrueFalse(true.worth > false.worth, true.feedback, false.feedback)


def _typed(question: Element, form: Format) -> Body:
    strict = question.value("usecase") not in ("", "0")
    return Typed(strict, _options(question, form, plain=True))


def _numeric(question: Element, form: Format) -> Body:
    figures = tuple(_figure(answer, form) for answer in question.all("answer"))
    units = question.first("units")
    for unit in units.all("unit") if units else ():
        if number(unit.value("multiplier") or "1") == 1:
            return Numeric(figures, unit.value("unit_name"))
    return Numeric(figures)


def _figure(answer: Element, form: Format) -> Figure:
    text = answer.value("text") or answer.text.strip()
    feedback = _rich(answer, "feedback", form)
    if text in ("", "*"):
        return Figure(None, Decimal(0), Decimal(0), feedback, answer.span)
    tolerance = number(answer.value("tolerance") or "0")
    return Figure(number(text), tolerance, _worth(answer), feedback, answer.span)


def _matches(question: Element, form: Format) -> Body:
    return Matches(
        tuple(
            Couple(_text(pair, form), _clean(pair.value("answer", "text")), pair.span)
            for pair in question.all("subquestion")
        )
    )


def _sorted(question: Element, form: Format) -> Body:
    """Return an ordering (Moodle 4.4): the fraction of an answer is its place."""
    options = _options(question, form, plain=False)
    return Sorted(tuple(option.text for option in sorted(options, key=lambda item: item.worth)))


def _essay(question: Element, form: Format) -> Body:
    return Essay(_rich(question, "graderinfo", form))


def _description(question: Element, form: Format) -> Body:  # noqa: ARG001  # like the others
    return Description()


BODIES: Mapping[str, Callable[[Element, Format], Body]] = {
    "multichoice": _choices,
    "truefalse": _true_false,
    "shortanswer": _typed,
    "numerical": _numeric,
    "matching": _matches,
    "match": _matches,
    "ordering": _sorted,
    "essay": _essay,
    "description": _description,
}
"""How each type of Moodle is read; « cloze » is read with its statement."""

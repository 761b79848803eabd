"""Moodle XML: the question bank that Moodle, hence Magistère, imports.

Source: docs.moodle.org, « Moodle XML format », and question/format/xml/format.php (Moodle 4.1).
There is no schema: names, order and numbers follow what Moodle itself writes.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import assert_never
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from emas.document import Block, Blocks, Gap, Image, plain_text, walk
from emas.model import (
    Edition,
    Gaps,
    Kind,
    Matching,
    Media,
    Number,
    Open,
    Ordering,
    Position,
    Question,
    Scale,
    Sorting,
    Ticking,
    gaps,
)
from emas.transforms.exercises import exercise
from emas.writers import pictures
from emas.writers.lms.html import Place, html
from emas.writers.lms.losses import Losses
from emas.writers.lms.pairs import Pairs, pairs
from emas.writers.lms.spellings import all_spellings
from emas.writers.lms.texts import (
    decimal,
    feedback,
    is_true,
    per_cent,
    private,
    shelves,
    statement,
    tags,
    title,
)
from emas.writers.site.elements import Child, element
from emas.writers.written import Written

FILE = PurePosixPath("moodle.xml")
WIDEST_PX = 640
"""Pixels across, at most, of a picture among the questions of a quiz."""

SHARES = (*range(1, 11), 20)
"""How many right answers can share 100 %: Moodle has a list of shares, and refuses the others."""

RESERVED = "~#}{&<>\\\"'"
"""What means something inside a gap, in HTML, or both."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the texts of a file refer to, and what is lost on the way."""

    place: Place
    media: Mapping[str, Media]
    losses: Losses


@dataclass(frozen=True, slots=True)
class Form:
    """The type of a question in Moodle, its points, what it adds after its texts."""

    type: str
    parts: Iterable[Element]
    points: int = 1


def write(edition: Edition) -> Written:
    """Return `moodle.xml`: the questions of the module, by step then those of its bank."""
    sources = {source.id: source for source in edition.citations}
    media = edition.module.media
    sheet = Sheet(
        Place(sources, lambda image: _picture(image, media), _gap), media, Losses("moodle.xml")
    )
    quiz = Element("quiz")
    for name, questions in shelves(edition.module):
        quiz.append(_category(edition.module.title, name))
        quiz.extend(_question(question, sheet) for question in questions)
    indent(quiz)
    data = tostring(quiz, "utf-8", xml_declaration=True) + b"\n"
    return Written({FILE: data}, tuple(sheet.losses.diagnostics()))


def _category(*names: str) -> Element:
    """Return the category that the questions after it belong to; a « / » in a name is doubled."""
    result = Element("question", type="category")
    path = "/".join(("$course$", "top", *(name.replace("/", "//") for name in names)))
    result.append(_texts("category", path))
    return result


def _question(question: Question, sheet: Sheet) -> Element:
    form = _form(question, sheet)
    result = Element("question", type=form.type)
    text = _rich("questiontext", statement(question), sheet)
    if isinstance(question.task, Gaps):
        (words,) = text.findall("text")
        words.text = _filled(words.text or "", question)
    result.extend(
        (
            _texts("name", title(question)),
            text,
            _rich("generalfeedback", feedback(question, sheet.place.sources), sheet),
            _valued("defaultgrade", str(form.points)),
            _valued("penalty", "0"),  # trying again costs nothing, as on the site
            _valued("hidden", "0"),
            _valued("idnumber", question.id),
            *form.parts,
        )
    )
    if question.hint:
        result.append(_rich("hint", question.hint, sheet))
    if named := tags(question):
        result.append(_tags(named))
    return result


def _tags(names: Iterable[str]) -> Element:
    result = Element("tags")
    result.extend(_texts("tag", name) for name in names)
    return result


def _form(question: Question, sheet: Sheet) -> Form:
    losses = sheet.losses
    match question.task:
        case Ticking(kind=Kind.TRUE_FALSE) as task:
            return Form("truefalse", _true_false(task, sheet))
        case Ticking() as task:
            return Form("multichoice", _choice(question, task, sheet))
        case Ordering() | Matching() | Sorting() as task:
            return Form("matching", _pairs(pairs(task, question, losses), sheet))
        case Gaps(strict=strict):
            if not strict:
                losses.dropped("toutes les fautes de frappe que le site pardonne", question)
            return Form("cloze", ())
        case Number() as task:
            return Form("numerical", _number(task))
        case Scale():
            losses.reshaped("une échelle devient un choix sans point", question)
            return Form("multichoice", _scale(question, sheet), points=0)
        case Open(model=model) if not private(question):
            return Form("essay", _essay(model, sheet), points=0)
        case Open() | Position():
            losses.reshaped("ce que l’on garde pour soi devient un texte à lire", question)
            return Form("description", (), points=0)
        case _:
            assert_never(question.task)


def _true_false(task: Ticking, sheet: Sheet) -> Iterator[Element]:
    for answer in sorted(task.answers, key=lambda item: plain_text(item.label), reverse=True):
        word = "true" if is_true(answer) else "false"
        yield _answer(100 if answer.right else 0, _said(word), answer.feedback, sheet)


def _choice(question: Question, task: Ticking, sheet: Sheet) -> Iterator[Element]:
    several = task.kind is Kind.MULTIPLE
    count = sum(answer.right for answer in task.answers)
    if several and count not in SHARES:
        sheet.losses.dropped("le partage exact des points", question)
    share = 100 / count if several and count else 100
    yield from _choosing(single=not several, shuffled=True)
    for answer in task.answers:
        fraction = share if answer.right else -share if several else 0
        text = _rich("answer", answer.label, sheet)
        yield _graded(text, fraction, answer.feedback, sheet)


def _scale(question: Question, sheet: Sheet) -> Iterator[Element]:
    """Yield the points of a scale, all of them right: the question is worth nothing."""
    yield from _choosing(single=True, shuffled=False)
    for label in exercise(question).options:
        yield _graded(_rich("answer", label, sheet), 100, (), sheet)


def _choosing(*, single: bool, shuffled: bool) -> Iterator[Element]:
    yield _valued("single", "true" if single else "false")
    yield _valued("shuffleanswers", "true" if shuffled else "false")
    yield _valued("answernumbering", "ABCD" if shuffled else "none")


def _pairs(found: Pairs, sheet: Sheet) -> Iterator[Element]:
    """Yield what to find a match for, each with its match."""
    yield _valued("shuffleanswers", "true")
    for left, right in found:
        pair = _rich("subquestion", left, sheet)
        pair.append(_texts("answer", right))
        yield pair


def _number(task: Number) -> Iterator[Element]:
    answer = _answer(100, _said(decimal(task.value)), (), None)
    answer.append(_valued("tolerance", decimal(task.tolerance)))
    yield answer
    if task.unit:
        unit = Element("unit")
        unit.extend((_valued("multiplier", "1"), _valued("unit_name", task.unit)))
        units = Element("units")
        units.append(unit)
        yield units
    yield _valued("unitgradingtype", "0")  # the unit may be left out
    yield _valued("showunits", "0" if task.unit else "3")  # typed with the number, or no unit


def _essay(model: Blocks, sheet: Sheet) -> Iterator[Element]:
    yield _valued("responseformat", "plain")
    yield _valued("responserequired", "0")
    yield _valued("responsefieldlines", "10")
    yield _valued("attachments", "0")
    yield _rich("graderinfo", model, sheet)


def _answer(fraction: float, text: Element, feedback: Blocks, sheet: Sheet | None) -> Element:
    """Return an answer whose text is plain."""
    result = Element("answer", format="plain_text")
    result.append(text)
    return _graded(result, fraction, feedback, sheet)


def _graded(answer: Element, fraction: float, feedback: Blocks, sheet: Sheet | None) -> Element:
    """Return `answer` with its share of the points, in per cent, and what is said of it."""
    answer.set("fraction", per_cent(fraction))
    if sheet and feedback:
        answer.append(_rich("feedback", feedback, sheet))
    return answer


def _gap(gap: Gap) -> Child:
    """Return what marks the place of a gap; no author's text can give such an element."""
    return element("trou", {"numero": str(gap.number)})


def _filled(text: str, question: Question) -> str:
    """Return a statement, in HTML, with its gaps as Moodle writes them (« cloze »)."""
    strict = isinstance(question.task, Gaps) and question.task.strict
    word = "SHORTANSWER_C" if strict else "SHORTANSWER"
    for gap in gaps(question):
        ways = all_spellings(gap.accepted, strict=strict)
        answers = "~".join(f"={_escaped(way)}" for way in ways)
        mark = f'<trou numero="{gap.number}"></trou>'
        text = text.replace(mark, f"{{1:{word}:{answers}}}", 1)
    return text


def _escaped(answer: str) -> str:
    """Return an answer for a gap: « * » would stand for anything, the rest would end it."""
    letters = (f"&#{ord(letter)};" if letter in RESERVED else letter for letter in answer)
    return "".join(letters).replace("*", "\\*")


def _picture(image: Image, media: Mapping[str, Media]) -> Child:
    name = PurePosixPath(image.source).name
    size = pictures.size(media[name].data) if name in media else None
    width = {"width": str(min(size[0], WIDEST_PX))} if size else {}
    alt = "" if image.decorative else image.alt
    return element("img", {"src": f"@@PLUGINFILE@@/{name}", "alt": alt, **width})


def _rich(tag: str, blocks: Blocks, sheet: Sheet) -> Element:
    """Return a text in HTML with the pictures that it shows."""
    result = Element(tag, format="html")
    result.append(_said(html(blocks, sheet.place)))
    for name in sorted(_pictures(blocks) & set(sheet.media)):
        file = SubElement(result, "file", name=name, path="/", encoding="base64")
        file.text = b64encode(sheet.media[name].data).decode()
    return result


def _pictures(blocks: Iterable[Block]) -> set[str]:
    return {PurePosixPath(node.source).name for node in walk(blocks) if isinstance(node, Image)}


def _texts(tag: str, text: str) -> Element:
    result = Element(tag)
    result.append(_said(text))
    return result


def _said(text: str) -> Element:
    return _valued("text", text)


def _valued(tag: str, value: str) -> Element:
    result = Element(tag)
    result.text = value
    return result

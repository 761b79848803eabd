"""H5P content types as we know them: the fields that sites check, written by hand as a table.

They stand for the real ones, which nothing that we may install brings: a site that has these
keeps, changes or refuses what a site with the real ones would. Source: the `semantics.json` of
H5P.QuestionSet 1.20, MultiChoice 1.16, TrueFalse 1.8, Blanks 1.14, DragText 1.10, Image 1.1.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Field = dict[str, Any]

BOLD = ("strong", "em")
SMALL = (*BOLD, "sub", "sup")
QUESTION = (*SMALL, "h2", "h3", "pre", "code")
TASK = (*BOLD, "u", "a", "ul", "ol", "h2", "h3", "hr", "pre", "code")
SAID = (*SMALL, "a", "code")
BODY = (*BOLD, "del", "u", "code")


def text(name: str, *tags: str, **more: Any) -> Field:
    """Return a text: plain, or HTML made of `tags`."""
    shown = {"tags": list(tags), "widget": "html"} if tags else {}
    return {"name": name, "type": "text", "label": name, **shown, **more}


def maybe(field: Field) -> Field:
    return {**field, "optional": True}


def texts(names: str) -> list[Field]:
    return [text(name) for name in names.split()]


def booleans(names: str) -> list[Field]:
    return [{"name": name, "type": "boolean", "label": name} for name in names.split()]


def number(name: str, least: int, most: int) -> Field:
    return {"name": name, "type": "number", "label": name, "min": least, "max": most}


def choice(name: str, *values: str) -> Field:
    options = [{"value": value, "label": value} for value in values]
    return {"name": name, "type": "select", "label": name, "options": options}


def group(name: str, *fields: Field) -> Field:
    return {"name": name, "type": "group", "label": name, "fields": list(fields)}


def listed(name: str, field: Field, **more: Any) -> Field:
    return {"name": name, "type": "list", "label": name, "field": field, **more}


def library(name: str, *options: str) -> Field:
    return {"name": name, "type": "library", "label": name, "options": list(options)}


def dialogs() -> list[Field]:
    return [
        group(name, text("header"), text("body", *BODY), text("cancelLabel"), text("confirmLabel"))
        for name in ("confirmCheck", "confirmRetry")
    ]


MEDIA = group(
    "media",
    maybe(library("type", "H5P.Image 1.1", "H5P.Video 1.6", "H5P.Audio 1.5")),
    *booleans("disableImageZooming"),
)
RANGES = group(
    "overallFeedback",
    listed(
        "overallFeedback",
        group("range", number("from", 0, 100), number("to", 0, 100), maybe(text("feedback"))),
        min=1,
    ),
)  # a group of one field: its value is that of the field

READ_ALOUD = "a11yCheck a11yShowSolution a11yRetry"

QUESTION_SET = [
    group(
        "introPage",
        *booleans("showIntroPage"),
        maybe(text("title", *SMALL, "code")),
        maybe(text("introduction", *SMALL, "p", "code")),
        maybe(text("startButtonText")),
    ),
    choice("progressType", "textual", "dots"),
    number("passPercentage", 0, 100),
    listed(
        "questions",
        library(
            "question",
            "H5P.MultiChoice 1.16",
            "H5P.DragQuestion 1.14",
            "H5P.Blanks 1.14",
            "H5P.MarkTheWords 1.11",
            "H5P.DragText 1.10",
            "H5P.TrueFalse 1.8",
            "H5P.Essay 1.5",
            "H5P.MultiMediaChoice 0.3",
        ),
        min=1,
    ),
    group(
        "texts",
        *texts("prevButton previous nextButton next finishButton submitButton"),
        text("textualProgress", *BOLD, "code"),
        *texts("jumpToQuestion questionLabel readSpeakerProgress unansweredText answeredText"),
        *texts("currentQuestionText navigationLabel"),
    ),
    *booleans("disableBackwardsNavigation randomQuestions"),
    group(
        "endGame",
        *booleans("showResultPage showSolutionButton showRetryButton"),
        text("noResultMessage"),
        text("message", *BOLD, "code"),
        *texts("amountCorrect scoreBarLabel scoreHeader"),
        RANGES,
        *texts("solutionButtonText retryButtonText finishButtonText submitButtonText"),
        *booleans("showAnimations skippable"),
        text("skipButtonText"),
    ),
    maybe(
        group(
            "override",
            *booleans("checkButton"),
            maybe(choice("showSolutionButton", "on", "off")),
            maybe(choice("retryButton", "on", "off")),
        )
    ),
]

MULTI_CHOICE = [
    MEDIA,
    text("question", *QUESTION),
    listed(
        "answers",
        group(
            "answer",
            text("text", *SMALL, "code"),
            *booleans("correct"),
            group(
                "tipsAndFeedback",
                maybe(text("tip", "p", "br", *BOLD, "a", "code")),
                maybe(text("chosenFeedback", *SAID)),
                maybe(text("notChosenFeedback", *SAID)),
            ),
        ),
        min=1,
    ),
    RANGES,
    group(
        "UI",
        *texts("checkAnswerButton submitAnswerButton showSolutionButton tryAgainButton tipsLabel"),
        *texts("scoreBarLabel tipAvailable feedbackAvailable readFeedback wrongAnswer"),
        *texts(f"correctAnswer shouldCheck shouldNotCheck noInput {READ_ALOUD}"),
    ),
    group(
        "behaviour",
        *booleans("enableRetry enableSolutionsButton enableCheckButton"),
        choice("type", "auto", "multi", "single"),
        *booleans("singlePoint randomAnswers showSolutionsRequiresInput confirmCheckDialog"),
        *booleans("confirmRetryDialog autoCheck"),
        number("passPercentage", 0, 100),
        *booleans("showScorePoints"),
    ),
    *dialogs(),
]

TRUE_FALSE = [
    MEDIA,
    text("question", *QUESTION),
    choice("correct", "true", "false"),
    group(
        "l10n",
        *texts("trueText falseText score checkAnswer submitAnswer showSolutionButton tryAgain"),
        *texts(f"wrongAnswerMessage correctAnswerMessage scoreBarLabel {READ_ALOUD}"),
    ),
    group(
        "behaviour",
        *booleans("enableRetry enableSolutionsButton enableCheckButton confirmCheckDialog"),
        *booleans("confirmRetryDialog autoCheck"),
        maybe(text("feedbackOnCorrect", maxLength=2048)),
        maybe(text("feedbackOnWrong", maxLength=2048)),
    ),
    *dialogs(),
]

BLANKS = [
    MEDIA,
    text("text", *TASK),
    listed("questions", text("question", *BODY), min=1, max=31),
    RANGES,
    *texts("showSolutions tryAgain checkAnswer submitAnswer notFilledOut answerIsCorrect"),
    *texts("answerIsWrong answeredCorrectly answeredIncorrectly solutionLabel inputLabel"),
    *texts("inputHasTipLabel tipLabel"),
    group(
        "behaviour",
        *booleans("enableRetry enableSolutionsButton enableCheckButton autoCheck caseSensitive"),
        *booleans("showSolutionsRequiresInput separateLines confirmCheckDialog"),
        *booleans("confirmRetryDialog acceptSpellingErrors"),
    ),
    *dialogs(),
    *texts(f"scoreBarLabel {READ_ALOUD} a11yCheckingModeHeader"),
]

DRAG_TEXT = [
    MEDIA,
    text("taskDescription", *TASK),
    text("textField"),
    maybe(text("distractors")),
    RANGES,
    *texts("checkAnswer submitAnswer tryAgain showSolution dropZoneIndex empty contains"),
    *texts("ariaDraggableIndex tipLabel correctText incorrectText resetDropTitle"),
    *texts("resetDropDescription grabbed cancelledDragging correctAnswer feedbackHeader"),
    group(
        "behaviour",
        *booleans("enableRetry enableSolutionsButton enableCheckButton instantFeedback"),
    ),
    *texts(f"scoreBarLabel {READ_ALOUD}"),
]

IMAGE = [
    {"name": "file", "type": "image", "label": "file"},
    *booleans("decorative"),
    text("alt"),
    maybe(text("title")),
    *texts("contentName expandImage minimizeImage"),
]

LIBRARIES = {
    "H5P.QuestionSet-1.20": QUESTION_SET,
    "H5P.MultiChoice-1.16": MULTI_CHOICE,
    "H5P.TrueFalse-1.8": TRUE_FALSE,
    "H5P.Blanks-1.14": BLANKS,
    "H5P.DragText-1.10": DRAG_TEXT,
    "H5P.Image-1.1": IMAGE,
}
"""The fields of each content type, by the name of its folder."""


def install(folder: Path, names: Iterable[str] = LIBRARIES) -> Path:
    """Write the libraries `names` in `folder`, as sites keep them, and return it."""
    for name in names:
        machine, version = name.rsplit("-", 1)
        major, minor = map(int, version.split("."))
        place = folder / name
        place.mkdir(parents=True)
        facts = {
            "machineName": machine,
            "majorVersion": major,
            "minorVersion": minor,
            "patchVersion": 0,
            "runnable": 1,
            "title": machine,
        }
        (place / "library.json").write_text(json.dumps(facts), encoding="utf-8")
        (place / "semantics.json").write_text(json.dumps(LIBRARIES[name]), encoding="utf-8")
    return folder

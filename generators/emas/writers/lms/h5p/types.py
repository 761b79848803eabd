"""The content types that our packages name, each in the one version that they ask for.

A package holds no program: a site shows it with its own content types. Question Set 1.20 is the
oldest of which the questions have these versions, and newer sites of Moodle take it too. Source:
the `library.json` and `semantics.json` of each type, November 2026; see docs/formats/h5p.md.
"""

from dataclasses import dataclass

Json = dict[str, object]
"""An object of a package."""

FACTS, CONTENT = "h5p.json", "content/content.json"
"""What a package says of itself, and its content."""


@dataclass(frozen=True, slots=True)
class ContentType:
    """A content type; `title` is the one that sites list, and that metadata must repeat."""

    name: str
    major: int
    minor: int
    title: str

    @property
    def library(self) -> str:
        """What contents call it: « H5P.Blanks 1.14 »."""
        return f"{self.name} {self.major}.{self.minor}"


QUESTION_SET = ContentType("H5P.QuestionSet", 1, 20, "Question Set")
MULTI_CHOICE = ContentType("H5P.MultiChoice", 1, 16, "Multiple Choice")
TRUE_FALSE = ContentType("H5P.TrueFalse", 1, 8, "True/False Question")
BLANKS = ContentType("H5P.Blanks", 1, 14, "Fill in the Blanks")
DRAG_TEXT = ContentType("H5P.DragText", 1, 10, "Drag the Words")
IMAGE = ContentType("H5P.Image", 1, 1, "Image")

TYPES = (QUESTION_SET, MULTI_CHOICE, TRUE_FALSE, BLANKS, DRAG_TEXT, IMAGE)

"""Empty places that `progression.js` fills: what this reader has read, and where to resume.

They hold no text, so that the page is right without JavaScript and the search finds nothing there.
"""

from xml.etree.ElementTree import Element

from emas.model import Module, Step
from emas.writers.site.elements import element

PROGRESS = "ma-progression.md"
"""The page where one keeps, takes away or erases what was read."""


def steps_of(module: Module) -> dict[str, str]:
    """Return the attributes that say which module this is, and its steps in their order."""
    return {"data-module": module.id, "data-etapes": " ".join(step.id for step in module.steps)}


def resume(module: Module | None = None) -> Element:
    """Return where to resume: in `module`, or wherever one was."""
    place = steps_of(module) if module else {}
    return element("div", {"class": "emas-reprise", "data-silence": "", **place})


def read_button(module: Module, step: Step) -> Element:
    """Return where one says that a step has been read; nobody else says it."""
    place = {"class": "emas-etape-lue", "data-silence": "", **steps_of(module)}
    return element("div", {**place, "data-etape": step.id, "data-titre": step.title})


def tools() -> Element:
    """Return where one keeps, takes away or erases what was read."""
    sorry = "Ces réglages ont besoin de JavaScript, que ce navigateur n’exécute pas ici."
    return element("div", {"class": "emas-outil"}, element("p", None, sorry))

"""What the page of the preview is told, as JSON values."""

from collections.abc import Mapping
from pathlib import Path

from emas.coverage import Output
from emas.diagnostics import SEVERITIES, Diagnostic, Severity
from emas.document import Medium
from emas.model import Module, in_words
from emas.preview import editor, figures
from emas.preview.documents import name_of
from emas.preview.workshop import Shown, Workshop
from emas.transforms.typography import space

Json = str | int | None | list["Json"] | dict[str, "Json"]

ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def state(workshop: Workshop, root: Path, address: str) -> Json:
    """Return all that is beside the page of that address, and its own hash."""
    name = workshop.look_at(address)
    shown = workshop.shown
    page, problem = workshop.page(address)
    module = _module(shown, name)
    return {
        "pret": int(shown.site is not None),
        "page": name_of(page) if page is not None else "",
        "bandeau": banner(shown, name, problem),
        "module": None if module is None else {"id": module.id, "titre": space(module.title)},
        "documents": _documents(shown, name),
        "etapes": [] if module is None else _steps(figures.steps(module)),
        "diagnostics": diagnostics(shown, root, name),
    }


def banner(shown: Shown, module: str, problem: str) -> Json:
    """Return why what is shown is not what the sources say now, or nothing: a title, a text."""
    loaded = shown.loaded
    kept = "Vous voyez la dernière bonne version." if shown.site else "Rien ne peut être montré."
    if loaded is not None and loaded.unusable:
        return {"titre": "Une erreur arrête tout le projet.", "texte": kept}
    if problem or shown.refused:
        return {"titre": f"{kept}", "texte": _sentence(problem or shown.refused)}
    if loaded is not None and module in loaded.broken:
        return {"titre": "Ce module a une erreur.", "texte": kept}
    if shown.failed:
        return {
            "titre": "Diapositives et livret ne sont pas à jour.",
            "texte": _sentence(shown.failed),
        }
    return None


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."


def diagnostics(shown: Shown, root: Path, module: str) -> Json:
    """Return what is wrong, errors first, then that of the module that is looked at."""
    documents = shown.documents.get(module)
    found = [*(shown.loaded.diagnostics if shown.loaded else ())]
    found += documents.problems if documents else ()

    def rank(item: Diagnostic) -> tuple[int, bool]:
        return ORDER.index(item.severity), module not in item.span.path.parts

    return [_diagnostic(item, root) for item in sorted(found, key=rank)]


def _diagnostic(item: Diagnostic, root: Path) -> Json:
    span = item.span
    return {
        "gravite": SEVERITIES[item.severity],
        "code": str(item.code),
        "message": item.message,
        "remede": f"Remède : {item.repair}",
        "fichier": str(span.path),
        "ligne": span.line,
        "colonne": span.column,
        "lien": editor.link(root / span.path, span.line, span.column),
    }


def _module(shown: Shown, name: str) -> Module | None:
    modules = shown.catalogue.modules if shown.catalogue else ()
    return next((module for module in modules if module.id == name), None)


def _documents(shown: Shown, module: str) -> Json:
    made = shown.documents.get(module)
    return None if made is None else {"diapos": made.deck, "livret": list(made.pages)}


def _steps(steps: tuple[figures.StepFigures, ...]) -> Json:
    """Return the rows of a table, words and numbers as they are read; the sums come last."""
    total = figures.StepFigures(
        "En tout",
        sum(step.online_min or 0 for step in steps),
        sum(step.session_min or 0 for step in steps),
        sum(step.words for step in steps),
        sum(step.questions for step in steps),
    )
    return [_row(step) for step in (*steps, total)]


def _row(step: figures.StepFigures) -> Json:
    lengths = (step.online_min, step.session_min)
    written = ("–" if minutes is None else in_words(minutes) for minutes in lengths)
    return [space(step.title), *written, str(step.words), str(step.questions)]


OUTPUTS: Mapping[Output, str] = {
    Medium.SITE: "Site",
    Medium.SLIDES: "Diapositives",
    Medium.PAPER: "Livret",
}


def coverage(workshop: Workshop, name: str) -> Json:
    """Return, for each output of a module, how many blocks it should have and what is missing."""
    shown = workshop.shown
    documents = shown.documents.get(name)
    if shown.catalogue is None or shown.look is None or shown.site is None or documents is None:
        return []
    pages = (workshop.page(address)[0] for address in shown.site.pages_in(f"modules/{name}/"))
    deck = documents.contents[documents.deck]
    found = figures.covered(
        shown.catalogue, name, shown.look, (page for page in pages if page), deck
    )
    return [
        {
            "support": OUTPUTS[medium],
            "attendus": item.expected,
            "manquent": [f"{place.block} (ligne {place.line})" for place in item.missing],
        }
        for medium, item in found.items()
    ]

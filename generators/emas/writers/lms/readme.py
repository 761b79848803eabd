"""What goes with the files of a module: what each is for, what it needs, what it does not keep.

Whoever puts them on a platform did not write them, and may have nothing but this folder.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from textwrap import TextWrapper

from emas.diagnostics import Code, Diagnostic
from emas.model import Assessment, Edition, Module, enough, title_of
from emas.writers.lms import h5p
from emas.writers.site.elements import sentence
from emas.writers.site.module_pages import about

FILE = PurePosixPath("LISEZMOI.txt")
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Old text editors of Windows read UTF-8 only with it."""

WIDTH = 78
USES: Mapping[str, tuple[str, str]] = {
    "moodle.xml": (
        "Les questions, pour la banque de questions de Moodle ou de Magistère.",
        "Cours, « Banque de questions », « Importer », « Format XML Moodle ».",
    ),
    "questions.gift": (
        "Les mêmes questions en texte, pour d’autres outils, ou pour les relire.",
        "Dans Moodle : « Importer », « Format GIFT ».",
    ),
    "scorm12.zip": (
        "Le module entier, étapes, situations et questions, avec reprise et résultat.",
        "Dans Moodle : ajoutez une activité « Paquetage SCORM », déposez ce fichier.",
    ),
    ".h5p": (
        "Les questions qui ont une bonne réponse, à la suite, pour H5P.",
        "Dans Moodle : ajoutez une activité « H5P », déposez ce fichier.",
    ),
}


def readme(
    edition: Edition, files: Mapping[PurePosixPath, bytes], losses: Iterable[Diagnostic]
) -> bytes:
    """Return the text that goes with `files` (by name), without the places in our sources."""
    parts = [
        _title(edition),
        *(_use(path.name, data) for path, data in sorted(files.items())),
        *_quizzes(edition.module),
        _listed("Ce que ces fichiers ne gardent pas", map(_sentence, _told(losses))),
        _wrapped(
            "Une plateforme reçoit les réponses avec le compte de la personne : dites-le aux"
            " participants. Essayez chaque fichier dans un espace à vous avant de le donner."
        ),
    ]
    return (BOM + "\n\n".join(part for part in parts if part) + "\n").encode()


def _told(losses: Iterable[Diagnostic]) -> Iterator[str]:
    """Yield what is lost; what a package needs is told beside its name."""
    return (item.message for item in losses if item.code is not Code.EXP010)


def _sentence(text: str) -> str:
    """Return `text` with a capital, unless it begins with the name of a file."""
    return text if "." in text.partition(" ")[0] else sentence(text)


def _title(edition: Edition) -> str:
    said = " ".join("".join(about(edition).itertext()).split())
    return _wrapped(edition.module.title) + "\n" + _wrapped(f"{edition.team.name}. {said}")


def _use(name: str, data: bytes) -> str:
    extension = PurePosixPath(name).suffix
    lines = [*USES.get(name, USES.get(extension, ()))]
    if extension == ".h5p":
        types = ", ".join(h5p.required(data))
        lines.append(f"La plateforme doit avoir ces types de contenu : {types}.")
    return "\n".join((name, *(_wrapped(line, "  ") for line in lines)))


def _quizzes(module: Module) -> Iterator[str]:
    """Yield how to set up the assessments, which no bank of questions holds."""
    if module.assessments:
        yield _listed(
            "Les évaluations, à régler dans la plateforme (sauf scorm12.zip)",
            map(_assessment, module.assessments),
        )


def _assessment(item: Assessment) -> str:
    named = ", ".join(item.questions)
    count = "une question" if item.draw == 1 else f"{item.draw} questions"
    drawn = f"{count} au hasard, {item.per_objective} au moins par objectif"
    asked = " ; ".join(part for part in (named, drawn if item.draw else "") if part)
    later = f" ; {item.delay_months} mois après" if item.delay_months else ""
    mark = f" ; rien à revoir à partir de {round(100 * enough(item))} %" if item.graded else ""
    return f"{title_of(item.id)} : {asked}{later}{mark}."


def _listed(title: str, items: Iterable[str]) -> str:
    lines = [_wrapped(item, "- ", "  ") for item in items]
    return "\n".join((title, *lines)) if lines else ""


def _wrapped(text: str, first: str = "", rest: str | None = None) -> str:
    """Return `text` in lines that any editor shows whole; words are not cut."""
    wrapper = TextWrapper(
        WIDTH,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return wrapper.fill(text)

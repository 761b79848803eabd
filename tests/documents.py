"""Documents made from the code: `python -m tests.documents` writes them, `--check` compares."""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from emas.diagnostics import SEVERITIES, Code, text_of
from emas.editing import vscode

ROOT = Path(__file__).resolve().parents[1]

AREAS = {
    "TXT": "Fichiers",
    "YML": "Fichiers YAML et en-têtes",
    "BLO": "Blocs « ::: »",
    "AME": "Aménagements partagés",
    "MD": "Texte Markdown",
    "QUIZ": "Questions et évaluations",
    "IDE": "Identifiants",
    "IMG": "Images",
    "LIE": "Liens",
    "SRC": "Sources et faits",
    "VOC": "Vocabulaire et glossaire",
    "CHA": "Charte de rédaction",
    "DUR": "Durées",
    "DIA": "Diapositives",
    "SOR": "Sorties",
    "PLAN": "Sessions du plan",
    "PAR": "Parcours",
    "QST": "Posez votre question",
    "DOS": "Dossier d’une session",
    "EXP": "Vers une plateforme",
    "IMP": "Depuis une plateforme",
    "TAB": "Depuis un tableur",
    "REP": "Réponses qui reviennent",
    "SES": "Sessions imprimées ou closes",
    "SOF": "Depuis Sofia-FMO",
}

DIAGNOSTICS = """\
# Ce que la vérification peut dire

Page écrite par `make docs` à partir du programme : ne la modifiez pas à la main.

Chaque message a un code qui ne change jamais. `emas explain QUIZ003` redit cette page dans le
terminal. Une **erreur** arrête la publication de son module, dont les dernières bonnes versions
restent en place ; un **avertissement** n’arrête rien ; une **remarque** dit ce qu’un format ne peut
pas tenir, ou ce que l’on pourrait mieux écrire. Les mots entre ‹ › dépendent de votre texte.
"""


def diagnostics() -> str:
    """Return the page of all codes, by area, in the order in which they are declared."""
    parts = [DIAGNOSTICS]
    for area, codes in groupby(Code, key=area_of):
        parts += [f"## {AREAS[area]}\n", *(_code(code) for code in codes)]
    return "\n".join(parts)


def area_of(code: Code) -> str:
    return code.rstrip("0123456789")


def _code(code: Code) -> str:
    text = text_of(code)
    title = f"### {code}\n\n**{_plain(text.title)}** ({SEVERITIES[text.severity]})\n"
    repair = _plain(text.repair)
    return f"{title}\n{_plain(text.message)}\n\nRemède : {repair}\n"


def _plain(text: str) -> str:
    """Return `text` with its values named, and nothing that Markdown would interpret."""
    filled = text.format_map(_Names())
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", filled)


class _Names(dict[str, str]):
    """Gives each value its own name; suggestions come only now and then."""

    def __missing__(self, name: str) -> str:
        return "" if name in ("suggestion", "avant") else f"‹{name}›"


DOCUMENTS: Mapping[str, Callable[[], str]] = {
    "docs/diagnostics.md": diagnostics,
    **{str(path): data.decode for path, data in vscode.files().items()},
}
"""Each generated document, and what makes it."""


def stale() -> Iterator[str]:
    """Yield the documents that are not what the code says."""
    for name, make in DOCUMENTS.items():
        path = ROOT / name
        if not path.is_file() or path.read_text(encoding="utf-8") != make():
            yield name


def main(arguments: list[str]) -> int:
    if arguments == ["--check"]:
        late = list(stale())
        if late:
            print(f"À refaire par « make docs » : {', '.join(late)}", file=sys.stderr)
        return 1 if late else 0
    if arguments:
        print("Emploi : python -m tests.documents [--check]", file=sys.stderr)
        return 2
    for name, make in DOCUMENTS.items():
        (ROOT / name).parent.mkdir(exist_ok=True)
        (ROOT / name).write_text(make(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

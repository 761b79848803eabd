"""`emas session saisir`: answers written on paper, typed at the keyboard or in a table."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path, PurePosixPath

import click

from emas import files, pipeline
from emas.cli.common import show
from emas.cli.sessions import find_session, kept_safe, open_plan
from emas.document import plain_text
from emas.model import Asking, Planned, Question, Response, is_collected, title_of
from emas.model.codes import read_code, shown_code
from emas.model.sheet import Answers, Merged, Sheet, versioned
from emas.project import Project
from emas.readers.answers import model_table, read_typed_table
from emas.readers.tables import MAX_BYTES
from emas.readers.typed import how_to_type, read_typed
from emas.records.codes import read_codes
from emas.records.sheets import keep_sheets, kept_sheets
from emas.writers.tables import as_csv

SCANNED = re.compile(r"#code=(\w+)$")
"""The end of the address that a QR code of the pack holds."""

NO_ANSWER = "."
"""Typed to take an answer away."""

LONGEST_STATEMENT = 90


@click.command("saisir", short_help="Saisit les réponses écrites sur papier.")
@click.argument("session")
@click.option("--moment", metavar="ÉVALUATION", help="acquis, satisfaction… (demandé sans elle).")
@click.option(
    "--fichier",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Prend les réponses dans un tableau rempli : CSV, Excel ou LibreOffice.",
)
@click.option(
    "--modele",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Écrit un tableau vide à remplir, et s’arrête.",
)
def enter(session: str, moment: str | None, fichier: Path | None, modele: Path | None) -> None:
    """Saisit les réponses écrites sur papier pour SESSION, une feuille après l’autre.

    Chaque feuille est gardée dès qu’elle est finie, sous son code. La saisir deux fois ne change
    rien ; d’autres réponses remplacent les premières.
    """
    place, catalogue = open_plan()
    item = find_session(catalogue, session)
    parts = pipeline.session_parts(catalogue, item)
    if not parts:
        raise click.UsageError(f"la session « {item.session.id} » ne demande aucune évaluation.")
    with kept_safe():
        if modele:
            printed = _printed(place, item, parts)
            files.write(modele, as_csv(model_table(parts, printed)))
            click.echo(f"{modele} : une ligne par feuille. À écrire dans chaque colonne :")
            for question in {one.id: one for one in _every(parts)}.values():
                click.echo(f"- {question.id} : {how_to_type(question)}")
        elif fichier:
            _from_table(place, item, parts, fichier)
        else:
            _Keyboard(place, item, parts, moment).run()


def _printed(place: Project, item: Planned, parts: Sequence[Asking]) -> dict[str, Sequence[str]]:
    """Return the codes that are on the sheets of each moment, none if no pack was made."""
    codes = read_codes(place, item.session.id)
    surveys = list(dict.fromkeys(part.assessment.id for part in parts if part.survey))
    opinions = {name: codes.opinions[rank :: len(surveys)] for rank, name in enumerate(surveys)}
    answers = {part.assessment.id: codes.participants for part in parts if not part.survey}
    return {**answers, **opinions}


def _every(parts: Sequence[Asking]) -> Iterator[Question]:
    every = chain.from_iterable(part.questions for part in parts)
    return (question for question in every if is_collected(question))


def _surveys(parts: Sequence[Asking]) -> frozenset[str]:
    return frozenset(part.assessment.id for part in parts if part.survey)


def _from_table(place: Project, item: Planned, parts: Sequence[Asking], path: Path) -> None:
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    sheets, found = read_typed_table(data, PurePosixPath(path.as_posix()), parts)
    merged = keep_sheets(place, item.session.id, sheets, _surveys(parts), replacing=True)
    show(place, found, "texte")
    click.echo(told(merged, len(sheets)))
    if found and not sheets:
        raise SystemExit(1)


def told(merged: Merged, count: int) -> str:
    """Return « 12 feuilles lues : 10 nouvelles, 1 remplacée, 1 déjà là. »"""
    added, replaced, erased = len(merged.added), len(merged.replaced), len(merged.erased)
    same = count - added - replaced - erased - len(merged.clashing)
    said = [
        f"{added} {'nouvelles' if added > 1 else 'nouvelle'}" if added else "",
        f"{replaced} {'remplacées' if replaced > 1 else 'remplacée'}" if replaced else "",
        f"{same} déjà là" if same else "",
        f"{erased} {'effacées' if erased > 1 else 'effacée'} auparavant, sans retour"
        if erased
        else "",
    ]
    read = f"{count} {'feuilles lues' if count > 1 else 'feuille lue'}"
    return f"{read} : {', '.join(filter(None, said))}." if any(said) else f"{read}."


class _Keyboard:
    """The grid: a code, then an answer to each question, again and again."""

    def __init__(
        self, place: Project, item: Planned, parts: Sequence[Asking], moment: str | None
    ) -> None:
        self.place = place
        self.session = item.session.id
        self.parts = parts
        self.moment = moment or self._choose()
        self.questions = list(_every([part for part in parts if part.assessment.id == self.moment]))
        self.printed = _printed(place, item, parts).get(self.moment, ())
        if not self.questions:
            moments = ", ".join(dict.fromkeys(part.assessment.id for part in parts))
            raise click.UsageError(f"la session demande : {moments}.")

    def _choose(self) -> str:
        moments = {part.assessment.id: part for part in self.parts}
        if len(moments) > 1:
            for rank, part in enumerate(moments.values(), 1):
                title = part.owner.title if part.survey else title_of(part.assessment.id)
                click.echo(f"{rank}. {title}")
        names = list(moments)
        rank = (
            click.prompt(
                "Quelle évaluation",
                type=click.IntRange(1, len(names)),
                default=1,
                show_default=len(names) > 1,
            )
            if len(names) > 1
            else 1
        )
        return names[rank - 1]

    def run(self) -> None:
        """Ask for sheets until an empty code."""
        click.echo(
            "Entrée : sans réponse ; « < » : question d’avant ; « . » : retirer une réponse."
        )
        count = 0
        while code := self._code():
            former = next(
                (
                    sheet
                    for sheet in kept_sheets(self.place, self.session)
                    if (sheet.moment, sheet.code) == (self.moment, code)
                ),
                None,
            )
            if former:
                click.echo("Cette feuille est déjà saisie. Entrée garde la réponse d’avant.")
            answers = self._answers(former.answers if former else {})
            sheet = Sheet(self.moment, code, 1, answers)
            surveys = _surveys(self.parts)
            merged = keep_sheets(self.place, self.session, [sheet], surveys, replacing=True)
            if merged.erased:
                click.echo(
                    f"Feuille {shown_code(code)} : effacée à la demande, elle ne revient pas.\n"
                )
                continue
            count += 1
            click.echo(
                f"Feuille {shown_code(code)} gardée : {len(answers)} réponses sur"
                f" {len(self.questions)}.\n"
            )
        click.echo(f"{count} {'feuilles saisies' if count > 1 else 'feuille saisie'}.")

    def _code(self) -> str:
        """Return the code of the next sheet, typed or scanned, or nothing to stop."""
        while True:
            text = click.prompt(
                "Code de la feuille (Entrée pour finir)", default="", show_default=False
            ).strip()
            scanned = SCANNED.search(text)
            if not text:
                return ""
            if code := read_code(scanned[1] if scanned else text):
                if self._is_expected(code):
                    return code
                continue
            click.echo("Ce n’est pas un code : un signe est faux, ou manque. Relisez la feuille.")

    def _is_expected(self, code: str) -> bool:
        """Return whether a code is on a sheet of this moment, or is wanted all the same."""
        if not self.printed or code in self.printed:
            return True
        told = "Ce code n’est pas de ceux de ces feuilles : autre session, ou autre évaluation ?"
        said = click.prompt(f"{told} Le prendre quand même (oui ou non)", default="non")
        return str(said).strip().lower().startswith("o")

    def _answers(self, former: Answers) -> dict[str, Response]:
        """Return the answers typed; those of `former` stay unless others are typed."""
        answers = {
            versioned(question): former[versioned(question)]
            for question in self.questions
            if versioned(question) in former
        }
        rank = 0
        while rank < len(self.questions):
            rank += self._answer(rank, answers)
        return answers

    def _answer(self, rank: int, answers: dict[str, Response]) -> int:
        """Ask one question, note its answer, and return how far to go: 1, or -1 to go back."""
        question = self.questions[rank]
        name = versioned(question)
        words = " ".join(plain_text(question.statement).split())
        short = words if len(words) <= LONGEST_STATEMENT else words[:LONGEST_STATEMENT] + "…"
        click.echo(f"{rank + 1}/{len(self.questions)}. {short}")
        while True:
            asked = f"   {how_to_type(question)}" + (" (déjà saisie)" if name in answers else "")
            text = click.prompt(asked, default="", show_default=False, prompt_suffix=" → ").strip()
            if text == "<":
                return -1 if rank else 0
            if text == NO_ANSWER:
                answers.pop(name, None)
                return 1
            if not text:
                return 1
            response = read_typed(question, text)
            if response is not None:
                answers[name] = response
                return 1
            click.echo("   Cela ne convient pas.")

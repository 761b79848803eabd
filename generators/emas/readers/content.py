"""`content/`: team, vocabulary, sources, glossary and hand-written pages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeVar

from pydantic import Field

from emas.diagnostics import Code, Diagnostic, Span
from emas.model import (
    AvoidedWord,
    Charter,
    Contact,
    Page,
    Reading,
    Source,
    Team,
    Term,
    Vocabulary,
    Wording,
)
from emas.readers.assets import check_images, read_media
from emas.readers.headed import read_headed
from emas.readers.schema import Schema, read_schema
from emas.readers.sources import Sources
from emas.readers.values import IDENTIFIER, Address, Day, Title, Words, YesNo
from emas.readers.wording import read_wording
from emas.readers.yaml_tree import Scalar, under

CONTENT = PurePosixPath("content")
PAGES = CONTENT / "pages"
GUIDES = CONTENT / "guide"
"""What a team reads to write and to lead: pages of the site, that its menu does not have."""

SOURCES = CONTENT / "sources.yml"
CHARTER = CONTENT / "charte.yml"


class ContactFile(Schema):
    """One contact of `equipe.yml`."""

    role: Words = Field(description="À qui l’on parle.")
    nom: Words = Field(default="", description="Son nom, si cette personne l’accepte.")
    telephone: Words = Field(default="", description="Son téléphone.")
    courriel: Words = Field(default="", description="Son adresse.")
    precision: Words = Field(default="", description="Quand l’appeler, pour quoi.")


class TeamFile(Schema):
    """`content/equipe.yml`."""

    nom: Title = Field(description="Le nom de l’équipe, tel qu’on le lit partout.")
    gestionnaire: Words = Field(default="", description="L’organisme qui gère l’équipe.")
    territoire: Words = Field(default="", description="Où elle intervient.")
    contacts: tuple[ContactFile, ...] = Field(default=(), description="À qui s’adresser.")
    signalement: Words = Field(default="", description="L’adresse où signaler une erreur.")
    site: Address = Field(
        default="", description="L’adresse publique du site ; sans elle, pas de code QR."
    )
    suivi: Address = Field(
        default="", description="L’adresse du service de suivi, si l’équipe en a un."
    )


class VocabularyFile(Schema):
    """`content/vocabulaire.yml`."""

    familles: dict[str, Title] = Field(
        description="Les familles de modules : un nom court, puis ce qu’on lit."
    )
    publics: dict[str, Title] = Field(description="Les publics.")
    niveaux: dict[str, Title] = Field(description="Les niveaux.")
    domaines: dict[str, Title] = Field(description="Les domaines des aménagements.")
    licences: dict[str, Title] = Field(description="Les licences permises.")


class SourceEntry(Schema):
    """One entry of `content/sources.yml`."""

    organisme: Words = Field(description="Qui publie.")
    titre: Words = Field(description="Le titre exact.")
    annee: Words = Field(default="", description="L’année.")
    lien: Address = Field(default="", description="L’adresse, si elle a été ouverte.")
    via: Words = Field(default="", description="Par quoi on l’a lue, si c’est de seconde main.")
    lu: Reading = Field(
        description="« primaire » : lue ; « secondaire » : lue ailleurs ; « non-lu » : à confirmer."
    )
    consulte_le: Day | None = Field(
        default=None, description="Le jour où elle a été lue : 2026-11-21."
    )
    a_relire_avant: Day | None = Field(
        default=None, description="Le jour après lequel elle est périmée."
    )


class TermEntry(Schema):
    """One entry of `content/glossaire.yml`."""

    terme: Title = Field(description="Le terme, tel qu’on l’écrit dans les textes.")
    developpement: Words = Field(default="", description="Ce que veut dire le sigle.")
    definition: Words = Field(description="Sa définition, en une ou deux phrases.")
    variantes: tuple[Title, ...] = Field(
        default=(), description="Ses autres formes : pluriel, synonymes."
    )


class AvoidedFile(Schema):
    """One entry of `mots` in `charte.yml`."""

    eviter: tuple[Title, ...] = Field(
        min_length=1,
        description="Les mots à éviter, au masculin singulier : e, s et es suivent seuls.",
    )
    preferer: Title = Field(description="Ce que l’on écrit à la place.")
    pourquoi: Words = Field(description="Pourquoi, en une phrase.")
    toujours: YesNo = Field(
        default=False, description="« oui » s’ils sont toujours à remplacer (avertissement)."
    )
    sauf: tuple[Title, ...] = Field(
        default=(), description="Les tournures où ces mots sont à leur place."
    )
    remplacer_par: Words = Field(
        default="", description="Ce qui prend leur place tel quel, quelle que soit la phrase."
    )


class CharterFile(Schema):
    """`content/charte.yml`."""

    mots: tuple[AvoidedFile, ...] = Field(default=(), description="Les mots à éviter.")
    sigles_courants: tuple[Title, ...] = Field(
        default=(), description="Les sigles que tout le monde lit sans les développer."
    )


class PageHeader(Schema):
    """The front matter of a page of `content/pages/`, of a guide."""

    titre: Title = Field(description="Le titre de la page.")


@dataclass(frozen=True, slots=True)
class Content:
    """What `content/` says."""

    team: Team
    vocabulary: Vocabulary
    sources: Mapping[str, Source]
    glossary: Mapping[str, Term]
    charter: Charter
    wording: Wording | None


def read_content(files: Sources) -> tuple[Content | None, list[Diagnostic]]:
    """Return the reference data of the project, or None without its vocabulary."""
    team, found = _read_file(files, CONTENT / "equipe.yml", TeamFile)
    vocabulary, problems = _read_file(files, CONTENT / "vocabulaire.yml", VocabularyFile)
    sources, more = _read_entries(files, SOURCES, SourceEntry)
    terms, others = _read_entries(files, CONTENT / "glossaire.yml", TermEntry)
    wording, unclear = read_wording(files)
    found = [*found, *problems, *more, *others, *unclear]
    charter: CharterFile | None = None
    if CHARTER in files.files:
        charter, wrong = _read_file(files, CHARTER, CharterFile)
        found += wrong
    if vocabulary is None:
        return None, found
    content = Content(
        team=_team(team) if team else Team("", "", "", (), "", "", ""),
        vocabulary=_vocabulary(vocabulary),
        sources={
            **{key.text: _unread_source(key) for key in _likely_keys(files, SOURCES)},
            **{key.text: _source(key, entry) for key, entry in sources},
        },
        glossary={key.text: _term(key, entry) for key, entry in terms},
        charter=_charter(charter) if charter else Charter(),
        wording=wording,
    )
    return content, found


def _likely_keys(files: Sources, path: PurePosixPath) -> list[Scalar]:
    """Return what look like the ids of a file, well written or not.

    A source that is badly described, or that stands in a file that YAML refuses, is known all
    the same: the texts that cite it are not to blame.
    """
    lines = files.files.get(path, b"").decode("utf-8", errors="replace").splitlines()
    return [
        Scalar(match[1], Span(path, number, 1, number, len(match[1]) + 1))
        for number, line in enumerate(lines, 1)
        if (match := re.match(r"([^\s:#'\"]+)[ \t]*:(?:\s|$)", line))
    ]


S = TypeVar("S", bound=Schema)


def _read_file(
    files: Sources, path: PurePosixPath, kind: type[S]
) -> tuple[S | None, list[Diagnostic]]:
    node, found = files.yaml_mapping(path)
    if node is None:
        return None, found
    value, problems = read_schema(kind, node, called=path.name)
    return value, [*found, *problems]


def _read_entries(
    files: Sources, path: PurePosixPath, kind: type[S]
) -> tuple[list[tuple[Scalar, S]], list[Diagnostic]]:
    """Return the entries of a mapping from ids that could be read, and what is wrong."""
    node, found = files.yaml_mapping(path)
    entries: list[tuple[Scalar, S]] = []
    for key, value in node.entries if node else ():
        if not IDENTIFIER.fullmatch(key.text):
            found.append(Diagnostic(Code.IDE002, key.span, {"identifiant": key.text}))
        entry, problems = read_schema(kind, under(key, value), called=key.text)
        found += problems
        if entry is not None:
            entries.append((key, entry))
    return entries, found


def _team(file: TeamFile) -> Team:
    contacts = tuple(
        Contact(item.role, item.nom, item.telephone, item.courriel, item.precision)
        for item in file.contacts
    )
    return Team(
        name=file.nom,
        carrier=file.gestionnaire,
        territory=file.territoire,
        contacts=contacts,
        report_email=file.signalement,
        site=file.site,
        tracking=file.suivi,
    )


def _vocabulary(file: VocabularyFile) -> Vocabulary:
    return Vocabulary(
        families=file.familles,
        audiences=file.publics,
        levels=file.niveaux,
        domains=file.domaines,
        licences=file.licences,
    )


def _source(key: Scalar, entry: SourceEntry) -> Source:
    return Source(
        id=key.text,
        organisation=entry.organisme,
        title=entry.titre,
        year=entry.annee,
        link=entry.lien,
        via=entry.via,
        reading=entry.lu,
        consulted_on=entry.consulte_le,
        review_before=entry.a_relire_avant,
        span=key.span,
    )


def _unread_source(key: Scalar) -> Source:
    """Return what stands for a source with errors; they keep it from being published."""
    return Source(key.text, "", "", "", "", "", Reading.PRIMARY, None, None, key.span)


def _term(key: Scalar, entry: TermEntry) -> Term:
    return Term(
        key.text, entry.terme, entry.developpement, entry.definition, entry.variantes, key.span
    )


def _charter(file: CharterFile) -> Charter:
    words = tuple(
        AvoidedWord(
            item.eviter, item.preferer, item.pourquoi, item.toujours, item.sauf, item.remplacer_par
        )
        for item in file.mots
    )
    return Charter(words, file.sigles_courants)


def read_pages(files: Sources, vocabulary: Vocabulary) -> tuple[list[Page], list[Diagnostic]]:
    """Return the hand-written pages that could be read: `content/pages/`, `content/guide/`."""
    pages: list[Page] = []
    found: list[Diagnostic] = []
    for path in files.paths():
        if path.suffix == ".md" and is_page(path):
            page, problems = _read_page(files, path, vocabulary)
            found += problems
            if page is not None:
                pages.append(page)
    return pages, found


def is_page(path: PurePosixPath) -> bool:
    """Return whether the text at `path` is a page of its own on the site."""
    return path.is_relative_to(PAGES) or path.is_relative_to(GUIDES)


def _read_page(
    files: Sources, path: PurePosixPath, vocabulary: Vocabulary
) -> tuple[Page | None, list[Diagnostic]]:
    text, found = read_headed(files, path, PageHeader, vocabulary, path.stem)
    if text is None:
        return None, found
    blocks = text.read.blocks
    media, problems = read_media(files, path.parent, vocabulary)
    found += [*problems, *check_images(blocks, files, path, media)]
    for question in text.read.questions:
        values = {"quoi": "question dans une page hors module"}
        found.append(Diagnostic(Code.BLO011, question.span, values))
    if text.header is None:
        return None, found
    uri = str(path.relative_to(PAGES if path.is_relative_to(PAGES) else CONTENT))
    return Page(uri, text.header.titre, blocks, media, text.node.span), found

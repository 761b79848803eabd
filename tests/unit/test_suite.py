"""Every case of `tests/suite/`, and the promises made about diagnostics as a whole."""

from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest
from tests.good_french import faults_of, faults_of_sentence
from tests.suite_cases import MINIMAL, Case, Place, cases, places

from emas.diagnostics import Code, Diagnostic, text_of
from emas.pipeline import load_sources
from emas.readers.sources import Sources

CASES = cases()
STEP = PurePosixPath("modules/essai/01-etape.md")
BANK = PurePosixPath("modules/essai/questions.md")
MODULE = PurePosixPath("modules/essai/module.yml")
PICTURE = PurePosixPath("modules/essai/media/carre.svg")
REGISTER = PurePosixPath("modules/essai/media/medias.yml")


# Three characters of text would each become 2,000 of a page.
LONG_REFERENCE = b"\n[a]: https://emas.example/" + b"x" * 2000 + b"\n\n" + b"[a] " * 300 + b"\n"


def over(files: Mapping[PurePosixPath, bytes]) -> Sources:
    """Return the minimal project with `files` in place of its own."""
    return Sources({**MINIMAL.files, **files})


def linked(path: PurePosixPath) -> Sources:
    """Return the minimal project where `path` is a symbolic link."""
    files = {other: data for other, data in MINIMAL.files.items() if other != path}
    return Sources(files, frozenset({path}))


def original(path: PurePosixPath) -> bytes:
    return MINIMAL.files[path]


# What Markdown cannot show: the project, and what is said of it.
BYTES: Mapping[str, tuple[Sources, set[Place]]] = {
    "en Latin-1": (
        over({STEP: original(STEP).decode().encode("latin-1")}),
        {(str(STEP), 2, "TXT001")},
    ),
    "un YAML en Latin-1": (
        over({MODULE: original(MODULE).decode().replace("qui soit", "très").encode("latin-1")}),
        {(str(MODULE), 3, "TXT001")},
    ),
    "avec une marque d’ordre des octets": (
        over({STEP: b"\xef\xbb\xbf" + original(STEP)}),
        {(str(STEP), 1, "TXT002")},
    ),
    "un caractère nul": (
        over({STEP: original(STEP).replace(b"Un fait", b"Un\0fait")}),
        {(str(STEP), 9, "TXT003")},
    ),
    "vide": (
        over({STEP: b""}),
        {(str(STEP), 1, "TXT004")},
    ),
    "seulement des blancs": (
        over({BANK: b" \n\n\t\n"}),
        {(str(BANK), 1, "TXT004")},
    ),
    "plus de 2 Mo": (
        over({STEP: original(STEP) + b"mot " * 500_000}),
        {(str(STEP), 1, "TXT005")},
    ),
    "plus de 10 000 lignes": (
        over({STEP: original(STEP) + b"\n" * 10_001}),
        {(str(STEP), 1, "TXT005")},
    ),
    "un caractère de contrôle": (
        over({STEP: original(STEP).replace(b"Un fait", b"Un\x0bfait")}),
        {(str(STEP), 9, "TXT006")},
    ),
    "une étape en lien symbolique": (
        linked(STEP),
        {(str(STEP), 1, "TXT008")},
    ),
    "une image en lien symbolique": (
        linked(PICTURE),
        {(str(STEP), 11, "IMG003")},
    ),
    "un fichier que le disque refuse": (
        Sources(
            {path: data for path, data in MINIMAL.files.items() if path != STEP},
            unreadable={STEP: "accès refusé"},
        ),
        {(str(STEP), 1, "TXT010")},
    ),
    "une image qui n’en est pas une": (
        over({PICTURE: b"Ceci est un texte."}),
        {(str(REGISTER), 1, "IMG007")},
    ),
    "un dessin qui contient un programme": (
        over({PICTURE: original(PICTURE).replace(b"<path", b"<script>alert(1)</script><path")}),
        {(str(REGISTER), 1, "IMG007")},
    ),
    "une page web parmi les images, que rien ne montre": (
        over(
            {
                PICTURE.with_name("piege.html"): b"<script>alert(1)</script>",
                REGISTER: original(REGISTER) + b"piege.html: {credit: X, licence: CC BY-SA 4.0}\n",
            }
        ),
        {(str(REGISTER), 2, "IMG007")},
    ),
    "mille renvois à une longue adresse": (
        over({STEP: original(STEP) + LONG_REFERENCE}),
        {(str(STEP), 15, "MD005")},
    ),
    "des fins de ligne Windows": (
        over({path: data.replace(b"\n", b"\r\n") for path, data in MINIMAL.files.items()}),
        set(),
    ),
    "des fins de ligne Windows et une faute": (
        over({STEP: original(STEP).replace(b"has-2026", b"has-2027").replace(b"\n", b"\r\n")}),
        {(str(STEP), 9, "SRC001")},
    ),
}


def test_the_minimal_project_has_nothing_wrong() -> None:
    assert load_sources(MINIMAL).diagnostics == ()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case) -> None:
    assert case.nothing is not bool(case.expected), "une section attend un code, ou rien"
    found = case.diagnostics()
    assert places(found) == case.expected
    assert set(case.messages) <= {item.message for item in found}


@pytest.mark.parametrize("name", BYTES)
def test_bytes(name: str) -> None:
    files, expected = BYTES[name]
    assert places(list(load_sources(files).diagnostics)) == expected


def everything_said() -> list[Diagnostic]:
    found = [item for case in CASES for item in case.diagnostics()]
    return [
        *found,
        *(one for files, _ in BYTES.values() for one in load_sources(files).diagnostics),
    ]


def test_every_code_has_a_case() -> None:
    expected = {code for case in CASES for _, _, code in case.expected}
    expected |= {code for _, places in BYTES.values() for _, _, code in places}
    # SOR, DIA, DOS, EXP come from writers, IMP, TAB, REP and SOF from files that are taken in, SES
    # from what is kept of sessions, CHA012 from snapshots: they are tested with them.
    elsewhere = ("SOR", "DIA", "DOS", "EXP", "IMP", "TAB", "REP", "SES", "SOF", "CHA012")
    missing = {str(code) for code in Code if not code.startswith(elsewhere)} - expected
    assert missing == set()


def test_every_message_is_a_french_sentence() -> None:
    assert [fault for item in everything_said() for fault in faults_of(item)] == []


def test_every_title_is_french_and_short() -> None:
    for code in Code:
        title = text_of(code).title
        assert faults_of_sentence(f"{title}.") == []
        assert len(title) < 50

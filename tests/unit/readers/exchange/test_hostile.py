"""Files made to hurt, or given by mistake: a clear refusal, in bounded time and memory."""

import io
import time
import zipfile
from base64 import b64encode
from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest
from tests.adversarial import filled
from tests.exchanges import drafts_of, imported, one, quiz, told
from tests.good_french import faults_of

from emas.diagnostics import file_start
from emas.document import Image
from emas.readers.exchange import MAX_BYTES
from emas.readers.exchange.pictures import Pictures


def archive() -> bytes:
    """Return an archive of a kilobyte that would be ten megabytes open."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("questions.gift", b"a" * 10_000_000)
    return data.getvalue()


FILES = {
    "une archive": (archive(), "IMP001", "c’est une archive zip"),
    "un PDF": (b"%PDF-1.7 ...", "IMP001", "c’est un PDF"),
    "trop d’octets": (b"a" * (MAX_BYTES + 1), "IMP001", "il dépasse 10 Mo"),
    "trop de balises": (
        one("essay", "", "<p>" * 100_000).encode(),
        "IMP001",
        "il a trop de texte pour une seule banque",
    ),
    "n’importe quoi": (bytes(range(256)) * 10, "TXT001", "UTF-8"),
    "des zéros": (b"\0" * 1000, "TXT003", "nul"),
    "rien": (b"", "TXT004", "vide"),
    "un milliard de rires": (
        b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">'
        b"]><quiz>&b;</quiz>",
        "IMP001",
        "il déclare un type de document (DOCTYPE), qui peut définir des entités",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_refused_whole(name: str) -> None:
    data, code, cause = FILES[name]
    started = time.process_time()
    drafts, (problem,) = drafts_of(data)
    assert time.process_time() - started < 2
    assert (drafts, str(problem.code)) == ([], code)
    assert cause in problem.message
    assert faults_of(problem) == []


def bombs(size: int) -> Mapping[str, str]:
    """Return files of about `size` letters, each by what it has too much of."""
    return {
        "une question sans fin": "a" * size,
        "des réponses": "Quoi ?{" + filled("~a#b ", size) + "}",
        "des accolades": filled("{", size // 2) + filled("}", size // 2),
        "des échappements": filled("\\", size),
        "des deux-points": filled(":", size),
        "des dièses": "Quoi ?{=a" + filled("#", size) + "}",
        "des flèches": "Quoi ?{" + filled("=a->b ", size) + "}",
        "des étiquettes": "// " + filled("[tag:", size) + "\nQuoi ?{T}",
        "des poids": "Quoi ?{" + filled("~%50%", size) + "}",
        "des crochets": "[markdown]" + filled("[a](", size) + "{T}",
        "des trous": one("cloze", "", filled("{1:SA:=a}", size)),
        "des trous ouverts": one("cloze", "", filled("{1:SA:=a", size)),
        "des trous échappés": one("cloze", "", "{1:SA:=" + filled("\\a", size) + "}"),
        "des éléments": quiz(filled("<question type='category'/>", size)),
        "des attributs": "<quiz " + " ".join(f"a{n}='b'" for n in range(size // 8)) + "/>",
        "des choix": one(
            "multichoice", filled("<answer fraction='1'><text>a</text></answer>", size)
        ),
        "des lignes à remplir": "Un " + filled("_", size) + " mot{=a}",
        "des paragraphes": one("essay", "", filled("<p>a", size)),
    }


@pytest.mark.parametrize("name", bombs(1))
def test_a_file_made_to_hurt_is_read_in_time(name: str) -> None:
    started = time.process_time()
    found = imported(bombs(30_000)[name])
    assert time.process_time() - started < 3
    assert [fault for item in found.diagnostics[:100] for fault in faults_of(item)] == []


@pytest.mark.parametrize(
    ("source", "cause"),
    [
        ("@@PLUGINFILE@@/absente.png", "elle n’est pas dans le fichier"),
        ("https://ailleurs.example/a.png", "elle est sur un autre site, et devient un lien"),
        ("../../../etc/passwd", "son adresse ne mène à rien"),
        ("file:///etc/passwd", "son adresse ne mène à rien"),
        ("data:image/png;base64,AAAA", "ce n’est pas une image PNG, JPEG ou SVG sans programme"),
        ("@@PLUGINFILE@@/faux.svg", "ce n’est pas une image PNG, JPEG ou SVG sans programme"),
        ("@@PLUGINFILE@@/vide.png", "elle est vide ou abîmée"),
    ],
)
def test_a_picture_that_is_none_is_not_kept(source: str, cause: str) -> None:
    pictures = Pictures()
    files = {"faux.svg": b"<svg onload='a()' xmlns='http://www.w3.org/2000/svg'/>", "vide.png": b""}
    span = file_start(PurePosixPath("essai.xml"))
    pictures.adopt(Image(source, "un mot", "", False, span), files)
    (problem,) = pictures.found
    assert cause in problem.message
    assert pictures.kept == {}


PNG = b"\x89PNG\r\n\x1a\n"


def test_the_path_of_a_picture_leads_nowhere() -> None:
    pixel = b64encode(PNG).decode()
    text = (
        '<question type="essay"><questiontext format="html">'
        '<text>&lt;img src="@@PLUGINFILE@@/../../../a.png" alt="b"&gt;</text>'
        f'<file name="../../../a.png" path="/../../" encoding="base64">{pixel}</file>'
        "</questiontext></question>"
    )
    assert list(imported(quiz(text)).pictures) == ["a-4c4b6a.png"]
    assert told(quiz(text)) == []

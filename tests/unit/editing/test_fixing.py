"""Sources mended: what is published stays as it was, and a second time changes nothing."""

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.mended import BANK, MODULE, PAGE, STEP, body_of, mended, minimal, step, words_of
from tests.shared_adaptations import ENTRY, PATH, with_entry
from tests.unit.readers.test_nothing_is_lost import DOCUMENT, SOUP, WORD, numbered

from emas.editing.corrections import Kind
from emas.editing.fixing import fixed
from emas.files import read_sources
from emas.pipeline import load_sources
from emas.readers.sources import Sources


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("L'élève n'a pas vu.", "L’élève n’a pas vu."),
        ("`l'eau` et <https://a.fr/l'eau>", "`l'eau` et <https://a.fr/l'eau>"),
        ("[l'eau](l'eau.md \"l'eau\")", '[l’eau](l\'eau.md "l’eau")'),
        ("<!-- l'eau -->", "<!-- l'eau -->"),
        ("* un\n* deux", "- un\n- deux"),
        ("+ un\n  * deux", "- un\n  - deux"),
        ("- * un", "- - un"),
        ("1) un\n2) deux", "1. un\n2. deux"),
        ("* un\n\n+ deux", "- un\n\n+ deux"),
        ("* * *", "* * *"),
        (":::: retenir\nUn.\n:::::", "::: retenir\nUn.\n:::"),
        (":::retenir   Un\nDeux.\n:::  ", "::: retenir Un\nDeux.\n:::"),
        ("::: {.retenir #garde} Un\nDeux.\n:::", "::: retenir Un {#garde}\nDeux.\n:::"),
        ("::: Idée-reçue\n- un\n- deux\n:::", "::: idee-recue\n- un\n- deux\n:::"),
        ("> ::::: retenir\n> Un.\n> :::::", "> ::: retenir\n> Un.\n> :::"),
        ("~~~ texte\nun `` deux\n~~~", "``` texte\nun `` deux\n```"),
        ("~~~\n```\n~~~", "````\n```\n````"),
        ("```\nl'eau   \n\n\n* un\n```", "```\nl'eau   \n\n\n* un\n```"),
        ("Un.   \n\n\n\nDeux.", "Un.\n\nDeux."),
        ("Un  \ndeux.", "Un  \ndeux."),
        ("## Un  \nDeux.", "## Un\nDeux."),
        ("::: niveau Collège, maternelle\nUn.\n:::", "::: niveau college, maternelle\nUn.\n:::"),
        ("::: support Diaporama\nUn.\n:::", "::: support diapo\nUn.\n:::"),
        (
            "::: situation Un\nniveau : Collège\n\nDeux.\n:::",
            "::: situation Un\nniveau : college\n\nDeux.\n:::",
        ),
        ("# Un\n\nDeux.", "## Un\n\nDeux."),
        ("> # Un", "> ## Un"),
        ("Un\x0bdeux\x07trois", "Un deuxtrois"),
    ],
)
def test_how_things_are_written(before: str, after: str) -> None:
    assert body_of(mended(minimal({STEP: step(before)}))) == f"{after}\n"


def test_a_question_gets_the_next_number_of_its_module() -> None:
    question = "::: question ouverte{}\n\nPourquoi ?\n:::\n"
    sources = minimal(
        {BANK: (question.format(" {#ess-q07}") + "\n" + question.format("")).encode()}
    )
    assert mended(sources).files[BANK].decode().count("::: question ouverte {#ess-q08}\n") == 1


def test_a_first_question_is_called_after_its_module() -> None:
    sources = minimal({BANK: b"::: question ouverte\n\nPourquoi ?\n:::\n"})
    files = {path: data for path, data in sources.files.items() if path != STEP}
    step_of = step("Un.")
    assert b"{#essai-q01}" in mended(Sources({**files, STEP: step_of})).files[BANK]


def test_an_id_made_of_a_place_that_something_names_is_left() -> None:
    place = "questions/question-1"
    module = minimal({}).files[MODULE].decode()
    cited = module.replace("[ess-q01]", f"[{place}], notee: non")
    bank = b"::: question ouverte\n\nPourquoi ?\n:::\n"
    assert mended(minimal({BANK: bank, MODULE: cited.encode()})).files[BANK] == bank


def test_names_of_a_module_become_ids_and_its_licence_stays() -> None:
    module = minimal({}).files[MODULE].decode()
    labelled = module.replace("publics: [aesh", "publics: [Aesh").replace("autisme", "Autisme")
    assert labelled != module
    after = mended(minimal({MODULE: labelled.encode()})).files[MODULE].decode()
    assert "publics: [aesh" in after
    assert "famille: autisme" in after
    assert "licence: CC BY-SA 4.0" in after


def test_a_learning_path_is_written_as_the_rest() -> None:
    place = PurePosixPath("content/parcours/demain.yml")
    written = "titre: L'eau\nresume: Un\npublics: [Aesh]\netapes:\n  - module: essai\n"
    after = mended(minimal({place: f"{written}    pourquoi: L'air\n".encode()})).files[place]
    assert "titre: L’eau" in after.decode()
    assert "publics: [aesh]" in after.decode()
    assert "pourquoi: L’air" in after.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("resume: l'eau", "resume: l’eau"),
        ('resume: "l\'eau"', 'resume: "l’eau"'),
        ("resume: 'l''eau : une'", 'resume: "l’eau : une"'),
        ("resume: >\n  l'eau\n  dort", "resume: >\n  l'eau\n  dort"),
        ("resume: Un : deux", 'resume: "Un : deux"'),
        ("resume: un   # l'eau", "resume: un   # l'eau"),
    ],
)
def test_how_values_are_written(before: str, after: str) -> None:
    module = minimal({}).files[MODULE].decode()
    (line,) = [each for each in module.split("\n") if each.startswith("resume:")]
    sources = minimal({MODULE: module.replace(line, before).encode()})
    assert after in mended(sources).files[MODULE].decode()


def test_a_shared_adaptation_is_mended_as_any_text() -> None:
    header = ENTRY.replace("Une consigne", "L'ordre").replace("[college]", "[Collège]")
    report = mended(with_entry(entry=header.replace("- La montrer.", "- La montrer.  ")))
    text = report.files[PATH].decode()
    assert "titre: L’ordre, un verbe\n" in text
    assert "niveaux: [college]\n" in text
    assert "- La montrer.\n" in text
    assert "- Reformuler l’ordre.\n" in text


def test_line_ends_are_kept_and_the_mark_goes() -> None:
    text = step("L'eau.\n\n* un").decode().replace("\n", "\r\n")
    after = mended(minimal({STEP: ("\ufeff" + text).encode()})).files[STEP].decode()
    assert after == text.replace("L'eau", "L’eau").replace("* un", "- un")


def test_a_file_that_is_not_in_utf_8_is_left() -> None:
    data = step("L'élève").decode().encode("latin-1")
    report = fixed(minimal({STEP: data}))
    assert STEP not in report.files
    assert [str(item.code) for item in report.loaded.diagnostics][:1] == ["TXT001"]


def test_what_would_change_the_text_is_told() -> None:
    report = fixed(minimal({STEP: step("Un.\n\n[eau](a.md 'l eau d')\n\n* un\n\n+ deux\n")}))
    assert [(item.line, item.kind) for item in report.left] == [
        (8, Kind.APOSTROPHE),
        (12, Kind.MARKER),
    ]


def test_only_the_modules_that_are_named_change() -> None:
    sources = minimal({STEP: step("L'eau."), PAGE: b"---\ntitre: L'eau\n---\n\nL'eau.\n"})
    assert set(fixed(sources, ["essai"]).files) >= {STEP}
    assert PAGE not in fixed(sources, ["essai"]).files
    assert fixed(sources, ["autre"]).files == {}


def test_the_real_project_says_the_same(root: Path) -> None:
    before = read_sources(root)
    after = mended(before)
    assert words_of(load_sources(before)) == words_of(load_sources(after))
    assert fixed(after).files == {}


@settings(max_examples=15)
@given(st.one_of(DOCUMENT, SOUP).map(numbered))
def test_a_text_says_the_same_and_twice_changes_nothing_more(text: str) -> None:
    before = minimal({STEP: step(text)})
    after = mended(before)
    assert words_of(load_sources(before)) == words_of(load_sources(after))
    assert sorted(WORD.findall(body_of(before))) == sorted(WORD.findall(body_of(after)))
    assert fixed(after).files == {}


@settings(max_examples=15)
@given(st.binary(max_size=200), st.sampled_from([STEP, BANK, MODULE]))
def test_anything_is_mended_or_left(data: bytes, path: PurePosixPath) -> None:
    after = mended(minimal({path: data}))
    assert fixed(after).files == {}

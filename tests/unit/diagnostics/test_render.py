"""What an author reads: on a terminal, on one line, and as JSON."""

from pathlib import PurePosixPath

from emas.diagnostics import (
    Applicability,
    Code,
    Diagnostic,
    Edit,
    Span,
    as_json,
    concise,
    terminal,
)

PATH = PurePosixPath("modules/autisme/questions.md")
NO_RIGHT_ANSWER = Diagnostic(Code.QUIZ003, Span(PATH, 12, 1, 12, 20), {"question": "« aut-q04 »"})


def line(_path: PurePosixPath, number: int) -> str | None:
    return "::: question unique {#aut-q04}" if number == 12 else None


def test_the_terminal_shows_the_line_with_a_caret_and_the_repair() -> None:
    assert terminal(NO_RIGHT_ANSWER, line) == (
        "modules/autisme/questions.md:12:1: erreur QUIZ003\n"
        "12 | ::: question unique {#aut-q04}\n"
        "   | ^^^^^^^^^^^^^^^^^^^\n"
        "La question « aut-q04 » n’a aucune bonne réponse.\n"
        "Remède : mettez un x entre les crochets de la bonne réponse, « - [x] »."
    )


def test_a_line_that_cannot_be_read_is_left_out() -> None:
    assert terminal(NO_RIGHT_ANSWER, lambda _path, _line: None) == (
        "modules/autisme/questions.md:12:1: erreur QUIZ003\n"
        "La question « aut-q04 » n’a aucune bonne réponse.\n"
        "Remède : mettez un x entre les crochets de la bonne réponse, « - [x] »."
    )


def carets(span: Span, text: str) -> list[str]:
    shown = terminal(Diagnostic(Code.TXT003, span), lambda _path, _line: text)
    return shown.split("\n")[1:3]


def test_a_fault_that_ends_further_down_is_underlined_to_the_end_of_its_line() -> None:
    assert carets(Span(PATH, 3, 4, 5, 2), "ab cdef") == ["3 | ab cdef", "  |    ^^^^"]


def test_a_long_line_is_cut_around_the_fault() -> None:
    shown, under = carets(Span(PATH, 3, 301, 3, 304), "a" * 300 + "bcd" + "e" * 300)
    assert shown == "3 | " + "a" * 60 + "bcd" + "e" * 57
    assert under == "  | " + " " * 60 + "^^^"


def test_a_tabulation_does_not_move_the_caret() -> None:
    assert carets(Span(PATH, 3, 2, 3, 3), "\tb") == ["3 |  b", "  |  ^"]


def test_concise_is_one_line() -> None:
    assert concise(NO_RIGHT_ANSWER) == (
        "modules/autisme/questions.md:12:1: erreur QUIZ003:"
        " La question « aut-q04 » n’a aucune bonne réponse."
    )


def test_a_warning_says_so() -> None:
    item = Diagnostic(Code.TXT002, Span(PATH, 1, 1, 1, 2))
    assert concise(item) == (
        "modules/autisme/questions.md:1:1: avertissement TXT002:"
        " Le fichier commence par une marque invisible (BOM)."
    )


def test_json_has_the_same_texts_and_the_edit() -> None:
    span = Span(PATH, 1, 1, 1, 2)
    item = Diagnostic(Code.TXT002, span, fix=Edit(span, "", Applicability.SAFE))
    assert (
        as_json([item])
        == """[
  {
    "code": "TXT002",
    "gravite": "avertissement",
    "fichier": "modules/autisme/questions.md",
    "ligne": 1,
    "colonne": 1,
    "ligne-fin": 1,
    "colonne-fin": 2,
    "message": "Le fichier commence par une marque invisible (BOM).",
    "remede": "enregistrez en « UTF-8 » et non « UTF-8 avec BOM ».",
    "correction": {
      "fichier": "modules/autisme/questions.md",
      "ligne": 1,
      "colonne": 1,
      "ligne-fin": 1,
      "colonne-fin": 2,
      "texte": "",
      "application": "sure"
    }
  }
]"""
    )


def test_json_of_nothing_is_an_empty_list() -> None:
    assert as_json([]) == "[]"

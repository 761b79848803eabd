"""What opens a source at a line."""

from pathlib import Path

import pytest

from emas.preview.editor import EditorError, editor, link


def test_an_address_for_vs_code_names_the_file_the_line_and_the_column() -> None:
    path = Path("/home/zoé/mes modules/01-lire.md")
    assert link(path, 12, 3) == "vscode://file/home/zo%C3%A9/mes%20modules/01-lire.md:12:3"


def test_a_command_is_cut_into_words_and_its_program_found() -> None:
    program, *words = editor('python3 "-n{ligne}" {fichier}').words
    assert (Path(program).name, words) == ("python3", ["-n{ligne}", "{fichier}"])


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("python3 -n{ligne}", "« python3 -n{ligne} » ne dit pas où mettre {fichier}"),
        ("personne {fichier}", "le programme « personne » est introuvable"),
        ('python3 "{fichier}', '« python3 "{fichier} » a un guillemet qui n’est pas fermé'),
    ],
)
def test_a_command_that_cannot_work_is_refused(command: str, why: str) -> None:
    with pytest.raises(EditorError) as refused:
        editor(command)
    assert str(refused.value) == why

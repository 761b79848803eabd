"""Not a word of Click's English is left."""

import re
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from emas.cli import main
from emas.cli.french import FRENCH

ENGLISH = re.compile(
    r"\b(usage|show|this|message|exit|error|try|for|help|no|such|missing|invalid|value|of|the"
    r"|commands|text|integer|default|required|not|does|did|you|mean|got|unexpected|extra"
    r"|argument\(s\)|is|one|possible|takes|datetime|args|options:|arguments:)\b",
    re.IGNORECASE,
)
SAME = {"Options:", "--help", "[OPTIONS]", "--format"}
"""What is the same word in both languages, or a name."""


def english(text: str) -> list[str]:
    return [word for word in text.split() if word not in SAME and ENGLISH.search(word)]


def every_command(command: click.Command = main, *names: str) -> Iterator[list[str]]:
    yield [*names]
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None, name
            assert found.name == name
            yield from every_command(found, *names, name)


@pytest.mark.parametrize("command", list(every_command()), ids=" ".join)
def test_the_help_of_every_command_is_french(command: list[str]) -> None:
    done = CliRunner().invoke(main, [*command, "--aide"], prog_name="emas")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("Emploi : emas")
    assert english(done.stdout) == []


@pytest.mark.parametrize("option", ["--help", "-h", "--aide"])
def test_help_has_the_names_that_people_try(option: str) -> None:
    runner = CliRunner()
    assert runner.invoke(main, [option]).stdout == runner.invoke(main, ["--aide"]).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["inconnu"],
        ["chek"],
        ["--inconnue"],
        ["explain"],
        ["explain", "A", "B"],
        ["explain", "A", "B", "C"],
        ["check", "--date", "x"],
        ["check", "--date"],
        ["check", "--publicatio"],
        ["check", "--publication=1"],
        ["check", "--format", "xml"],
        ["build", "--cible", "x"],
        ["build", "--cible"],
        ["list", "x"],
        ["session", "pack", "x", "--copies", "trois"],
        ["session", "pack", "x", "--copies", "0"],
        ["import", "absent.xml", "--module", "x"],
        ["session", "pack", "x", "--inscrits", "absent.csv"],
        ["session", "saisir", "x", "--fichier", "absent.csv"],
        ["session", "collecter", "absent"],
        ["plan", "import", "absent.xlsx"],
    ],
    ids=" ".join,
)
def test_errors_are_french(arguments: list[str]) -> None:
    done = CliRunner().invoke(main, arguments, prog_name="emas")
    assert done.exit_code == 2
    assert english(done.stderr) == []


def test_each_french_sentence_uses_values_that_click_gives() -> None:
    for english_text, french in FRENCH.items():
        given = set(re.findall(r"\{(\w+)", english_text))
        assert set(re.findall(r"\{(\w+)", french)) <= given, english_text

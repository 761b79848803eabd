"""The author's first guide, word for word, in this process; tests/long does it from the wheel."""

import contextlib
import re
import shlex
from pathlib import Path

from click.testing import CliRunner, Result
from tests.following import Following
from tests.guide import Said, Typed, actions, codes, edit, lacking, outputs

from emas.cli import main
from emas.pipeline import load
from emas.project import Project


def typed(action: Typed, folder: Path) -> Result:
    """Run a command of `emas` as it is typed in `folder`."""
    with contextlib.chdir(folder):
        return CliRunner().invoke(main, shlex.split(action.command)[1:], input=action.answers)


def test_the_guide_leads_to_a_module_in_fewer_than_ten_commands(tmp_path: Path) -> None:
    place, commands, said = tmp_path, 0, {}
    named: list[Said] = []
    for action in actions():
        if isinstance(action, Said):
            named.append(action)
            continue
        if not isinstance(action, Typed):
            edit(place, action)
            continue
        commands += 1
        match action.command.split():
            case ["cd", folder]:
                place = place / folder
            case ["emas", name, *_]:
                said[name] = typed(action, place)
            case _:  # what installs the program
                assert action.command.startswith("uv tool install ")
    assert commands < 10
    assert set(re.findall(r"erreur (\w+)$", said["check"].stderr, re.MULTILINE)) == codes()
    assert [done.exit_code for done in said.values()] == [0, 0, 1, 1, 0]
    assert said["fix"].stderr.startswith("Il reste 2 erreurs")
    assert load(Project(place)).diagnostics == ()
    assert [name for name in outputs() if not (place / name).is_file()] == []
    assert lacking(place) == []
    reader = Following(place, whole=False)
    for command in named:
        reader.say(command)

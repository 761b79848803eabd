"""The author's first guide, word for word, from the wheel, in an empty folder, without network."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.guide import Said, Typed, actions, codes, edit, lacking, outputs
from tests.offline import bare_environment, installation_folder

pytestmark = pytest.mark.long

WITHOUT_NETWORK = ("unshare", "--map-root-user", "--net", "--")


def isolated() -> tuple[str, ...]:
    """Return what takes the network away; where the system refuses, proxies that do not answer."""
    allowed = subprocess.run([*WITHOUT_NETWORK, "true"], capture_output=True, check=False)
    return WITHOUT_NETWORK if allowed.returncode == 0 else ()


def test_the_guide_is_followed_from_the_wheel_without_network(root: Path, tmp_path: Path) -> None:
    home, place = tmp_path / "chez-moi", tmp_path / "vide"
    home.mkdir()
    installation_folder(root, place / "installation")
    environment, said = bare_environment(home), {}
    for action in actions():
        if isinstance(action, Said):
            continue
        if not isinstance(action, Typed):
            edit(place, action)
        elif action.command.startswith("cd "):
            place /= action.command.removeprefix("cd ")
        else:
            said[action.command] = subprocess.run(
                [*isolated(), "sh", "-c", action.command],
                cwd=place,
                env=environment,
                input=action.answers,
                capture_output=True,
                text=True,
                check=False,
            )
    failed = {command: done.stderr for command, done in said.items() if done.returncode}
    assert list(failed) == ["emas check premier-jour", "emas fix premier-jour"], failed
    check = said["emas check premier-jour"].stderr
    assert set(re.findall(r"erreur (\w+)$", check, re.MULTILINE)) == codes()
    assert [name for name in outputs() if not (place / name).is_file()] == []
    assert lacking(place) == []
    emas = Path(shutil.which("emas", path=environment["PATH"]) or "")
    assert emas.is_relative_to(home)
    assert len([action for action in actions() if isinstance(action, Typed)]) < 10

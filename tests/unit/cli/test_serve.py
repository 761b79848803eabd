"""`emas serve`: where it is, what it cannot do, how it ends."""

import contextlib
import re
import signal
import socket
import subprocess
import time
from pathlib import Path

from tests.copies import EMAS, run
from tests.mended import minimal_project

from emas.project import Project


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = run(minimal_project(tmp_path), "serve", "--port", str(port))
    assert (done.exit_code, done.stderr) == (
        1,
        f"Erreur : le port {port} est déjà pris par un autre programme, peut-être un autre aperçu."
        " Choisissez-en un autre, par exemple « --port 8100 ».\n",
    )


def test_an_editor_that_cannot_work_is_told(tmp_path: Path) -> None:
    done = run(minimal_project(tmp_path), "serve", "--editeur", "personne {fichier}")
    assert done.exit_code == 2
    assert "--editeur : le programme « personne » est introuvable." in done.stderr


def test_it_takes_the_next_port_and_ctrl_c_ends_it_at_once(tmp_path: Path) -> None:
    with contextlib.ExitStack() as held:
        with contextlib.suppress(OSError):  # somebody else may have it already
            held.enter_context(socket.create_server(("127.0.0.1", 8000)))
        serving = _started(minimal_project(tmp_path))
        assert serving.stdout is not None
        lines = [serving.stdout.readline() for _ in range(3)]
        start = time.monotonic()
        serving.send_signal(signal.SIGINT)
        rest, errors = serving.communicate(timeout=10)
    port = re.findall(r"80\d\d", lines[0])[-1]
    assert lines == [
        f"Le port 8000 est déjà pris : l’aperçu est au {port}.\n",
        f"L’aperçu est prêt : ouvrez http://127.0.0.1:{port}/ dans votre navigateur.\n",
        "Ctrl+C l’arrête.\n",
    ]
    assert (serving.returncode, rest, errors) == (0, "Aperçu arrêté.\n", "")
    assert time.monotonic() - start < 5


def _started(project: Project) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [EMAS, "serve"],
        cwd=project.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )

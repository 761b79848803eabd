"""What a team has on a stick: the wheel of this version and those of all that it needs.

Without network, wheels are packed again from what is installed here, by its own list of files.
"""

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution, requires
from pathlib import Path

UV = Path(sys.executable).parent / "uv"
NAME = re.compile(r"[\w.-]+(?:\[[^\]]*\])?")


def installation_folder(root: Path, place: Path) -> Path:
    """Fill `place` with our wheel and those of its dependencies, and return it."""
    subprocess.run(
        [UV, "build", "--wheel", "--offline", "--quiet", "--out-dir", place], cwd=root, check=True
    )
    for name in sorted(_needed("emas-atelier")):
        _pack(distribution(name), place)
    return place


def _needed(name: str) -> set[str]:
    """Return the names of all that `name` needs on this computer, without extras."""
    found: set[str] = set()
    todo = [name]
    while todo:
        for other in _direct(todo.pop()):
            if other not in found:
                found.add(other)
                todo.append(other)
    return found


def _direct(name: str) -> Iterator[str]:
    for line in requires(name) or ():
        needed, _, marker = line.partition(";")
        if "extra ==" not in marker and _is_installed(match := NAME.match(needed)):
            assert match is not None
            yield match[0].partition("[")[0].lower()


def _is_installed(match: "re.Match[str] | None") -> bool:
    """Return whether a dependency is here: one for another system is not."""
    try:
        return match is not None and bool(distribution(match[0].partition("[")[0]))
    except ModuleNotFoundError:
        return False


def _pack(found: Distribution, place: Path) -> None:
    """Write the wheel of what is installed, without its compiled files and its commands."""
    text = found.read_text("WHEEL") or ""
    tags = re.findall(r"^Tag: (\S+)", text, re.MULTILINE)
    name = f"{found.name.replace('-', '_')}-{found.version}"
    with zipfile.ZipFile(place / f"{name}-{_compressed(tags)}.whl", "w") as archive:
        for path in found.files or ():
            inside = not path.parts[0].startswith("..") and path.suffix != ".pyc"
            if inside and Path(str(path.locate())).is_file():
                archive.write(str(path.locate()), path.as_posix())


def _compressed(tags: list[str]) -> str:
    """Return the tags as the name of a wheel has them: « py2.py3-none-any »."""
    parts = zip(*(tag.split("-") for tag in tags), strict=True)
    return "-".join(".".join(dict.fromkeys(part)) for part in parts)


def bare_environment(home: Path) -> dict[str, str]:
    """Return the environment of somebody who has uv, Python, and nothing of this project."""
    return {
        "HOME": str(home),
        "PATH": os.pathsep.join((str(home / ".local" / "bin"), str(UV.parent), "/usr/bin", "/bin")),
        "UV_PYTHON": str(Path(sys.executable).resolve()),
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_CACHE_DIR": str(home / "cache"),
        "LANG": "C.UTF-8",
        **dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9"),
    }

"""Projects to measure: many copies of a real module, and the same text as plain Markdown."""

import re
import shutil
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml
from tests.copies import add_module, copy_project

PREFIX = re.compile(r"\baut-(?=[a-z]\d\d\b)")
"""What the ids of the real module's questions and notes begin with."""

FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


def with_copies(root: Path, place: Path, count: int) -> Path:
    """Make a project with `count` modules like the real one, spread over the families."""
    project = copy_project(root, place)
    real = place / "modules" / "autisme"
    families = cycle(_yaml(place / "content" / "vocabulaire.yml")["familles"])
    for number, family in zip(range(1, count), families, strict=False):
        copy = place / "modules" / f"copie-{number:03}"
        shutil.copytree(real, copy)
        for path in (path for path in copy.rglob("*") if path.suffix in (".md", ".yml")):
            text = PREFIX.sub(f"c{number:03}-", path.read_text("utf-8"))
            text = re.sub(r"(?m)^famille: .*$", f"famille: {family}", text)
            path.write_text(text, encoding="utf-8")
    return project.root


def with_small_modules(root: Path, place: Path, count: int) -> Path:
    """Make a project with `count` modules of one short step."""
    project = copy_project(root, place)
    for name in ("modules/autisme", "content/plan", "content/parcours"):
        shutil.rmtree(place / name)
    for number in range(count):
        add_module(project, f"petit-{number:03}")
    return project.root


def with_modules_of(root: Path, place: Path, fixture: Path) -> Path:
    """Make a project with our theme and the text of another project."""
    copy_project(root, place)
    for name in ("content", "modules"):
        shutil.rmtree(place / name)
        shutil.copytree(fixture / name, place / name)
    return place


def as_plain_markdown(project: Path, place: Path) -> Path:
    """Make a project of stock MkDocs and Material with the text of `project`, and its menu.

    Lines of `:::` are left out, as well as the glossary and the sources, which are no Markdown.
    """
    docs = place / "docs"
    pages = [_plain(path, docs / path.name) for path in sorted(_pages(project))]
    families: dict[str, list[dict[str, Any]]] = {}
    for folder in sorted((project / "modules").iterdir()):
        module = _yaml(folder / "module.yml")
        menu = _plain_module(folder, module, docs)
        families.setdefault(module["famille"], []).append({module["titre"]: menu})
    others = [page for page in pages if "index.md" not in page.values()]
    home = {"Accueil": "index.md"}
    nav = [home, *({name: members} for name, members in families.items()), {"Autres": others}]
    settings = {**STOCK, "nav": nav}
    (place / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    return place


STOCK = {
    "site_name": "Le même texte",
    "use_directory_urls": False,
    "theme": {
        "name": "material",
        "language": "fr",
        "font": False,
        "features": [
            "navigation.indexes",
            "navigation.sections",
            "navigation.prune",
            "navigation.top",
            "toc.follow",
        ],
    },
    "markdown_extensions": [{"toc": {"toc_depth": 3}}],
}
"""What somebody would ask of Material for as many pages, close to our own menu.

The search is Material's, which is there by default.
"""


def _pages(project: Path) -> list[Path]:
    return list((project / "content" / "pages").glob("*.md"))


def _plain_module(folder: Path, module: dict[str, Any], docs: Path) -> list[dict[str, str]]:
    """Write the pages of a module; return its menu."""
    place = docs / "modules" / folder.name
    if (folder / "media").is_dir():
        shutil.copytree(folder / "media", place / "media")
    objectives = "".join(f"- {item['enonce']}\n" for item in module["objectifs"])
    text = f"# {module['titre']}\n\n{module['resume']}\n\n## Objectifs\n\n{objectives}"
    place.mkdir(parents=True, exist_ok=True)
    (place / "index.md").write_text(text, encoding="utf-8")
    entries = [_plain(path, place / path.name) for path in sorted(folder.glob("*.md"))]
    first = {"Présentation": f"modules/{folder.name}/index.md"}
    return [first, *({name: uri} for entry in entries for name, uri in entry.items())]


def _plain(source: Path, target: Path) -> dict[str, str]:
    """Write a text without what is ours; return its entry in the menu."""
    text = source.read_text("utf-8")
    front = FRONT_MATTER.match(text)
    title = yaml.safe_load(front[1])["titre"] if front else "Questions"
    lines = text[front.end() if front else 0 :].split("\n")
    kept = "\n".join(line for line in lines if not line.startswith(":::"))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f"# {title}\n{kept}", encoding="utf-8")
    docs = next(folder for folder in target.parents if folder.name == "docs")
    return {title: target.relative_to(docs).as_posix()}


def _yaml(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return loaded

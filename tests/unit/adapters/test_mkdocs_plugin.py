"""Bare MkDocs on a small project."""

import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from emas.adapters.lunr import lunr_files

STEP = """---
titre: {title}
duree: {{en-ligne: 5 min}}
---

## Une partie

Un texte [@has], puis un [lien](../../content/pages/a-propos.md).

::: demain
Essayer.
:::
"""
FILES = {
    "content/equipe.yml": "nom: EMAS d'essai\n",
    "content/vocabulaire.yml": (
        "familles: {autisme: Autisme}\npublics: {aesh: AESH}\nniveaux: {college: Collège}\n"
        "domaines: {temps: Temps}\nlicences: {cc-by-sa-4-0: CC BY-SA 4.0}\n"
    ),
    "content/sources.yml": "has: {organisme: HAS, titre: Guide, annee: 2026, lu: primaire}\n",
    "content/glossaire.yml": "aesh: {terme: AESH, definition: Une personne qui aide.}\n",
    "content/pages/index.md": "---\ntitre: Accueil\n---\n\nBienvenue aux AESH.\n",
    "content/pages/a-propos.md": "---\ntitre: À propos\n---\n\nNous.\n",
    "content/pages/brouillon.txt": "Ceci n'est pas une page.\n",
    "modules/autisme/module.yml": (
        'titre: "Autisme"\nfamille: autisme\nresume: Observer "vraiment" & aménager.\n'
        "publics: [aesh]\nniveaux: [college]\n"
        "objectifs: [{id: decrire, enonce: décrire un fait}]\ndurees: {en-ligne: 5 min}\n"
        'version: "1.0"\nlicence: CC BY-SA 4.0\n'
    ),
    "modules/autisme/01-comprendre.md": STEP.format(title="Comprendre"),
}


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """A project of one module, with the configuration and the theme of this repository."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    shutil.copy(root / "mkdocs.yml", tmp_path)
    return tmp_path


def built(project: Path) -> dict[str, bytes]:
    build(load_config(str(project / "mkdocs.yml")))
    folder = project / "build" / "site"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_same_sources_give_the_same_bytes(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert built(project) == built(project)


def test_pages_go_through_mkdocs_as_if_they_were_markdown(project: Path) -> None:
    page = built(project)["modules/autisme/comprendre.html"].decode()
    assert '<a href="../../a-propos.html">lien</a>' in page
    assert 'href="#une-partie" class="md-nav__link"' in page


def test_a_description_cannot_leave_its_attribute(project: Path) -> None:
    page = built(project)["modules/autisme/index.html"].decode()
    start = page.index('<meta name="description"')
    assert page[start : page.index(">", start)].count('"') == 4


def test_what_is_not_a_page_stays_at_home(project: Path) -> None:
    assert "brouillon.txt" not in built(project)


def test_the_search_is_ours_alone(project: Path) -> None:
    scripts = {name for name in built(project) if "lunr" in name or name.startswith("search")}
    assert scripts == {"assets/emas/js/lunr/LICENCES.txt", *lunr_files()}


def refusal(project: Path, caplog: pytest.LogCaptureFixture) -> str:
    """Return what MkDocs says when it gives up."""
    with pytest.raises(Abort):
        built(project)
    return caplog.text


def test_a_symbolic_link_is_refused(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    (project / "content" / "pages" / "secret.md").symlink_to(project / "mkdocs.yml")
    assert "lien symbolique refusé" in refusal(project, caplog)


def test_an_error_in_a_source_is_told_in_french_and_stops(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = STEP.format(title="Comprendre").replace("[@has]", "[@hass]")
    (project / "modules/autisme/01-comprendre.md").write_text(wrong, encoding="utf-8")
    told = refusal(project, caplog)
    assert "modules/autisme/01-comprendre.md:8:10: erreur SRC001" in told
    assert "le site n’est pas construit" in told


def test_a_theme_that_cannot_be_read_is_told_as_such(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (project / "themes" / "emas").mkdir(parents=True)
    (project / "themes" / "emas" / "tokens.yml").write_text("nom: [", encoding="utf-8")
    assert "tokens.yml:1:" in refusal(project, caplog)


def test_a_theme_of_the_project_says_what_its_site_has(
    project: Path, root: Path, caplog: pytest.LogCaptureFixture
) -> None:
    own = project / "themes" / "emas"
    shutil.copytree(root / "themes" / "emas", own)
    (own / "site.yml").write_text("styles: []\n", encoding="utf-8")
    assert f"{own / 'site.yml'} ne se lit pas" in refusal(project, caplog)


def test_a_project_adds_its_own_style_sheet(project: Path) -> None:
    place = project / "themes" / "le-mien" / "css" / "equipe.css"
    place.parent.mkdir(parents=True)
    place.write_text("h1 { letter-spacing: 0 }\n", encoding="utf-8")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    theme = "theme: {name: material, custom_dir: themes/le-mien}\nextra_css: [css/equipe.css]"
    (project / "mkdocs.yml").write_text(
        settings.replace("theme: material", theme), encoding="utf-8"
    )
    files = built(project)
    page = files["index.html"].decode()
    assert page.index("css/atelier.css") < page.index("css/equipe.css")
    assert files["css/equipe.css"] == place.read_bytes()


def test_another_theme_than_material_is_refused(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(
        settings.replace("theme: material", "theme: mkdocs"), encoding="utf-8"
    )
    assert "écrivez « theme: material » dans mkdocs.yml" in refusal(project, caplog)

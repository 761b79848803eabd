"""What an author types is only text, up to the browser; a link publishes nothing of the machine.

A team copies modules from others: a file may be made to hurt. What is refused is in `tests/suite/`;
here, all that is accepted is built and opened, as hostile as it may be.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import UNFOLD, Visitor, pages_of
from tests.browser.sites import published
from tests.copies import run
from tests.serving import served

from emas.project import Project

# Chevrons are refused in titles: there, the same with entities. One quote alone stays straight.
TEXT = 'x" onmouseover=pwned() ><img src=x onerror=pwned()> <script>pwned()</script> {{ 7*7 }} ../'
TITLE = 'x" onmouseover=pwned() &lt;script&gt;pwned()&lt;/script&gt; {{ 7*7 }} ../../x'
# Markdown reads entities: one more & keeps them text.
HEADING = TITLE.replace("&", "&amp;")
START = 'x" onmouseover=pwned() '
"""How all of them begin, before what typography spaces out."""

FILES: Mapping[str, str] = {
    "content/equipe.yml": """
nom: TITLE
gestionnaire: TEXT
territoire: TEXT
contacts:
  - {role: TEXT, telephone: TEXT, courriel: contact@emas.example}
signalement: contact@emas.example
""",
    "content/vocabulaire.yml": """
familles: {autisme: TITLE}
publics: {aesh: TITLE, direction: Direction}
niveaux: {college: TITLE, maternelle: Maternelle}
domaines: {temps: TITLE, social: Social}
licences: {cc-by-sa-4-0: CC BY-SA 4.0}
""",
    "content/glossaire.yml": """
emas: {terme: TITLE, developpement: TEXT, definition: TEXT}
tnd: {terme: TND, developpement: TEXT, definition: TEXT}
""",
    "content/sources.yml": """
has-2026:
  organisme: TEXT
  titre: TEXT
  lien: https://emas.example/?a=%22%27&b=1
  via: TEXT
  lu: secondaire
  consulte-le: 2026-11-21
  a-relire-avant: 2029-11-21
""",
    "content/pages/index.md": "---\ntitre: TITLE\n---\n\nRAW\n",
    "content/pages/mentions-legales.md": "---\ntitre: TITLE\n---\n\nRAW\n",
    "modules/essai/module.yml": """
titre: TITLE
famille: autisme
resume: TEXT
publics: [aesh]
niveaux: [college]
objectifs: [{id: decrire, enonce: TEXT}]
durees: {en-ligne: 5 min}
evaluations: {acquis: {questions: [ess-q01]}}
version: TITLE
licence: CC BY-SA 4.0
""",
    "modules/essai/01-etape.md": """---
titre: TITLE
duree: {en-ligne: 5 min}
objectifs: [decrire]
---

## HEADING

RAW [@has-2026, RAW] TND `RAW` [RAW](https://emas.example/)[^a]

[^a]: RAW

| RAW | b |
|---|---|
| RAW | c |

```
RAW
```

![RAW](media/carre.svg)

::: retenir HEADING
RAW
:::

::: question unique {#ess-q02}
RAW

- [x] RAW
  > RAW
- [ ] RAW
:::
""",
    "modules/essai/questions.md": """::: question unique {#ess-q01}
objectif : decrire

RAW

- [x] RAW
  > RAW
- [ ] RAW
:::
""",
}
# The only attributes in which a browser looks for a program, and what ours could have become.
HURT = """
[window.hurt ?? "", ...Array.from(document.querySelectorAll("*"))
  .flatMap(item => Array.from(item.attributes, ({name, value}) => `${name}=${value}`))
  .filter(text => /^on|^(href|src|action)=\\s*javascript:/i.test(text)),
  ...Array.from(document.querySelectorAll("[src=x], main script, iframe, object, embed, base"),
    item => item.outerHTML)]
"""


@pytest.fixture(scope="module")
def hostile(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site of a project whose every text is hostile."""
    project = tmp_path_factory.mktemp("piege")
    shutil.copytree(root / "tests" / "fixtures" / "minimal", project, dirs_exist_ok=True)
    shutil.copytree(root / "themes", project / "themes")
    shutil.copy(root / "mkdocs.yml", project)
    for name, text in FILES.items():
        for word, meant in (("TITLE", json.dumps(TITLE)), ("TEXT", json.dumps(TEXT))):
            text = text.replace(f": {word}", f": {meant}")
        text = text.replace("RAW", TEXT).replace("HEADING", HEADING)
        (project / name).write_text(text, encoding="utf-8")
    return published(project)


@pytest.fixture(scope="module")
def dangerous(hostile: Path) -> Iterator[str]:
    """Where it is served, without the header that would guard it."""
    with served(hostile) as address:
        yield address


def test_nothing_that_is_typed_runs(visit: Visitor, dangerous: str, hostile: Path) -> None:
    here = visit(at=dangerous)
    here.page.add_init_script("window.pwned = () => { window.hurt = 'ran' }")
    for page in pages_of(hostile):
        here.open(page)
        here.page.evaluate(UNFOLD)
        assert (page, here.page.evaluate(HURT)) == (page, [""])
    here.open("recherche.html?q=<img src=x onerror=pwned()> script")
    expect(here.page.locator("#emas_trouvailles mark").first).to_be_visible()
    assert here.page.evaluate(HURT) == [""]
    assert (here.console, here.elsewhere) == ([], [])


def test_all_of_it_is_shown_as_it_was_typed(visit: Visitor, dangerous: str) -> None:
    here = visit(at=dangerous)
    here.open("modules/essai/etape.html")
    assert here.page.title().startswith(START)
    expect(here.page.locator("article pre")).to_have_text(TEXT)
    assert here.page.locator("article img").get_attribute("alt") == TEXT
    for place in (
        "thead",
        "tbody",
        ".emas-notes li",
        "h2",
        ".emas-boite--retenir",
        ".emas-question",
    ):
        expect(here.page.locator(f"article {place}").first).to_contain_text(START)
    here.open("index.html")
    expect(here.page.locator("#emas_public_accueil")).to_contain_text(START)
    expect(here.page.locator(".emas-navigation .md-nav__item--section").first).to_contain_text(
        START
    )


def test_a_symbolic_link_publishes_nothing(project: Project) -> None:
    # Each kind of place whose files end on the site.
    secret = project.root.parent / "secret.svg"
    secret.write_text("<svg>secret-de-la-machine</svg>", encoding="utf-8")
    for place in (
        "content/pages/secret.md",
        "content/pages/media/secret.svg",
        "modules/autisme/09-secret.md",
        "modules/autisme/media/secret.svg",
    ):
        (project.root / place).parent.mkdir(exist_ok=True)
        (project.root / place).symlink_to(secret)
    (project.root / "modules" / "ailleurs").symlink_to(secret.parent)
    said = run(project, "build", "--cible", "site").output
    assert "lien symbolique" in said
    published = [path for path in project.build.rglob("*") if path.is_file()]
    assert [path for path in published if b"secret-de-la-machine" in path.read_bytes()] == []

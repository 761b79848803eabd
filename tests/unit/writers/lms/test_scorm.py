"""The SCORM package: what it holds, what its manifest says, what its launch page knows."""

import shutil
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from lxml import etree
from tests.browser.sites import KINDS
from tests.copies import copy_project
from tests.packages import Files, facts, lost_links, opened, scorm_schema, told
from tests.unit.writers.site.samples import SPAN, THEME, edition, module, paragraph, question, step

from emas import pipeline, theme
from emas.adapters import mkdocs_site
from emas.model import Answer, Assessment, Key, Kind, Open, Position, Ticking
from emas.writers.lms import scorm
from emas.writers.lms.course import course

ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The files of the package of the real module, with a step of each kind of question."""
    project = copy_project(ROOT, tmp_path_factory.mktemp("scorm") / "projet")
    shutil.copy(KINDS, project.root / "modules" / "autisme" / "99-genres.md")
    (project.build / "livrets" / "autisme").mkdir(parents=True)
    (project.build / "livrets" / "autisme" / "guide-animateur.pdf").write_bytes(b"%PDF")
    catalogue = pipeline.load(project).catalogue
    pages = mkdocs_site.pack(project, catalogue)
    ready = pipeline.platform_edition(catalogue, "autisme")
    look = theme.read(project.theme)
    written = scorm.write(ready, pages, look)
    assert list(written.files) == [PurePosixPath("scorm12.zip")]
    again = scorm.write(ready, mkdocs_site.pack(project, catalogue), look)
    assert again.files == written.files
    return opened(*written.files.values())


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> etree.XMLSchema:
    return scorm_schema(tmp_path_factory.mktemp("xsd"))


def test_the_manifest_is_valid_and_lists_every_file(files: Files, schema: etree.XMLSchema) -> None:
    tree = etree.fromstring(files["imsmanifest.xml"])
    schema.assertValid(tree)
    listed = [item.get("href") for item in tree.iter("{*}file")]
    assert listed == sorted(set(files) - {"imsmanifest.xml"})
    assert [item.get("href") for item in tree.iter("{*}resource")] == ["index.html"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'scormtype="sco"', b'scormtype="page"'),
        (b"<schemaversion>", b"<versions>"),
        (b'identifier="RES-1" ', b""),
        (b"<imsmd:language>", b"<imsmd:langue>"),
    ],
)
def test_a_broken_manifest_is_not(
    files: Files, schema: etree.XMLSchema, old: bytes, new: bytes
) -> None:
    broken = files["imsmanifest.xml"].replace(old, new)
    broken = broken.replace(b"</" + old[1:], b"</" + new[1:])
    assert broken != files["imsmanifest.xml"]
    assert not schema.validate(etree.fromstring(broken))


def test_it_holds_the_pages_and_nothing_for_the_trainer(files: Files) -> None:
    names = set(files)
    assert {"index.html", "lancement.js", "lancement.css", "imsmanifest.xml"} <= names
    assert "contenu/modules/autisme/acquis.html" in names
    unwanted = ("guide", ".pdf", ".pptx", "sitemap", "404", "contenu/index.html", "vie-privee")
    assert [name for name in names if any(word in name for word in unwanted)] == []
    said = files["contenu/donnees-et-credits.html"].decode()
    assert "licence CC BY-SA 4.0" in said
    assert "du-besoin-a-la-mesure.svg" in said
    assert list(lost_links(files)) == []


def test_the_launch_page_knows_what_the_pages_ask_but_what_is_private(files: Files) -> None:
    known = facts(files["index.html"])
    assert {(item["cle"], item["version"]) for item in known["questions"]} == told(files)
    codes = [item["code"] for item in known["questions"]]
    assert len(set(codes)) == len(codes)
    steps = [step["id"] for step in known["etapes"]]
    assert all(f"{known['pages']}autisme/{step}.html" in files for step in steps)


def test_what_an_author_writes_ends_no_script() -> None:
    hostile = replace(module(replace(step(), title="</script><b>")), title='"><script>')
    (package,) = scorm.write(edition(hostile), {}, THEME).files.values()
    page = opened(package)["index.html"]
    assert page.count(b"<script") == 2
    assert page.count(b"</script>") == 2
    assert facts(page)["etapes"][0]["titre"] == "</script><b>"


def test_true_is_known_whatever_its_place_and_the_private_is_unknown() -> None:
    labels = ("Faux", "Vrai")
    answers = (Answer(not n, (paragraph(name),), (), SPAN) for n, name in enumerate(labels))
    first = replace(question(), task=Ticking(Kind.TRUE_FALSE, tuple(answers)))
    private = (
        replace(first, id="aut-q02", task=Open((), collected=True)),
        replace(first, id="aut-q03", task=Position()),
    )
    known = course(module(step(questions=(first, *private))))
    assert isinstance(known["questions"], list)
    (only,) = known["questions"]
    key: Key = only["corrige"]
    assert (only["cle"], only["vrai"], key["right"]) == ("aut-q01", 1, [0])
    assert known["compte"] is None


def test_the_assessment_that_counts_is_told_with_its_draw() -> None:
    drawn = Assessment("acquis", (), 2, 1, None, True, None, SPAN)
    bank = tuple(replace(question(), id=f"aut-q0{n}", objective="decrire") for n in (1, 2, 3))
    known = course(replace(module(), bank=bank, assessments=(drawn,)))
    assert known["tirages"] == ["acquis"]
    assert known["compte"] == {
        "id": "acquis",
        "nommees": [],
        "tirage": 2,
        "parObjectif": 1,
        "objectifs": ["decrire"],
        "banque": [{"id": f"aut-q0{n}", "objectif": "decrire"} for n in (1, 2, 3)],
        "seuil": None,
    }

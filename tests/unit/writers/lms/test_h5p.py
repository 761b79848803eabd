"""H5P: what a site takes, unchanged, and what it would refuse."""

import json
import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from tests.conftest import Golden
from tests.generated import with_exercises
from tests.h5p_libraries import LIBRARIES, install
from tests.js.lumi import imported
from tests.unit.writers.handouts.every_kind import BLOCKS, PICTURE
from tests.unit.writers.handouts.kinds import catalogue
from tests.unit.writers.handouts.samples import HERE, SVG, THEME, line, par
from tests.unit.writers.handouts.samples import edition as printed
from tests.unit.writers.lms.samples import edition, of_kind

from emas import pipeline
from emas.diagnostics import Code
from emas.document import Figure, Gap, Image, Paragraph
from emas.libraries import read_libraries
from emas.model import (
    Answer,
    Edition,
    Gaps,
    Kind,
    Matching,
    Media,
    Number,
    Pair,
    Question,
    Ticking,
)
from emas.writers.lms import h5p
from emas.writers.lms.h5p.semantics import Libraries, faults
from emas.writers.written import Written

Params = dict[str, Any]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install(tmp_path_factory.mktemp("bibliotheques"))


@pytest.fixture(scope="session")
def libraries(folder: Path) -> Libraries:
    return read_libraries(folder)


def package(written: Written) -> bytes:
    (data,) = written.files.values()
    return data


def inside(data: bytes, name: str = "content/content.json") -> Params:
    with ZipFile(BytesIO(data)) as opened:
        found: Params = json.loads(opened.read(name))
    return found


def whole() -> Written:
    return h5p.write(pipeline.platform_edition(catalogue(), "essai"), THEME)


def params(question: Question) -> Params:
    """Return the only question of a package that asks `question`."""
    (asked,) = inside(package(h5p.write(edition(question), THEME)))["questions"]
    found: Params = asked["params"]
    return found


def told(written: Written, code: Code) -> dict[str, str]:
    """Return what is told of questions under `code`, with their ids."""
    names = {Code.EXP001: "quoi", Code.EXP002: "forme", Code.EXP003: "detail"}
    return {
        str(item.values[names[code]]): str(item.values["questions"])
        for item in written.diagnostics
        if item.code is code
    }


def test_each_kind_that_a_question_set_has_is_written(golden: Golden) -> None:
    data = package(whole())
    parts = {name: inside(data, name) for name in ("h5p.json", "content/content.json")}
    golden("lms/h5p.json", json.dumps(parts, ensure_ascii=False, indent=1) + "\n")


def test_what_it_has_not_is_told() -> None:
    assert told(whole(), Code.EXP001) == {
        "ce qui n’a pas de bonne réponse": "gen-ouverte, gen-echelle, gen-position"
    }


def test_the_summary_names_the_content_types_that_a_site_must_have() -> None:
    (asked,) = (item for item in whole().diagnostics if item.code is Code.EXP010)
    assert asked.values["types"] == ", ".join(h5p.required(package(whole())))
    assert h5p.required(package(h5p.write(edition(of_kind(Kind.GAPS)), THEME))) == (
        "Question Set (H5P.QuestionSet 1.20)",
        "Fill in the Blanks (H5P.Blanks 1.14)",
    )


def test_a_module_without_any_right_answer_has_no_package() -> None:
    assert h5p.write(edition(of_kind(Kind.SCALE)), THEME).files == {}


def test_the_bytes_of_a_second_time_are_the_same() -> None:
    assert whole() == whole()


def pictured() -> Edition:
    """A module whose first question has two pictures, one of them a drawing."""
    asked = replace(of_kind(Kind.SINGLE), statement=(par("Que voit-on ?"), Figure(PICTURE, HERE)))
    some = edition(asked, of_kind(Kind.GAPS))
    media = {"carte.svg": Media("carte.svg", SVG, "Équipe", "CC BY-SA 4.0", "dessin")}
    return replace(some, module=replace(some.module, media=media))


def test_the_importer_of_lumi_takes_them_unchanged(folder: Path, tmp_path: Path) -> None:
    packages = [package(whole()), package(h5p.write(pictured(), THEME))]
    paths = [tmp_path / f"{rank}.h5p" for rank in range(len(packages))]
    for path, data in zip(paths, packages, strict=True):
        path.write_bytes(data)
    for kept, data in zip(imported(paths, folder), packages, strict=True):
        facts = inside(data, "h5p.json")
        assert own_names(kept["params"]) == own_names(inside(data))
        assert in_order({key: kept["h5p"][key] for key in facts}) == in_order(facts)


def own_names(content: Params) -> Params:
    """Return `content` without the end of the names of its pictures, which Lumi changes."""
    text = re.sub(r"(images/[0-9a-f-]{36})[-\w]*\.png", r"\1", json.dumps(content))
    found: Params = json.loads(text)
    return found


def in_order(facts: Params) -> Params:
    """Return `facts` with the content types sorted: Lumi lists them in another order."""
    return {**facts, "preloadedDependencies": sorted(map(str, facts["preloadedDependencies"]))}


@pytest.mark.parametrize(
    ("name", "before", "after", "error"),
    [
        ("h5p.json", '"H5P.MultiChoice","majorVersion":1,"minorVersion":16',
         '"H5P.MultiChoice","majorVersion":1,"minorVersion":14', "install-missing-libraries"),
        ("h5p.json", '"license":"CC BY-SA"', '"license":"CC-BY-SA-4.0"', "invalid-h5p-json-file-2"),
    ],
    ids=["version", "licence"],
)  # fmt: skip
def test_the_importer_refuses_what_we_would_have_got_wrong(
    name: str, before: str, after: str, error: str, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "faux.h5p"
    with ZipFile(BytesIO(package(whole()))) as sound, ZipFile(path, "w") as wrong:
        for entry in sound.namelist():
            text = sound.read(entry).decode()
            assert entry != name or before in text
            wrong.writestr(entry, text.replace(before, after) if entry == name else text)
    (refused,) = imported([path], folder)
    assert [item for item in refused["errors"] if item.startswith(error)]


@pytest.mark.parametrize("seed", range(4))
def test_a_site_would_drop_nothing_of_drawn_modules(seed: int, libraries: Libraries) -> None:
    drawn = pipeline.load_sources(with_exercises(seed)).catalogue
    data = package(h5p.write(pipeline.platform_edition(drawn, "genere"), THEME))
    assert list(faults("H5P.QuestionSet 1.20", inside(data), libraries)) == []


def test_a_site_would_drop_nothing_of_any_block(libraries: Libraries) -> None:
    every = replace(of_kind(Kind.SINGLE), statement=BLOCKS, hint=BLOCKS, feedback=BLOCKS)
    some = replace(edition(every), citations=printed(*BLOCKS).citations)
    data = package(h5p.write(some, THEME))
    assert list(faults("H5P.QuestionSet 1.20", inside(data), libraries)) == []


def test_one_more_answer_is_the_same_for_a_site_and_for_us() -> None:
    # MultiChoice takes a point back for each wrong answer, and stops at 0, unless « singlePoint ».
    behaviour = params(of_kind(Kind.MULTIPLE))["behaviour"]
    assert (behaviour["type"], behaviour["singlePoint"]) == ("multi", False)
    assert params(of_kind(Kind.SINGLE))["behaviour"]["type"] == "single"


def test_true_and_false_are_words() -> None:
    # Sites turn a boolean into « true », whatever it was.
    task = of_kind(Kind.TRUE_FALSE).task
    assert isinstance(task, Ticking)
    turned = Ticking(task.kind, tuple(replace(one, right=not one.right) for one in task.answers))
    assert params(of_kind(Kind.TRUE_FALSE))["correct"] == "true"
    assert params(replace(of_kind(Kind.TRUE_FALSE), task=turned))["correct"] == "false"


def test_a_remark_that_a_site_would_cut_ends_with_a_word_and_is_told() -> None:
    long = replace(of_kind(Kind.TRUE_FALSE), feedback=(par("mot " * 600),))
    said = params(long)["behaviour"]["feedbackOnWrong"]
    assert len(said) <= 2048
    assert said.endswith("mot…")
    assert "la fin d’une explication de plus de 2 048 signes" in told(
        h5p.write(edition(long), THEME), Code.EXP003
    )


def test_a_gap_hides_what_would_end_it_and_forgives_accents() -> None:
    statement = (Paragraph((*line("a * b "), Gap(1, ("été : 1/2 * x <i>",), HERE)), HERE),)
    question = replace(of_kind(Kind.GAPS), statement=statement, task=Gaps(strict=False), hint=())
    hidden = " &#58; 1&#47;2 &#42; x &lt;i&gt;"
    assert params(question)["questions"] == [f"<p>a ∗ b *été{hidden}/ete{hidden}*</p>"]


def test_strict_gaps_ask_for_the_very_letters() -> None:
    strict = params(replace(of_kind(Kind.GAPS), task=Gaps(strict=True)))
    assert strict["behaviour"]["caseSensitive"] is True
    assert "*neurodéveloppement*" in strict["questions"][0]


def test_the_hint_of_an_only_gap_is_its_own() -> None:
    hinted = replace(of_kind(Kind.NUMBER), hint=(par("Un * quart."),))
    assert "27:Un ∗ quart.*" in params(hinted)["questions"][0]
    several = params(replace(of_kind(Kind.GAPS), hint=(par("Deux mots."),)))
    assert several["text"] == "<p>Complétez.</p><p><em>Indice\u00a0: Deux mots.</em></p>"


@pytest.mark.parametrize(
    ("value", "tolerance", "accepted"),
    [
        ("2.5", "0", "2,5/2.5"),
        ("2", "1", "2/1/3"),
        ("2.5", "1", "2,5/2.5/2/3"),
        ("1000", "500", "1000"),
        ("-3", "0", "-3"),
    ],
)
def test_a_number_is_a_gap_that_lists_what_it_takes(
    value: str, tolerance: str, accepted: str
) -> None:
    task = Number(Decimal(value), Decimal(tolerance), "%")
    text = params(replace(of_kind(Kind.NUMBER), task=task))["questions"][0]
    assert f"<p>Réponse\u00a0: *{accepted}*\u00a0%</p>" in text


def pairs(*words: tuple[str, str]) -> Question:
    found = tuple(Pair((par(left),), (par(right),), HERE) for left, right in words)
    return replace(of_kind(Kind.MATCHING), task=Matching((), (), found))


def test_the_short_side_of_pairs_is_dragged() -> None:
    long = "une phrase bien trop longue pour une étiquette"
    assert params(pairs(("a", "b"), ("c", "d")))["textField"] == "a\u00a0→ *b*\nc\u00a0→ *d*"
    assert params(pairs(("a", long), ("c", "d")))["textField"] == f"*a*\u00a0→ {long}\n*c*\u00a0→ d"


def test_long_labels_become_numbers_with_a_legend() -> None:
    both = pairs(("un * mot : oui", "deux : x"), ("c", "d"))
    found = params(both)
    assert found["textField"] == "un ∗ mot : oui\u00a0→ *2*\nc\u00a0→ *1*"
    assert found["taskDescription"].endswith(
        "<p><strong>1.</strong> d</p><p><strong>2.</strong> deux : x</p>"
    )


def test_a_drawing_becomes_a_picture_above_the_question() -> None:
    data = package(h5p.write(pictured(), THEME))
    first, _ = inside(data)["questions"]
    media = first["params"]["media"]["type"]
    with ZipFile(BytesIO(data)) as opened:
        picture = opened.read(f"content/{media['params']['file']['path']}")
    assert (media["library"], picture[:4]) == ("H5P.Image 1.1", b"\x89PNG")
    assert media["params"]["alt"] == PICTURE.alt
    assert (media["metadata"]["license"], media["metadata"]["licenseVersion"]) == (
        "CC BY-SA",
        "4.0",
    )
    assert "H5P.Image" in str(inside(data, "h5p.json")["preloadedDependencies"])
    assert first["params"]["question"] == "<p>Que voit-on ?</p><p><em>mot-légende</em></p>"


def test_other_pictures_are_described_and_their_loss_is_told() -> None:
    seen = Answer(True, (Figure(PICTURE, HERE),), (), HERE)
    asked = replace(of_kind(Kind.SINGLE), task=Ticking(Kind.SINGLE, (seen,)))
    lost = "les images, sauf la première de l’énoncé, mais il les décrit"
    assert params(asked)["answers"][0]["text"].startswith(f"<div>[Image : {PICTURE.alt}]")
    assert told(h5p.write(edition(asked), THEME), Code.EXP003) == {lost: asked.id}


def test_a_picture_that_nobody_can_draw_is_described() -> None:
    some = pictured()
    media = {"carte.svg": Media("carte.svg", b"<svg", "", "", "")}
    broken = replace(some, module=replace(some.module, media=media))
    first, _ = inside(package(h5p.write(broken, THEME)))["questions"]
    assert "type" not in first["params"]["media"]
    assert f"[Image : {PICTURE.alt}]" in first["params"]["question"]


def test_a_decorative_picture_is_left_out() -> None:
    image = Image("media/carte.svg", "", "", True, HERE)
    asked = replace(of_kind(Kind.SINGLE), statement=(par("Quoi ?"), Figure(image, HERE)))
    assert params(asked)["question"] == "<p>Quoi ?</p>"


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("CC BY 4.0", {"license": "CC BY", "licenseVersion": "4.0"}),
        ("domaine public", {"license": "PD"}),
        ("Licence Ouverte 2.0", {"license": "U", "licenseExtras": "Licence Ouverte 2.0"}),
    ],
)
def test_a_licence_has_the_name_that_sites_know(name: str, known: dict[str, str]) -> None:
    some = edition(of_kind(Kind.SINGLE))
    licensed = replace(some, module=replace(some.module, licence=name))
    facts = inside(package(h5p.write(licensed, THEME)), "h5p.json")
    assert {key: facts[key] for key in facts if key.startswith("license")} == known


def test_every_library_that_we_name_is_in_our_table() -> None:
    named = {one.rpartition("(")[2].rstrip(")") for one in h5p.required(package(whole()))}
    assert named <= {name.replace("-", " ") for name in LIBRARIES}

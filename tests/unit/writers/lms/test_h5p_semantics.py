"""A content compared with the fields of its type: what a site would drop or change is told."""

from typing import Any

import pytest
from tests.h5p_libraries import LIBRARIES
from tests.unit.writers.handouts.samples import HERE, THEME
from tests.unit.writers.lms.samples import edition, of_kind

from emas.diagnostics import Code
from emas.model import Kind
from emas.writers.lms import h5p
from emas.writers.lms.h5p.conformity import checked
from emas.writers.lms.h5p.semantics import FIELDS, faults, read_fields

ALL = {name.replace("-", " "): FIELDS.validate_python(fields) for name, fields in LIBRARIES.items()}
EXAMPLE = read_fields(b"""[
  {"name": "said", "type": "text", "tags": ["strong", "ul"]},
  {"name": "bare", "type": "text", "maxLength": 5},
  {"name": "yes", "type": "boolean"},
  {"name": "word", "type": "select", "options": [{"value": "on", "label": "On"}]},
  {"name": "share", "type": "number", "min": 0, "max": 100},
  {"name": "many", "type": "list", "min": 1, "max": 2, "field": {"name": "one", "type": "text"}},
  {"name": "alone", "type": "group", "fields": [{"name": "in", "type": "boolean"}]},
  {"name": "both", "type": "group", "fields": [
    {"name": "a", "type": "text"}, {"name": "b", "type": "text", "optional": true}]},
  {"name": "other", "type": "library", "options": ["H5P.Seul 1.0"], "optional": true},
  {"name": "seen", "type": "image", "optional": true}
]""")
LONE = {"H5P.Exemple 1.0": EXAMPLE, "H5P.Seul 1.0": read_fields(b'[{"name":"x","type":"text"}]')}
GOOD: dict[str, Any] = {
    "said": "<p><strong>a</strong><br /></p><ul><li>b</li></ul>",
    "bare": "a &lt;",
    "yes": False,
    "word": "on",
    "share": 50,
    "many": ["a"],
    "alone": True,
    "both": {"a": "x", "unknown label": "x"},
    "other": {
        "library": "H5P.Seul 1.0",
        "params": {"x": "y"},
        "subContentId": "01234567-89ab-cdef-0123-456789abcdef",
    },
    "seen": {"path": "images/a.png"},
}


def found(content: object) -> list[str]:
    return [f"{fault.place} {fault.cause}" for fault in faults("H5P.Exemple 1.0", content, LONE)]


def test_what_a_site_keeps_has_no_fault() -> None:
    assert found({**GOOD, "bare": "a"}) == []


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("said", "<u>a</u>", "/said contient <u>, qui serait retiré"),
        ("said", "<p class='x'>a</p>", "/said contient <p class='x'>, qui serait retiré"),
        ("said", 3, "/said n’est pas un texte"),
        ("bare", "<em>", "/bare contient <em>, qui serait retiré"),
        ("bare", "abcdef", "/bare a plus de 5 signes"),
        ("yes", "true", "/yes n’est ni vrai ni faux"),
        ("word", "off", "/word n’est pas un choix permis"),
        ("share", 101, "/share n’est pas un nombre permis"),
        ("share", True, "/share n’est pas un nombre permis"),
        ("many", [], "/many est trop courte ou trop longue"),
        ("many", {"one": "a"}, "/many n’est pas une liste"),
        ("many", ["a", 2], "/many/1 n’est pas un texte"),
        ("alone", {"in": True}, "/alone n’est ni vrai ni faux"),
        ("both", "x", "/both n’est pas un groupe"),
        ("both", {"a": "x", "c": 1}, "/both/c n’existe pas dans ce type"),
        ("both", {}, "/both/a manque"),
        ("other", {"library": "H5P.Seul 1.1"},
         "/other est du type H5P.Seul 1.1, qui n’est pas permis ici"),
        ("other", {"library": "H5P.Seul 1.0", "params": {"x": 1}, "subContentId": "1"},
         "/other n’a pas d’identifiant"),
        ("seen", {"path": "images/a.svg"}, "/seen n’est pas une image permise"),
    ],
)  # fmt: skip
def test_what_a_site_would_drop_is_told(key: str, value: object, fault: str) -> None:
    assert found({**GOOD, "bare": "a", key: value})[0] == fault


def test_a_group_that_is_not_there_lacks_what_it_must_hold() -> None:
    absent = {key: value for key, value in GOOD.items() if key != "both"}
    assert found({**absent, "bare": "a"}) == ["/both/a manque"]


def test_what_is_inside_is_told_with_its_type() -> None:
    inner = {**GOOD["other"], "params": {"x": 1}}
    (fault,) = faults("H5P.Exemple 1.0", {**GOOD, "bare": "a", "other": inner}, LONE)
    assert (fault.library, fault.place) == ("H5P.Seul 1.0", "/other/x")


def told(libraries: dict[str, Any]) -> list[tuple[Code, dict[str, Any]]]:
    (data,) = h5p.write(edition(of_kind(Kind.GAPS)), THEME).files.values()
    return [(item.code, dict(item.values)) for item in checked(data, "x.h5p", HERE, libraries)]


def test_a_site_that_has_every_type_has_nothing_to_say() -> None:
    assert told(ALL) == []


def test_a_type_that_a_site_lacks_is_named_with_the_versions_that_it_has() -> None:
    older = {**ALL, "H5P.Blanks 1.9": [], "H5P.Blanks 1.12": []}
    del older["H5P.Blanks 1.14"]
    values = {"fichier": "x.h5p", "type": "H5P.Blanks 1.14", "autres": " (elles ont 1.9 et 1.12)"}
    assert told(older) == [(Code.EXP011, values)]


def test_a_newer_set_is_compared_instead_and_told() -> None:
    newer = {**ALL, "H5P.QuestionSet 1.21": FIELDS.validate_python([])}
    del newer["H5P.QuestionSet 1.20"]
    first, *faulty = told(newer)
    values = {"fichier": "x.h5p", "type": "H5P.QuestionSet 1.20", "autre": "H5P.QuestionSet 1.21"}
    assert first == (Code.EXP013, values)
    assert faulty[0][1] == {
        "fichier": "x.h5p",
        "type": "H5P.QuestionSet 1.21",
        "place": "introPage",
        "cause": "n’existe pas dans ce type",
    }

"""What editors are told of each file: true of ours, and never stricter than the readers."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.schemas import loaded, name_of, refused, validator, yaml_of
from tests.suite_cases import MINIMAL, Case, cases

from emas.diagnostics import Code, Diagnostic, file_start
from emas.readers.json_schema import FILES, json_schema
from emas.readers.schema import read_schema
from emas.readers.source import SourceFile
from emas.readers.values import IDENTIFIER
from emas.readers.yaml_tree import MappingNode, read_yaml, under

ROOT = Path(__file__).resolve().parents[3]
PATH = PurePosixPath("fichier.yml")


BEYOND = {
    "yaml : Une durée nulle": "« 0 min » has the form of a duration",
    "yaml : Un pourcentage de plus de 100": "so has « 120 % »",
    "yaml : Une date impossible": "so has « 2026-02-30 »",
    "yaml : Une valeur vide": "YAML gives the same to « null », which is a text for the readers",
}
"""What the form of a value does not tell."""


def told(name: str, text: str) -> list[Diagnostic] | None:
    """Return what the readers say of a YAML text, or None if it is no YAML for them."""
    file = FILES[name]
    node, found = read_yaml(SourceFile(PATH, text))
    if found or not isinstance(node, MappingNode | None):
        return None
    node = node or MappingNode((), file_start(PATH))
    if not file.entries:
        return read_schema(file.kind, node)[1]
    named = file.entries == "."
    problems = [
        Diagnostic(Code.IDE002, key.span, {"identifiant": key.text})
        for key, _ in node.entries
        if not named and not IDENTIFIER.fullmatch(key.text)
    ]
    for key, value in node.entries:
        problems += read_schema(file.kind, under(key, value))[1]
    return problems


def real_files() -> Iterator[Path]:
    for folder in ("content", "modules"):
        yield from sorted((ROOT / folder).rglob("*.*"))


def test_every_file_of_ours_is_right_for_an_editor() -> None:
    seen = set()
    for path in real_files():
        place = PurePosixPath(path.relative_to(ROOT).as_posix())
        if (name := name_of(place)) is not None:
            seen.add(name)
            text = yaml_of(FILES[name], place, path.read_text("utf-8"))
            assert text is not None
            assert refused(name, text) == [], place
    assert seen == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_each_key_is_explained_in_french(name: str) -> None:
    schema = json_schema(FILES[name])
    jsonschema.Draft7Validator.check_schema(schema)
    for place in [schema, *schema.get("$defs", {}).values(), schema.get("additionalProperties")]:
        for key, value in place.get("properties", {}).items() if isinstance(place, dict) else ():
            assert value.get("description", "").endswith((".", "…")), key


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_an_editor_and_the_readers_agree_on_keys_and_types(case: Case) -> None:
    for path, data in case.files.items():
        name = name_of(path)
        if name is None or data == MINIMAL.files.get(path):
            continue
        text = yaml_of(FILES[name], path, data.decode("utf-8", errors="replace"))
        found = None if text is None else told(name, text)
        if text is not None and found is not None and case.name not in BEYOND:
            assert bool(refused(name, text)) == bool(found), (found, refused(name, text))


PLAIN = ["null", "~", "true", "False", "1.0", "007", "2026", "0x1F", "1e3", ".inf", "+6", "oui"]
PLAIN += ["12:30", "2026-11-21", "20 min", "1 h 30", "70 %", "2 mois", "7 jours", "autisme", "a-1"]
PLAIN += ["'1'", '" oui "', '"  a b  "', "2026-2027", "https://emas.example/", "primaire", "x", "é"]
VALUES = st.sampled_from(PLAIN) | st.text("abé09 :%hmin-'\"", max_size=12).map(
    lambda text: yaml.safe_dump(text, default_style='"', allow_unicode=True).strip()
)
EXAMPLES = {
    "module": (MINIMAL.files[PurePosixPath("modules/essai/module.yml")].decode()),
    "sources": (MINIMAL.files[PurePosixPath("content/sources.yml")].decode()),
    "equipe": "nom: a\nsite: https://emas.example/\ncontacts:\n  - {role: b, nom: c}\n",
    "plan": (ROOT / "content/plan/2026-2027-lille.yml").read_text("utf-8"),
    "parcours": (ROOT / "content/parcours/aesh-premiers-reperes.yml").read_text("utf-8"),
    "question": (ROOT / "content/question.yml").read_text("utf-8"),
}


def leaves(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Yield the values of a YAML tree, keys left aside."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from leaves(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from leaves(value)


@given(st.data())
def test_an_editor_never_refuses_what_the_readers_accept(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(EXAMPLES)))
    text = EXAMPLES[name]
    place = data.draw(st.sampled_from(list(leaves(yaml.compose(text)))))
    start, end = place.start_mark.index, place.end_mark.index
    changed = f"{text[:start]}{data.draw(VALUES)}{text[end:]}"
    if told(name, changed) == []:
        assert refused(name, changed) == []


@pytest.mark.parametrize(
    ("name", "text", "seen"),
    [
        ("sources", "# rien encore\n", True),
        ("module", "titre: ''\n", False),
        ("glossaire", "TSA: {terme: TSA, definition: d}\n", False),
        ("glossaire", "tsa: {terme: 1.0, definition: true, variantes: [null]}\n", True),
        ("medias", "Mon image.svg: {credit: nous, licence: CC0}\n", True),
        ("etape", "titre: a\nduree: {en-ligne: 20}\n", False),
        ("etape", "titre: a\nduree: {en-ligne: 20 min}\n", True),
        ("page", "titre: a <b>\n", False),
        ("questionnaire", "titre: a\nauteur: b\n", False),
    ],
)
def test_values_as_authors_write_them(name: str, text: str, seen: bool) -> None:
    assert (refused(name, text) == []) is seen
    assert (told(name, text) == []) is seen


def test_what_is_wrong_is_said_in_french() -> None:
    (error,) = validator("etape").iter_errors(loaded("titre: a\nduree: {en-ligne: vingt}\n"))
    schema: dict[str, Any] = error.schema
    assert schema["patternErrorMessage"] == "Une durée : « 20 min », « 3 h » ou « 1 h 30 »."

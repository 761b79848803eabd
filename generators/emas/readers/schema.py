"""From a YAML tree to typed values, with pydantic's errors said in French at their place."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from emas.diagnostics import Code, Diagnostic
from emas.diagnostics.suggest import suggestion
from emas.readers.yaml_tree import YamlNode, plain, span_at


class Schema(BaseModel):
    """A mapping of an author's file. Field names are the keys, with `_` for `-`."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        alias_generator=lambda name: name.replace("_", "-"),
    )


S = TypeVar("S", bound=Schema)
Location = tuple[int | str, ...]


def read_schema(
    kind: type[S], node: YamlNode, *, called: str = "en-tête"
) -> tuple[S | None, list[Diagnostic]]:
    """Return `node` as a `kind`, or None, with every mistake found.

    `called` is what the whole of `node` is called, for the messages.
    """
    try:
        return kind.model_validate(plain(node)), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        return None, [
            _diagnostic(item, kind, node, called) for item in details if _is_cause(item, details)
        ]


def _is_cause(item: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Return whether `item` is not a mere consequence: a list is « too short » of refused items."""
    depth = len(item["loc"])
    return item["type"] != "too_short" or not any(
        other is not item and other["loc"][:depth] == item["loc"] for other in details
    )


def _diagnostic(item: ErrorDetails, kind: type[Schema], node: YamlNode, called: str) -> Diagnostic:
    location = item["loc"]
    key = next((str(step) for step in reversed(location) if isinstance(step, str)), called)
    value = item["input"] if isinstance(item["input"], str) else ""
    about_key = item["type"] == "extra_forbidden"
    span = span_at(node, location, of_key=about_key)
    if item["type"] == "missing":
        span = span_at(node, location[:-1], of_key=True)
        return Diagnostic(Code.YML007, span, {"cle": key})
    if about_key:
        known = _known_keys(kind, location[:-1])
        values = {
            "cle": key,
            "suggestion": suggestion(key, known),
            "possibles": ", ".join(known) or "aucune",
        }
        return Diagnostic(Code.YML006, span, values)
    code, expected, example = MESSAGES[item["type"]]
    if isinstance(item["input"], str) and not value.strip() and code is Code.YML012:
        code, expected, example = MESSAGES["emas_empty"]
    elif item["type"] == "enum":
        choices = re.findall(r"'([^']*)'", item["ctx"]["expected"])
        expected = f"choisissez parmi : {', '.join(choices)}."
    texts = {"cle": key, "valeur": value, "attendu": expected, "exemple": example}
    return Diagnostic(code, span, texts)


IDENTIFIER_RULE = (
    "commencez par une lettre minuscule, puis minuscules sans accent, chiffres et tirets,"
    " 30 signes au plus."
)

# What each kind of error says: code, what was expected, an example.
MESSAGES: Mapping[str, tuple[Code, str, str]] = {
    "emas_text": (Code.YML008, "un texte", "« quelques mots »"),
    "emas_empty": (Code.YML008, "un texte, et la valeur est vide", "« quelques mots »"),
    "emas_duration": (Code.YML010, "une durée", "20 min"),
    "emas_date": (Code.YML009, "une date", "2026-11-21"),
    "emas_yes_no": (Code.YML012, "écrivez « oui » ou « non ».", ""),
    "emas_percent": (Code.YML012, "écrivez un pourcentage de 0 à 100, par exemple « 70 % ».", ""),
    "emas_count": (Code.YML012, "écrivez un nombre entier de 1 à 999.", ""),
    "emas_months": (Code.YML012, "écrivez un délai en mois, par exemple « 2 mois ».", ""),
    "emas_days": (Code.YML012, "écrivez un nombre de jours, par exemple « 7 jours ».", ""),
    "emas_clock": (Code.YML012, "écrivez une heure, par exemple « 13:30 ».", ""),
    "emas_school_year": (Code.YML012, "écrivez une année scolaire : « 2026-2027 ».", ""),
    "emas_session": (
        Code.YML012,
        "une lettre, puis lettres sans accent, chiffres et tirets, 30 signes au plus.",
        "",
    ),
    "emas_reserved": (Code.YML012, "Windows réserve ce nom : choisissez-en un autre.", ""),
    "emas_identifier": (Code.YML012, IDENTIFIER_RULE, ""),
    "emas_title": (Code.MD006, "", ""),
    "emas_address": (
        Code.YML012,
        "écrivez une adresse complète, par exemple https://emas.example/.",
        "",
    ),
    "string_too_long": (Code.YML012, "écrivez un texte plus court.", ""),
    "enum": (Code.YML012, "", ""),
    "too_short": (Code.YML008, "une liste qui n’est pas vide", "[un, deux]"),
    "model_type": (Code.YML008, "des lignes « clé : valeur »", "{clé: valeur}"),
    "dict_type": (Code.YML008, "des lignes « clé : valeur »", "{clé: valeur}"),
    "tuple_type": (Code.YML008, "une liste", "[un, deux]"),
    "list_type": (Code.YML008, "une liste", "[un, deux]"),
}


def _known_keys(kind: type[Schema], location: Location) -> list[str]:
    """Return the keys that `kind` admits at `location`, from its JSON Schema."""
    root = kind.model_json_schema()
    here: dict[str, Any] = root
    for step in location:
        here = _resolve(root, here)
        if isinstance(step, int):
            here = here.get("items", {})
        else:
            here = here.get("properties", {}).get(step, here.get("additionalProperties", {}))
    return list(_resolve(root, here).get("properties", {}))


def _resolve(root: dict[str, Any], here: dict[str, Any]) -> dict[str, Any]:
    for option in here.get("anyOf", ()):
        if option.get("type") != "null":
            here = option
    name = here.get("$ref", "").removeprefix("#/$defs/")
    return root["$defs"][name] if name else here

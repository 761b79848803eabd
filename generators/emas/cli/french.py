"""Click speaks French: the sentences that it writes by itself.

Click calls `gettext.gettext`, which calls `gettext.dgettext`: the one place to answer from a
table, without compiled catalogues and whatever the locale of the computer.
"""

import gettext
from collections.abc import Mapping

FRENCH: Mapping[str, str] = {
    "Usage: ": "Emploi : ",
    "Usage:": "Emploi :",
    "Options": "Options",
    "Commands": "Commandes",
    "Positional arguments": "Arguments",
    "Error: {message}": "Erreur : {message}",
    "Aborted!": "Interrompu.",
    "Show this message and exit.": "Affiche cette aide.",
    "Show the version and exit.": "Affiche la version.",
    "Try '{command} {option}' for help.": "Aide : « {command} {option} ».",
    "No such command {name!r}.": "La commande « {name} » n’existe pas.",
    "No such option {name!r}.": "L’option « {name} » n’existe pas.",
    "Did you mean {possibility}?": "Vouliez-vous dire {possibility} ?",
    "(Did you mean one of: {possibilities}?)": "(Vouliez-vous dire : {possibilities} ?)",
    "(Possible options: {possibilities})": "(Options possibles : {possibilities})",
    "Invalid value: {message}": "Valeur incorrecte : {message}",
    "Invalid value for {param_hint}: {message}": "Valeur incorrecte pour {param_hint} : {message}",
    "{value!r} is not {choice}.": "« {value} » ne figure pas parmi {choice}.",
    "{value!r} is not one of {choices}.": "« {value} » ne figure pas parmi {choices}.",
    "{value!r} is not a valid {number_type}.": "« {value} » n’est pas un nombre entier.",
    "{value} is not in the range {range}.": "{value} est hors des limites ({range}).",
    "Missing command.": "Il manque la commande.",
    "Missing argument": "Il manque l’argument",
    "Missing option": "Il manque l’option",
    "Missing parameter": "Il manque le paramètre",
    "Missing {param_type}": "Il manque {param_type}",
    "Option {name!r} requires an argument.": "L’option « {name} » attend une valeur.",
    "Option {name!r} does not take a value.": "L’option « {name} » ne prend pas de valeur.",
    "Got unexpected extra argument ({args})": "Argument en trop : {args}",
    "Got unexpected extra arguments ({args})": "Arguments en trop : {args}",
    "{value!r} does not match the format {format}.": "« {value} » n’est pas une date. Écrivez"
    " l’année, le mois et le jour, par exemple 2026-11-21.",
    "{name} {filename!r} does not exist.": "« {filename} » n’existe pas.",
    "{name} {filename!r} is a file.": "« {filename} » est un fichier, pas un dossier.",
    "{name} {filename!r} is a directory.": "« {filename} » est un dossier, pas un fichier.",
    "{name} {filename!r} is not readable.": "« {filename} » ne peut pas être lu.",
    "{name} {filename!r} is not writable.": "« {filename} » ne peut pas être écrit.",
    "default: {default}": "par défaut : {default}",
    "required": "obligatoire",
    "(dynamic)": "(calculé)",
}


def install() -> None:
    """Have Click's sentences come from `FRENCH`; those it lacks stay in English."""

    def dgettext(domain: str, message: str) -> str:  # noqa: ARG001  # gettext's own signature
        return FRENCH.get(message, message)

    def dngettext(domain: str, msgid1: str, msgid2: str, n: int) -> str:
        return dgettext(domain, msgid1 if n < 2 else msgid2)

    gettext.dgettext = dgettext
    gettext.dngettext = dngettext

"""What any sentence shown to an author must be: French, whole, and finished."""

import re

from emas.diagnostics import Diagnostic

QUOTED = re.compile(r"«[^«»]*»")

# Words of YAML, pydantic and Python messages that no French sentence holds.
ENGLISH = re.compile(
    r"\b(the|is|are|not|and|with|expected|error|found|missing|unknown|invalid|input|should|while"
    r"|mapping|value|values|line|key|token|string|list|tuple|wrong|unexpected|none|true|false)\b",
    re.IGNORECASE,
)


def faults_of_sentence(sentence: str) -> list[str]:
    """Return what is wrong with `sentence`; what it quotes of the author's is left aside."""
    own = re.sub(r'"[^"]*"', "…", sentence)
    while QUOTED.search(own):
        own = QUOTED.sub("…", own)
    checks = {
        "anglais": ENGLISH.search(own) is not None,
        "valeur oubliée": re.search(r"\{\w*\}", own) is not None,
        "sans point": not sentence.endswith((".", "?")),
        "deux points finaux": sentence.endswith(("..", "?.", ". .")),
        "deux espaces": "  " in own,
        "sans majuscule": not (sentence[0].isupper() or sentence[0] in "«0123456789"),
        "citation vide": "«  »" in sentence or "« »" in sentence,
    }
    return [name for name, wrong in checks.items() if wrong]


def faults_of(item: Diagnostic) -> list[str]:
    """Return what is wrong with the message and the repair of `item`; it formats them."""
    repair = item.repair[:1].upper() + item.repair[1:]
    return [
        f"{item.code} : {name} : {sentence}"
        for sentence in (item.message, repair)
        for name in faults_of_sentence(sentence)
    ]

"""Ids made of titles, for those who never saw one."""

import re
from collections.abc import Container

from emas.diagnostics.suggest import fold
from emas.editing.scaffolds.drafts import RefusedError
from emas.model.device_names import is_device
from emas.readers.values import IDENTIFIER

LONGEST = 30
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
ARTICLES = frozenset(("l", "le", "la", "les", "un", "une", "des", "d"))


def identifier_of(title: str) -> str:
    """Return an id made of `title`: « L’élève qui arrive : accueillir » gives `eleve-qui-arrive`.

    What is after a colon is left out. Cut between words; empty if no letter is left.
    """
    start = title.partition(":")[0] if title.partition(":")[0].strip() else title
    words = re.findall(r"[a-z0-9]+", fold(start.casefold().translate(LIGATURES)))
    while words and (words[0] in ARTICLES or not words[0][0].isalpha()) and words[1:]:
        words = words[1:]
    if words and not words[0][0].isalpha():
        return ""
    name = words[0][:LONGEST] if words else ""
    for word in words[1:]:
        if len(name) + 1 + len(word) > LONGEST:
            break
        name += f"-{word}"
    return name


def free_identifier(title: str, asked: str, taken: Container[str]) -> str:
    """Return the id that was `asked`, else one made of `title` that is not `taken`.

    Raises:
        RefusedError: if the one asked is taken or is no id, or if the title gives none.
    """
    if asked:
        if not IDENTIFIER.fullmatch(asked) or is_device(asked):
            raise RefusedError(
                f"« {asked} » ne peut pas servir d’identifiant : une lettre, puis des minuscules"
                " sans accent, des chiffres et des tirets, 30 signes au plus."
            )
        if asked in taken:
            raise RefusedError(f"« {asked} » existe déjà. Choisissez un autre identifiant.")
        return asked
    name = identifier_of(title)
    if not name:
        raise RefusedError(f"« {title} » ne donne pas d’identifiant : ajoutez « --id nom-court ».")
    rank, result = 1, name
    while result in taken or is_device(result):
        rank += 1
        result = f"{name[: LONGEST - 3].rstrip('-')}-{rank}"
    return result
